#include "view/html/html_review_style.h"

#include <stddef.h>

/* clang-format off */
const char *const adref_html_review_style[] = {
    ":root{--gone:#a3160e;--gonetint:#fdeceb;--came:#0b4f8a;--cametint:#e4eef9}",
    "@media screen and (prefers-color-scheme:dark){:root{--gone:#ff9f92;--gonetint:#3a1d1b;",
    "--came:#a3c9ff;--cametint:#13283f}}",
    "del,ins{border-radius:.15em;-webkit-box-decoration-break:clone;box-decoration-break:clone}",
    "del,.gone{color:var(--gone);background:var(--gonetint);text-decoration:line-through}",
    "ins,.came{color:var(--came);background:var(--cametint);text-decoration:underline double;",
    "text-decoration-thickness:.07em;text-underline-offset:.14em}",
    "del>.note,ins>.note{color:inherit;text-decoration:inherit}", /* text decoration does not reach into a float */
    "del .br,ins .br{background:none}.sign{font-size:.85em}",

    /* For screen readers. */
    "del::before,ins::before,del::after,ins::after{clip-path:inset(50%);height:1px;width:1px;",
    "overflow:hidden;position:absolute;white-space:nowrap}",
    "del::before{content:' [deleted: '}ins::before{content:' [inserted: '}",
    "del::after,ins::after{content:'] '}",

    /* Notices of clauses. */
    ".what{margin:0 0 .25rem;font-size:.72rem;line-height:1.5;color:var(--soft);font-weight:600}",
    ".what::before{content:'';display:inline-block;width:.5em;height:.5em;margin-inline-end:.5em;",
    "border-radius:50%;background:var(--mark)}",
    ".what:focus{outline:.15em solid var(--link);outline-offset:.15em;border-radius:.15em}",
    ".way{display:inline-block;min-width:1.6em;padding:0 .3em;text-align:center;text-decoration:none;",
    "font-size:1.15em}",
    ".was{margin:0;font-size:.66rem;line-height:1.4;color:var(--soft)}",
    "main>div,.fold>div,.pair>div>div{display:flow-root}main>div{scroll-margin-top:4rem}",
    ".what~.id{top:.15rem}.pair .id{display:none}",
    ".n.g{color:var(--gone);text-decoration:line-through}",
    "tr.d,td.d,th.d{background:var(--gonetint)}tr.i,td.i,th.i{background:var(--cametint)}",
    "li.d{counter-increment:list-item 0;color:var(--gone)}li.i::marker{color:var(--came)}",

    /* The summary. */
    "header .from{font-size:.95rem;color:var(--ink);font-weight:600}",
    ".sum{max-width:38rem;margin:0 auto 2.5rem;padding:1rem 1.2rem;border:1px solid var(--line);",
    "border-radius:.4rem;font-size:.84rem;line-height:1.5}",
    ".sum h2{font-size:.95rem;margin:0 0 .6rem}.sum h3{font-size:.8rem;margin:.8rem 0 .15rem;",
    "color:var(--mark)}",
    ".sum ul{list-style:none;margin:0;padding:0}.sum li{margin:.15rem 0;padding:0}",
    ".sum del,.sum ins,.sum q{unicode-bidi:isolate}.sum p{margin:.9rem 0 0}.sum p+p{margin-top:.3rem}.sum li>a{margin:0 .15em;font-weight:600}.sum li>a:first-child{margin-inline-start:0}",
    "kbd{font:inherit;padding:0 .35em;border:1px solid var(--line);border-radius:.25em}",

    /* Folded clauses. */
    ".same{font-size:.76rem;color:var(--soft);margin:0 0 1rem}",
    ".same summary{cursor:pointer;padding:.35rem 0;border-top:1px dashed var(--line);",
    "border-bottom:1px dashed var(--line)}",
    ".fold>div{position:relative;margin:0 0 1rem}.fold>div>:last-child{margin-bottom:0}",
    "@media screen{.same:not([open])+.fold{display:none}}",

    /* Side by side. */
    ".wide main,.wide .sum,.wide header,.wide nav,.wide footer{max-width:76rem}",
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}.pair>.what{grid-column:1/-1}",
    ".pair>div{min-width:0;position:relative}.pair .h{display:none}",
    ".two .two-col{display:grid;grid-template-columns:1fr 1fr;gap:0 4.2rem}",
    ".two-col>.what{grid-column:1/-1}.two-col>div{min-width:0;position:relative}",
    ".two-col .id,.two-col .h,.new-col .g{display:none}.old-col ins,.new-col del{display:none}",
    ".old-col li.i,.new-col li.d{display:none}",
    ".old-col strong:has(>ins .sign){font-weight:inherit}.old-col em:has(>ins .sign){font-style:inherit}",
    ".new-col strong:has(>del .sign){font-weight:inherit}.new-col em:has(>del .sign){font-style:inherit}",
    "@media screen{body.two main,body.two .sum,body.two header,body.two footer{max-width:76rem}}",
    ".keys kbd{margin-inline-start:.9em}.keys kbd:first-child{margin-inline-start:0}",
    ".keys button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer}",
    ".three .pair{grid-template-columns:1fr 1fr 1fr;padding:.6rem 0;border-top:1px solid var(--line)}",
    ".three .pair h1{font-size:1.2rem}.three .fold{max-width:38rem}",
    "@media (min-width:44.01rem){.whose{display:none}}",
    ".names{position:sticky;top:0;background:var(--paper);z-index:1}",
    "@media (max-width:44rem){.three .pair{grid-template-columns:1fr}.names{display:none}.what~.id{display:none}.pair{grid-template-columns:1fr;gap:.6rem 0}",
    ".pair>div+div{border-top:1px dotted var(--line);padding-top:.4rem}.keys button{display:none}}",

    "@media print{",
    ":root{--gone:#9c0f08;--gonetint:#fff;--came:#0a4478;--cametint:#fff}",
    "del,ins{-webkit-print-color-adjust:exact;print-color-adjust:exact}",
    ".same,.way,.keys{display:none}.what{break-after:avoid}.sum{break-inside:auto}}",
    NULL,
};

