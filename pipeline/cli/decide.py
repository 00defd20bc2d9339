"""The command `dossier decide`: a clerk settles a finding, corrects a value or says what a paper is."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from schemas.errors import UsageError

if TYPE_CHECKING:
    from pipeline.decisions.record import Desk

_CHOICES = "accept 认可、overrule 改判、waive 豁免（提示）；correct 更正（值）；paper 指明材料（文件）；withdraw 撤回"


def decide(  # noqa: PLR0913, PLR0917  one argument per option
    out: Annotated[Path, typer.Argument(metavar="结果", help="dossier screen 写出结果的文件夹")],
    dossier: Annotated[str, typer.Argument(metavar="卷宗", help="卷宗编号")],
    what: Annotated[
        str,
        typer.Argument(
            metavar="对象", help="提示的 id，如 material.11.3b；值的 id，如 application.total_assets；或卷宗内的文件名"
        ),
    ],
    choice: Annotated[str, typer.Argument(metavar="结论", help=_CHOICES)],
    name: Annotated[str, typer.Option(metavar="姓名", help="核定人")] = "",
    reason: Annotated[str, typer.Option(metavar="理由", help="为什么")] = "",
    day: Annotated[str, typer.Option("--date", metavar="YYYY-MM-DD", help="核定日期；默认今天")] = "",
    value: Annotated[str | None, typer.Option(metavar="值", help="correct：原件上的值；空白写 ''")] = None,
    kind: Annotated[str, typer.Option(metavar="材料", help="paper：材料名称或 id，如 审计报告；none 不属于清单")] = "",
    pages: Annotated[str, typer.Option(metavar="页", help="paper：哪几页，如 2-4；默认整个文件")] = "",
    file: Annotated[str, typer.Option(metavar="文件", help="correct：值在哪个文件（程序没有读到时）")] = "",
) -> None:
    """核定：认可、改判、豁免一条提示，更正一个读错的值，或指明某些页是哪种材料。再次初审时保留，并写入各报告。"""
    from pipeline.decisions.file import FILE  # noqa: PLC0415  start-up time
    from pipeline.decisions.record import Who, opened, withdraw  # noqa: PLC0415  start-up time

    if choice == "withdraw":
        said = f"{what}：撤回 {withdraw(out, dossier, what)} 项核定"
    else:
        desk = opened(out, dossier, Who(name, _day(day), reason))
        if choice == "correct":
            said = _correct(desk, what, value, file, pages)
        elif choice == "paper":
            said = _paper(desk, what, kind, pages)
        else:
            said = _decide(desk, what, choice)
    typer.echo(f"{dossier} {said}，已写入 {out / FILE}。")
    typer.echo("重新运行 dossier screen（同一收件夹和 --out）后，各报告中会注明。")


def _decide(desk: Desk, rule: str, choice: str) -> str:
    from pipeline.decisions import record as decisions_record  # noqa: PLC0415  start-up time
    from schemas.decisions import TITLES, Choice  # noqa: PLC0415  start-up time

    if choice not in set(Choice):
        known = "、".join((*Choice, "correct", "paper", "withdraw"))
        raise UsageError(f"结论“{choice}”无法识别。可用：{known}。")
    written = decisions_record.decide(desk, rule, Choice(choice))
    return f"{written.rule}：{TITLES[written.decision]}（{written.name}）"


def _correct(desk: Desk, what: str, value: str | None, file: str, pages: str) -> str:
    from pipeline.decisions import file as decisions_file  # noqa: PLC0415  start-up time
    from pipeline.decisions import record as decisions_record  # noqa: PLC0415  start-up time
    from schemas.clerk_input import title_of  # noqa: PLC0415  start-up time
    from schemas.locator import Locator  # noqa: PLC0415  start-up time

    if value is None:
        raise UsageError("更正须用 --value 写明原件上的值；原件为空白的写 --value ''。")
    page = decisions_file.pages(pages, "--pages ")
    stands = Locator(file, page=page[0] if page else None) if file else None
    written = decisions_record.correct(desk, what, value, stands)
    return f"{title_of(what)}：更正为“{written.value}”（{written.name}）"


def _paper(desk: Desk, file: str, kind: str, pages: str) -> str:
    from pipeline.decisions import file as decisions_file  # noqa: PLC0415  start-up time
    from pipeline.decisions import record as decisions_record  # noqa: PLC0415  start-up time

    if not kind:
        raise UsageError("请用 --kind 写明是哪种材料，如 --kind 审计报告；不属于清单所列材料的写 --kind none。")
    written = decisions_record.name_paper(desk, file, decisions_file.pages(pages, "--pages "), kind)
    return f"{file}{f' 第 {pages} 页' if pages else ''}：指明为 {written.kind}（{written.name}）"


def _day(text: str) -> date:
    if not text:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--date {text} 不是日期。请写成 2026-03-15 这样。") from None
