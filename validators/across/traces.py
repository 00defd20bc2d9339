"""What of one dossier may be met again in another one, with its place?

Far less than the dossier holds, so that those of a whole batch can be compared without holding their lists and texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from schemas.dossier import Contents
from schemas.locator import Locator
from schemas.names import enterprise_key, person_key
from schemas.status import FileStatus
from schemas.tables import Row, rows_of

_NOT_HANZI = re.compile(r"[^\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing: the key under which it is met again, how this dossier writes it, and where."""

    key: str
    word: str
    place: Locator


@dataclass(frozen=True, slots=True)
class PersonTrace:
    """A person of the staff list. ``age`` and ``school`` are empty where the list does not tell them."""

    key: str
    word: str
    place: Locator
    age: str
    school: str


@dataclass(frozen=True, slots=True)
class Traces:
    """Those of one dossier, each thing once. Every place has the dossier in front, as paths inside do not say which."""

    dossier: str
    enterprises: tuple[Trace, ...] = ()
    staff: tuple[PersonTrace, ...] = ()
    files: tuple[Trace, ...] = ()
    applicant: tuple[Trace, ...] = ()
    text: str = ""
    """The hanzi of the application report, without the applicant's own name."""
    report: tuple[Locator, ...] = ()
    """Where that report lies."""


def traces_of(contents: Contents) -> Traces:
    """Those of this dossier."""
    return Traces(
        contents.id,
        _enterprises(contents),
        _staff(contents),
        _files(contents),
        _applicant(contents),
        _NOT_HANZI.sub("", contents.narrative.replace(contents.applicant or "\0", "")),
        _report(contents),
    )


def _enterprises(contents: Contents) -> tuple[Trace, ...]:
    rows = [(str(row.values.get("name") or ""), row) for row in _rows(contents, "enterprises")]
    # Listed twice, it stands where it was first named, with the words and the place of the last time.
    listed = {enterprise_key(name): (name, row.places.get("name", row.evidence)) for name, row in rows if name}
    return tuple(Trace(key, name, _here(contents, place)) for key, (name, place) in listed.items())


def _staff(contents: Contents) -> tuple[PersonTrace, ...]:
    named = ((str(row.values.get("name") or ""), row) for row in _rows(contents, "staff"))
    return tuple(
        PersonTrace(
            key,
            name,
            _here(contents, row.evidence),
            str(row.values.get("age") or ""),
            enterprise_key(str(row.values.get("school") or "")),
        )
        for name, row in named
        if (key := person_key(name))
    )


def _files(contents: Contents) -> tuple[Trace, ...]:
    """Files by content; what was passed over, and what is empty, is no document."""
    told = {
        record.sha256: record.path
        for record in contents.files
        if record.status is not FileStatus.SKIPPED and record.sha256
    }
    return tuple(Trace(sha256, path, _here(contents, Locator(path))) for sha256, path in told.items())


def _applicant(contents: Contents) -> tuple[Trace, ...]:
    key = enterprise_key(contents.applicant)
    place = contents.form.evidence or Locator(contents.files[0].path if contents.files else "")
    return (Trace(key, contents.applicant, _here(contents, place)),) if key else ()


def _report(contents: Contents) -> tuple[Locator, ...]:
    places = [paper.evidence for paper in contents.papers if paper.kind == "application_report"]
    return tuple(_here(contents, place) for place in places[:1])


def _rows(contents: Contents, table: str) -> list[Row]:
    frame = contents.tables.get(table)
    return [] if frame is None else rows_of(frame)


def _here(contents: Contents, place: Locator) -> Locator:
    return replace(place, file=f"{contents.id}/{place.file}")
