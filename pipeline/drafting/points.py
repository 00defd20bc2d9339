"""What is a draft made of: one point for each thing that the text says, with its mark and what may be chosen?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

Rule = Mapping[str, object]


class DraftMark(StrEnum):
    """How sure the draft is of a point."""

    CERTAIN = "certain"
    """Copied from the text: 照抄."""
    CONFIRM = "confirm"
    """Likely, and written down; a person confirms it: 请确认."""
    ASKED = "asked"
    """Not written down until a person has chosen: 待定."""


@dataclass(frozen=True, slots=True)
class Written:
    """One rule that a choice writes into the rulebook: its section, and what stands in it.

    ``section``: conditions, materials, notes … as in the file; ``functions.<id>`` for a bound of a function, whose
    ``way`` counts the groups that 或 parts.
    """

    section: str
    rule: Rule
    way: int = 0


@dataclass(frozen=True, slots=True)
class DraftChoice:
    """One way to take a point: what it is called, in Chinese, and what it writes."""

    id: str
    says: str
    writes: tuple[Written, ...] = ()
    blank: str = ""
    """What a person has to write beside it (名称); empty where clicking is enough."""


@dataclass(frozen=True, slots=True)
class TextSpan:
    """Where in a piece of the regulation the point is said: from ``start`` up to ``end`` of its text."""

    piece: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that the text says.

    ``id`` stays the same from draft to draft of the same text, so that an answer finds its point again.
    ``chosen`` is the id of the choice that holds now.
    """

    id: str
    topic: str
    article: str
    quoted: str
    mark: DraftMark
    choices: tuple[DraftChoice, ...]
    chosen: str
    why: str = ""
    spans: tuple[TextSpan, ...] = ()
    answered: bool = False
    told: str = ""
    """What a person wrote beside the choice."""

    @property
    def choice(self) -> DraftChoice:
        """The choice that holds."""
        return next(one for one in self.choices if one.id == self.chosen)

    def marked(self, mark: DraftMark, why: str) -> Point:
        """The point, less sure, and why."""
        return replace(self, mark=mark, why=why)

    def answer(self, chosen: str, told: str = "") -> Point:
        """The point as a person decided it."""
        return replace(self, chosen=chosen, told=told, answered=True)


@dataclass(frozen=True, slots=True)
class Draft:
    """All points of one regulation in the order of its text, and the head of the file."""

    id: str
    points: tuple[Point, ...]
    forms: tuple[Rule, ...] = ()
    """The blank forms, each as its own file says it."""
    procedures: Mapping[str, Rule] = field(default_factory=dict)
    """What stands beside the materials of each procedure: title, article, form, lists."""
    remarks: tuple[str, ...] = ()

    def written(self, section: str) -> Iterator[tuple[Point, Written]]:
        """What the choices that hold write into this section, with the point each comes from."""
        for point in self.points:
            yield from ((point, one) for one in point.choice.writes if one.section == section)

    def sections(self, prefix: str) -> Sequence[str]:
        """The sections that begin so, in order of first mention."""
        found = (one.section for point in self.points for one in point.choice.writes)
        return tuple(dict.fromkeys(one for one in found if one.startswith(prefix)))


def members(rule: Rule, key: str) -> Sequence[Rule]:
    """The rules that stand in a list under this key."""
    value = rule.get(key, ())
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, Sequence) else []


_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）"})


def full_width(text: str) -> str:
    """The text of an article as one writes it: the signs that were made comparable at full width again."""
    return text.translate(_WIDE)


def numbered(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points, those that would share an id told apart by their order."""
    seen: dict[str, int] = {}
    out = []
    for point in points:
        seen[point.id] = seen.get(point.id, 0) + 1
        times = seen[point.id]
        out.append(point if times == 1 else replace(point, id=f"{point.id}#{times}"))
    return tuple(out)
