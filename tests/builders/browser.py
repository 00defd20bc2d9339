"""A real browser for tests: Chromium or whatever of its kind is installed, over its debugging pipe."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_SECONDS = 60
# What may leave the page: its answer is lost where the page is gone before it is given.
_LEAVES = re.compile(r"\.click\(\)|history\.|\.submit\(\)|requestSubmit\(|location(\.href)?\s*=[^=]")
# What the browser says of a question that a navigation overtook.
_LEAVING = {
    "Inspected target navigated or closed",
    "Execution context was destroyed.",
    "Cannot find default execution context",
}
# The browser reads commands from descriptor 3 and answers on 4; ours may be those very numbers.
_STARTER = """
import fcntl, os, sys
commands, answers = (fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3])
os.dup2(commands, 3)
os.dup2(answers, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


def installed() -> str | None:
    """The browser's path: DOSSIER_BROWSER, or one that is installed."""
    return os.environ.get("DOSSIER_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)


class PageLeftError(Exception):
    """The page was left for another while it was asked something."""


class Tab:
    """One page; remembers every request and every complaint."""

    def __init__(self, asked: int, answers: int) -> None:
        self._asked, self._answers = asked, answers
        self._numbers = itertools.count(1)
        self._left = b""
        self._session = ""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.offline(True)

    def call(self, method: str, **given: object) -> dict[str, Any]:
        """One command, and its answer."""
        number = next(self._numbers)
        told = {"id": number, "method": method, "params": given} | (
            {"sessionId": self._session} if self._session else {}
        )
        os.write(self._asked, json.dumps(told).encode() + b"\0")
        while True:
            message = self._message()
            if message.get("id") == number:
                if message.get("error", {}).get("message") in _LEAVING:
                    raise PageLeftError(message["error"]["message"])
                assert "error" not in message, message
                return dict(message["result"])

    def open(self, path: Path, width: int = 1280, *, dark: bool = False, media: str = "screen") -> None:
        """Open a file as a clerk does, from the disk."""
        self.requests.clear()
        self.complaints.clear()
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.call("Page.navigate", url=path.resolve().as_uri())
        self.wait("document.readyState === 'complete' && location.protocol === 'file:'")

    def offline(self, off: bool) -> None:
        """Whether the network is cut: always, but where a page of a server of ours on this machine is looked at."""
        self.call(
            "Network.emulateNetworkConditions", offline=off, latency=0, downloadThroughput=-1, uploadThroughput=-1
        )

    def visit(self, address: str, size: tuple[int, int] = (1366, 768), *, dark: bool = False) -> None:
        """Open a page of a server on this machine."""
        assert address.startswith("http://127.0.0.1:"), address
        self.offline(False)
        width, height = size
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media="screen", features=[scheme])
        self.call("Page.navigate", url=address)
        self.wait("document.readyState === 'complete' && location.protocol === 'http:'")

    def picture(self) -> bytes:
        """What is to be seen, a PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def press(
        self, code: str, key: str = "", *, shift: bool = False, ctrl: bool = False, composing: bool = False
    ) -> None:
        """A key by its place on the keyboard: KeyJ, BracketLeft, Escape. ``composing``: as an IME sends it (229)."""
        known = key or (code[3:].lower() if code.startswith("Key") else code.removeprefix("Digit"))
        number = 229 if composing else {"Enter": 13, "Escape": 27, "Tab": 9}.get(known, ord(known.upper()[0]))
        text = "" if composing or ctrl or len(known) > 1 else known
        told = {"code": code, "key": "Process" if composing else known, "windowsVirtualKeyCode": number}
        told |= {"modifiers": 8 * shift + 2 * ctrl}
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **told)
        self.call("Input.dispatchKeyEvent", type="keyUp", **told)

    def write(self, text: str) -> None:
        """Words typed into the field that has the focus."""
        self.call("Input.insertText", text=text)

    def click(self, what: str) -> None:
        """The mouse on the first thing that this selector finds."""
        middle = (
            f"(() => {{ const one = document.querySelector({json.dumps(what)}); if (!one) return null;"
            " one.scrollIntoView({block: 'nearest'}); const at = one.getBoundingClientRect();"
            " return [at.left + at.width / 2, at.top + at.height / 2] })()"
        )
        at = self.say(middle)
        assert at, f"nothing to click: {what}"
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=at[0], y=at[1], button="left", clickCount=1)

    def choose(self, what: str, paths: list[Path]) -> None:
        """These files, or this folder, chosen in the field that the selector finds."""
        found = self.call("Runtime.evaluate", expression=f"document.querySelector({json.dumps(what)})")
        self.call("DOM.setFileInputFiles", files=[str(one) for one in paths], objectId=found["result"]["objectId"])

    def say(self, script: str) -> Any:
        """What the expression comes to; nothing where it is one that may leave the page, and did."""
        try:
            answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        except PageLeftError:
            if _LEAVES.search(script):
                return None
            raise
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait(self, script: str) -> None:
        """Until the expression is true; a page that is left while it is asked has not answered yet."""
        until = time.monotonic() + _SECONDS

        def true() -> bool:
            with contextlib.suppress(PageLeftError):
                return bool(self.say(script))
            return False

        while not true():
            assert time.monotonic() < until, f"never true: {script}"
            time.sleep(0.02)

    def key(self, key: str) -> None:
        """One key pressed and let go."""
        text = {"Enter": "\r"}.get(key, "")
        code = {"Enter": 13, "Tab": 9}[key]
        pressed = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **pressed)
        self.call("Input.dispatchKeyEvent", type="keyUp", **pressed)

    def printed(self) -> bytes:
        """The page as it is printed, a PDF."""
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"])

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._answers], [], [], _SECONDS)
            assert ready, "the browser does not answer"
            more = os.read(self._answers, 1 << 20)
            assert more, "the browser has ended"
            self._left += more
        text, _, self._left = self._left.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        self._noted(message.get("method", ""), message.get("params", {}))
        return message

    def _noted(self, method: str, told: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(told["exceptionDetails"]))
        elif method == "Log.entryAdded" and told["entry"]["level"] in {"warning", "error"}:
            self.complaints.append(told["entry"]["text"])
        elif method == "Runtime.consoleAPICalled":
            self.complaints.append(str(told["args"]))


@contextlib.contextmanager
def tab(profile: Path) -> Iterator[Tab]:
    """A page of a browser of our own, gone afterwards."""
    (theirs_in, asked), (answers, theirs_out) = os.pipe(), os.pipe()
    options = "--headless=new --remote-debugging-pipe --no-first-run --disable-gpu --disable-dev-shm-usage --no-sandbox"
    started = [sys.executable, "-c", _STARTER, str(theirs_in), str(theirs_out), str(installed())]
    command = [*started, *options.split(), f"--user-data-dir={profile}"]
    browser = subprocess.Popen(  # noqa: S603  a browser found on the path
        command, pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        yield Tab(asked, answers)
    finally:
        browser.terminate()
        browser.wait(_SECONDS)
        os.close(asked)
        os.close(answers)
