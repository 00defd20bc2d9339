"""The command `dossier console`: the pages served, and the worker beside them; or a back-up made or laid back."""

from __future__ import annotations

import os
from importlib.util import find_spec

from console import opening
from console.opening import AskedOpening
from console.options import ConsoleOptions
from console.place import DataFolder
from pipeline.results import private
from pipeline.rulebook import of_bureau
from schemas.errors import UsageError


def run(asked: ConsoleOptions) -> None:
    """Serve until Ctrl-C. UsageError where it cannot be: a part is not installed, the address is no address."""
    if find_spec("django") is None or find_spec("cheroot") is None:
        raise UsageError("网页办理需要另装一部分程序：pip install 'dossier-intake[console]'。")
    data = DataFolder(asked.data.resolve())
    wanted = AskedOpening(data.root, asked.address, tuple(asked.host or ()), asked.tls_certificate, asked.tls_key)
    now = opening.opened(wanted)
    os.environ["DOSSIER_CONSOLE_DATA"] = str(data.root)
    os.environ["DOSSIER_CONSOLE_HOSTS"] = ",".join(now.hosts)
    os.environ["DJANGO_SETTINGS_MODULE"] = "console.settings"
    if asked.restore is not None:
        from console import safe_copy

        safe_copy.restored(asked.restore.resolve(), data)
        return
    for folder in (data.incoming, data.recognised):
        private.make_folder(folder)
    of_bureau.with_folder(data.recognised)
    # It brings all that serves, and needs the environment above.
    from console import serve

    if asked.backup is not None:
        from console import safe_copy

        safe_copy.backed_up(data, asked.backup.resolve())
    elif asked.work:
        serve.work()
    else:
        serve.pages(wanted, open_browser=not asked.no_browser)
