"""What do the events point at, for a person to decide? Grounds on which a title may be lost; terms that run out.

A hint is never an event: whether a violation is proven, and whether a title is lost, people say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.standing.ledger.platforms import Holder
from pipeline.standing.reckon.dues import Due
from schemas.regulation.standing import Ground, Hint


@dataclass(frozen=True, slots=True)
class Pointer:
    """One hint: about whom, the ground and its article, what it rests on (numbers of events), and until when."""

    holder: Holder
    ground: Ground
    why: str
    events: tuple[int, ...] = ()


def hints(holders: Sequence[Holder], dues: Sequence[Due], as_of: date) -> list[Pointer]:
    """Every ground that the events of a platform that holds the title point at, in the order of the platforms."""
    missing = [due for due in dues if due.kind == "report" and due.by == "platform" and not due.done]
    return [
        pointer
        for holder in holders
        if holder.rulebook.standing is not None and holder.in_force(as_of)
        for ground in holder.rulebook.standing.lost
        for pointer in _of(holder, ground, missing, as_of)
    ]


def _of(holder: Holder, ground: Ground, missing: Sequence[Due], as_of: date) -> Iterator[Pointer]:
    hint, title = ground.hint, holder.title_on(as_of)
    if hint is None or title is None:
        return
    since = title.start
    if hint.inspection:
        yield from _in_a_row(holder, ground, hint, since)
    if hint.recheck:
        yield from _results(holder, ground, "recheck", hint.recheck, "复核结果为")
    if hint.missing is not None:
        yield from _missing(holder, ground, missing, as_of)
    if hint.penalty:
        yield from _penalties(holder, ground, since)


def _missing(holder: Holder, ground: Ground, missing: Sequence[Due], as_of: date) -> Iterator[Pointer]:
    for due in missing:
        if (due.subject, due.rulebook) == (holder.name, holder.rulebook.id) and due.overdue(as_of):
            yield Pointer(holder, ground, f"{due.period} 的报送（{due.day} 到期）至今未收到")


def _penalties(holder: Holder, ground: Ground, since: date) -> Iterator[Pointer]:
    for event in holder.of("penalty"):
        if event.facts.get("proven") is True and event.day and event.day >= since:
            yield Pointer(holder, ground, f"{event.day} 的处罚或处分已查实", (event.no,))


def _in_a_row(holder: Holder, ground: Ground, hint: Hint, since: date) -> Iterator[Pointer]:
    """So many checks in a row since the title was given."""
    checks = [event for event in holder.of("inspection") if event.day and event.day >= since]
    made = [event for event in checks if not hint.by or event.text("inspector") in hint.by]
    last = made[-hint.in_a_row :]
    if len(last) == hint.in_a_row and all(event.text("result") == hint.inspection for event in last):
        days = "、".join(str(event.day) for event in last)
        yield Pointer(holder, ground, f"{days} 的检查结果为{hint.inspection}", tuple(event.no for event in last))


def _results(holder: Holder, ground: Ground, kind: str, result: str, said: str) -> Iterator[Pointer]:
    made = list(holder.of(kind))
    if made and made[-1].text("result") == result:
        yield Pointer(holder, ground, f"{made[-1].day} {said}{result}", (made[-1].no,))
