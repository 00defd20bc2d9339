"""What was done to a sample, by whom and when? The log in its folder, each line vouching for the one before it.

The log, and the log alone, holds the clock: when a draw was made is part of what it must tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline import hash_chain
from pipeline.hash_chain import START, Entry, NewEntry, Signature, canonical, digest_of, read

__all__ = ["START", "Entry", "Signature", "append", "canonical", "digest_of", "read"]

_REFUSED = "抽样记录核对不一致（{}），没有追加。请先运行 dossier sample verify。"


def append(path: Path, event: str, signature: Signature, facts: Mapping[str, object]) -> str:
    """One more line; gives back its hash. UsageError where the log does not stand."""
    return hash_chain.append(path, [NewEntry(event, facts)], signature, _REFUSED)[0]
