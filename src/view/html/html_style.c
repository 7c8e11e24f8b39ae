#include "view/html/html_style.h"

#include "base/markup.h"

/* clang-format off */
const char *const adref_html_style_sheet[] = {
    ":root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1c1b18;--soft:#5c584f;--line:#d8d2c4;",
    "--mark:#8f1d16;--tint:rgba(143,29,22,.07);--link:#1d4f91;--good:#1f5c34;--goodtint:#e3f1e6;",
    "--no:2.9rem}",
    "@media screen and (prefers-color-scheme:dark){:root{--paper:#17181b;--ink:#e8e5de;--soft:#aaa59a;",
    "--line:#3d3e43;--mark:#ff9f92;--tint:rgba(255,159,146,.1);--link:#a3c6ff;--good:#9fdcb0;",
    "--goodtint:#1d3526}}",

    /* The page. */
    "*{box-sizing:border-box}",
    "html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth;",
    "scroll-padding-top:1.5rem}",
    "body{margin:0;padding:0 1.25rem;background:var(--paper);color:var(--ink);line-height:1.6;",
    "font-family:var(--serif);overflow-wrap:break-word;text-wrap:pretty;",
    "font-variant-numeric:lining-nums}",
    ":root{--serif:'Iowan Old Style','Palatino Linotype',Palatino,'Book Antiqua','Source Serif 4',",
    "'Noto Serif',Georgia,'Times New Roman','Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP',",
    "'Noto Serif JP','Noto Serif Thai','Noto Serif Lao','Noto Serif Khmer','Noto Sans Myanmar',",
    "'Noto Serif Tamil','Noto Naskh Arabic','Noto Looped Thai','Noto Looped Lao',",
    "'Leelawadee UI','Khmer UI','Myanmar Text',serif;",
    "--sans:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Hiragino Sans',",
    "'Noto Sans CJK JP','Noto Sans Thai','Noto Sans Lao','Noto Sans Khmer','Noto Sans Myanmar',",
    "'Noto Sans Arabic','Noto Sans Tamil',sans-serif}",
    "html:lang(zh) body{font-family:'Noto Serif','Songti SC',SimSun,'Noto Serif CJK SC','Noto Serif SC',serif}",
    "html:lang(ko) body{font-family:'Noto Serif',AppleMyungjo,Batang,'Noto Serif CJK KR','Noto Serif KR',serif}",
    ":is(html:lang(ja),html:lang(zh),html:lang(th),html:lang(lo),html:lang(km),html:lang(my),html:lang(ar),html:lang(ta)) ",
    "body{line-height:1.85;line-break:strict}",
    "header,main,footer,nav{max-width:38rem;margin:0 auto}",
    ".ui,.who,.id,.by,.note,.ok,.n,nav,footer{font-family:var(--sans)}",
    "a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.18em}",
    "a:focus-visible,summary:focus-visible{outline:.15em solid var(--link);outline-offset:.15em;",
    "border-radius:.15em}",
    ".skip{position:absolute;inset-inline-start:-99rem;top:.5rem;padding:.4rem .9rem;",
    "background:var(--ink);",
    "color:var(--paper);z-index:2}",
    ".skip:focus{inset-inline-start:.5rem}",

    /* The title block. */
    "header{padding:3.5rem 0 1.6rem;margin-bottom:2rem;border-bottom:.22rem double var(--line);",
    "text-align:center}",
    "h1,h2,h3,h4,h5,h6{line-height:1.3;text-wrap:balance;word-break:auto-phrase;margin:0;break-after:avoid}",
    ":lang(ko){word-break:keep-all}",
    ".ph{display:inline-block;text-decoration:inherit}",
    "h1{font-size:1.75rem;font-weight:600;letter-spacing:-.005em}",
    "header p{margin:.6rem auto}",
    "header .ui{margin:1rem 0 0;font-size:.76rem;color:var(--soft)}",
    ".open{color:var(--mark);font-weight:600}",
    ".legend{list-style:none;margin:.6rem 0 0!important;padding:0;display:flex;flex-wrap:wrap;",
    "justify-content:center;gap:.3rem 1.1rem}",
    ".legend span{font-variant-numeric:tabular-nums}.legend span::before{content:'\\00D7\\2009'}",

    /* Contents. */
    "nav{font-size:.8rem;line-height:1.45;margin-bottom:2rem}",
    "nav summary{font-weight:600;cursor:pointer;padding:.3rem 0}",
    "nav ol{list-style:none;margin:.2rem 0 0;padding:0}",
    "nav details:not([open])+ol{display:none}",
    "nav a{display:block;padding:.25rem 0;text-decoration:none;color:var(--soft)}",
    "nav a:hover{color:var(--link);text-decoration:underline}",
    ".l3 a{padding-inline-start:1rem}.l4 a,.l5 a,.l6 a{padding-inline-start:2rem}",

    /* Headings, paragraphs, numbers. */
    "main{padding-bottom:1rem}",
    "main>div{position:relative;margin:0 0 1rem}",
    "main>div:target{background:linear-gradient(90deg,var(--tint),transparent);",
    "box-shadow:-.6rem 0 0 var(--tint)}",
    "p{margin:0 0 .8rem;orphans:3;widows:3}",
    "main>div>:last-child{margin-bottom:0}",
    ".heading{margin:2.5rem 0 1rem}",
    ".heading+.heading{margin-top:1.2rem}",
    "h2{font-size:1.22rem;font-weight:650}h3{font-size:1.06rem;font-weight:650}",
    "h4,h5,h6{font-size:1rem;font-weight:600;font-style:italic}",
    ".op,.pp,.item{padding-inline-start:var(--no)}.un{padding-inline-start:0}",
    ".n{float:inline-start;margin-inline-start:calc(0rem - var(--no));min-width:calc(var(--no) - .6rem);",
    "padding-inline-end:.5rem;color:var(--soft);",
    "text-decoration:none;font-size:.82em;line-height:1.95;font-variant-numeric:tabular-nums}",
    ".op>.n,.item>.n,.op>div>.n,.item>div>.n{font-family:inherit;font-size:1em;line-height:inherit;color:inherit}",
    ".n:hover{text-decoration:underline}",
    ".h{position:absolute;float:none;inset-inline-start:-1.6rem;top:0;margin:0;min-width:0;",
    "padding:0 .5rem;",
    "opacity:0;line-height:1.6}",
    "main>div:hover>.h,.h:focus-visible{opacity:1}",
    ".id{position:absolute;inset-inline-end:0;top:-.55rem;font-size:.62rem;line-height:1;",
    "color:var(--soft);",
    "font-family:ui-monospace,'SF Mono',Menlo,Consolas,'Noto Sans Mono',monospace}",
    ".closing{margin-top:2.5rem;padding-top:1.4rem;border-top:1px solid var(--line)}",
    ".annex{margin-top:4.5rem;padding-top:2rem;border-top:.22rem double var(--line)}",
    ".annex h2,.heading:has(+.annex) h2{text-align:center;font-size:1.35rem}",
    ".heading:has(+.annex){margin-top:4.5rem;padding-top:2rem;"
    "border-top:.22rem double var(--line)}",
    ".heading+.annex{margin-top:0;padding-top:0;border:0}",
    "sup{line-height:0;font-size:.7em}sup a{text-decoration:none}",
    ".footnotes{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.86em}",
    ".foot{font-size:.86em}",
    ".footnotes li:target{background:var(--tint)}",
    ".role,.occasion{font-style:italic;color:var(--soft)}",
    /* Scripts that have no italics: a browser would only slant their letters. */
    ":is(:lang(ja),:lang(zh),:lang(ko),:lang(th),:lang(lo),:lang(km),:lang(my),:lang(ar),:lang(ta)){",
    "font-style:normal!important;font-synthesis-style:none}",
    ".signatures{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));",
    "gap:1rem 3rem;margin-top:3rem}",
    ".signatures p{margin:3rem 0 0;padding-top:.4rem;border-top:1px solid var(--ink);",
    "break-inside:avoid}",
    "ol,ul{margin:.4rem 0 .8rem;padding-inline-start:2.1rem}",
    "li{margin:.3rem 0;padding-inline-start:.2rem}li>p{margin:.3rem 0}",
    "@counter-style letters{system:extends lower-alpha;prefix:'(';suffix:') '}",
    "@counter-style romans{system:extends lower-roman;prefix:'(';suffix:') '}",
    "@counter-style paren{system:extends decimal;suffix:') '}",
    ".letters{list-style:letters}.romans{list-style:romans}.paren{list-style:paren}",
    ".labelled{list-style:none;padding-inline-start:0}",
    ".labelled>li{padding-inline-start:2.3rem}",
    ".label{display:inline-block;min-width:2rem;margin-inline-start:-2.3rem}",
    "blockquote{margin:.8rem 0;padding-inline-start:1.1rem;",
    "border-inline-start:.16rem solid var(--line)}",
    "hr{border:0;border-top:1px solid var(--line);width:30%;margin:2rem auto}",
    "pre{overflow-x:auto;padding:.7rem .9rem;border:1px solid var(--line);line-height:1.45}",
    "pre,code{font-family:ui-monospace,'SF Mono',Menlo,Consolas,'Noto Sans Mono',monospace;",
    "font-size:.84em}pre code{font-size:inherit}",
    /* Words for screen readers are placed absolutely: inside it, or they would widen the page. */
    ".scroll{overflow-x:auto;margin:.8rem 0;position:relative}",
    "table{border-collapse:collapse;font-size:.92em;line-height:1.45;min-width:60%;",
    "border-top:.12rem solid var(--ink);border-bottom:.12rem solid var(--ink)}",
    "th,td{padding:.4rem 0;padding-inline-end:.9rem;text-align:start;vertical-align:top;",
    "border-bottom:1px solid var(--line)}",
    ".nb{white-space:nowrap}",
    "th{font-weight:600}.al{text-align:left}.ac{text-align:center}.ar{text-align:right}",
    ".ac,.ar{font-variant-numeric:tabular-nums}",
    ".scroll:focus-visible,pre:focus-visible{outline:.15em solid var(--link);outline-offset:.15em}",
    ".raw{white-space:pre-wrap}",

    /* Brackets: red and bold; the code of each party in its own hue. */
    ".br{background:var(--tint);padding:.08em .1em;border-radius:.2em;",
    "-webkit-box-decoration-break:clone;box-decoration-break:clone}",
    ".br>b,.edge{color:var(--mark);font-weight:700}",
    /* The signs have the direction of the paragraph, whatever the letters beside them. */
    ":root,[dir=ltr]{--side:\"\\200e\"}[dir=rtl]{--side:\"\\200f\"}",
    ".br>b::before,.br>b::after,.edge::before,.edge::after{content:var(--side)}",
    ".edge{font-size:1.12em}",
    ".slot{background:none;outline:.09em dashed var(--mark);outline-offset:-.04em;font-style:italic}",
    ".by{font-size:.72em;color:var(--soft)}",
    ".by span{white-space:nowrap}.who{unicode-bidi:isolate}",
    ".who{padding:0 .42em;font-size:1em;font-weight:650;font-style:normal;line-height:1.5;letter-spacing:.02em;",
    "text-decoration:none;text-indent:0;white-space:nowrap}",
    ".ok{display:inline-block;padding:0 .55em;border-radius:1em;background:var(--goodtint);",
    "color:var(--good);font-size:.68em;font-weight:600;line-height:1.7;white-space:nowrap;",
    "vertical-align:.08em}del .ok{text-decoration:line-through}",
    ".note{display:block;margin:.6rem 0;padding:.45rem .8rem;",
    "border-inline-start:.16rem solid var(--line);",
    "font-size:.78rem;font-weight:400;font-style:normal;line-height:1.5;text-align:start;",
    "color:var(--soft)}",

    /* The footer. */
    "footer{margin-top:3rem;padding:1.1rem 0 3rem;border-top:1px solid var(--line);",
    "font-size:.74rem;color:var(--soft);text-align:center}",
    "footer p{margin:0}.full{display:none}",

    "@media (min-width:76rem){html{font-size:118%}}",
    /* Beside the text, where that is one column. */
    "@media screen and (min-width:84rem){",
    "body:not(.wide,.two) nav{position:fixed;inset-inline-start:2rem;top:2.5rem;width:15rem;",
    "max-height:calc(100vh - 5rem);",
    "overflow-y:auto;margin:0}",
    "body:not(.wide,.two) nav details:not([open])+ol{display:block}",
    "body:not(.wide,.two) nav summary{list-style:none;cursor:default}",
    "body:not(.wide,.two) nav summary::-webkit-details-marker{display:none}",
    "body:not(.wide,.two) .note{float:inline-end;clear:inline-end;width:14rem;margin:.2rem 0 .6rem;",
    "margin-inline-end:-16.5rem}}",
    "@media (max-width:30rem){html{font-size:106%}header{padding-top:2rem}h1{font-size:1.45rem}",
    ":root{--no:2.2rem}.n{padding-inline-end:.4rem}",
    ".h{display:none}}",

    "@media print{",
    ":root{--paper:#fff;--ink:#000;--soft:#444}",
    "html{font-size:10.8pt}body{padding:0;line-height:1.5}",
    "header,main,footer{max-width:none}header{padding-top:0}",
    "nav,.skip,.h{display:none}a{color:inherit;text-decoration:none}",
    ".annex,.heading:has(+.annex){break-before:page;border:0;margin-top:0;padding-top:0}",
    ".heading+.annex{break-before:auto}",
    ".who,.ok,.br{-webkit-print-color-adjust:exact;print-color-adjust:exact}",
    "h1,h2,h3,h4,h5,h6,.heading{break-after:avoid;break-inside:avoid}",
    "tr,.closing,.note{break-inside:avoid}",
    /* Paper does not scroll: a wide table has small letters, and a browser makes the page narrower. */
    ".scroll,pre{overflow:visible}pre{white-space:pre-wrap}",
    ".scroll:has(th:nth-child(7)) table{font-size:.78em}.scroll:has(th:nth-child(7)) :is(th,td)",
    "{padding-inline-end:.5rem}.scroll:has(th:nth-child(13)){overflow-wrap:anywhere}",
    "footer{margin-top:2rem;padding-bottom:0}.full{display:inline}.short{display:none}",
    ".full{overflow-wrap:anywhere}.id{display:none}}",
    NULL,
};
/* clang-format on */

