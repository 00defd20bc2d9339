"""What does a paper say of itself: whose it is, when it was made, where, for whom?

In:     the lines of one paper and its tables.
Out:    facts by key: subject, made_on, registered_on, address, legal_representative, uscc, year, landlord,
        used_by, area, term_from, term_until, valid_until, title_count; a fact that the paper does not state is absent.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extractors.content.tables import Grid, distinct
from extractors.papers.cards import beside
from extractors.papers.fact_values import Reader, read_fact
from extractors.papers.facts_by_group import Passage, Run, addressee, facts_beside_labels, pieces
from extractors.papers.titled_enterprises import titled_enterprises
from extractors.values.text import unspaced
from extractors.vocabulary.facts import as_label, label_pattern, organisation, words
from schemas.papers import Fact

_CARDS = frozenset({"licence", "property"})
"""Groups of papers that are cards in two halves; the others run on."""


def paper_facts(
    kind: str, passages: Sequence[Passage], tables: Sequence[Grid], as_of: date, lines: Sequence[Passage] = ()
) -> dict[str, Fact]:
    """The facts of one paper. ``lines`` are its single lines, where it may be a card in two halves."""
    runs = [*([passage] for passage in passages), *_rows(tables)]
    group = words().group(kind)
    facts = _facts_at_labels(group, runs, lines)
    addressed = addressee(runs) if group == "audit" else None
    if addressed:
        # A statement's 编制单位 is weaker than whom the auditor writes to.
        facts["subject"] = addressed
    for key, fact in facts_beside_labels(group, runs, as_of):
        facts.setdefault(key, fact)
    if "subject" in facts and group in words().lists["rooms"]:
        facts["used_by"] = facts["subject"]
    if kind == "titled_enterprise_proof":
        facts.update(_title_count(passages, tables, as_of))
    return facts


def _facts_at_labels(group: str, runs: Sequence[Run], lines: Sequence[Passage]) -> dict[str, Fact]:
    """What stands behind the labels that papers of this group have."""
    text = as_label("".join(text for text, _ in pieces(runs)))
    facts: dict[str, Fact] = {}
    for key, labels in words().labels[group].items():
        # What cannot be in the text, no pattern need look for.
        there = [label for label in labels if as_label(label) in text]
        fact = _beside(lines, labels, read_fact(key)) if group in _CARDS else None
        fact = fact or _labelled(runs, there, read_fact(key), glued=group == "licence")
        if fact:
            facts[key] = fact
    return facts


def _beside(lines: Sequence[Passage], labels: Sequence[str], reader: Reader) -> Fact | None:
    """The first value that stands beside one of the labels of a card."""
    for parts, place in beside(lines, labels):
        # Where a name is whole, the line below it is the kind of company, whose label was not read.
        ends = (end for end in range(1, len(parts)) if organisation().fullmatch(unspaced("".join(parts[:end]))))
        text = "".join(parts[: next(ends, len(parts))])
        value = reader(text)
        if value:
            return Fact(value, text, place.quoting(text))
    return None


def _rows(tables: Sequence[Grid]) -> Iterator[Run]:
    """The rows of the tables, each cell once."""
    for table in tables:
        for row in table.rows:
            cells = [(spot.text, spot.place) for spot in distinct(row) if spot.text.strip()]
            if cells:
                yield _labels_joined(cells)


def _labels_joined(cells: Run) -> list[Passage]:
    """The cells of a row, a label that is set so wide that it fell into two made one (名 | 称)."""
    joined: list[Passage] = []
    for text, place in cells:
        if joined and as_label(joined[-1][0] + text) in words().every:
            joined[-1] = (joined[-1][0] + text, joined[-1][1])
        else:
            joined.append((text, place))
    return joined


def _labelled(runs: Sequence[Run], labels: Sequence[str], reader: Reader, *, glued: bool) -> Fact | None:
    """The first value behind one of the labels; the labels stand in the order of trust."""
    for label in labels:
        pattern = label_pattern(label, glued=glued)
        for at, run in enumerate(runs):
            for text, place in _behind(runs, at, run, pattern):
                value = reader(text)
                if value:
                    return Fact(value, text.strip(), place.quoting(text.strip()))
    return None


def _behind(runs: Sequence[Run], at: int, run: Run, pattern: re.Pattern[str]) -> Iterator[Passage]:
    """What stands behind the label: in the same piece, the next one, or the next line."""
    for index, (text, place) in enumerate(run):
        for match in pattern.finditer(text):
            rest = text[match.end() :]
            stop = words().boundary.search(rest)
            value = rest[: stop.start()] if stop else rest
            if value.strip():
                yield value, place
            elif stop is None and index + 1 < len(run):
                yield run[index + 1]
            elif stop is None and at + 1 < len(runs) and not words().boundary.match(runs[at + 1][0][0]):
                yield runs[at + 1][0]


def _title_count(passages: Sequence[Passage], tables: Sequence[Grid], as_of: date) -> dict[str, Fact]:
    named = titled_enterprises(passages, tables, as_of)
    if not named:
        return {}
    first = named[0]
    return {"title_count": Fact(str(len({titled.key for titled in named if titled.sure})), first.text, first.place)}
