"""Does a rulebook use only words that the program knows? Measures, kinds of paper and their parts, lists, items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.vocabulary.issuer_levels import level_words
from extractors.vocabulary.papers import vocabulary
from pipeline.rulebook.parse import Parsed
from schemas.measures import MEASURES
from schemas.rulebook import Condition, Material, Procedure
from schemas.tables import LISTS


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a rulebook file: the line to look at and, in Chinese, what to do."""

    line: int
    message: str


def all_conditions(parsed: Parsed) -> tuple[Condition, ...]:
    """The basic conditions and those of the functions, in the order of the file."""
    functions = parsed.rulebook.functions
    inner = () if functions is None else functions.functions
    return parsed.rulebook.conditions + tuple(one for each in inner for path in each.paths for one in path)


def unknown_words(parsed: Parsed) -> Iterator[Problem]:
    """What no part of the program could ever answer."""
    for condition in all_conditions(parsed):
        for message in _measure(parsed, condition):
            yield Problem(parsed.lines[condition], message)
    for note in parsed.rulebook.notes:
        if note.measure not in MEASURES or note.table not in LISTS:
            yield Problem(parsed.lines[note], f"不认识的度量或名单：{note.measure}、{note.table}")
    for procedure in parsed.rulebook.procedures.values():
        yield from _procedure(parsed, procedure)


def _measure(parsed: Parsed, condition: Condition) -> Iterator[str]:
    measure = MEASURES.get(condition.measure)
    if measure is None:
        short = condition.measure.rsplit(".", 1)[-1]
        yield f"不认识的度量“{short}”。可用的见“dossier rulebook show”，或与开发人员联系增加"
        return
    fitting = {"number": condition.at_least is not None, "text": bool(condition.equals), "place": bool(condition.place)}
    fitting["truth"] = condition.rising or bool(condition.material)
    if not fitting.get(measure.kind, False):
        wanted = {
            "number": "at_least",
            "text": "equals",
            "place": "equals（全国行政区划里的一个省、市、县）",
            "truth": "rising 或 material",
        }.get(measure.kind, "")
        yield f"“{measure.title}”不能这样要求，应写 {wanted}"
    if condition.when is not None and condition.when[0] not in MEASURES:
        yield f"when 里有不认识的度量“{condition.when[0]}”"
    items = {one.item for procedure in parsed.rulebook.procedures.values() for one in procedure.materials}
    if condition.material and condition.material not in items:
        yield f"材料清单里没有 {condition.material} 这一项"


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
        for message in _kinds(material):
            yield Problem(parsed.lines[material], message)


def _kinds(material: Material) -> Iterator[str]:
    kinds = vocabulary().kinds
    demands = [demand for way in material.alternatives for demand in way]
    if not demands:
        yield f"材料 {material.item} 没有写明用哪种文件证明"
    for kind in [*(demand.kind for demand in demands), *material.hinted_by]:
        if kind not in kinds:
            yield f"不认识的材料种类“{kind}”。可用的有：{'、'.join(kinds)}"
    for level in material.levels:
        if level not in level_words().named:
            yield f"不认识的级别“{level}”。可用的有：{'、'.join(level_words().named)}"
    for demand in demands:
        known = [part.id for part in kinds[demand.kind].parts] if demand.kind in kinds else []
        for part in demand.parts:
            if demand.kind in kinds and part not in known:
                listed = "、".join(known) or "（没有）"
                yield f"材料“{kinds[demand.kind].title}”没有“{part}”这一部分。可用的有：{listed}"
