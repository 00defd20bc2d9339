"""Which words of a sentence belong to one of its quantities, and which function do they speak of?

In:     a sentence without white space, its quantities, and the topic that the paragraph or heading set.
Out:    each quantity with the words around it; the function named there, none where the words leave it open.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.narrative.quantities import Quantity
from extractors.vocabulary.narrative import words

_STOPS = re.compile(r"[，。；：！？]")
_JOINS = re.compile(r"[、和及与以并]")
_JOINS_END = re.compile(r"(?<![、和及与以])[、和及与以]++$")
_OWN = re.compile(r"[^、，：；和及与]*")


@dataclass(frozen=True, slots=True)
class Scope:
    """A quantity and the words around it.

    ``left`` reaches back to the quantity before, ``right`` forward to the next stop or quantity,
    ``lead`` is the sentence so far, ``rest`` all that follows. ``topic`` is the function that a
    lead-in or heading named.
    """

    quantity: Quantity
    left: str
    right: str
    lead: str
    topic: str | None
    rest: str = ""

    @property
    def near(self) -> str:
        """The words that belong to this quantity alone."""
        return f"{self.left}#{self.right}"

    @property
    def clause(self) -> str:
        """The words of the clause up to the quantity, and those right behind it."""
        return f"{_STOPS.split(self.lead)[-1]}#{self.right}"


def scopes(sentence: str, counted: Sequence[Quantity], topic: str | None) -> list[Scope]:
    """Each quantity with the words around it."""
    each = []
    for index, quantity in enumerate(counted):
        between = sentence[counted[index - 1].end if index else 0 : quantity.start]
        until = counted[index + 1].start if index + 1 < len(counted) else len(sentence)
        right = _JOINS_END.sub("", _STOPS.split(sentence[quantity.end : until])[0])
        each.append(
            Scope(
                quantity,
                left=_after_first(between) if index else between,
                right="" if _JOINS.match(right) else right,
                lead=sentence[: quantity.start],
                topic=topic,
                rest=sentence[quantity.end :],
            ),
        )
    return each


def _after_first(between: str) -> str:
    """What stands between two quantities without the words that belong to the first (8 场政策宣讲、6 场…)."""
    first = _OWN.match(between)
    return between[first.end() :] if first and first.end() < len(between) else between


def function_named(text: str) -> tuple[set[str], set[str]]:
    """The functions that the text names by title, and those that it hints at by a detail."""
    known = words()
    titles: set[str] = set()
    details: set[str] = set()
    for match in known.functions.finditer(text):
        if match[0] in known.details:
            details.add(known.details[match[0]])
            continue
        titles.add(known.titles[match[0]])
        # 信息、技术服务活动 names two functions with one 服务.
        titles |= {known.shorts[short] for short in _listed_before(text[: match.start()])}
    return titles, details


def _listed_before(text: str) -> list[str]:
    """The short names of a list that runs up to here: 信息、创业和."""
    shorts = "|".join(words().shorts)
    match = re.search(rf"(?:(?:{shorts})[、和及与])+$", text)
    return re.findall(shorts, match[0]) if match else []


def function_of(scope: Scope) -> str | None:
    """Whose count this is: the title named beside it, the topic, the details beside it, then the sentence so far."""
    for text in (scope.right, scope.left):
        titles, _ = function_named(text)
        if titles:
            return titles.pop() if len(titles) == 1 else None
    _, details = function_named(scope.near)
    if scope.topic:
        return scope.topic
    if not details:
        titles, details = function_named(scope.lead)
        details = titles or details
    return details.pop() if len(details) == 1 else None
