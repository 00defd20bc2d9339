"""Does a rulebook say what its regulation says? Every citation, every number, every clause, both ways.

From the rulebook to the text: the cited article exists, and what the rule says stands in it. From the text to the
rulebook: every quantity and clause in the articles on 条件 has its rule or is left to people by name, and every item
of a checklist article has its material, with all that the item asks of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.rulebook.articles import Regulation
from pipeline.rulebook.check_standing import check_standing
from pipeline.rulebook.checks.annexes import annexes
from pipeline.rulebook.checks.asked import asked
from pipeline.rulebook.checks.claims import cited, claims
from pipeline.rulebook.checks.clauses import clauses
from pipeline.rulebook.checks.demands import demands
from pipeline.rulebook.checks.flags import flags
from pipeline.rulebook.checks.functions import functions
from pipeline.rulebook.checks.head import head
from pipeline.rulebook.checks.numbers import numbers
from pipeline.rulebook.checks.papers import papers
from pipeline.rulebook.checks.points import points
from pipeline.rulebook.checks.qualities import qualities
from pipeline.rulebook.checks.relaxed import relaxed
from pipeline.rulebook.checks.seen import seen
from pipeline.rulebook.known_words import Problem, unknown_words
from pipeline.rulebook.parse import Parsed
from schemas.regulation.catalogue import while_speaking


def check(parsed: Parsed, regulation: Regulation | None) -> list[Problem]:
    """Everything wrong with the rulebook, in the order of the file. Without a text: its words alone."""
    problems = unknown_words(parsed)
    if regulation is not None:
        with while_speaking(parsed.rulebook.own):
            problems += _against(parsed, regulation)
    return sorted(set(problems))


def _against(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    claimed = tuple(claims(parsed))
    yield from head(parsed, regulation)
    yield from _citations(parsed, regulation)
    yield from numbers(parsed, regulation, claimed)
    yield from qualities(parsed, regulation, claimed)
    yield from clauses(parsed, regulation, claimed)
    yield from points(parsed, regulation)
    yield from asked(parsed, regulation)
    yield from relaxed(parsed, regulation)
    yield from functions(parsed, regulation)
    yield from papers(parsed, regulation)
    yield from flags(parsed, regulation)
    yield from demands(parsed, regulation)
    yield from seen(parsed, regulation)
    yield from annexes(parsed, regulation)
    yield from check_standing(parsed, regulation)


def _citations(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    for line, article in cited(parsed):
        if regulation.piece(article) is None:
            yield Problem(line, f"办法里没有{article}，请改正条款号")
