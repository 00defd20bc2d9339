"""A console that is served as it is in an office, for a browser to look at, and what tests ask of its pages."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.builders.browser import Tab
from tests.builders.console import PASSWORD

SECONDS = 240
"""Patience with a machine that is busy."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The console of this folder, web process and worker; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "console.command", "console", str(folder), "--no-browser", "--address", address]
    given = {key: value for key, value in os.environ.items() if not key.startswith("DOSSIER_CONSOLE")}
    server = subprocess.Popen(command, env=given, stdout=subprocess.DEVNULL)  # noqa: S603  our own program
    try:
        _wait_for(f"http://{address}/login")
        yield f"http://{address}"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(SECONDS)


def _wait_for(address: str) -> None:
    until = time.monotonic() + SECONDS
    while True:
        try:
            urllib.request.urlopen(address, timeout=2)  # noqa: S310  our own machine
        except OSError:
            assert time.monotonic() < until, "the console does not answer"
            time.sleep(0.2)
        else:
            return


def login(tab: Tab, address: str, who: str) -> None:
    """Logged in as a person does it."""
    tab.visit(f"{address}/login")
    for field, text in (("login", who), ("password", PASSWORD)):
        tab.click(f"[name={field}]")
        tab.write(text)
    tab.click("button.main")
    tab.wait("location.pathname === '/' && document.readyState === 'complete'")


def page_says(text: str) -> str:
    """An expression: the page that is being shown holds this text; false while another is being loaded."""
    return f"(document.body?.textContent ?? '').includes('{text}') && document.readyState === 'complete'"


def fill(tab: Tab, css: str, text: str) -> None:
    """A field set to this, where typing would depend on the language of the browser: dates, choices."""
    tab.say(f"void (document.querySelector('{css}').value = '{text}')")


def give_file(tab: Tab, css: str, path: Path) -> None:
    """A file chosen in the field, as the dialog of the system does it."""
    root = tab.call("DOM.getDocument")["root"]["nodeId"]
    node = tab.call("DOM.querySelector", nodeId=root, selector=css)["nodeId"]
    tab.call("DOM.setFileInputFiles", nodeId=node, files=[str(path)])
