"""Does a rulebook use only words that the program knows? Measures, kinds of paper and their parts, lists, items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from extractors.vocabulary.facts import words
from extractors.vocabulary.issuer_levels import level_words
from extractors.vocabulary.papers import vocabulary
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.unknown_own import unknown_need, unknown_own
from schemas.measures import FUNCTION_TITLES, MEASURES, SOURCES, Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import spoken_words
from schemas.rulebook import Condition, Demand, FormNote, Material, PaperBlank, Procedure
from schemas.strict_yaml import closest
from schemas.tables import LISTS

GROWTH = "enterprise_growth"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a rulebook file: the line to look at and, in Chinese, what to do."""

    line: int
    message: str


def all_conditions(parsed: Parsed) -> tuple[Condition, ...]:
    """The basic conditions and those of the functions and of ways around points, each with those inside it.

    The classes of points are held against the text by themselves (checks.points).
    """
    points = parsed.rulebook.score
    book = replace(parsed.rulebook, score=None if points is None else replace(points, items=()))
    return tuple(book.every_condition())


def unknown_words(parsed: Parsed) -> list[Problem]:
    """What no part of the program could ever answer."""
    with while_speaking(parsed.rulebook.own):
        return list(_unknown(parsed))


def _unknown(parsed: Parsed) -> Iterator[Problem]:
    for condition in parsed.rulebook.every_condition():
        for message in _measure(parsed, condition):
            yield Problem(parsed.lines.get(condition, 1), message)
    for note in parsed.rulebook.notes:
        yield from (Problem(parsed.lines[note], message) for message in _note(note))
    for blank in parsed.rulebook.paper_blanks:
        yield from (Problem(parsed.lines[blank], message) for message in _paper_blank(blank))
    for procedure in parsed.rulebook.procedures.values():
        yield from _procedure(parsed, procedure)
    for line, message in unknown_own(parsed):
        yield Problem(line, message)


def _paper_blank(blank: PaperBlank) -> Iterator[str]:
    yield from unknown_kinds([blank.paper])
    readable = {key for facts in words().labels.values() for key in facts}
    if blank.fact and blank.fact not in readable:
        yield f"不认识的所填内容“{blank.fact}”。可用的有：{'、'.join(sorted(readable))}"
    if blank.figure and blank.figure not in SOURCES:
        yield f"不认识的数据来源“{blank.figure}”。可用的有：{'、'.join(SOURCES)}"


def _note(note: FormNote) -> Iterator[str]:
    if note.measure and note.measure not in MEASURES:
        yield _unknown_measure(note.measure)
    columns = [column.key for column in LISTS[note.table].columns] if note.table in LISTS else []
    if note.column and columns and note.column not in columns:
        yield f"名单 {note.table} 没有“{note.column}”一栏。可用的有：{'、'.join(columns)}"
    if note.table not in LISTS:
        near = closest(note.table, list(LISTS))
        yield f"不认识的名单“{note.table}”。{f'是不是“{near}”？' if near else ''}可用的有：{'、'.join(LISTS)}"


def _measure(parsed: Parsed, condition: Condition) -> Iterator[str]:
    items = {one.item for procedure in parsed.rulebook.procedures.values() for one in procedure.materials}
    if condition.material and condition.material not in items:
        yield f"材料清单里没有 {condition.material} 这一项"
    if condition.when is not None and condition.when[0] not in MEASURES:
        yield f"when 里有不认识的度量“{condition.when[0]}”"
    if condition.any_of:
        return
    if condition.none_of is not None:
        yield from unknown_kinds(condition.none_of.kinds)
        return
    measure = MEASURES.get(condition.measure)
    if measure is None:
        yield _unknown_measure(condition.measure)
        return
    yield from _of_kind(condition, measure)
    for bound in condition.bounds:
        if bound.whom.states is not None and bound.whom.states[0] not in MEASURES:
            yield f"for 里有不认识的度量“{bound.whom.states[0]}”"


def _of_kind(condition: Condition, measure: Measure) -> Iterator[str]:
    """Whether the measure can be asked in this way."""
    number = condition.bounded or bool(condition.bounds)
    grows = condition.measure == GROWTH or bool(measure.growth_of)
    fitting = {
        "number": number and not (condition.steps and not grows),
        "text": bool(condition.equals),
        "date": False,
        "place": bool(condition.place),
        "truth": condition.rising or bool(condition.material) or bool(condition.equals) or (grows and number),
    }
    # A rule of its own that rests on a paper has no measure to fit.
    own_rule = bool(condition.material) and measure.id in {one.id for one in spoken_words().named}
    if own_rule or fitting[measure.kind]:
        return
    wanted = {
        "number": "at_least 或 at_most（years 只用于增长率）",
        "text": "equals",
        "place": "equals（全国行政区划里的一个省、市、县；重名的写上级，如 南京市鼓楼区）",
        "truth": "rising、material 或 equals（是、否）",
    }.get(measure.kind, "")
    yield f"“{measure.title}”不能这样要求，应写 {wanted}"


