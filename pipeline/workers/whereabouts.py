"""What was a worker at last? It notes so in a file, where its parent looks when it died or stands still.

A message for each file and page wakes the parent each time, some seventy times a dossier: that costs more than the
rest of what a process of its own costs. A note costs a tenth of it, and is there however the worker ended. What
people watch on a screen, a few times a second, still comes as a message.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from pipeline.workers.journal import PageRead, Place, Said, Step

_FILE = "whereabouts"
_SEEN = 0.2
"""Seconds between two messages of which somebody at a screen sees both."""


class LastNote(NamedTuple):
    """What was noted last, and when (``time.monotonic``, which all processes of a machine share)."""

    place: Place
    when: float


class Whereabouts:
    """Notes what this process is at in ``folder``; ``tell`` hears of it as often as people can see."""

    def __init__(self, folder: Path, tell: Callable[[Said], None]) -> None:
        self._path, self._tell = folder / _FILE, tell
        self._told, self._file_told = 0.0, False
        self._note: BinaryIO | None = None
        with suppress(OSError):
            self._note = self._path.open("wb", buffering=0)

    def begins(self) -> None:
        """The next unit's first word is told at once, and the first of its files."""
        self._told, self._file_told = 0.0, False

    def at(self, said: Said) -> None:
        """This comes next."""
        now = time.monotonic()
        place = said.place if isinstance(said, PageRead) else said
        first = place.step is Step.READ and not self._file_told
        if not self._noted(place, now) or first or now - self._told >= _SEEN:
            self._told, self._file_told = now, self._file_told or first
            self._tell(said)

    def _noted(self, place: Place, now: float) -> bool:
        """Whether it could be noted: the disk may be full. Then all of it is told."""
        if self._note is None:
            return False
        try:
            self._note.seek(0)
            self._note.write(json.dumps((now, place.step.value, place.path)).encode("ascii") + b"\n")
        except OSError:
            self._note.close()
            self._note = None
            # A note that is older than what was told last would blame another file.
            with suppress(OSError):
                self._path.unlink()
            return False
        return True


def last_note(folder: Path) -> LastNote | None:
    """What the worker of this folder noted last; None where it could not, or is just writing."""
    with suppress(OSError, ValueError):
        line, ended, _ = (folder / _FILE).read_bytes().partition(b"\n")
        if ended:
            when, step, path = json.loads(line)
            return LastNote(Place(Step(step), path), when)
    return None
