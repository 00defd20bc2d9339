"""How does a rulebook give points: which items with which classes, which thresholds, which ways around?

A class that is a stretch of a measure is written as the regulation has it: 5%以上, 3%-5%, 1%以下, 5%（含）以上.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extractors.values.text import one_width, unspaced
from pipeline.rulebook.parsing.conditions import ConditionReader
from schemas.measures import measure_of
from schemas.regulation.conditions import Condition
from schemas.regulation.score import Edge, PartThreshold, PointClass, Score, ScoreItem, Stretch
from schemas.strict_yaml import Marked

_NUMBER = r"(?<![\d.])(-?\d++(?:\.\d++)?)"
_SAID = r"(\((?:不?含)(?:本数)?\))?"
_UNIT = r"(?:[^\d\-~至()]{0,4})"
_ABOVE = re.compile(rf"{_NUMBER}{_UNIT}{_SAID}(?:及|\(含\))?以上{_SAID}")
_BELOW = re.compile(rf"{_NUMBER}{_UNIT}{_SAID}(?:及|\(含\))?以下{_SAID}")
_BETWEEN = re.compile(rf"{_NUMBER}{_UNIT}{_SAID}[-~至—–]{_NUMBER}{_UNIT}{_SAID}")
_HOW = "points 的每一档照办法原样写：5%以上: 20、3%-5%: 15、1%以下: 0；写明含不含本数的写作 5%（含）以上、3%-5%（不含）"


@dataclass(frozen=True, slots=True)
class ScoreReader:
    """Reads the section ``score``, noting the line of each item."""

    conditions: ConditionReader

    def score(self, marked: Marked) -> Score:
        """The whole section."""
        fields = marked.fields("article asks at_least items", "of_each direct claimed_by")
        article = fields["article"].text()
        items = tuple(self._item(one) for one in fields["items"].list())
        parts = {one.part for one in items}
        thresholds = []
        for part, points in fields["of_each"].pairs() if "of_each" in fields else ():
            if part not in parts:
                points.amiss(f"items 里没有 part 为“{part}”的指标。已有的：{'、'.join(sorted(parts))}", None)
            thresholds.append(PartThreshold(part, points.number()))
        score = Score(
            article=article,
            asks=fields["asks"].text(),
            at_least=fields["at_least"].number(),
            items=items,
            thresholds=tuple(thresholds),
            direct=tuple(self.conditions.member(one, article) for one in fields["direct"].list())
            if "direct" in fields
            else (),
            claimed_by=fields["claimed_by"].texts() if "claimed_by" in fields else (),
        )
        self.conditions.lines[score] = marked.line
        return score

    def _item(self, marked: Marked) -> ScoreItem:
        fields = marked.fields("id title part article", "measure points classes by")
        by_person = "by" in fields
        if by_person and fields["by"].text() != "person":
            fields["by"].amiss("by 只能写 person（由人判断属于哪一档）", None)
        if ("points" in fields) == ("classes" in fields) or ("points" in fields and by_person == ("measure" in fields)):
            marked.amiss(
                "写 measure 和 points（按数值分档）、by: person 和 points（由人判断），或只写 classes（按条件分档）",
                None,
            )
        measure = fields["measure"].text() if "measure" in fields else ""
        item = ScoreItem(
            id=fields["id"].text(),
            title=fields["title"].text(),
            article=fields["article"].text(),
            part=fields["part"].text(),
            classes=self._classes(marked, measure, fields["article"].text(), by_person=by_person),
            measure=measure,
            by_person=by_person,
        )
        self.conditions.lines[item] = marked.line
        return item

    def _classes(self, marked: Marked, measure: str, article: str, *, by_person: bool) -> tuple[PointClass, ...]:
        if "classes" in marked.entries:
            return tuple(self._class(one, article) for one in marked.entries["classes"].list())
        if "points" not in marked.entries:
            return ()
        pairs = marked.entries["points"].pairs()
        if by_person:
            return tuple(PointClass(points.number(), says) for says, points in pairs)
        if measure_of(measure).kind != "number":
            return tuple(_worded(measure, article, says, points.number()) for says, points in pairs)
        return _stretches([(says, points) for says, points in pairs])

    def _class(self, marked: Marked, article: str) -> PointClass:
        """So many points for one condition, for several together, or for what is left."""
        points, says = marked.entries.get("points"), marked.entries.get("says")
        rest = {key: one for key, one in marked.entries.items() if key not in ("points", "says")}
        if points is None or says is None:
            return marked.amiss(
                "每一档写 points（分值）和 says（办法原文），再写要达到的条件；“无”一档不写条件",
                PointClass(Decimal(0), ""),
            )
        met: tuple[Condition, ...] = ()
        if "all_of" in rest:
            met = tuple(self.conditions.member(one, article) for one in rest["all_of"].list())
        elif rest:
            asked = Marked(marked.file, marked.line, marked.key, "mapping", entries=rest, faults=marked.faults)
            met = (self.conditions.member(asked, article),)
        return PointClass(points.number(), says.text(), met)


def _worded(measure: str, article: str, says: str, points: Decimal) -> PointClass:
    return PointClass(points, says, (Condition(measure, article, f"{measure_of(measure).title}为{says}", equals=says),))


def _stretches(pairs: list[tuple[str, Marked]]) -> tuple[PointClass, ...]:
    found = []
    for says, points in pairs:
        stretch = stretch_of(says)
        if stretch is None:
            points.amiss(f"看不懂“{says}”。{_HOW}", None)
        found.append(PointClass(points.number(), says, (), stretch or Stretch()))
    return tuple(found)


def stretch_of(says: str) -> Stretch | None:
    """The stretch that these words of a regulation are; None where they are none."""
    text = unspaced(one_width(says))
    if match := _BETWEEN.fullmatch(text):
        low, low_said, high, high_said = match.groups()
        return Stretch(Decimal(low), Decimal(high), _edge(low_said), _edge(high_said))
    if match := _ABOVE.fullmatch(text):
        return Stretch(low=Decimal(match[1]), low_edge=_edge(match[2] or match[3]))
    if match := _BELOW.fullmatch(text):
        return Stretch(high=Decimal(match[1]), high_edge=_edge(match[2] or match[3]))
    return None


def _edge(said: str | None) -> Edge:
    if said is None:
        return ""
    return "out" if "不含" in said else "in"
