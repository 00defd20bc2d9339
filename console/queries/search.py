"""Where does a word stand: in which dossier, finding, list or file name?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from console.access.visible import dossiers_of
from console.models import DossierWork, Person, SearchEntry
from console.results.search_lines import spaced

MOST = 60


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line that was found."""

    dossier: DossierWork
    kind: str
    rule: str
    text: str


def found(person: Person, asked: str) -> list[FoundLine]:
    """What is found of it in the dossiers that exist for this person, best first."""
    phrase = spaced(asked)
    if not phrase:
        return []
    numbers = _numbers(phrase)
    entries = SearchEntry.objects.filter(pk__in=numbers, dossier__in=dossiers_of(person)).select_related(
        "dossier", "dossier__batch"
    )
    rank = {number: at for at, number in enumerate(numbers)}
    listed = sorted(entries, key=lambda entry: rank[entry.pk])[:MOST]
    return [FoundLine(entry.dossier, entry.kind, entry.rule, entry.text) for entry in listed]


_ASKED = {
    "sqlite": "SELECT rowid FROM console_search WHERE console_search MATCH %s ORDER BY rank LIMIT 2000",
    "postgresql": "SELECT rowid FROM console_search WHERE found @@ phraseto_tsquery('simple', %s) LIMIT 2000",
}


def _numbers(phrase: str) -> list[int]:
    asked = f'"{phrase}"' if connection.vendor == "sqlite" else phrase
    with connection.cursor() as cursor:
        cursor.execute(_ASKED[connection.vendor], [asked])
        return [row[0] for row in cursor.fetchall()]
