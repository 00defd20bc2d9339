"""What was recognised before: the same picture is not read twice.

In:     keys made of the pixels themselves.
Out:    what was read of them: in this process, and in a folder where one is named.
Raises: nothing: a store that cannot be read or written is a store that holds nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections import OrderedDict
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FOLDER = "DOSSIER_SCAN_CACHE"
"""Environment variable: a folder in which what was recognised is kept from run to run. Without it, nothing is."""

_MOST = 60_000
"""Entries kept in memory: lines of some thousand pages."""

_kept: OrderedDict[str, Any] = OrderedDict()


def key(pixels: NDArray[np.uint8], *about: object) -> str:
    """The key of a picture, read in one certain way."""
    digest = hashlib.sha256(repr((pixels.shape, *about)).encode())
    digest.update(np.ascontiguousarray(pixels).data)
    return digest.hexdigest()[:40]


def get(name: str) -> Any:  # noqa: ANN401  what JSON holds
    """What is kept under this key; None where nothing is."""
    if name in _kept:
        _kept.move_to_end(name)
        return _kept[name]
    store = _store(os.environ.get(FOLDER, ""))
    row = None
    if store is not None:
        with suppress(sqlite3.Error):
            row = store.execute("select said from kept where name = ?", (name,)).fetchone()
    if row is None:
        return None
    _keep(name, json.loads(row[0]))
    return _kept[name]


def put(found: dict[str, Any]) -> None:
    """Keep these entries; what they hold is made of lists, numbers and text."""
    for name, said in found.items():
        _keep(name, said)
    store = _store(os.environ.get(FOLDER, ""))
    if store is not None and found:
        rows = [(name, json.dumps(said, ensure_ascii=False)) for name, said in found.items()]
        with suppress(sqlite3.Error), store:
            store.executemany("insert or replace into kept values (?, ?)", rows)


def forget() -> None:
    """Drop what this process holds; what a folder keeps stays there."""
    _kept.clear()


def _keep(name: str, said: object) -> None:
    _kept[name] = said
    while len(_kept) > _MOST:
        _kept.popitem(last=False)


@cache
def _store(folder: str) -> sqlite3.Connection | None:
    """The store in a folder, made where there is none yet; several processes may use it at once."""
    if not folder:
        return None
    try:
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        # What was recognised is the applicant's: whatever the umask, it is its owner's alone.
        (Path(folder) / "recognised.sqlite").touch(mode=0o600)
        store = sqlite3.connect(Path(folder) / "recognised.sqlite", timeout=20)
        store.execute("pragma journal_mode = wal")
        store.execute("create table if not exists kept (name text primary key, said text)")
    except (OSError, sqlite3.Error):
        return None
    return store
