"""Which lists went public, until when, and what was objected to them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.standing.ledger.events import Event
from pipeline.standing.ledger.platforms import Holder
from pipeline.standing.overview import Overview
from pipeline.standing.reckon.states import publicity_ends
from schemas.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class PublishedPlatform:
    """One platform of a list: what was objected to it, and whether it holds a title by now."""

    holder: Holder
    objections: Sequence[Event]
    recognised: bool


@dataclass(frozen=True, slots=True)
class OfficePublicity:
    """One list. ``until`` is None where the last day cannot be told; ``why`` says so.

    ``days``: working days; ``lacking``: sites that the regulation names and the record does not.
    """

    event: Event
    rulebook: Rulebook
    days: int | None
    until: date | None
    why: str
    lacking: Sequence[str]
    platforms: Sequence[PublishedPlatform]

    @property
    def article(self) -> str:
        """Where the regulation speaks of it."""
        section = self.rulebook.standing
        return section.publicity.article if section and section.publicity else ""

    @property
    def sites(self) -> Sequence[str]:
        """Where it was published, as it was recorded."""
        return [str(site) for site in self.event.facts.get("sites", ())]

    @property
    def recognised(self) -> int:
        """How many of them hold a title by now."""
        return sum(one.recognised for one in self.platforms)

    @property
    def unasked(self) -> list[PublishedPlatform]:
        """Those of which nobody has put down yet whether anything was objected."""
        return [one for one in self.platforms if not one.objections]


def publicities(seen: Overview) -> list[OfficePublicity]:
    """Every list of the ledger, the latest first."""
    lists: dict[int, list[Holder]] = {}
    for holder in seen.holders:
        for event in holder.of("publicity"):
            if event.date("first_day"):
                lists.setdefault(event.no, []).append(holder)
    return [_made(seen, no, own) for no, own in sorted(lists.items(), reverse=True)]


def _made(seen: Overview, no: int, own: Sequence[Holder]) -> OfficePublicity:
    holder = own[0]
    event = next(one for one in holder.of("publicity") if one.no == no)
    until, why = publicity_ends(event, holder, seen.calendar)
    rule = holder.rulebook.standing.publicity if holder.rulebook.standing else None
    said = "".join(map(str, event.facts.get("sites", ())))
    lacking = [site for site in rule.sites if site not in said] if rule and said else []
    given = event.facts.get("working_days")
    days = given if isinstance(given, int) else rule.working_days if rule else None
    return OfficePublicity(event, holder.rulebook, days, until, why, lacking, [_platform(one, event) for one in own])


def _platform(holder: Holder, event: Event) -> PublishedPlatform:
    later = [one for one in holder.of("publicity") if one.no > event.no]
    following = min((one.no for one in later if one.date("first_day")), default=None)
    objections = [one for one in later if one.text("objections") and (following is None or one.no < following)]
    first = event.date("first_day") or date.min
    return PublishedPlatform(holder, objections, any(title.start > first for title in holder.titles))
