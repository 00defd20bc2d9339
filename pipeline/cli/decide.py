"""The command `dossier decide`: a clerk settles a finding, corrects a value or says what a paper is."""

from __future__ import annotations

import typer

from pipeline.cli.option_values import day
from pipeline.cli.options.decide import DecideOptions
from pipeline.decisions import file as decisions_file
from pipeline.decisions import record as decisions_record
from pipeline.decisions.record import Desk, Who
from schemas.clerk_input import title_of
from schemas.decisions import TITLES, Choice
from schemas.errors import UsageError
from schemas.locator import Locator


def run(asked: DecideOptions) -> None:
    """Write down what was decided, and say where."""
    if asked.choice == "withdraw":
        outcome = f"{asked.what}：撤回 {decisions_record.withdraw(asked.out, asked.dossier, asked.what)} 项核定"
    else:
        who = Who(asked.name, day("--date", asked.day), asked.reason)
        desk = decisions_record.opened(asked.out, asked.dossier, who)
        outcome = {"correct": _correct, "paper": _paper}.get(asked.choice, _decide)(desk, asked)
    typer.echo(f"{asked.dossier} {outcome}，已写入 {asked.out / decisions_file.FILE}。")
    typer.echo("重新运行 dossier screen（同一收件夹和 --out）后，各报告中会注明。")


def _decide(desk: Desk, asked: DecideOptions) -> str:
    if asked.choice not in set(Choice):
        known = "、".join((*Choice, "correct", "paper", "withdraw"))
        raise UsageError(f"结论“{asked.choice}”无法识别。可用：{known}。")
    written = decisions_record.decide(desk, asked.what, Choice(asked.choice))
    return f"{written.rule}：{TITLES[written.decision]}（{written.name}）"


def _correct(desk: Desk, asked: DecideOptions) -> str:
    if asked.value is None:
        raise UsageError("更正须用 --value 写明原件上的值；原件为空白的写 --value ''。")
    page = decisions_file.pages(asked.pages, "--pages ")
    place = Locator(asked.file, page=page[0] if page else None) if asked.file else None
    written = decisions_record.correct(desk, asked.what, asked.value, place)
    return f"{title_of(asked.what)}：更正为“{written.value}”（{written.name}）"


def _paper(desk: Desk, asked: DecideOptions) -> str:
    if not asked.kind:
        raise UsageError("请用 --kind 写明是哪种材料，如 --kind 审计报告；不属于清单所列材料的写 --kind none。")
    pages = decisions_file.pages(asked.pages, "--pages ")
    written = decisions_record.name_paper(desk, asked.what, pages, asked.kind)
    return f"{asked.what}{f' 第 {asked.pages} 页' if asked.pages else ''}：指明为 {written.kind}（{written.name}）"
