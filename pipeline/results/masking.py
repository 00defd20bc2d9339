"""Which personal data may the reader of a result see? Masked in this one place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

import pandas as pd

from pipeline.results.audience import Audience
from pipeline.results.batch import Batch
from pipeline.results.fetched import seen
from schemas.application import BLANKS, entries_of
from schemas.clerk_input import Amended, Correction
from schemas.decisions import AppliedDecision
from schemas.dossier import Contents, Screening
from schemas.findings import BatchFinding
from schemas.tables import LISTS

Shape = TypeVar("Shape")


_MOBILE = re.compile(r"(?<![\dA-Za-z])(?:\+?86[-\s]?)?(1[3-9]\d)[-\s]?(\d{4})[-\s]?(\d{4})(?![\dA-Za-z])")
_LANDLINE = re.compile(r"(?<!\d)(0\d{2,3})([-－—\s)）]{0,2})(\d{5,6})(\d{2})(?!\d)")
# Seven or eight digits alone are a phone only where the cell is one: elsewhere they may be any number.
_LOCAL = re.compile(r"(\d{5,6})(\d{2})")
_IDENTITY = re.compile(r"(?<![\dA-Za-z])(\d{6})(\d{8})(\d{3}[\dXx])(?![\dA-Za-z])")
_OWN = ("contact_phone", "mobile", "fax")
_PEOPLE = (("staff", "name"), ("enterprises", "contact"), ("survey", "interviewee"))
_ROLES = ("legal_representative", "contact_name")


def _phones() -> frozenset[str]:
    """The blanks and columns that hold a phone."""
    of_blanks = (key for key, blank in BLANKS.items() if blank.kind in ("phone", "mobile"))
    of_lists = (column.key for spec in LISTS.values() for column in spec.columns if column.kind == "phone")
    return frozenset((*of_blanks, *of_lists))


@dataclass(frozen=True, slots=True)
class Mask:
    """What is hidden in a text: phones but for the applicant's own, identity numbers, for the public people's names."""

    audience: Audience
    own: frozenset[str] = frozenset()
    people: re.Pattern[str] | None = None

    def text(self, text: str) -> str:
        """The text with what its reader may not see starred out."""
        if self.audience is Audience.INTERNAL:
            return text
        shown = _IDENTITY.sub(_identity, text)
        shown = _LANDLINE.sub(lambda match: self._phone(match, f"{match[1]}{match[2]}****{match[4]}"), shown)
        shown = _MOBILE.sub(lambda match: self._phone(match, f"{match[1]}****{match[3]}"), shown)
        if self.people is not None:
            shown = self.people.sub(lambda match: starred(match[0]), shown)
        return shown

    def phone(self, text: str) -> str:
        """A cell that is known to hold a phone."""
        local = _LOCAL.fullmatch(text.strip())
        if local is None or self.audience is Audience.INTERNAL or _digits(text) in self.own:
            return self.text(text)
        return f"****{local[2]}"

    def over(self, value: Shape) -> Shape:
        """The value with every text in it seen through the mask."""
        return value if self.audience is Audience.INTERNAL else _through(value, self.text)

    def _phone(self, match: re.Match[str], masked: str) -> str:
        return match[0] if _digits(match[0]) in self.own else masked


def mask_for(contents: Contents, audience: Audience) -> Mask:
    """The mask of one dossier: the applicant knows its own phones, the public nobody's."""
    if audience is Audience.INTERNAL:
        return Mask(audience)
    entries = entries_of(contents.application)
    if audience is Audience.APPLICANT:
        return Mask(audience, frozenset(_digits(entries[key].text) for key in _OWN if key in entries) - {""})
    return Mask(audience, people=pattern_of(_people(contents)))


def masked(screening: Screening, audience: Audience) -> Screening:
    """The screening as this audience may see it: every text of it has gone through the mask."""
    if audience is Audience.INTERNAL:
        return screening
    mask = mask_for(screening.contents, audience)
    contents = screening.contents
    tables = {name: _masked_table(name, frame, mask) for name, frame in contents.tables.items()}
    shown = replace(screening, contents=replace(contents, tables={}))
    through = _through(shown, mask.text)
    amended = tuple(_amended(amended_value, mask) for amended_value in contents.amended)
    return replace(through, contents=replace(through.contents, tables=tables, amended=amended))


def masked_decisions(
    over: Mapping[str, AppliedDecision], contents: Contents, audience: Audience
) -> dict[str, AppliedDecision]:
    """What clerks decided about the findings, as this audience may see it; the public does not learn their names."""
    mask = mask_for(contents, audience)
    shown = {rule: replace(applied, decision=mask.over(applied.decision)) for rule, applied in over.items()}
    if audience is not Audience.PUBLIC:
        return shown
    return {
        rule: replace(applied, decision=replace(applied.decision, name=starred(applied.decision.name)))
        for rule, applied in shown.items()
    }


