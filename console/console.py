"""The command `dossier console`: the pages served, and the worker beside them."""

from __future__ import annotations

import os
from importlib.util import find_spec

from console.options import ConsoleOptions
from console.place import DataFolder
from pipeline.results import private
from schemas.errors import UsageError


def run(asked: ConsoleOptions) -> None:
    """Serve until Ctrl-C. UsageError where it cannot be: a part is not installed, the address is no address."""
    if find_spec("django") is None or find_spec("cheroot") is None:
        raise UsageError("网页办理需要另装一部分程序：pip install 'dossier-intake[console]'。")
    host, _, port = asked.address.rpartition(":")
    if not host or not port.isdecimal() or not 0 <= int(port) < 65536:
        raise UsageError(f"--address {asked.address} 应如 127.0.0.1:8470。")
    data = DataFolder(asked.data.resolve())
    private.make_folder(data.incoming)
    os.environ["DOSSIER_CONSOLE_DATA"] = str(data.root)
    os.environ["DOSSIER_CONSOLE_HOSTS"] = ",".join(dict.fromkeys(["127.0.0.1", "localhost", host, *(asked.host or ())]))
    os.environ["DJANGO_SETTINGS_MODULE"] = "console.settings"
    # It brings all that serves, and needs the environment above.
    from console import serve

    if asked.work:
        serve.work()
    else:
        serve.pages(host, int(port), open_browser=not asked.no_browser)