/* To show a change in two columns, the script makes two copies of it, and the style sheet hides one
 * half of each. Switching back restores the page. */
const char adref_html_review_script[] =
    "(function(){var b=document.body,s=document.getElementById('_two');"
    "function col(d,name){var e=document.createElement('div');e.className=name;"
    "d.forEach(function(x){e.appendChild(x)});return e}"
    "function split(w){var d=w.parentNode,r=[].slice.call(d.childNodes).filter(function(x){return x!==w});"
    "if(!d.closest('main')||!r.length)return;var o=col(r.map(function(x){return x.cloneNode(true)}),'old-col');"
    "[].forEach.call(o.querySelectorAll('[id]'),function(x){x.removeAttribute('id')});"
    "[].forEach.call(o.querySelectorAll('.n'),function(x){var n=x.getAttribute('data-old');"
    "if(n===''||x.classList.contains('h')&&!n)x.remove();else if(n){x.textContent=n;x.classList.remove('h')}});"
    "d.appendChild(o);d.appendChild(col(r,'new-col'));d.classList.add('two-col')}"
    "function join(w){var d=w.parentNode,n=d.querySelector('.new-col');if(!n)return;"
    "d.querySelector('.old-col').remove();while(n.firstChild)d.insertBefore(n.firstChild,n);n.remove();"
    "d.classList.remove('two-col')}"
    "function turn(){var on=b.classList.toggle('two');"
    "[].forEach.call(document.querySelectorAll('main .what'),on?split:join);"
    "s.setAttribute('aria-pressed',on)}"
    "if(s)s.addEventListener('click',turn);"
    "var c=[].slice.call(document.querySelectorAll('.what')),i=-1,"
    "k={n:1,j:1,p:-1,k:-1},h=document.querySelector('.keys');if(h)h.hidden=false;"
    "document.addEventListener('focusin',function(e){var w=c.indexOf(e.target);if(w>=0)i=w});"
    "document.addEventListener('keydown',function(e){if(e.ctrlKey||e.metaKey||e.altKey)return;"
    "if(s&&e.key=='s'){turn();return}if(!c.length)return;"
    "var d=k[e.key];if(!d)return;i=i<0&&d<0?c.length-1:(i+d+c.length)%c.length;"
    "c[i].focus({preventScroll:true});c[i].scrollIntoView({block:'center'})})})();";
/* clang-format on */
