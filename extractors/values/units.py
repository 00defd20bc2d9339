"""Which units and which words around a number are there (data/vocabulary/units.yaml)?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extractors.values.text import any_of
from schemas.data_files import vocabulary_file
from schemas.strict_yaml import Marked

_STEPS = ("万", "亿")
"""Also units of money, but behind a number they belong to it."""


@dataclass(frozen=True, slots=True)
class Units:
    """The units, and the patterns that find them behind a number."""

    money: Mapping[str, int]
    """Powers of ten of a 元."""
    families: Mapping[str, frozenset[str]]
    either: Mapping[str, frozenset[str]]
    printed: tuple[str, ...]
    prose: Mapping[str, str]
    """Regular expressions of units in running text, by what they count."""
    unit: re.Pattern[str]
    foreign: re.Pattern[str]
    about_before: re.Pattern[str]
    counted: re.Pattern[str]
    about_after: re.Pattern[str]
    at_least: re.Pattern[str]
    """Words around a number that say: at least so many."""
    counted_apart: re.Pattern[str]
    """A number and, in brackets or after a comma, how many it counts in or leaves out."""
    left_out: re.Pattern[str]
    """What of such a remark says that they are left out."""
    remarks: tuple[str, ...]
    """How a remark on a value begins."""
    remark: re.Pattern[str]
    """What is said of a number right behind it: without digits in brackets, or led by one of ``remarks``."""

    def compatible(self, written: str, target: str) -> bool:
        """Whether the one unit is written for the other; where either is unknown, nothing speaks against it."""
        if not written or not target or written == target:
            return True
        if target in self.either:
            return written in self.either[target]
        return any(written in family and target in family for family in self.families.values())


@cache
def units() -> Units:
    """The units, read once."""
    words = "printed foreign about_before counted about_after at_least remarks counted_apart left_out"
    fields = vocabulary_file("units").fields(f"money families either in_prose {words}")
    money = {unit: power.whole() for unit, power in fields["money"].pairs()}
    families = {name: frozenset(listed.words()) for name, listed in fields["families"].pairs()}
    either = {unit: frozenset().union(*_families(chosen, families)) for unit, chosen in fields["either"].pairs()}
    every = [
        *(unit for unit in money if unit not in _STEPS),
        *(unit for family in families.values() for unit in family),
    ]
    return Units(
        money=money,
        families=families,
        either=either,
        printed=fields["printed"].words(),
        prose={kind: pattern.pattern().pattern for kind, pattern in fields["in_prose"].pairs()},
        unit=re.compile(any_of([*every, *either])),
        foreign=re.compile(any_of(fields["foreign"].words())),
        about_before=re.compile(any_of(fields["about_before"].words())),
        counted=re.compile(any_of(fields["counted"].words())),
        about_after=re.compile(any_of(fields["about_after"].words())),
        at_least=re.compile(any_of(fields["at_least"].words())),
        counted_apart=re.compile(
            rf"\d[^\d（()）]{{0,4}}[（(，,](?:{any_of(fields['counted_apart'].words())})[^\d（()）]{{0,12}}\d"
        ),
        left_out=re.compile(any_of(fields["left_out"].words())),
        remarks=fields["remarks"].words(),
        remark=_remark(any_of(fields["remarks"].words())),
    )


def _remark(leads: str) -> re.Pattern[str]:
    """No number of its own may stand in brackets unless a word says what it counts: 12（11） is two numbers."""
    bracketed = rf"(?<=[^(])\((?:[^()\d%一二三四五六七八九十百千万亿]{{1,20}}|(?:{leads})[^()]{{1,40}})\)"
    return re.compile(rf"{bracketed}|(?<=\S)[,;、 ](?:{leads})[^()]{{0,40}}$")


def _families(chosen: Marked, known: Mapping[str, frozenset[str]]) -> list[frozenset[str]]:
    for name in chosen.list():
        if name.text() not in known:
            raise name.wrong(f"不认识的单位种类“{name.text()}”。可用的有：{'、'.join(known)}")
    return [known[name] for name in chosen.words()]
