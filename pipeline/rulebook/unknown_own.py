"""Do the words that a rulebook brings along, and the rules that use them, hang together?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extractors.vocabulary.issuer_levels import level_words
from pipeline.rulebook.parse import Parsed
from schemas.application import BLANKS
from schemas.measures import MEASURES, Measure
from schemas.regulation.recipes import WHOLE, CountedRows
from schemas.regulation.score import ScoreItem
from schemas.rulebook import Material, Rulebook
from schemas.tables import LISTS

Told = tuple[int, str]


def unknown_own(parsed: Parsed) -> Iterator[Told]:
    """Line and message of everything that nobody could answer."""
    book = parsed.rulebook
    for measure in book.own.measures:
        line = parsed.lines.get(("measures", measure.id), 1)
        yield from ((line, message) for message in _measure(book, measure))
    for own in book.own.lists:
        paper = own.spec.paper
        known = {one.kind.id for one in book.own.papers}
        if not own.extends and paper and paper not in known:
            line = parsed.lines.get(("lists", own.spec.name), 1)
            yield line, f"名单“{own.spec.title}”的 paper 写了“{paper}”，papers 里没有这种材料"
    if book.score is not None:
        for item in book.score.items:
            yield from ((parsed.lines[item], message) for message in _item(item))
        for claimed in book.score.claimed_by:
            if claimed not in MEASURES:
                yield parsed.lines[book.score], f"claimed_by 里有不认识的度量“{claimed}”"


def _measure(book: Rulebook, measure: Measure) -> Iterator[str]:
    if measure.quotient is not None:
        both = (measure.quotient.part, measure.quotient.whole)
        unknown = [one for one in both if one not in MEASURES]
        yield from (f"不认识的度量“{one}”，请先在 measures 里写明" for one in unknown)
        if not unknown and measure.quotient.times == WHOLE and MEASURES[both[0]].unit != MEASURES[both[1]].unit:
            units = f"{MEASURES[both[0]].unit}、{MEASURES[both[1]].unit}"
            yield f"占比的两个数单位不同（{units}），不能相除；不是占比的，用 of、per、in 写每多少配多少"
    yearly = {column.key for column in LISTS["operations"].columns}
    if measure.growth_from:
        both = (measure.growth_of, measure.growth_from)
        yield from (f"不认识的度量“{one}”，请先在 measures 里写明" for one in both if one not in MEASURES)
    elif measure.growth_of and measure.growth_of not in yearly:
        yield f"growth_of 写年度运营表的一列：{'、'.join(sorted(yearly))}；自己的列写在 lists 的 operations 里"
    if "form.operations" in measure.stated_in and measure.id not in yearly:
        yield f"年度运营表没有“{measure.id}”这一列，请写在 lists 的 operations 里"
    if "form" in measure.stated_in and not any(measure.id in form.blanks() for form in book.forms.values()):
        yield f"表格里没有空格“{{{measure.id}}}”，请在表格文件的 lines 里写上，或用 read 写明从哪里读"
    for rows in measure.rows:
        yield from _rows(rows)
    known = level_words().named
    for level in measure.papers.levels if measure.papers is not None else ():
        if level not in known:
            yield f"不认识的级别“{level}”。可用的有：{'、'.join(known)}"


def _rows(rows: CountedRows) -> Iterator[str]:
    if rows.table not in LISTS:
        yield f"不认识的名单“{rows.table}”。可用的有：{'、'.join(LISTS)}；自己的名单写在 lists 里"
        return
    columns = {column.key: column for column in LISTS[rows.table].columns}
    for asked in (*(column for column, _ in rows.where), *([rows.column] if rows.column else [])):
        if asked not in columns:
            yield f"名单“{LISTS[rows.table].title}”没有“{asked}”这一列。可用的有：{'、'.join(columns)}"
    if rows.column in columns and columns[rows.column].kind not in ("number", "integer"):
        yield f"“{columns[rows.column].title}”不是数量，不能求和"


def _item(item: ScoreItem) -> Iterator[str]:
    if item.measure and item.measure not in MEASURES:
        yield f"不认识的度量“{item.measure}”，请先在 measures 里写明"
    ends = sorted(
        (one.stretch for one in item.classes if one.stretch is not None),
        key=lambda one: (one.low is not None, one.low or 0),
    )
    for lower, upper in pairwise(ends):
        if lower.high is None or upper.low is None or lower.high != upper.low:
            yield f"“{item.title}”的各档没有前后相接，请核对：{'、'.join(one.says for one in item.classes)}"
            return


def unknown_need(parsed: Parsed, material: Material) -> Iterator[str]:
    """What of ``when`` nobody could answer."""
    needed = material.needed
    if needed is None:
        return
    book = parsed.rulebook
    if needed.blank and needed.blank not in BLANKS:
        yield f"when 里有不认识的空格“{needed.blank}”"
    rules = {one.rule for one in book.conditions}
    if needed.condition and needed.condition not in rules:
        yield f"when 里有不认识的条件“{needed.condition}”。可用的有：{'、'.join(sorted(rules))}"
    if needed.way and book.score is None:
        yield "way 只用于有评分（score）的办法"
    if needed.whom is not None and needed.whom.states is not None and needed.whom.states[0] not in MEASURES:
        yield f"when 里有不认识的度量“{needed.whom.states[0]}”"
