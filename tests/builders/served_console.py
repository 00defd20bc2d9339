"""A console served as in an office, as processes of this machine that may be killed; and somebody who visits it."""

from __future__ import annotations

import http.client
import http.cookiejar
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.builders.console import PASSWORD

PATIENCE = 240
"""Seconds: a machine that is busy."""


class _Still(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer, and not followed."""

    def redirect_request(self, *_: object) -> None:
        """No."""


@dataclass(slots=True)
class ServedConsole:
    """One console on this folder; ``begun`` again after it was killed."""

    folder: Path
    more: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    scheme: str = "http"
    port: int = 0
    placed: bool = True
    """Whether the call says at which address; otherwise it is as the settings have it."""
    before: tuple[str, ...] = ()
    """What it is started by: a program that watches it."""
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it is found."""
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def begin(self) -> None:
        """Started, and answering."""
        if not self.port:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]
        place = ["--address", f"127.0.0.1:{self.port}"] if self.placed else []
        command = [sys.executable, "-m", "console.command", "console", str(self.folder), "--no-browser", *place]
        given = {key: value for key, value in os.environ.items() if not key.startswith("DOSSIER_CONSOLE")}
        self.process = subprocess.Popen(  # noqa: S603  our own program
            [*self.before, *command, *self.more], env={**given, **self.environment}, stdout=subprocess.DEVNULL
        )
        until = time.monotonic() + PATIENCE
        while not _answers(self.port):
            assert self.process.poll() is None, "the console has ended"
            assert time.monotonic() < until, "the console does not answer"
            time.sleep(0.05)

    def worker(self) -> psutil.Process | None:
        """The process that does the jobs, where it lives."""
        assert self.process is not None
        for one in psutil.Process(self.process.pid).children():
            try:
                if "--work" in one.cmdline():
                    return one
            except psutil.Error:
                continue
        return None

    def kill(self) -> list[psutil.Process]:
        """The web process, killed as by a power cut; gives back its children, which are to end by themselves."""
        assert self.process is not None
        children = psutil.Process(self.process.pid).children(recursive=True)
        self.process.kill()
        self.process.wait(PATIENCE)
        return children

    def end(self) -> None:
        """Ended as by Ctrl-C."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(PATIENCE)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: 0 where the connection was lost."""

    status: int
    text: str = ""
    location: str = ""

    def hidden(self, action: str) -> dict[str, str]:
        """The hidden fields of the form whose address ends so."""
        forms = re.findall(r"<form[^>]*>.*?</form>", self.text, re.DOTALL)
        found = next((one for one in forms if f'{action}"' in one), "")
        return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found))


class Visitor:
    """Somebody with a browser's cookies, and no script."""

    def __init__(self, console: ServedConsole, trusted: ssl.SSLContext | None = None) -> None:
        self._console = console
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        secured = [urllib.request.HTTPSHandler(context=trusted)] if trusted else []
        self._browser = urllib.request.build_opener(_Still(), cookies, *secured)

    def login(self, name: str) -> Answer:
        """Logged in by this name."""
        page = self.get("/login")
        return self.post("/login", page.hidden("/login") | {"login": name, "password": PASSWORD})

    def get(self, path: str) -> Answer:
        """The page."""
        return self._asked(urllib.request.Request(self._console.address + path))  # noqa: S310  our own address

    def post(self, path: str, given: Mapping[str, str]) -> Answer:
        """The form sent."""
        headers = {"Referer": self._console.address + path}
        data = urllib.parse.urlencode(given).encode()
        return self._asked(urllib.request.Request(self._console.address + path, data, headers))  # noqa: S310  the same

    def _asked(self, request: urllib.request.Request) -> Answer:
        try:
            with self._browser.open(request, timeout=PATIENCE) as answer:
                return Answer(answer.status, answer.read().decode("utf-8", "replace"))
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.read().decode("utf-8", "replace"), error.headers.get("Location", ""))
        except (OSError, http.client.HTTPException):
            return Answer(0)
