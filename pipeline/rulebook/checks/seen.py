"""Is what must be seen of a paper what its item says: whose it is, which rows, no bad record, one for each name?

A rulebook may leave these words out, and then asks less than the text; what it does ask, the text must have.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.vocabulary.issuer_levels import level_words
from pipeline.rulebook.articles import Regulation, plain
from pipeline.rulebook.checks.named_papers import ItemText, item_text
from pipeline.rulebook.checks.papers import by_item
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.known_words import Problem, all_conditions
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import counts_back, quantities
from schemas.measures import MEASURES, measure_of
from schemas.regulation.recipes import CountedPapers
from schemas.rulebook import AnnexPaper, Demand, Material
from schemas.tables import LISTS

_PROVEN_BY = {"staff": "staff_certificates", "partners": "partner_agreement"}
"""The list for each of whose names a paper of this kind is asked."""
_RECORDS = "credit_report"


def seen(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """Condition by condition that counts papers, item by item of every checklist."""
    for one in all_conditions(parsed):
        piece = regulation.piece(one.article)
        counted = measure_of(one.measure).papers if one.measure in MEASURES else None
        if piece is not None and counted is not None:
            yield from (Problem(parsed.lines[one], message) for message in _counted(one.article, counted, piece.text))
    for procedure in parsed.rulebook.procedures.values():
        for article, materials in by_item(procedure).items():
            told = item_text(regulation, article)
            if told is None:
                continue
            for material in materials:
                line = parsed.lines[material]
                yield from (Problem(line, message) for message in _material(material, told))
        for material in procedure.materials:
            yield from (Problem(parsed.lines[material], message) for message in _proves(material, parsed))
            if material.beside is not None and not _in_annex(material.beside, regulation):
                message = f"{material.beside.source}没有“{material.beside.asks}”这样的话，请核对 beside"
                yield Problem(parsed.lines[material], message)


def _counted(article: str, asked: CountedPapers, text: str) -> Iterator[str]:
    """Level and years of the papers that a condition counts are those of its clause."""
    said = {level for level, words in rule_words().seen.levels.items() if words.search(text)}
    said |= {level for level, words in level_words().named.items() if words.search(text)}
    for level in asked.levels:
        if level not in said:
            yield f"{article}没有说到“{level}”，请核对 levels"
    years = {int(one.value) for one in quantities(text) if counts_back(text, one)}
    if asked.within and asked.within not in years:
        yield f"{article}没有说近 {asked.within} 年，请核对 years"
    if years and not asked.within:
        yield f"{article}只算近 {max(years)} 年的，请写 years: {max(years)}"


def _material(material: Material, told: ItemText) -> Iterator[str]:
    for demand in (demand for way in material.alternatives for demand in way):
        yield from _levels(material, demand, told)
        yield from _rows(material, demand, told)
        yield from _clean(material, demand, told)
        yield from _each(material, demand, told)


def _levels(material: Material, demand: Demand, told: ItemText) -> Iterator[str]:
    said = [level for level, words in rule_words().seen.levels.items() if words.search(told.text)]
    wanted = said if demand.kind in level_words().kinds else []
    if not demand.levels or set(demand.levels) == set(wanted):
        return
    if wanted:
        yield f"{material.article}写明了由哪一级颁发或认定，请写 levels: [{', '.join(wanted)}]"
    else:
        yield f"{material.article}没有说这份材料须由哪一级颁发或认定，请删去 levels"


def _rows(material: Material, demand: Demand, told: ItemText) -> Iterator[str]:
    words = rule_words().seen.rows
    is_list = any(spec.paper == demand.kind for spec in LISTS.values())
    said = {column for column, pattern in words.items() if is_list and pattern.search(told.text)}
    for column in sorted(set(demand.rows) - said):
        yield f"{material.article}没有要求名单列明“{column}”，请从 rows 中删去"


def _clean(material: Material, demand: Demand, told: ItemText) -> Iterator[str]:
    said = demand.kind == _RECORDS and bool(rule_words().seen.clean.search(told.text))
    if demand.clean and not said:
        yield f"{material.article}没有说须无不良记录，请删去 clean"


def _each(material: Material, demand: Demand, told: ItemText) -> Iterator[str]:
    words = rule_words().seen.each.get(demand.each)
    said = words is not None and _PROVEN_BY[demand.each] == demand.kind and words.search(told.text)
    if demand.each and not said:
        yield f"{material.article}没有说要逐一提交，请删去 each"


def _proves(material: Material, parsed: Parsed) -> Iterator[str]:
    bounded = {one.measure for one in parsed.rulebook.conditions if one.at_least is not None}
    for demand in (demand for way in material.alternatives for demand in way):
        if demand.proves and demand.proves not in bounded:
            yield f"没有对“{demand.proves}”提出数量的条件，请删去 proves"


def _in_annex(asked: AnnexPaper, regulation: Regulation) -> bool:
    return plain(asked.asks) in plain("".join(line for _, line in regulation.annexes))
