"""Does each item say of its papers what the checklist says: of last year, of this month, sealed, in this order?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.rulebook.articles import Regulation, normal, plain
from pipeline.rulebook.checks.named_papers import ItemText, item_text
from pipeline.rulebook.checks.papers import by_item
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.known_words import Problem
from pipeline.rulebook.parse import Parsed
from schemas.forms import FormSpec
from schemas.rulebook import Material, Procedure

_STATED_YEAR = re.compile(r"20\d\d年度")


def flags(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """The flags of every item, then those of the procedures."""
    for procedure in parsed.rulebook.procedures.values():
        yield from _procedure(parsed, regulation, procedure)
        for article, materials in by_item(procedure).items():
            told = item_text(regulation, article)
            if told is None:
                continue
            for material in materials:
                line = parsed.lines[material]
                yield from (Problem(line, message) for message in _dated(material, told))
                yield from (Problem(line, message) for message in _sealed(parsed, regulation, material, told))


def _procedure(parsed: Parsed, regulation: Regulation, procedure: Procedure) -> Iterator[Problem]:
    own, line = normal(procedure.article), parsed.lines[procedure]
    head = regulation.pieces.get(f"{own}·首") or regulation.piece(own)
    ordered = head is not None and bool(rule_words().flags["in_order"].search(head.text))
    if ordered and not procedure.in_order:
        yield Problem(line, f"{own}要求按顺序装订，请写 in_order: true")
    if procedure.in_order and head is not None and not ordered:
        yield Problem(line, f"{own}没有要求按顺序装订，请删去 in_order")
    if procedure.conditions_count == (procedure.id == "review"):
        wanted = "复核不再判断认定条件，请写 conditions_count: false"
        yield Problem(line, wanted if procedure.id == "review" else "认定申报须判断认定条件，请删去 conditions_count")


def _dated(material: Material, told: ItemText) -> Iterator[str]:
    article, kinds = material.article, _kinds(material)
    yearly = bool(kinds & rule_words().yearly) and told.says("last_year", kinds)
    if yearly and not material.last_year:
        yield f"{article}要的是上一年度的，请写 last_year: true"
    if material.last_year and not yearly and not _STATED_YEAR.search(told.text):
        yield f"{article}没有说须为上一年度，请删去 last_year"
    monthly = told.says("same_month", kinds) and not material.optional
    if monthly and not material.same_month:
        yield f"{article}要的是提交当月的，请写 same_month: true"
    if material.same_month and not monthly:
        yield f"{article}没有说须为当月，请删去 same_month"


def _kinds(material: Material) -> frozenset[str]:
    return frozenset(demand.kind for way in material.alternatives for demand in way)


def _sealed(parsed: Parsed, regulation: Regulation, material: Material, told: ItemText) -> Iterator[str]:
    article, kinds = material.article, _kinds(material)
    by_item_text = told.says("sealed", kinds) and not material.optional
    printed = [form for form in parsed.rulebook.forms.values() if form.kind in kinds]
    in_text = [form for form in printed if _section(form, parsed, regulation)]
    by_form = any(
        rule_words().printed_seal.search(plain("".join(form.lines)) + _section(form, parsed, regulation))
        for form in in_text
    )
    if (by_item_text or by_form) and not material.sealed:
        yield f"{article}的这份材料写有盖章，请写 sealed: true"
    if material.sealed and not by_item_text and not by_form and not _open(material, told, printed, in_text):
        yield f"{article}和附件都没有要求这份材料盖章，请删去 sealed"
    if by_item_text and not material.seal_decides:
        yield f"{article}写明须盖章，请写 seal_decides: true"
    if material.seal_decides and not by_item_text:
        yield f"{article}没有写明须盖章，请删去 seal_decides"


def _open(material: Material, told: ItemText, printed: list[FormSpec], in_text: list[FormSpec]) -> bool:
    """Whether the seal may stand in an annex that is not among the text, or behind an optional paper."""
    said = material.optional and bool(rule_words().flags["sealed"].search(told.text))
    return told.elsewhere or len(in_text) < len(printed) or said


def _section(form: FormSpec, parsed: Parsed, regulation: Regulation) -> str:
    """What the annexes say under the title of this form, as far as the title of another."""
    text = "".join(line for _, line in regulation.annexes)
    others = {title for one in parsed.rulebook.forms.values() if one is not form for title in _titles(one)}
    found = ""
    for title in _titles(form):
        for match in re.finditer(re.escape(title), text):
            ends = [at for at in (text.find(other, match.end()) for other in others) if at >= 0]
            found += text[match.start() : min(ends, default=len(text))]
    return found


def _titles(form: FormSpec) -> tuple[str, ...]:
    return tuple(plain(title) for title in form.titles or (form.title,))