def _amended(amended: Amended, mask: Mask) -> Amended:
    """A correction, what it was and what it is; a phone in a phone's cell is one however it is written."""
    clerk, hide = amended.told, mask.text
    if isinstance(clerk, Correction) and clerk.what.rpartition(".")[2] in _phones():
        hide = mask.phone
    shown = replace(mask.over(amended), read=hide(amended.read), value=hide(amended.value))
    public = mask.audience is Audience.PUBLIC
    signed = replace(shown.told, name=starred(clerk.name)) if public else shown.told
    if isinstance(signed, Correction) and isinstance(clerk, Correction):
        signed = replace(signed, value=hide(clerk.value))
    return replace(shown, told=signed)


def starred(name: str) -> str:
    """张*: a person's name as the public may see it."""
    return name[:1] + "*" * (len(name) - 1)


def masked_batch(batch: Batch, audience: Audience) -> Batch:
    """The same of a whole batch: in what dossiers share, nobody's own phones and every dossier's people."""
    if audience is Audience.INTERNAL:
        return batch
    own = {
        screening.id: masked_decisions(batch.decisions[screening.id], screening.contents, audience)
        for screening in batch.screenings
        if screening.id in batch.decisions
    }
    shared = Mask(audience, people=_everybody(batch, audience)).over(batch.findings)
    shown = seen(batch.screenings, lambda screening: masked(screening, audience))
    return replace(batch, screenings=shown, findings=shared, decisions=own)


def _everybody(batch: Batch, audience: Audience) -> re.Pattern[str] | None:
    """The people of all dossiers whom the findings about several dossiers name: not the names of a whole province."""
    if audience is not Audience.PUBLIC or not batch.findings:
        return None
    told = "\n".join(text for finding in batch.findings for text in _texts(finding))
    named = [[name for name in _people(screening.contents) if name in told] for screening in batch.screenings]
    patterns = [pattern.pattern for names in named if (pattern := pattern_of(names))]
    return re.compile("|".join(patterns)) if patterns else None


def _texts(finding: BatchFinding) -> list[str]:
    places = [text for place in finding.evidence for text in (place.file, place.sheet, place.cell, place.text)]
    return [finding.message, *finding.dossiers, *(text for text in places if text)]


def _masked_table(name: str, frame: pd.DataFrame, mask: Mask) -> pd.DataFrame:
    phones = {column.key for column in LISTS[name].columns if column.kind == "phone"}
    return _masked_frame(frame, lambda column: mask.phone if column in phones else mask.text)


def _masked_frame(frame: pd.DataFrame, hide_of: Callable[[str], Callable[[str], str]]) -> pd.DataFrame:
    """The frame with each column through its mask; as objects, or pandas makes a number of a year beside a None."""
    shown = frame.copy()
    for column in shown.columns:
        hide = hide_of(column)
        shown[column] = pd.Series([_through(value, hide) for value in frame[column]], index=frame.index, dtype=object)
    return shown


def _through(value: Shape, hide: Callable[[str], str]) -> Shape:
    """The same value with every text in it, however deep, seen through the mask."""
    shown: Any = value
    if isinstance(value, str):
        shown = hide(value) if type(value) is str else value
    elif isinstance(value, pd.DataFrame):
        shown = _masked_frame(value, lambda _: hide)
    elif isinstance(value, date):
        pass
    elif is_dataclass(value) and not isinstance(value, type):
        shown = replace(value, **{field.name: _through(getattr(value, field.name), hide) for field in fields(value)})
    elif isinstance(value, dict):
        shown = {key: _through(item, hide) for key, item in value.items()}
    elif isinstance(value, (tuple, list, frozenset)):
        shown = type(value)(_through(item, hide) for item in value)
    return shown  # type: ignore[no-any-return]


def _identity(match: re.Match[str]) -> str:
    """An identity number shows its last four; eighteen digits without a birthday in them are no such number."""
    born = match[2]
    sound = "1900" <= born[:4] <= "2099" and "01" <= born[4:6] <= "12" and "01" <= born[6:] <= "31"
    return "*" * 14 + match[3] if sound else match[0]


def _column(contents: Contents, table: str, column: str) -> list[str]:
    frame = contents.tables.get(table)
    return [] if frame is None or column not in frame else [str(value) for value in frame[column] if value]


def _people(contents: Contents) -> list[str]:
    """Whom the form and the lists of a dossier name."""
    entries = entries_of(contents.application)
    listed = (_column(contents, table, column) for table, column in _PEOPLE)
    roles = [str(entries[key].value) for key in _ROLES if key in entries and entries[key].value]
    return [name.strip() for name in (*roles, *(name for names in listed for name in names))]


def pattern_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """People's names, the longest first; one letter alone would star out half the text."""
    known = sorted(
        {name.strip() for name in names if 2 <= len(name.strip()) <= 20}, key=lambda name: (-len(name), name)
    )
    return re.compile("|".join(map(re.escape, known))) if known else None


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
