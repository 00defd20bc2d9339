"""The command `dossier standing letters`: drafts of the papers of a day."""

from __future__ import annotations

from pipeline.cli.options.standing import StandingLettersOptions
from pipeline.cli.said import say
from pipeline.cli.standing_values import day_if_given, pairs, today
from pipeline.reports import office_file
from pipeline.standing.overview import overview
from pipeline.standing.papers.fill import write_papers

_WRONG = "--propose 应写作 统一社会信用代码=情形，如 9141…=第十四条。"


def run(asked: StandingLettersOptions) -> None:
    """Every paper that the day calls for."""
    seen = overview(asked.folder, day_if_given("--as-of", asked.as_of) or today())
    office = office_file.load(asked.folder, asked.office)
    written = write_papers(seen, asked.folder, asked.out, pairs(asked.propose, _WRONG), office)
    for path in written:
        say(f"已写入 {path}")
    say(f"共 {len(written)} 份，均为草稿：请核实、补填【】后使用。" if written else "这一天没有需要的文书。")
