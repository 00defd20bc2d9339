"""Where does a word stand: in which dossier, finding, list or file name?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models.expressions import RawSQL

from console.access.visible import dossiers_of
from console.models import DossierWork, Person, SearchEntry
from console.results.search_lines import spaced

MOST = 60
RANKED = 2000
"""Where more lines than so many hold the words, the best is no better than the next, and ranking all takes long."""

_HOLD = {
    "sqlite": "SELECT rowid FROM console_search WHERE console_search MATCH %s",
    "postgresql": "SELECT rowid FROM console_search WHERE found @@ phraseto_tsquery('simple', %s)",
}
_BEST_FIRST = {"sqlite": " ORDER BY rank", "postgresql": " ORDER BY length(words)"}


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line that was found."""

    dossier: DossierWork
    kind: str
    rule: str
    text: str


def found(person: Person, asked: str) -> list[FoundLine]:
    """What is found of it in the dossiers that exist for this person; best first, unless it is nearly everywhere."""
    phrase = spaced(asked)
    if not phrase:
        return []
    words = f'"{phrase}"' if connection.vendor == "sqlite" else phrase
    mine = SearchEntry.objects.filter(dossier__in=dossiers_of(person)).select_related("dossier", "dossier__batch")
    numbers = _numbers(f"{_HOLD[connection.vendor]} LIMIT {RANKED + 1}", words)
    if len(numbers) > RANKED:
        entries = list(mine.filter(pk__in=RawSQL(_HOLD[connection.vendor], [words]))[:MOST])  # noqa: S611  our own words
    else:
        best = _numbers(_HOLD[connection.vendor] + _BEST_FIRST[connection.vendor], words)
        rank = {number: at for at, number in enumerate(best)}
        entries = sorted(mine.filter(pk__in=numbers), key=lambda entry: rank.get(entry.pk, RANKED))[:MOST]
    return [FoundLine(entry.dossier, entry.kind, entry.rule, entry.text) for entry in entries]


def _numbers(statement: str, words: str) -> Sequence[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [words])
        return [row[0] for row in cursor.fetchall()]
