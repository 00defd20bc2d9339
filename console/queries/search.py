"""Where does a word stand: in which dossier, finding, list or file name?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db import connection

from console.access.visible import dossiers_of
from console.models import DossierWork, Person, SearchEntry
from console.results.search_lines import spaced

MOST = 60
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line that was found."""

    dossier: DossierWork
    kind: str
    rule: str
    text: str


def found(person: Person, asked: str) -> list[FoundLine]:
    """What is found of it in the dossiers that exist for this person, best first."""
    phrase = " ".join(_WORD.findall(spaced(asked)))
    if not phrase:
        return []
    numbers = _numbers(phrase)
    entries = SearchEntry.objects.filter(pk__in=numbers, dossier__in=dossiers_of(person)).select_related(
        "dossier", "dossier__batch"
    )
    rank = {number: at for at, number in enumerate(numbers)}
    listed = sorted(entries, key=lambda entry: rank[entry.pk])[:MOST]
    return [FoundLine(entry.dossier, entry.kind, entry.rule, entry.text) for entry in listed]


def _numbers(phrase: str) -> list[int]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT rowid FROM console_search WHERE console_search MATCH %s ORDER BY rank LIMIT 2000",
                [f'"{phrase}"'],
            )
            return [row[0] for row in cursor.fetchall()]
    plain = phrase.replace(" ", "")
    return list(SearchEntry.objects.filter(text__icontains=plain).values_list("pk", flat=True)[:2000])
