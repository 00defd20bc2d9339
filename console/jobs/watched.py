"""Looks at the folder that is watched, every fifteen seconds; what has lain still for thirty waits to be received.

Network shares tell nobody of a change, so that one has to look. A thread of its own: a screening may take hours.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, close_old_connections

from console import house
from console.acts.incoming import arrivals
from pipeline.watching import sight
from pipeline.watching.still import Sightings
from schemas.errors import RulebookError, UsageError

LOOK = 15.0
"""Seconds between two looks."""

STILL = 30.0
"""Seconds for which size and time of every file of it must not have changed."""


class FolderWatch:
    """What was seen of the folder that is set; another folder is looked at anew."""

    def __init__(self) -> None:
        self._folder = ""
        self._sightings = Sightings(STILL)

    def look(self, now: float) -> None:
        """One look. ``now``: seconds on a clock that only goes forward."""
        folder = house.of(settings.DATA.root).watch_from
        if folder != self._folder:
            self._folder, self._sightings = folder, Sightings(STILL)
        seen = sight.look(Path(folder), settings.DATA.root) if folder else None
        if seen is None:
            return
        changes = self._sightings.note(seen, now)
        for name in changes.ready:
            arrived = arrivals.noted(name, seen[name])
            if arrived is not None:
                arrivals.taken_by_itself(arrived)
        self._sightings.screened(changes.ready)
        arrivals.forgotten(seen)


def watching(over: threading.Event) -> threading.Thread:
    """The thread, begun; it ends with the event."""
    thread = threading.Thread(target=_looking, args=(over,), daemon=True)
    thread.start()
    return thread


def _looking(over: threading.Event) -> None:
    watch = FolderWatch()
    while not over.wait(LOOK):
        close_old_connections()
        try:
            watch.look(time.monotonic())
        except (OSError, DatabaseError, UsageError, RulebookError):
            # A share that is gone for a night, a setting being written: looked at again at the next turn.
            continue
        finally:
            close_old_connections()
