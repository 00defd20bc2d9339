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
    ordered = ordered_by(regulation, own)
    if ordered and not procedure.in_order:
        yield Problem(line, f"{own}要求按顺序装订，请写 in_order: true")
    if procedure.in_order and head is not None and not ordered:
        yield Problem(line, f"{own}没有要求按顺序装订，请删去 in_order")
    if procedure.conditions_count == (procedure.id == "review"):
        wanted = "复核不再判断认定条件，请写 conditions_count: false"
        yield Problem(line, wanted if procedure.id == "review" else "认定申报须判断认定条件，请删去 conditions_count")


def ordered_by(regulation: Regulation, article: str) -> bool:
    """Whether the head of the checklist asks for the papers in its own order."""
    head = regulation.pieces.get(f"{article}·首") or regulation.piece(article)
    return head is not None and bool(rule_words().flags["in_order"].search(head.text))


def _dated(material: Material, told: ItemText) -> Iterator[str]:
    article, kinds = material.article, _kinds(material)
    yearly = bool(kinds & rule_words().yearly) and told.says("last_year", kinds)
    stated = yearly or bool(_STATED_YEAR.search(told.text))
    yield from _missing(yearly, material.last_year, f"{article}要的是上一年度的，请写 last_year: true")
    yield from _missing(material.last_year, stated, f"{article}没有说须为上一年度，请删去 last_year")
    monthly = told.says("same_month", kinds) and not material.optional
    yield from _missing(monthly, material.same_month, f"{article}要的是提交当月的，请写 same_month: true")
    yield from _missing(material.same_month, monthly, f"{article}没有说须为当月，请删去 same_month")


def _missing(one: bool, other: bool, message: str) -> Iterator[str]:
    """The message where the one is said and the other is not."""
    if one and not other:
        yield message


def _kinds(material: Material) -> frozenset[str]:
    return frozenset(demand.kind for way in material.alternatives for demand in way)


def _sealed(parsed: Parsed, regulation: Regulation, material: Material, told: ItemText) -> Iterator[str]:
    article = material.article
    by_item = told.says("sealed", _kinds(material)) and not material.optional
    by_form, missing = _printed(parsed, regulation, _kinds(material))
    open_ = by_item or by_form or missing or _open(material, told)
    yield from _missing(by_item or by_form, material.sealed, f"{article}的这份材料写有盖章，请写 sealed: true")
    yield from _missing(material.sealed, open_, f"{article}和附件都没有要求这份材料盖章，请删去 sealed")
    yield from _missing(by_item, material.seal_decides, f"{article}写明须盖章，请写 seal_decides: true")
    yield from _missing(material.seal_decides, by_item, f"{article}没有写明须盖章，请删去 seal_decides")


def _printed(parsed: Parsed, regulation: Regulation, kinds: frozenset[str]) -> tuple[bool, bool]:
    """Whether a form of these kinds prints a seal, and whether one of them is not among the text."""
    forms = [form for form in parsed.rulebook.forms.values() if form.kind in kinds]
    sections = {form.id: _section(form, parsed, regulation) for form in forms}
    sealed = any(
        rule_words().printed_seal.search(plain("".join(form.lines)) + sections[form.id])
        for form in forms
        if sections[form.id]
    )
    return sealed, not all(sections.values())


def _open(material: Material, told: ItemText) -> bool:
    """Whether the seal may stand in an annex that is not among the text, or behind an optional paper."""
    return told.elsewhere or (material.optional and bool(rule_words().flags["sealed"].search(told.text)))


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
