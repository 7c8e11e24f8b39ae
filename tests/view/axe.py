#!/usr/bin/env python3
"""Runs axe-core on HTML pages in Chromium and measures them in phones; by hand, since neither is a
package that the tests ask for.

    npm install --prefix /tmp/axe axe-core
    python3 tests/view/axe.py /tmp/axe/node_modules/axe-core/axe.min.js PAGE.html...

Status 1 when axe-core finds a violation at 320, 390, 800 or 1600 pixels or on the dark page, or a
page is wider than 320 or 390 pixels."""

import base64
import json
import pathlib
import re
import subprocess
import sys
import tempfile

RUN = """<script>axe.run().then(function (found) {
  var words = JSON.stringify(found.violations.map(function (v) {
    return {id: v.id, help: v.help, at: v.nodes.map(function (n) { return n.html.slice(0, 120); })};
  }));
  document.documentElement.innerHTML =
    '<pre id="found">' + btoa(unescape(encodeURIComponent(words))) + '</pre>';
});</script>"""

MEASURE = """<iframe id="page" src="page.html" style="width:%dpx;height:900px;border:0"></iframe>
<script>onload = function () {
  document.title = page.contentDocument.documentElement.scrollWidth;
};</script>"""


def dump(page, width, dark=False):
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
               "--allow-file-access-from-files", f"--window-size={width},900",
               f"--blink-settings=preferredColorScheme={0 if dark else 1}",
               "--virtual-time-budget=20000", "--dump-dom", page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def violations(folder, markup, axe, width, dark):
    page = folder / "axe.html"
    page.write_text(markup.replace("</body>", f"<script>{axe}</script>{RUN}</body>"))
    found = re.search(r'<pre id="found">([A-Za-z0-9+/=]*)</pre>', dump(page, width, dark))
    return json.loads(base64.b64decode(found.group(1))) if found else [{"id": "axe did not run"}]


def width_in(folder, markup, width):
    (folder / "page.html").write_text(markup)
    frame = folder / "frame.html"
    frame.write_text(MEASURE % width)
    return int(re.search(r"<title>(\d+)</title>", dump(frame, 1200)).group(1))


def main():
    axe = pathlib.Path(sys.argv[1]).read_text().replace("</script>", "<\\/script>")
    status = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for path in sys.argv[2:]:
            # The page's policy would refuse the script.
            markup = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "",
                            pathlib.Path(path).read_text())
            for width, dark in (320, False), (390, True), (800, False), (1600, True):
                for found in violations(folder, markup, axe, width, dark):
                    print(f"{path}: at {width} pixels{', dark' if dark else ''}: "
                          f"{json.dumps(found, ensure_ascii=False)}")
                    status = 1
            for width in 320, 390:
                is_wide = width_in(folder, markup, width)
                if is_wide > width:
                    print(f"{path}: {is_wide} pixels wide in a phone of {width}")
                    status = 1
    return status


sys.exit(main())
