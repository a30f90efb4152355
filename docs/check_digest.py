"""Check the weekly digest as people meet it: in a browser, by day and night, narrow and wide, on paper.

    python docs/check_digest.py week.html --chromium /usr/bin/chromium --axe axe.min.js [--pictures DIR]

Opens the page in a headless Chromium that is steered through a pipe and, for each way of
looking at it,

- runs axe-core over it, all rules for WCAG 2.2 A and AA and axe's best practices, and fails
  on any finding;
- fails if anything is cut off sideways;
- fails if the page has asked for anything but itself, or if a script of its own could run.

Needs Chromium, and `axe.min.js` from the npm package axe-core; neither is part of the tests.
A page to check:

    sheetsync demo /tmp/demo --today 2026-03-20
    sheetsync review /tmp/demo/sheetsync-demo.xlsx --today 2026-03-20 --html week.html
"""

import argparse
import base64
import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

LOOKS = [
    ("light-wide", "screen", "light", 1200),
    ("light-narrow", "screen", "light", 360),
    ("dark-wide", "screen", "dark", 1200),
    ("dark-narrow", "screen", "dark", 360),
    ("print", "print", "light", 794),
]
AXE = """
axe.run(document, {runOnly: {type: 'tag', values: [
  'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})
.then(r => JSON.stringify({
  rules: r.passes.length + r.violations.length + r.incomplete.length,
  unsure: r.incomplete.map(v => v.id + ' (' + v.nodes.length + ')'),
  found: r.violations.map(v => ({
    id: v.id, impact: v.impact, help: v.help,
    nodes: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary)}))}))
"""
WIDE = """
JSON.stringify({wide: document.documentElement.scrollWidth, room: window.innerWidth,
  out: [...document.querySelectorAll('body *')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && (box.right > window.innerWidth + 1 || box.left < -1)
  }).slice(0, 5).map(e => e.outerHTML.slice(0, 120))})
"""


class Browser:
    """A Chromium that is told what to do through a pipe (DevTools protocol)."""

    def __init__(self, to, back):
        self.to, self.back, self.rest = to, back, b""
        self.number, self.events, self.session = 0, [], None

    def opens(self):
        """Go on with a new tab, about which nothing has been told yet."""
        self.session, self.events = None, []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.next()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']['message']}")
                return answer["result"]
            if answer.get("sessionId") == self.session:
                self.events.append(answer)

    def next(self):
        while b"\0" not in self.rest:
            part = os.read(self.back, 1 << 16)
            if not part:
                raise SystemExit("Chromium has ended before it answered.")
            self.rest += part
        line, _, self.rest = self.rest.partition(b"\0")
        return json.loads(line)

    def until(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.next())

    def value(self, code):
        told = self.call("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in told:
            raise SystemExit(told["exceptionDetails"]["exception"].get("description", "no result"))
        return told["result"].get("value")


@contextmanager
def browser(chromium):
    """Start one, and end it afterwards."""
    hears, to = os.pipe()
    back, says = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        own = [
            "--headless=new", "--remote-debugging-pipe", f"--user-data-dir={home}", "--no-sandbox",
            "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-extensions",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ]
        # The protocol's pipe is file 3 to Chromium and file 4 back.
        script = f'exec "$0" "$@" 3<&{hears} 4>&{says}'
        program = subprocess.Popen(
            ["sh", "-c", script, chromium, *own],
            pass_fds=(hears, says), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(hears)
        os.close(says)
        try:
            yield Browser(to, back)
        finally:
            program.terminate()
            program.wait(timeout=20)
            os.close(to)
            os.close(back)


def look(shown, page, axe, way, pictures):
    """Say what is wrong with the page when it is looked at in one way."""
    name, media, scheme, width = way
    shown.opens()
    shown.call("Emulation.setEmulatedMedia", media=media,
               features=[{"name": "prefers-color-scheme", "value": scheme}])
    shown.call("Emulation.setDeviceMetricsOverride",
               width=width, height=900, deviceScaleFactor=1, mobile=False)
    shown.call("Page.navigate", url=page.as_uri())
    shown.until("Page.loadEventFired")
    wide = json.loads(shown.value(WIDE))
    asked = [
        event["params"]["request"]["url"]
        for event in shown.events
        if event.get("method") == "Network.requestWillBeSent"
    ]
    scripts = shown.value("document.scripts.length")
    if pictures:
        kept = shown.call("Page.captureScreenshot", captureBeyondViewport=True)
        first = shown.call("Page.captureScreenshot")
        (pictures / f"{name}-whole.png").write_bytes(base64.b64decode(kept["data"]))
        (pictures / f"{name}.png").write_bytes(base64.b64decode(first["data"]))
        if media == "print":
            paper = shown.call("Page.printToPDF", printBackground=False)
            (pictures / "print.pdf").write_bytes(base64.b64decode(paper["data"]))
    shown.value(axe.read_text(encoding="utf-8") + ";1")
    result = json.loads(shown.value(AXE))
    wrong = [f"axe: {each['impact']}: {each['id']}: {each['help']}\n    " + "\n    ".join(each["nodes"])
             for each in result["found"]]
    if wide["wide"] > wide["room"] or wide["out"]:
        wrong.append(f"cut off: {wide['wide']} of {wide['room']} pixels; {wide['out']}")
    wrong += [f"asked for {url}" for url in asked if url != page.as_uri()]
    if scripts:
        wrong.append(f"{scripts} scripts in the page")
    unsure = f"; axe leaves to a person: {', '.join(result['unsure'])}" if result["unsure"] else ""
    print(f"{name}: {result['rules']} rules, {len(asked)} request, {len(wrong)} wrong{unsure}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", type=Path)
    parser.add_argument("--chromium", required=True)
    parser.add_argument("--axe", required=True, type=Path)
    parser.add_argument("--pictures", type=Path, help="keep PNGs and a PDF in this folder")
    told = parser.parse_args()
    if told.pictures:
        told.pictures.mkdir(parents=True, exist_ok=True)
    with browser(told.chromium) as shown:
        wrong = [
            f"{way[0]}: {each}"
            for way in LOOKS
            for each in look(shown, told.page.resolve(), told.axe, way, told.pictures)
        ]
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
