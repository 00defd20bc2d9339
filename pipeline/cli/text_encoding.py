"""In which encoding are the names of files, arguments and output?

In UTF-8, whatever the locale says: a service without one would spell a Chinese name otherwise than a clerk's terminal,
and the results would differ by it (the same bytes everywhere: docs/adr/0004).
"""

from __future__ import annotations

import os
import sys

_SWITCH = "PYTHONUTF8"


def in_utf8() -> None:
    """Start this command again in UTF-8 mode where Python took another encoding from the locale.

    Only where the process can be replaced by another: Windows names files in UTF-16 and needs none of it.
    """
    told = os.environ.get(_SWITCH)
    if sys.platform == "win32" or _is_utf8(sys.getfilesystemencoding()) or told == "1":
        return
    os.environ[_SWITCH] = "1"  # the processes of workers take it from here
    os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606  our own command again


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("-", "") == "utf8"
