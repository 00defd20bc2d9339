"""The command `dossier decide`: a clerk accepts, overrules or waives a finding, by name and with a reason."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from schemas.errors import UsageError


def decide(  # noqa: PLR0913, PLR0917  one argument per option
    out: Annotated[Path, typer.Argument(metavar="结果", help="dossier screen 写出结果的文件夹")],
    dossier: Annotated[str, typer.Argument(metavar="卷宗", help="卷宗编号")],
    rule: Annotated[str, typer.Argument(metavar="提示", help="提示的 id，如 material.11.3b")],
    choice: Annotated[str, typer.Argument(metavar="结论", help="accept 认可；overrule 改判；waive 豁免")],
    name: Annotated[str, typer.Option(metavar="姓名", help="核定人")] = "",
    reason: Annotated[str, typer.Option(metavar="理由", help="为什么")] = "",
    day: Annotated[str, typer.Option("--date", metavar="YYYY-MM-DD", help="核定日期；默认今天")] = "",
) -> None:
    """核定一条初审提示；再次初审时保留，并写入各报告。"""
    from pipeline import deciding  # noqa: PLC0415  start-up time
    from pipeline.decisions import FILE, TITLES, Choice  # noqa: PLC0415  start-up time

    try:
        chosen = Choice(choice)
    except ValueError:
        raise UsageError(f"结论“{choice}”无法识别。可用：{'、'.join(Choice)}。") from None
    written = deciding.decide(out, deciding.Wanted(dossier, rule, chosen, name, reason, _day(day)))
    typer.echo(f"{written.dossier} {written.rule}：{TITLES[written.decision]}（{written.name}），已写入 {out / FILE}。")
    typer.echo("重新运行 dossier screen（同一收件夹和 --out）后，各报告中会注明。")


def _day(text: str) -> date:
    if not text:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--date {text} 不是日期。请写成 2026-03-15 这样。") from None
