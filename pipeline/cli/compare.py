"""The command `dossier compare`: two screenings of the same dossier side by side."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import wording
from pipeline.cli.json_output import print_json
from pipeline.cli.options.compare import CompareFormat, CompareOptions
from pipeline.cli.said import say
from pipeline.results import as_json
from pipeline.results.compare import Compared, ComparedFinding, as_record, compare
from schemas.status import VerdictStatus


def run(asked: CompareOptions) -> None:
    """Print what has changed in every dossier that both hold."""
    dossiers = compare(asked.old, asked.new)
    if asked.form is CompareFormat.JSON:
        print_json({"contract": as_json.CONTRACT, "dossiers": [as_record(dossier) for dossier in dossiers]})
        return
    for dossier in dossiers:
        for line in _lines(dossier):
            say(line)


def _lines(compared: Compared) -> Iterator[str]:
    before, after = (wording.VERDICTS[VerdictStatus(status)] for status in (compared.before, compared.after))
    yield f"卷宗 {compared.dossier}：{before} → {after}"
    files = (("新交的文件", compared.added), ("有改动的文件", compared.changed), ("不再提交的文件", compared.removed))
    for title, paths in files:
        if paths:
            yield f"  {title}：{'、'.join(map(wording.visible, paths))}"
    yield from _listed("已解决", compared.settled)
    yield from _listed("经办人已改判或豁免", compared.decided)
    yield from _listed("仍存在", compared.left)
    yield from _listed("新出现", compared.new)
    yield from _listed("前次可告知：依据的文件上次已提交、上次未告知（如再发通知，请说明）", compared.late)
    yield from _listed("未能判断：本次没有再作判断，不能视为已解决", compared.unjudged)


def _listed(title: str, points: tuple[ComparedFinding, ...]) -> Iterator[str]:
    if points:
        yield f"  {title}（{len(points)}）："
        yield from (f"    {wording.visible(point.message)}" for point in points)
