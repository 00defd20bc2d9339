"""The first run: the one-time code that proves that somebody sits at the machine, and the demo batch."""

from __future__ import annotations

import secrets

from django.conf import settings

from console.models import Job, Person
from pipeline.results import files as result_files

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_LENGTH = 8


def code() -> str:
    """The code, made when it is first asked for; it lies in the folder of the console, which is its owner's."""
    path = settings.DATA.root / "setup-code.txt"
    if not path.is_file():
        made = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
        result_files.write(path, made.encode())
    return str(path.read_text(encoding="ascii")).strip()


def forget_code() -> None:
    """It was good for once."""
    (settings.DATA.root / "setup-code.txt").unlink(missing_ok=True)


def demo(person: Person) -> Job:
    """The demo batch, to be made by the worker."""
    return Job.objects.create(kind="demo", by=person)
