"""What is every check given? One dossier, its rulebook, the day, and what could not be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from schemas.application import Entry, entries_of
from schemas.dossier import Contents, FileRecord
from schemas.figures import Figure, figures_of
from schemas.rulebook import Procedure, Rulebook
from schemas.status import FileStatus


def is_unread(record: FileRecord) -> bool:
    """Whether the file, or a page of it, could not be read."""
    in_part = record.unread_pages > 0 or bool(record.unread)
    return record.status is FileStatus.UNREADABLE or (record.status is FileStatus.READ and in_part)


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier held against one procedure of one rulebook on one day.

    ``figures`` by measure, in reading order; ``entries`` by blank.
    """

    contents: Contents
    rulebook: Rulebook
    procedure: Procedure
    as_of: date
    figures: Mapping[str, tuple[Figure, ...]]
    entries: Mapping[str, Entry]

    def of(self, measure: str) -> tuple[Figure, ...]:
        """Every figure of this measure."""
        return self.figures.get(measure, ())

    @property
    def blind(self) -> bool:
        """Whether anything at all of the dossier could not be read."""
        return any(is_unread(record) for record in self.contents.files)


def case_of(contents: Contents, rulebook: Rulebook, procedure: str, as_of: date) -> Case:
    """The case, with what all checks look up sorted once."""
    figures: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures_of(contents.figures):
        figures[figure.measure].append(figure)
    return Case(
        contents,
        rulebook,
        rulebook.procedures[procedure],
        as_of,
        {measure: tuple(stated) for measure, stated in figures.items()},
        entries_of(contents.application),
    )
