"""How are the pages served, and the worker kept going beside them? What needs Django is imported once it is set up."""

from __future__ import annotations

import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import django
import typer
from cheroot.ssl.builtin import BuiltinSSLAdapter
from cheroot.wsgi import Server
from django.conf import settings
from django.core.management import call_command
from filelock import FileLock, Timeout

from console import network, opening
from console.opening import AskedOpening, Opening
from schemas.errors import UsageError

THREADS = 32
LARGEST_REQUEST = 2200 << 20
"""Bytes: one file of the largest size, and what is said of it."""

_RESTART = 5.0
"""Seconds until a worker that ended is started anew."""

_LAST_ANSWER = 1.0
"""Seconds that the page has which says where the console is found from now on."""


class PatientTls(BuiltinSSLAdapter):
    """TLS whose handshake is done by the thread that reads, so that a client that says nothing keeps nobody waiting."""

    def wrap(self, sock: socket.socket) -> tuple[ssl.SSLSocket, dict[str, Any]]:
        """The socket, and what the application is told of it."""
        wrapped = self.context.wrap_socket(
            sock, server_side=True, do_handshake_on_connect=False, suppress_ragged_eofs=True
        )
        return wrapped, {"wsgi.url_scheme": "https", "HTTPS": "on"}


def ready() -> None:
    """Django loaded, and the database as this version needs it."""
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def work() -> None:
    """The jobs, until whoever started this process is gone."""
    # A console that is started in the background of a script has this signal ignored, and no job could be stopped.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    ready()
    from console.jobs import worker

    worker.work(parent=int(os.environ.get("DOSSIER_CONSOLE_PARENT", "0")) or None)


def pages(asked: AskedOpening, *, open_browser: bool) -> None:
    """The pages, until Ctrl-C; opened anew where somebody chooses another address or certificate in the settings."""
    with _alone():
        _opened(asked, open_browser=open_browser)


@contextmanager
def _alone() -> Iterator[None]:
    """Nobody else serves this folder: two consoles on one would each have a worker of its own."""
    lock = FileLock(settings.DATA.root / "console.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise UsageError(f"{settings.DATA.root} 的网页办理已经在运行。请在浏览器中打开它，或先结束它。") from None
    with lock:
        yield


def _opened(asked: AskedOpening, *, open_browser: bool) -> None:
    ready()
    from console.warm.process import EVERY, ON_DEMAND

    over = threading.Event()
    threading.Thread(target=_worker, args=(over,), daemon=True).start()
    for process in EVERY:
        threading.Thread(target=process.warm, daemon=True).start()
    try:
        while _served(opening.opened(asked), open_browser=open_browser):
            open_browser = False
    finally:
        over.set()
        for process in (*EVERY, *ON_DEMAND):
            process.end()


def _served(now: Opening, *, open_browser: bool) -> bool:
    """Serve at this address; True where another one was chosen meanwhile."""
    from console.acts import start
    from console.models import Person
    from console.wsgi import application

    network.CHANGED.clear()
    _heeded(now)
    server = Server((now.host, now.port), application, numthreads=THREADS, request_queue_size=64)
    server.max_request_body_size = LARGEST_REQUEST
    if now.certificate is not None:
        server.ssl_adapter = PatientTls(str(now.certificate.path), str(now.certificate.key))
        server.ssl_adapter.context.minimum_version = ssl.TLSVersion.TLSv1_2
    server.prepare()
    address = now.address(server.bind_addr[1])
    first = "" if Person.objects.exists() else f"setup?code={start.code()}"
    typer.echo(f"申报初审：请用浏览器打开 {address}{first}")
    if first:
        typer.echo(f"首次设置的一次性代码：{start.code()}")
    typer.echo("按 Ctrl-C 结束。")
    sys.stdout.flush()
    threading.Thread(target=_ended_by_change, args=(server,), daemon=True).start()
    if open_browser:
        with suppress(webbrowser.Error):
            webbrowser.open(address + first)
    try:
        server.serve()
    finally:
        server.stop()
    return network.CHANGED.is_set()


def _heeded(now: Opening) -> None:
    """Django's settings as this opening needs them: who may call, and whether a cookie goes over a bare line."""
    settings.ALLOWED_HOSTS = list(now.hosts)
    secured = settings.SECURED or now.certificate is not None
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = secured


def _ended_by_change(server: Server) -> None:
    network.CHANGED.wait()
    time.sleep(_LAST_ANSWER)
    if server.ready:
        server.stop()


def _worker(over: threading.Event) -> None:
    """The worker's process, started anew whenever it ends."""
    command = [sys.executable, "-m", "console.command", "console", str(settings.DATA.root), "--work"]
    given = os.environ | {"DOSSIER_CONSOLE_PARENT": str(os.getpid())}
    while not over.is_set():
        with subprocess.Popen(command, env=given) as process:
            while process.poll() is None and not over.wait(1.0):
                pass
            if process.poll() is None:
                process.terminate()
        over.wait(_RESTART)
