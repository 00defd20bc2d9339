"""The command `dossier standing add`: platforms of a screening that were recognised, into the ledger."""

from __future__ import annotations

from pipeline.cli.options.standing import AddTitlesOptions
from pipeline.cli.said import say
from pipeline.cli.signing import signature
from pipeline.cli.standing_values import day_if_given, given_day, pairs, split
from pipeline.standing.ledger import file as ledger
from pipeline.standing.titles.from_results import Award, candidates, recognised

WRONG_CODE = "--code 应写作 卷宗编号=统一社会信用代码。"


def run(asked: AddTitlesOptions) -> None:
    """One event for every dossier."""
    found = candidates(asked.results, split(asked.dossiers), pairs(asked.codes, WRONG_CODE))
    award = Award(
        asked.number,
        given_day("--day", asked.day),
        day_if_given("--from", asked.since),
        day_if_given("--until", asked.until),
        asked.kind,
        asked.batch,
    )
    signed = signature(asked.name, asked.at)
    numbers = ledger.write(asked.folder, lambda book: recognised(found, award, book), signed)
    for one, no in zip(found, numbers, strict=True):
        code = one.platform.code or "未读到统一社会信用代码，以名称识别；可用 --code 补上"
        say(f"第 {no} 号 认定 {one.platform.name}（{code}）")
    say(f"共 {len(numbers)} 条，已写入 {asked.folder / ledger.LOG}。")
