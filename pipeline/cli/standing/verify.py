"""The command `dossier standing verify`: does the chain of events stand?"""

from __future__ import annotations

import typer

from pipeline.cli.options.standing import VerifyLedgerOptions
from pipeline.cli.said import say
from pipeline.standing.ledger import file as ledger


def run(asked: VerifyLedgerOptions) -> None:
    """Every fault on a line of its own; status 1 where there is one."""
    problems, last = ledger.verify(asked.folder, asked.noted)
    for problem in problems:
        say(problem)
    if problems:
        say(f"共 {len(problems)} 处不一致，请核实。")
        raise typer.Exit(1)
    say(f"一致：台账的每一条都是原样。末行校验值 {last}")
