"""Drafts of the made-up regulation, and of one clause at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from extractors.vocabulary.papers import vocabulary
from pipeline.drafting.draft import Drafted, drafted
from pipeline.drafting.files import write_draft
from pipeline.drafting.points import Point
from pipeline.drafting.source import source
from pipeline.rulebook.articles import Regulation, normal, read_regulation
from schemas.measures import measure_of
from schemas.regulation.catalogue import while_speaking
from schemas.rulebook import Condition, Material, Rulebook
from tests.builders.regulations import MADE_UP


def made_up(folder: Path, *changes: tuple[str, str]) -> Drafted:
    """The draft of the made-up regulation with these changes of its text."""
    text = MADE_UP
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "yichang.txt"
    path.write_text(text, encoding="utf-8")
    return drafted("yichang", source(path))


def made_up_rulebook(folder: Path) -> Path:
    """The rulebook drafted from it, on disk."""
    text = folder / "办法.txt"
    text.write_text(MADE_UP, encoding="utf-8")
    return write_draft(text, [], folder / "草案", "yichang").rulebook


def point(whole: Drafted, quoted: str) -> Point:
    """The one point on these words."""
    found = [one for one in whole.draft.points if quoted in one.quoted]
    assert len(found) == 1, [one.quoted for one in found]
    return found[0]


def chapter(conditions: str, materials: str = "（一）营业执照；", behind: str = "") -> Regulation:
    """A regulation of these items on conditions (第二条) and this checklist (第三条)."""
    return read_regulation(
        f"第一章 总则\n第一条 为规范认定，制定本办法。\n第二章 认定条件\n第二条 应当具备以下条件：\n{conditions}\n"
        f"第三章 材料\n第三条 申报单位应当提交下列材料：\n{materials}\n第四条 本办法自发布之日起施行。\n{behind}"
    )


INVENTED = Path(__file__).parents[1] / "pipeline" / "drafting" / "invented"
"""Regulations of no real city, each with what a careful clerk would write of it (README.md there)."""


def claimed(book: Rulebook) -> Iterator[str]:
    """What a rulebook says, a line each: every number with its clause and measure, every item with its papers."""
    with while_speaking(book.own):
        yield from (line for one in book.conditions for line in _of_condition(one))
        for function in book.functions.functions if book.functions else ():
            yield from (line for path in function.paths for one in path for line in _of_condition(one))
        yield from _of_score(book)
        for procedure in book.procedures.values():
            yield from (_of_material(one) for one in procedure.materials)


def _of_condition(one: Condition) -> Iterator[str]:
    where = normal(one.article)
    for way in one.any_of:
        yield from (f"{where} 或：{_bound(member)}" for member in way)
    for bound in one.bounds:
        yield f"{where} {bound.whom.words}：{_bound(replace(one, at_least=bound.at_least, at_most=bound.at_most))}"
    if one.none_of:
        yield f"{where} 没有：{'、'.join(one.none_of.words)}"
    elif not one.any_of and not one.bounds:
        yield f"{where} {_bound(one)}"
    if one.relaxation and one.relaxation.to is not None:
        whom = "、".join((*one.relaxation.organisation_types, *one.relaxation.regions))
        yield f"{normal(one.relaxation.article)} {whom}：{measure_of(one.measure).title} 放宽到 {one.relaxation.to}"


def _bound(one: Condition) -> str:
    title = measure_of(one.measure).title
    numbers = [f"不少于 {one.at_least}" if one.at_least is not None else ""]
    numbers += [f"不超过 {one.at_most}" if one.at_most is not None else "", one.equals, "增长" if one.rising else ""]
    return " ".join([title, *(part for part in numbers if part)])


def _of_score(book: Rulebook) -> Iterator[str]:
    if book.score is None:
        return
    yield f"{normal(book.score.article)} 得分 不少于 {book.score.at_least}"
    yield from (f"{normal(book.score.article)} {one.part} 不少于 {one.at_least}" for one in book.score.thresholds)
    yield from (f"{normal(one.article)} 直接：{_bound(one)}{one.material}" for one in book.score.direct)
    for item in book.score.items:
        measure = measure_of(item.measure).title if item.measure else "由人判断"
        yield f"{normal(item.article)} {item.part} {measure} {'，'.join(f'{c.says}={c.points}' for c in item.classes)}"


def _of_material(one: Material) -> str:
    ways = "或".join("＋".join(_paper(demand.kind) for demand in way) for way in one.alternatives)
    flags = [
        word for word, holds in (("上年", one.last_year), ("盖章", one.seal_decides), ("可不交", one.optional)) if holds
    ]
    more = [f"{one.count}份"] if one.count > 1 else []
    return " ".join([f"{one.item} {ways}", *flags, *more, *(["部分单位"] if one.needed else [])])


def _paper(kind: str) -> str:
    return vocabulary().kinds[kind].title
