"""Which edition of a regulation is in force on a day, and which one comes next?

An edition names the one that it has replaced (``follows``). What follows none, and that nobody follows, has no other.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipeline.rulebook.find import available, load
from schemas.rulebook import Rulebook


def in_force_on(name: str, day: date | None) -> str:
    """Of the editions of this rulebook the one in force on the day; the name itself where the day tells none."""
    if day is None or name not in available():
        return name
    chain = editions(load(name), (load(one) for one in available()))
    begun = [book for book in chain if book.in_force.since is not None and book.in_force.since <= day]
    return begun[-1].id if begun and len(chain) > 1 else name


def editions(book: Rulebook, known: Iterable[Rulebook]) -> list[Rulebook]:
    """All editions of this regulation, the oldest first."""
    by_id = {one.id: one for one in known} | {book.id: book}
    after = {one.follows: one for one in by_id.values() if one.follows}
    first, seen = book, {book.id}
    while first.follows in by_id and first.follows not in seen:
        first = by_id[first.follows]
        seen.add(first.id)
    chain = [first]
    while chain[-1].id in after and after[chain[-1].id] not in chain:
        chain.append(after[chain[-1].id])
    return chain