static void append_colors(GString *css, gboolean is_dark)
{
  for (guint i = 0; i < ADREF_PARTY_COLORS; i++) {
    guint color = is_dark ? adref_party_colors[i].dark : adref_party_colors[i].light;
    g_string_append_printf(css, ".p%u{--c:%u,%u,%u}", i, color >> 16, color >> 8 & 0xFF,
                           color & 0xFF);
  }
}

void adref_html_style_append_parties(GString *css)
{
  append_colors(css, FALSE);
  g_string_append(css, ".who{color:rgb(var(--c));background:var(--paper);"
                       "border:.09em solid;border-radius:.35em}"
                       ".q1{border-style:dashed}.q2{border-style:dotted}"
                       "@media screen and (prefers-color-scheme:dark){");
  append_colors(css, TRUE);
  g_string_append(css, "}");
}

void adref_html_style_append_look(GString *html, const AdrefParties *parties, const char *code)
{
  AdrefPartyLook look = adref_party_look(parties, code);
  g_string_append_printf(html, "p%u", look.color);
  if (look.frame > 0)
    g_string_append_printf(html, " q%u", look.frame);
}

void adref_html_style_append_codes(GString *html, const AdrefParties *parties, const char *words)
{
  gsize from = 0, start = 0, end;
  for (; adref_party_code_next(parties, words, &start, &end); from = start = end) {
    g_autofree char *code = g_strndup(words + start, end - start);
    adref_markup_escape_text(html, words + from, start - from);
    g_string_append(html, "<span class=\"who ");
    adref_html_style_append_look(html, parties, code);
    g_string_append_printf(html, "\">%s</span>", code);
  }
  adref_markup_escape_string(html, words + from);
}
