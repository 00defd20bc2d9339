"""How are the pages served, and the worker kept going beside them? What needs Django is imported once it is set up."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import webbrowser
from contextlib import suppress

import django
import typer
from cheroot.wsgi import Server
from django.conf import settings
from django.core.management import call_command

THREADS = 32
LARGEST_REQUEST = 2200 << 20
"""Bytes: one file of the largest size, and what is said of it."""

_RESTART = 5.0
"""Seconds until a worker that ended is started anew."""


def ready() -> None:
    """Django loaded, and the database as this version needs it."""
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def work() -> None:
    """The jobs, until whoever started this process is gone."""
    ready()
    from console.jobs import worker

    worker.work(parent=int(os.environ.get("DOSSIER_CONSOLE_PARENT", "0")) or None)


def pages(host: str, port: int, *, open_browser: bool) -> None:
    """The pages, until Ctrl-C."""
    ready()
    from console.acts import start
    from console.models import Person
    from console.warm.process import EVERY, LEAFING
    from console.wsgi import application

    server = Server((host, port), application, numthreads=THREADS, request_queue_size=64)
    server.max_request_body_size = LARGEST_REQUEST
    server.prepare()
    address = f"http://{host}:{server.bind_addr[1]}/"
    first = "" if Person.objects.exists() else f"setup?code={start.code()}"
    typer.echo(f"申报初审：请用浏览器打开 {address}{first}")
    if first:
        typer.echo(f"首次设置的一次性代码：{start.code()}")
    typer.echo("按 Ctrl-C 结束。")
    over = threading.Event()
    threading.Thread(target=_worker, args=(over,), daemon=True).start()
    for process in EVERY:
        threading.Thread(target=process.warm, daemon=True).start()
    if open_browser:
        with suppress(webbrowser.Error):
            webbrowser.open(address + first)
    try:
        server.serve()
    finally:
        over.set()
        server.stop()
        for process in (*EVERY, LEAFING):
            process.end()


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
