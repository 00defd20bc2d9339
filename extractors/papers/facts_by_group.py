"""What do papers of one group say beside their labels: whom a report is addressed to, when a paper was signed?

In:     the lines and table rows of one paper.
Out:    facts by key, the surest first; whoever asks keeps the first of each.
Raises: nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from extractors import values
from extractors.papers.fact_values import AREA, CODE, DATE
from extractors.values.text import any_of, unspaced
from extractors.vocabulary.facts import organisation, partnership, seal_note, speaks_as, words
from schemas.locator import Locator
from schemas.papers import Fact
from schemas.uscc import credit_code

Passage = tuple[str, Locator]
Run = Sequence[Passage]
"""Pieces of text that stand side by side: the cells of a row, or one paragraph."""
Facts = Iterator[tuple[str, Fact]]

_TERM = re.compile(rf"(?P<from>{DATE.pattern})\s*+(?:起\s*+)?(?:至|到|[-—–~])\s*+(?P<until>{DATE.pattern})")
_YEAR = re.compile(r"(20\d{2})年(?:度|12月31日)")
SHORTEST_NAME = 6
"""A line is nothing but a name only where it has so many characters."""


def facts_beside_labels(group: str, runs: Sequence[Run], as_of: date) -> Facts:
    """What the papers of this group say without a label in front."""
    yield from _BY_GROUP.get(group, _of_others)(runs, as_of)


def pieces(runs: Sequence[Run]) -> Iterator[Passage]:
    """Every piece of the runs, in order."""
    return (piece for run in runs for piece in run)


def addressee(runs: Sequence[Run]) -> Fact | None:
    """Whom a report is addressed to (…有限公司全体股东：)."""
    roles = "|".join(words().lists["addressees"])
    line = re.compile(rf"^(?P<name>{organisation().pattern})(?:全体)?(?:{roles})*[:：](?=$|我们|你单位|贵)")
    auditor = re.compile(f"(?:{any_of(words().lists['auditors'])})$")
    for text, place in pieces(runs):
        match = line.match(unspaced(text))
        if match and not auditor.search(partnership().sub("", match["name"])):
            return _fact(match["name"], text, place)
    return None


def _fact(value: str, text: str, place: Locator) -> Fact:
    return Fact(value, text.strip(), place.quoting(text.strip()))


def _searched(
    runs: Sequence[Run], pattern: re.Pattern[str], group: str | int = 0
) -> Iterator[tuple[str, str, Locator]]:
    for text, place in pieces(runs):
        for match in pattern.finditer(unspaced(text)):
            yield match[group], text, place


def _last_day(runs: Sequence[Run], as_of: date) -> Facts:
    """The last date alone on a line, where a paper is signed. A voucher's date is in a row."""
    lines = [(unspaced(run[0][0]), *run[0]) for run in runs if len(run) == 1]
    alone = [
        (day, text, place)
        for bare, text, place in lines
        if DATE.fullmatch(bare) and (day := values.iso_date(bare)) is not None
    ]
    dated = [item for item in alone if item[0] <= as_of.isoformat()] or alone
    if dated:
        yield "made_on", _fact(*dated[-1])


def _codes(runs: Sequence[Run], _as_of: date) -> Facts:
    for code, text, place in _searched(runs, CODE):
        yield "uscc", _fact(code, text, place)


def _of_audits(runs: Sequence[Run], as_of: date) -> Facts:
    """Whom the report speaks of, its day and the year it is about."""
    audited = _audited(runs)
    if audited:
        yield "subject", audited
    yield from _last_day(runs, as_of)
    for year, text, place in _searched(runs, _YEAR, 1):
        yield "year", _fact(year, text, place)


def _of_credit_reports(runs: Sequence[Run], as_of: date) -> Facts:
    """The code anywhere; a name that stands alone; any day, the earliest, since the oldest page decides."""
    yield from _codes(runs, as_of)
    yield from _alone(runs)
    days = [(day, text, place) for named, text, place in _searched(runs, DATE) if (day := values.iso_date(named))]
    if days:
        yield "made_on", _fact(*min(days, key=lambda item: item[0]))


def _of_declarations(runs: Sequence[Run], as_of: date) -> Facts:
    """The name under the text, else the one that it speaks in."""
    yield from _last_day(runs, as_of)
    yield from _alone(list(reversed(runs)))
    for name, text, place in _searched(runs, speaks_as(), "name"):
        match = organisation().match(name)
        if match:
            yield "subject", _fact(match[0], text, place)


def _of_leases(runs: Sequence[Run], as_of: date) -> Facts:
    """Where the room lies, how large it is, from when to when."""
    for situated, text, place in _searched(runs, words().situated, "place"):
        yield "address", _fact(situated, text, place)
    for area, text, place in _searched(runs, AREA, 1):
        yield "area", _fact(area.replace(",", ""), text, place)
    for text, place in pieces(runs):
        match = _TERM.search(unspaced(text))
        for key in ("from", "until") if match else ():
            day = values.iso_date(match[key]) if match else None
            if day:
                yield f"term_{key}", _fact(day, text, place)
    yield from _last_day(runs, as_of)


def _of_others(runs: Sequence[Run], as_of: date) -> Facts:
    """Whom a paper is addressed to, and its last day."""
    subject = addressee(runs)
    if subject:
        yield "subject", subject
    # Other papers are full of numbers as long as a code: those of people and of certificates.
    yield from ((key, fact) for key, fact in _codes(runs, as_of) if credit_code(fact.value).sound)
    for year, text, place in _searched(runs, _period(), "year"):
        yield "year", _fact(year, text, place)
    yield from _last_day(runs, as_of)


@functools.cache
def _period() -> re.Pattern[str]:
    """费款所属期：202512, 所属期 2025年1月 至 2025年12月: the period that a list says it is of, and its last year."""
    until = r"(?:20\d{2}[年./-]?\d{0,2}月?(?:\d{1,2}日?)?(?:至|到|[-—–~]))?"
    return re.compile(
        rf"(?:{any_of(words().lists['periods'])})[:：]?{until}(?P<year>20\d{{2}})(?=年|[./-]?\d{{1,2}}(?!\d)|$)"
    )


def _alone(runs: Sequence[Run]) -> Facts:
    """A line that is nothing but the name of an organisation."""
    for text, place in pieces(runs):
        bare = re.sub(r"[:：]$", "", seal_note().sub("", unspaced(text)))
        if len(bare) >= SHORTEST_NAME and organisation().fullmatch(bare) and not words().no_holder.search(bare):
            yield "subject", _fact(bare, text, place)


def _audited(runs: Sequence[Run]) -> Fact | None:
    """Of whom the running text of a report speaks."""
    for pattern in words().audited:
        for name, text, place in _searched(runs, pattern, "name"):
            if organisation().fullmatch(name):
                return _fact(name, text, place)
    return None


_BY_GROUP: Mapping[str, Callable[[Sequence[Run], date], Facts]] = {
    "licence": _codes,
    "audit": _of_audits,
    "credit": _of_credit_reports,
    "declaration": _of_declarations,
    "lease": _of_leases,
    "property": _of_leases,
}