def _unknown_measure(measure: str) -> str:
    """Which words one may use instead, each with its title; the nearest first."""
    scope, short = measure[: measure.rfind(".") + 1], measure.rpartition(".")[2]
    inside = scope if any(one.startswith(scope) for one in MEASURES) else ""
    own = {
        one.removeprefix(inside): measure.title.rpartition("：")[2]
        for one, measure in MEASURES.items()
        if (one.startswith(inside) if inside else "." not in one)
    }
    if scope and not inside:
        return f"不认识的功能“{scope.split('.')[1]}”。可用的有：{_listed(FUNCTION_TITLES)}"
    return f"不认识的度量“{short}”。{_meant(short, own)}可用的有：{_listed(own)}"


def _meant(word: str, known: Mapping[str, str]) -> str:
    """是不是“staff_count”（从业人数）？ Empty where no known word or title is near."""
    titles = {title: name for name, title in known.items()}
    near = closest(word, list(known)) or titles.get(closest(word, list(titles)), "")
    return f"是不是“{near}”（{known[near]}）？" if near else ""


def _procedure(parsed: Parsed, procedure: Procedure) -> Iterator[Problem]:
    line = parsed.lines[procedure]
    form = parsed.rulebook.forms.get(procedure.form)
    if form is None:
        yield Problem(line, f"表格“{procedure.form}”没有列在 forms 里")
        return
    printed = {table.table for table in form.tables}
    for name in procedure.lists:
        if name not in printed:
            yield Problem(
                line, f"表格“{procedure.form}”里没有名单“{name}”，请在表格文件里补上它的栏目，或从 lists 中删去"
            )
    for material in procedure.materials:
        for message in (*_kinds(material), *unknown_need(parsed, material)):
            yield Problem(parsed.lines[material], message)


def _kinds(material: Material) -> Iterator[str]:
    demands = [demand for way in material.alternatives for demand in way]
    if not demands:
        yield f"材料 {material.item} 没有写明用哪种文件证明"
    yield from unknown_kinds([*(demand.kind for demand in demands), *material.hinted_by])
    if material.beside is not None:
        yield from unknown_kinds([material.beside.kind])
    for demand in demands:
        yield from _parts(demand)
        yield from _levels(demand)
        yield from _of_list(demand)


def unknown_kinds(kinds: Iterable[str]) -> Iterator[str]:
    """Of these kinds of paper those that nobody knows."""
    titles = {name: one.title for name, one in vocabulary().kinds.items()}
    for kind in kinds:
        if kind not in titles:
            yield f"不认识的材料种类“{kind}”。{_meant(kind, titles)}可用的有：{_listed(titles)}；自己的写在 papers 里"


def _levels(demand: Demand) -> Iterator[str]:
    known = level_words()
    for level in demand.levels:
        if level not in known.named:
            yield f"不认识的级别“{level}”。可用的有：{'、'.join(known.named)}"
    if demand.levels and demand.kind not in known.kinds:
        yield f"材料“{demand.kind}”读不出是哪一级的，不能写 levels。可以写的有：{'、'.join(sorted(known.kinds))}"


def _of_list(demand: Demand) -> Iterator[str]:
    """The list whose rows must say yes, the list for each of whose names one is asked, the measure that it proves."""
    listed = next((spec for spec in LISTS.values() if spec.paper == demand.kind), None)
    columns = {column.key: column.title for column in listed.columns if column.kind == "truth"} if listed else {}
    for column in demand.rows:
        if column not in columns:
            meant = _meant(column, columns)
            yield f"名单“{demand.kind}”没有“{column}”这样的是否栏。{meant}可用的有：{_listed(columns)}"
    if demand.proves and demand.proves not in MEASURES:
        titles = {one.id: one.title for one in MEASURES.values()}
        yield f"不认识的数据项“{demand.proves}”。{_meant(demand.proves, titles)}"
    if demand.each and demand.each not in LISTS:
        yield f"不认识的名单“{demand.each}”。可用的有：{'、'.join(LISTS)}"


def _parts(demand: Demand) -> Iterator[str]:
    kind = vocabulary().kinds.get(demand.kind)
    if kind is None:
        return
    titles = {one.id: one.title for one in kind.parts}
    for part in demand.parts:
        if part not in titles:
            listed = _listed(titles) or "（没有）"
            yield f"材料“{kind.title}”没有“{part}”这一部分。{_meant(part, titles)}可用的有：{listed}"


def _listed(titles: Mapping[str, str]) -> str:
    """Every word one may use, with its title."""
    return "、".join(f"{name}（{title}）" for name, title in titles.items())
