"""Who does something on the command line, and when?"""

from __future__ import annotations

import getpass
from datetime import datetime

from pipeline.sampling.record.log import Signature
from schemas.errors import UsageError


def signature(by: str, at: str) -> Signature:
    """The name given, else the system's user; the time given, else now."""
    try:
        when = datetime.fromisoformat(at) if at else datetime.now().astimezone()
    except ValueError as error:
        raise UsageError(f"--at {at} 不是时间。请写成 2026-03-15T09:30:00+08:00 这样。") from error
    return Signature(by or _user(), when.isoformat(timespec="seconds"))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
