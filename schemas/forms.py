"""What a blank form looks like, as data: the paper's own text with ``{field}`` where a blank is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.regulation.own_words import OwnBlank


@dataclass(frozen=True, slots=True)
class ListForm:
    """A list that belongs to a form: its title on the paper and its printed column heads.

    ``columns`` maps the column key of schemas.tables to the head as printed
    ("satisfied" → "满意度"); the synonyms people use stand in data/vocabulary/headings.yaml.
    Two heads may share a key (签订合作协议的单位 and 其他合作单位 are both the partner's "name").
    """

    table: str
    titles: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    source: str
    upper: tuple[str, ...] = ()
    """Columns whose printed head counts more than their measure does: 户（次） is at least the number of 户."""


@dataclass(frozen=True, slots=True)
class FormSpec:
    """One blank form of one regulation: titles, lines with blanks, the tables inside it.

    ``{_}`` in a line is a blank that is printed there and that nobody asks for: its label ends the one before.
    """

    id: str
    title: str
    source: str
    titles: tuple[str, ...]
    """Titles that only this form bears (whitespace ignored): they tell its regulation. Empty: it tells none."""
    lines: tuple[str, ...]
    tables: tuple[ListForm, ...]
    kind: str
    """The kind of paper it is (data/vocabulary/papers.yaml): application_form, review_form …"""
    in_text: bool = True
    """Whether the regulation's text shows this form. Else its blanks are custom, and nobody is asked to fill them."""

    own_blanks: tuple[OwnBlank, ...] = ()
    """Blanks that only this form has."""

    def blanks(self) -> tuple[str, ...]:
        """The keys of the blanks, in the order of the paper."""
        seen = [key for line in self.lines for key in re.findall(r"\{(\w+)\}", line)]
        return tuple(dict.fromkeys(key for key in seen if key != "_"))
