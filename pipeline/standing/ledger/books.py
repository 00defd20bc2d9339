"""Which regulations is a ledger kept under? The program's own rulebooks, and a bureau's, beside its ledger or not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pipeline.rulebook.find import available, load
from pipeline.rulebook.of_bureau import bureau_rulebooks
from schemas.errors import UsageError
from schemas.rulebook import Rulebook


def books(folder: Path, names: Iterable[str]) -> list[Rulebook]:
    """The rulebooks of these ids, in order; ``<id>.yaml`` in the ledger's folder goes before the program's own."""
    return [_book(folder, name) for name in dict.fromkeys(names)]


def _book(folder: Path, name: str) -> Rulebook:
    own = folder / f"{name}.yaml"
    if not own.is_file() and name not in (*available(), *bureau_rulebooks()):
        raise UsageError(f"台账中有按办法“{name}”认定的平台，程序没有这部办法。请把它的规则文件放到 {own}。")
    return load(own if own.is_file() else name)
