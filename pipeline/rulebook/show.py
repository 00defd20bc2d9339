"""What does a rulebook look like to a clerk? Conditions, functions, checklist and notes as tables."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.table import Table

from pipeline.rulebook.wording import (
    bound,
    function_title,
    how_many,
    in_force,
    papers,
    passing,
    paths,
    points,
    read_where,
    relaxed,
    remarks,
    subject,
)
from schemas.measures import MEASURES
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords
from schemas.regulation.score import Score
from schemas.rulebook import FunctionsRule, Procedure, Rulebook
from schemas.tables import LISTS


def show(rulebook: Rulebook, console: Console) -> None:
    """Print the whole rulebook."""
    with while_speaking(rulebook.own):
        for part in list(_parts(rulebook)):
            console.print(part, markup=False, highlight=False) if isinstance(part, str) else console.print(part)


def _parts(rulebook: Rulebook) -> Iterator[RenderableType]:
    yield f"{rulebook.title}（{rulebook.id}）"
    registered = f"　登记号：{rulebook.registration}" if rulebook.registration else ""
    yield f"制定机关：{rulebook.issuer}　文号：{rulebook.number}{registered}　适用：{rulebook.region}"
    yield f"施行（{rulebook.in_force.article}）：{in_force(rulebook.in_force)}"
    if rulebook.example:
        yield rulebook.example
    yield _conditions(rulebook)
    if rulebook.score is not None:
        yield _score(rulebook.score)
    if rulebook.functions is not None:
        yield _functions(rulebook.functions)
    for procedure in rulebook.procedures.values():
        yield _checklist(procedure)
    if rulebook.notes or rulebook.paper_blanks:
        yield _notes(rulebook)
    yield _people(rulebook)
    if rulebook.own.measures or rulebook.own.lists or rulebook.own.papers:
        yield _own(rulebook.own)


def _score(score: Score) -> Table:
    table = _table(f"评分（{score.article}）：{passing(score)}", "条款", "类别", "指标", "分档")
    for item in score.items:
        table.add_row(item.article, item.part, item.title, points(item))
    return table


def _own(own: OwnWords) -> Table:
    table = _table("本办法自己的度量、名单和材料", "名字", "名称", "单位", "从哪里读")
    for measure in own.measures:
        table.add_row(measure.id, measure.title, measure.unit, read_where(measure))
    for one in own.lists:
        columns = "、".join(column.title for column in one.spec.columns)
        table.add_row(one.spec.name, one.spec.title, "", f"栏目：{columns}")
    for paper in own.papers:
        table.add_row(paper.kind.id, paper.kind.title, "", f"题名：{'、'.join(paper.kind.titles)}")
    return table


def _table(title: str, *heads: str) -> Table:
    table = Table(title=title, title_justify="left", show_lines=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def _conditions(rulebook: Rulebook) -> Table:
    table = _table("认定条件", "条款", "项目", "要求", "放宽")
    for condition in rulebook.conditions:
        table.add_row(condition.article, subject(condition), bound(condition), relaxed(condition))
    return table


def _functions(rule: FunctionsRule) -> Table:
    table = _table(f"服务功能（{rule.article}）：{how_many(rule)}", "条款", "功能", "要求")
    for function in rule.functions:
        table.add_row(function.article, function_title(function), paths(function))
    return table


def _checklist(procedure: Procedure) -> Table:
    order = "，按顺序装订" if procedure.in_order else ""
    counted = "" if procedure.conditions_count else "，认定条件只作参考"
    table = _table(
        f"{procedure.title}材料（{procedure.article}{order}{counted}）", "编号", "材料", "凭什么文件", "备注"
    )
    for material in procedure.materials:
        table.add_row(material.item, material.title, papers(material), remarks(material))
    return table


def _notes(rulebook: Rulebook) -> Table:
    table = _table("表格备注（不是认定条件）", "出处", "原文", "要求")
    for note in rulebook.notes:
        columns = {column.key: column.unit for column in LISTS[note.table].columns}
        unit = MEASURES[note.measure].unit if note.measure else columns[note.column]
        table.add_row(note.source, note.text, f"{'各行' if note.column else ''}不少于 {note.at_least} {unit}")
    for blank in rulebook.paper_blanks:
        table.add_row(blank.source, blank.title, "没有读到所填内容的，提示由人核看")
    return table


def _people(rulebook: Rulebook) -> Table:
    table = _table("由人判断", "条款", "要求", "说明")
    for judgement in rulebook.judgements:
        table.add_row(judgement.article, judgement.asks, f"可查找：{'、'.join(judgement.words)}")
    for manual in rulebook.manual:
        table.add_row(manual.article, manual.text, manual.why)
    return table
