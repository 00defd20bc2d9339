"""The command `dossier compare`: two screenings of the same dossier side by side."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.results.compare import Compared, ComparedFinding


class As(StrEnum):
    """How the comparison is given."""

    TEXT = "text"
    JSON = "json"


def compare(
    old: Annotated[Path, typer.Argument(metavar="前次结果", help="前一次初审的结果文件夹，或其中一个卷宗的文件夹")],
    new: Annotated[Path, typer.Argument(metavar="本次结果", help="补正后再次初审的结果文件夹")],
    form: Annotated[As, typer.Option("--format", help="text 供人阅读；json 供程序读取")] = As.TEXT,
) -> None:
    """比较同一卷宗前后两次初审：新交了什么，哪些已解决，哪些是新的，哪些上次就该告知。"""
    from pipeline.results import as_json  # noqa: PLC0415  start-up time
    from pipeline.results import compare as results_compare  # noqa: PLC0415  start-up time

    found = results_compare.compare(old, new)
    if form is As.JSON:
        record = {"contract": as_json.CONTRACT, "dossiers": [results_compare.as_record(one) for one in found]}
        sys.stdout.buffer.write(as_json.as_bytes(record))
        return
    for one in found:
        for line in _lines(one):
            typer.echo(line)


def _lines(one: Compared) -> Iterator[str]:
    from pipeline import wording  # noqa: PLC0415  start-up time
    from schemas.status import VerdictStatus  # noqa: PLC0415  start-up time

    before, after = (wording.VERDICTS[VerdictStatus(status)] for status in (one.before, one.after))
    yield f"卷宗 {one.dossier}：{before} → {after}"
    for title, paths in (("新交的文件", one.added), ("有改动的文件", one.changed), ("不再提交的文件", one.removed)):
        if paths:
            yield f"  {title}：{'、'.join(map(wording.visible, paths))}"
    yield from _listed("已解决", one.settled)
    yield from _listed("仍未解决", one.left)
    yield from _listed("新出现", one.new)
    yield from _listed("依据的文件上次已提交、上次未告知（如再发通知，请说明）", one.late)


def _listed(title: str, points: tuple[ComparedFinding, ...]) -> Iterator[str]:
    from pipeline import wording  # noqa: PLC0415  start-up time

    if points:
        yield f"  {title}（{len(points)}）："
        yield from (f"    {wording.visible(point.message)}" for point in points)
