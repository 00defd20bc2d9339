"""Who is who? Events folded into platforms and, under each regulation, into holders of its title.

A platform is known by its 统一社会信用代码, else by its normalised name (schemas/names), former names included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from pipeline.standing.ledger.events import Event, PlatformRef
from schemas.days.periods import years_on
from schemas.names import enterprise_key
from schemas.regulation.standing import Ground
from schemas.rulebook import Rulebook

_UNSEEN = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True)
class HeldTitle:
    """One recognition. ``ends`` is None where the regulation sets no term.

    ``assumed``: nobody has said from which day it counts; it is taken from the document's day.
    """

    event: Event
    number: str
    day: date | None
    start: date
    ends: date | None
    assumed: bool
    kind: str = ""

    def runs(self, day: date) -> bool:
        """Whether the title's term holds the day."""
        return self.start <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Loss:
    """A title lost: on which day, on which ground, until when one may not apply."""

    event: Event
    day: date
    ground: Ground | None
    barred_until: date | None


@dataclass(frozen=True, slots=True)
class Holder:
    """One platform under one regulation: its titles and everything that was written of it, in order of days."""

    name: str
    code: str
    county: str
    rulebook: Rulebook
    titles: tuple[HeldTitle, ...]
    losses: tuple[Loss, ...]
    events: tuple[Event, ...]
    former: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The code, else the name."""
        return self.code or enterprise_key(self.name)

    def title_on(self, day: date) -> HeldTitle | None:
        """The newest title that had begun by the day."""
        begun = [title for title in self.titles if title.start <= day]
        return max(begun, key=lambda title: (title.start, title.event.no)) if begun else None

    def loss_on(self, day: date) -> Loss | None:
        """The loss that stands on the day: no title was given after it."""
        losses = [loss for loss in self.losses if loss.day <= day]
        if not losses:
            return None
        last = max(losses, key=lambda loss: (loss.day, loss.event.no))
        renewed = any(last.day < title.start <= day for title in self.titles)
        return None if renewed else last

    def in_force(self, day: date) -> bool:
        """Whether a title was held on the day."""
        return any(
            title.runs(day) and not any(title.start <= loss.day <= day for loss in self.losses) for title in self.titles
        )

    def of(self, *kinds: str) -> Iterator[Event]:
        """The events of these kinds, in order of days."""
        return (event for event in self.events if event.kind in kinds)


@dataclass(slots=True)
class _Platform:
    """A platform while its events are gathered."""

    subject: PlatformRef
    events: list[Event] = field(default_factory=list)
    former: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


class People:
    """All platforms of a ledger, found by code, name or former name."""

    def __init__(self, events: Iterable[Event], as_of: date | None = None) -> None:
        """``as_of``: events of later days are not yet known."""
        self._by_code: dict[str, _Platform] = {}
        self._by_name: dict[str, _Platform] = {}
        self.platforms: list[_Platform] = []
        for event in events:
            if as_of is None or event.day is None or event.day <= as_of:
                for subject in event.subjects:
                    self._take(event, subject)

    def find(self, said: str) -> _Platform | None:
        """The platform that a person means by this code or name."""
        return self._by_code.get(code_of(said)) or self._by_name.get(enterprise_key(said))

    def _take(self, event: Event, subject: PlatformRef) -> None:
        code, name = code_of(subject.code), enterprise_key(subject.name)
        found = self._by_code.get(code) if code else None
        namesake = self._by_name.get(name) if name else None
        if found is None and namesake is not None and not (code and namesake.subject.code):
            found = namesake
        if found is None:
            found = _Platform(replace(subject, code=code))
            if namesake is not None:
                found.doubts.append(f"与代码 {namesake.subject.code} 的平台同名，请核对是否同一单位")
            self.platforms.append(found)
        elif event.kind != "changed" and self._renamed(found, name):
            found.doubts.append(f"第 {event.no} 号记录中的名称为“{subject.name}”，请核对是否更名")
        self._know(found, PlatformRef(subject.name, code, subject.county))
        found.events.append(event)
        if event.kind == "changed":
            self._change(found, event)

    @staticmethod
    def _renamed(found: _Platform, name: str) -> bool:
        """Whether this is none of the names that the platform has or had."""
        known = {enterprise_key(one) for one in (found.subject.name, *found.former) if one}
        return bool(name and known) and name not in known

    def _know(self, found: _Platform, subject: PlatformRef) -> None:
        """Whatever was not known of the platform yet."""
        known = found.subject
        found.subject = PlatformRef(
            known.name or subject.name, known.code or subject.code, known.county or subject.county
        )
        if found.subject.code:
            self._by_code.setdefault(found.subject.code, found)
        for name in (found.subject.name, subject.name):
            if name:
                self._by_name.setdefault(enterprise_key(name), found)

    def _change(self, found: _Platform, event: Event) -> None:
        name, code, county = event.text("name"), code_of(event.text("code")), event.text("county")
        if name and enterprise_key(name) != enterprise_key(found.subject.name):
            found.former.append(found.subject.name)
            found.subject = replace(found.subject, name=name)
        found.subject = replace(found.subject, code=code or found.subject.code, county=county or found.subject.county)
        self._know(found, found.subject)


def code_of(said: str) -> str:
    """A credit code as it is compared; "" for anything that cannot be one."""
    bare = _UNSEEN.sub("", said).upper()
    return bare if len(bare) == 18 and bare.isalnum() and bare.isascii() else ""


def holders(events: Sequence[Event], books: Sequence[Rulebook], as_of: date | None = None) -> list[Holder]:
    """Every platform under every regulation whose title, list or loss was written of it, in the order of the log."""
    by_id = {book.id: book for book in books}
    found: list[Holder] = []
    for platform in People(events, as_of).platforms:
        own = sorted(platform.events, key=lambda event: (event.day or date.min, event.no))
        ids = dict.fromkeys(event.rulebook for event in own if event.rulebook in by_id)
        found += [_holder(platform, own, by_id[name]) for name in ids]
    return found


def _holder(platform: _Platform, own: Sequence[Event], book: Rulebook) -> Holder:
    events = tuple(event for event in own if event.rulebook in ("", book.id))
    doubts = [*platform.doubts, *(str(one) for event in events for one in event.facts.get("doubts", ()))]
    return Holder(
        name=platform.subject.name,
        code=platform.subject.code,
        county=platform.subject.county,
        rulebook=book,
        titles=tuple(title for event in events if (title := _title(event, book)) is not None),
        losses=tuple(_loss(event, book) for event in events if event.kind == "lost" and event.day),
        events=events,
        former=tuple(platform.former),
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _title(event: Event, book: Rulebook) -> HeldTitle | None:
    """The title that the event gives; None where it gives none, or no day of it is known."""
    if event.kind not in ("recognised", "known"):
        return None
    start, until = event.date("from"), event.date("until")
    valid = book.standing.valid if book.standing else None
    begun = start or event.day or (years_on(until, -valid.years) if until and valid else None)
    if begun is None:
        return None
    ends = until or (years_on(begun, valid.years) if valid else None)
    return HeldTitle(event, event.text("number"), event.day, begun, ends, start is None, event.text("type"))


def _loss(event: Event, book: Rulebook) -> Loss:
    day = event.day or date.min
    ground = book.standing.ground(event.text("ground")) if book.standing else None
    barred = years_on(day, ground.bar_years) if ground and ground.bar_years else None
    return Loss(event, day, ground, barred)


def day_before(day: date) -> date:
    """Yesterday of that day."""
    return day - timedelta(days=1)
