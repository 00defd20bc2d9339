"""What a clerk says a dossier holds, where the program read it wrongly or did not know it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from schemas.application import BLANKS
from schemas.locator import Box, Locator
from schemas.measures import MEASURES, SOURCES
from schemas.status import Disposition
from schemas.tables import LISTS

NO_PAPER = "none"
"""The kind of a paper that is none of those the checklists name."""
_DIGITS = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Correction:
    """One value as the clerk reads it on the paper.

    ``what`` is ``application.total_assets``, ``tables.staff.3.title`` (the third row as read) or
    ``figures.revenue.audit``; ``file`` and ``page`` say where a figure stands that was not read at all.
    ``fingerprint`` is that of what the clerk saw corrected, "" where nobody noted it.
    """

    what: str
    value: str
    name: str
    date: date
    reason: str
    fingerprint: str = ""
    file: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """What the pages of one file are: a kind of data/vocabulary/papers.yaml, or ``none``. No pages: the whole file."""

    file: str
    kind: str
    name: str
    date: date
    reason: str
    pages: tuple[int, int] | None = None
    fingerprint: str = ""

    def covers(self, place: Locator) -> bool:
        """Whether the place is on these pages."""
        if place.file != self.file:
            return False
        return self.pages is None or place.page is None or self.pages[0] <= place.page <= self.pages[1]


@dataclass(frozen=True, slots=True)
class OwnFinding:
    """What a clerk has found that no rule asks: the finding ``own.<number>``; numbers are never given twice.

    ``disposition``: ``supplement`` the applicant can mend it, ``ineligible`` it falls short, ``verify`` a person must
    look. ``article`` is what it rests on, ``file`` and ``page`` where it stands, ``box`` the frame that was drawn on
    the page (as ``Locator.bbox``); empty and None what was not said.
    """

    number: int
    text: str
    disposition: Disposition
    name: str
    date: date
    article: str = ""
    file: str = ""
    page: int | None = None
    box: Box | None = None

    @property
    def rule(self) -> str:
        """The id of its finding."""
        return f"own.{self.number}"


@dataclass(frozen=True, slots=True)
class ClerkInput:
    """Everything a clerk has said of one dossier's contents."""

    corrections: tuple[Correction, ...] = ()
    namings: tuple[Naming, ...] = ()
    own: tuple[OwnFinding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.corrections or self.namings or self.own)


NOTHING_TOLD = ClerkInput()


class CorrectionStatus(StrEnum):
    """What became of it: taken over; the paper has changed since; there is no such place; it is no such value."""

    APPLIED = "applied"
    STALE = "stale"
    ABSENT = "absent"
    UNFIT = "unfit"


@dataclass(frozen=True, slots=True)
class Amended:
    """What a clerk said, beside what the program read at that place."""

    told: Correction | Naming
    standing: CorrectionStatus
    read: str
    value: str
    place: Locator | None = None
    fingerprint: str = ""
    """That of the place as it was read this time."""

    @property
    def applied(self) -> bool:
        """Whether the screening rests on it."""
        return self.standing is CorrectionStatus.APPLIED


def fingerprint(*seen: object) -> str:
    """What a clerk saw, in sixteen characters: anything else gives others."""
    text = json.dumps(seen, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def fingerprint_of_place(sha256: str, place: Locator | None, words: str) -> str:
    """That of a value at its place, or of a whole file: another file, place or text gives another."""
    return fingerprint(sha256, [] if place is None else [place.page, place.sheet, place.cell], words)


NOT_READ = fingerprint_of_place("", None, "")
"""The fingerprint of a place where nothing was read."""


def in_words(value: object) -> str:
    """A value as text, a number without trailing noise: the same whether it comes from a frame or from JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if not isinstance(value, (int, float, Decimal)):
        return str(value)
    number = Decimal(str(value))
    text = f"{number.quantize(_DIGITS):f}" if abs(number) < 10**20 else str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def title_of(what: str) -> str:
    """What is corrected, for people: 申报表：上年末总资产; 人员名单第 3 行：职称; 营业收入（审计报告）."""
    kind, _, rest = what.partition(".")
    if kind == "application" and rest in BLANKS:
        return f"申报表：{BLANKS[rest].title}"
    parts = rest.split(".")
    if kind == "tables" and len(parts) == 3 and parts[0] in LISTS:
        columns = {column.key: column.title for column in LISTS[parts[0]].columns}
        return f"{LISTS[parts[0]].title}第 {parts[1]} 行：{columns.get(parts[2], parts[2])}"
    measure, source = figure_of(what)
    if measure in MEASURES and source in SOURCES:
        return f"{MEASURES[measure].title}（{SOURCES[source]}）"
    return what


def figure_of(what: str) -> tuple[str, str]:
    """Measure and source of ``figures.function.training.activities.form.operations``: both may hold dots."""
    rest = what.removeprefix("figures.")
    sources = sorted((source for source in SOURCES if rest.endswith(f".{source}")), key=len)
    return (rest.removesuffix(f".{sources[-1]}"), sources[-1]) if sources else (rest, "")
