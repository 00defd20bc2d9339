"""What does one condition of the file ask, and which clauses relax it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.rulebook.parsing.places import Places, place_of
from schemas.measures import MEASURES, measure_of
from schemas.regulation.bounds import Absence, BoundFor
from schemas.regulation.conditions import Condition, Relaxation
from schemas.strict_yaml import Marked

Lines = dict[object, int]
_ONE_NUMBER = ("at_least", "at_most")
_KINDS_OF_BOUND = ("equals", "rising", "material", "bounds", "any_of", "none_of")
_NAMELESS = ("any_of", "none_of", "material")
_OPTIONAL = "id at_least at_most equals rising years material bounds any_of none_of may_relax when"
_ONE_BOUND = (
    "须写且只写一个要求：at_least（不少于）、at_most（不超过）、equals（等于）、rising（近两年增长）、material（有某项材料）、"
    "bounds（按地区或单位类型分别要求）、any_of（几项要求达到一项即可）或 none_of（没有某种情形）"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A relaxation clause of the regulation and the articles whose conditions it covers."""

    relaxation: Relaxation
    covers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConditionReader:
    """Reads the conditions of one file, noting the line of each."""

    lines: Lines
    places: Places

    def condition(
        self,
        marked: Marked,
        prefix: str = "",
        article: str = "",
        clauses: tuple[Clause, ...] = (),
    ) -> Condition:
        """One bound. In a function, ``prefix`` and ``article`` are the function's."""
        fields = marked.fields(_required(marked, of_function=bool(article)), _OPTIONAL)
        condition = self._read(marked, fields, prefix, article or fields["article"].text(), fields["asks"].text())
        condition = _covered(condition, clauses)
        self.lines[condition] = marked.line
        return condition

    def member(self, marked: Marked, article: str, prefix: str = "") -> Condition:
        """One of several conditions of a rule: its article is the rule's, its sentence may be left to us."""
        fields = marked.fields(_named_by(marked), f"article asks measure {_OPTIONAL}")
        cited = fields["article"].text() if "article" in fields else article
        asks = fields["asks"].text() if "asks" in fields else ""
        condition = self._read(marked, fields, prefix, cited, asks)
        condition = condition if asks else replace(condition, asks=said(condition))
        self.lines[condition] = marked.line
        return condition

    def ways(self, marked: Marked, article: str, prefix: str = "") -> tuple[tuple[Condition, ...], ...]:
        """The members of any_of: a condition each, or several together."""
        return tuple(
            tuple(self.member(one, article, prefix) for one in (way.list() if way.kind == "sequence" else (way,)))
            for way in marked.list()
        )

    def _read(self, marked: Marked, fields: Mapping[str, Marked], prefix: str, article: str, asks: str) -> Condition:
        if any(key in fields for key in _ONE_NUMBER) + sum(key in fields for key in _KINDS_OF_BOUND) != 1:
            marked.amiss(_ONE_BOUND, None)
        equals = _text(fields.get("equals"))
        named = fields.get("measure") or fields.get("id")
        return Condition(
            measure=scoped(prefix, named.text() if named is not None else ""),
            article=article,
            asks=asks,
            at_least=fields["at_least"].number() if "at_least" in fields else None,
            at_most=fields["at_most"].number() if "at_most" in fields else None,
            equals=equals,
            rising=fields["rising"].truth() if "rising" in fields else False,
            material=_text(fields.get("material")),
            place=place_of(equals),
            relaxation=self._relaxation(fields["may_relax"]) if "may_relax" in fields else None,
            when=_when(fields["when"]) if "when" in fields else None,
            bounds=tuple(self._bound(one) for one in fields["bounds"].list()) if "bounds" in fields else (),
            any_of=self.ways(fields["any_of"], article, prefix) if "any_of" in fields else (),
            none_of=_absence(fields["none_of"]) if "none_of" in fields else None,
            steps=fields["years"].whole() if "years" in fields else 0,
            name=fields["id"].text() if "id" in fields and "measure" in fields else "",
        )

    def _bound(self, marked: Marked) -> BoundFor:
        fields = marked.fields("for", "at_least at_most")
        if not any(key in fields for key in _ONE_NUMBER):
            marked.amiss("每一档须写 at_least（不少于）或 at_most（不超过）", None)
        return BoundFor(
            self.places.whom(fields["for"]),
            fields["at_least"].number() if "at_least" in fields else None,
            fields["at_most"].number() if "at_most" in fields else None,
        )

    def clauses(self, marked: Marked | None) -> tuple[Clause, ...]:
        """The clauses that relax whole items of an article and name no number."""
        found = []
        for one in () if marked is None else marked.list():
            fields = one.fields("article asks covers", "when")
            kinds, regions = self._whose(fields.get("when"))
            relaxation = Relaxation(fields["article"].text(), fields["asks"].text(), None, kinds, regions)
            self.lines[relaxation] = one.line
            found.append(Clause(relaxation, fields["covers"].texts()))
        return tuple(found)

    def _relaxation(self, marked: Marked) -> Relaxation:
        fields = marked.fields("article asks", "to when")
        kinds, regions = self._whose(fields.get("when"))
        bound = fields["to"].number() if "to" in fields else None
        relaxation = Relaxation(fields["article"].text(), fields["asks"].text(), bound, kinds, regions)
        self.lines[relaxation] = marked.line
        return relaxation

    def _whose(self, marked: Marked | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if marked is None:
            return (), ()
        fields = marked.fields("", "organisation_type region")
        kinds = fields["organisation_type"].texts() if "organisation_type" in fields else ()
        return kinds, self.places.regions(fields["region"]) if "region" in fields else ()


def _required(marked: Marked, *, of_function: bool) -> str:
    return f"{_named_by(marked)} asks" if of_function else f"{_named_by(marked)} asks article"


def _named_by(marked: Marked) -> str:
    """What is on no measure has a name of its own."""
    nameless = "measure" not in marked.entries and any(key in marked.entries for key in _NAMELESS)
    return "id" if nameless else "measure"


def _absence(marked: Marked) -> Absence:
    fields = marked.fields("papers words", "years")
    years = fields["years"].whole() if "years" in fields else None
    return Absence(fields["papers"].texts(), fields["words"].texts(), years)


def scoped(prefix: str, name: str) -> str:
    """The measure by this name in a function (``prefix``: function.training.); the rulebook's own are of none."""
    own = prefix and prefix + name not in MEASURES and name in MEASURES and name not in MEASURES.ours
    return name if own else prefix + name


def said(condition: Condition) -> str:
    """A sentence for a condition that has none of its own: 年服务中小企业数不少于60家."""
    measure = measure_of(condition.measure)
    if condition.bounds:
        return f"{measure.title}：" + "，".join(
            f"{one.whom.words}{_number('', measure.unit, one)}" for one in condition.bounds
        )
    if condition.bounded:
        return _number(measure.title, measure.unit, condition)
    if condition.rising:
        return f"{measure.title}近两年增长"
    return f"{measure.title}为{condition.equals}" if condition.equals else measure.title


def _number(title: str, unit: str, bound: Condition | BoundFor) -> str:
    low = f"不少于{bound.at_least}{unit}" if bound.at_least is not None else ""
    high = f"不超过{bound.at_most}{unit}" if bound.at_most is not None else ""
    return title + "、".join(one for one in (low, high) if one)


def _covered(condition: Condition, clauses: tuple[Clause, ...]) -> Condition:
    if condition.relaxation is not None or condition.none_of is not None:
        return condition
    if condition.material or measure_of(condition.measure).for_people:
        return condition
    for clause in clauses:
        if condition.article in clause.covers:
            return replace(condition, relaxation=clause.relaxation)
    return condition


def _when(marked: Marked) -> tuple[str, str]:
    pairs = marked.pairs()
    if len(pairs) != 1:
        return marked.amiss("when 里只写一个条件，例如 {function.training.focus: employees}", ("", ""))
    return pairs[0][0], pairs[0][1].text()


def _text(marked: Marked | None) -> str:
    return "" if marked is None else marked.text()
