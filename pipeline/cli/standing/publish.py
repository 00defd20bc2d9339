"""The command `dossier standing publish`: a list that goes public."""

from __future__ import annotations

from pipeline.cli.options.standing import PublishOptions
from pipeline.cli.said import say
from pipeline.cli.signing import signature
from pipeline.cli.standing.add import WRONG_CODE
from pipeline.cli.standing_values import given_day, pairs, split
from pipeline.experts.outcome import confirmed_order
from pipeline.standing.ledger import file as ledger
from pipeline.standing.titles.from_results import candidates, published
from schemas.errors import UsageError


def run(asked: PublishOptions) -> None:
    """One event for the whole list."""
    found = candidates(asked.results, _dossiers(asked), pairs(asked.codes, WRONG_CODE))
    first = given_day("--first-day", asked.first_day)
    made = published(found, first, asked.site or (), asked.working_days)
    numbers = ledger.write(asked.folder, lambda _: made, signature(asked.name, asked.at))
    said = "、".join(map(str, numbers))
    say(f"第 {said} 号 公示 {len(found)} 个平台，已写入 {asked.folder / ledger.LOG}。")


def _dossiers(asked: PublishOptions) -> list[str]:
    """Those named, or those of an order that a person confirmed, in that order."""
    if asked.order is not None and asked.dossiers:
        raise UsageError("--dossier 和 --order 只用一个。")
    return confirmed_order(asked.order) if asked.order is not None else split(asked.dossiers or ())
