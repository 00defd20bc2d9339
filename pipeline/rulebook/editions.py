"""Which edition of a regulation is in force on a day, and which one comes next?

An edition names the one that it has replaced (``follows``). What follows none, and that nobody follows, has no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from pipeline.rulebook.find import available, load
from schemas.rulebook import Rulebook


def in_force_on(name: str, day: date | None) -> str:
    """Of the editions of this rulebook the one in force on the day; the name itself where the day tells none."""
    if day is None or name not in available():
        return name
    held = edition_on(editions(load(name), (load(one) for one in available())), day)
    return name if held is None else held.id


def edition_on(chain: Sequence[Rulebook], day: date) -> Rulebook | None:
    """The last of these editions that had begun on the day; None where none had."""
    begun = [book for book in chain if book.in_force.since is not None and book.in_force.since <= day]
    return begun[-1] if begun else None


def coming(book: Rulebook) -> str:
    """What is to be said of the edition that comes after this one; empty where none is known."""
    known = [load(one) for one in available()]
    chain = editions(book, known)
    after = next((later for earlier, later in pairwise(chain) if earlier.id == book.id), None)
    if after is None:
        return ""
    since = after.in_force.since
    begins = f"自 {since.isoformat()} 起施行" if since else "施行日期未载明"
    return f"本办法已有后续版本《{after.title}》（{after.number}），{begins}"


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
