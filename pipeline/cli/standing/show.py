"""The command `dossier standing show`: the ledger on a day."""

from __future__ import annotations

from pipeline.cli.json_output import print_json
from pipeline.cli.options.standing import ShowLedgerOptions, ShownAs
from pipeline.cli.said import say
from pipeline.cli.standing_values import day_if_given, today
from pipeline.results.files import write
from pipeline.standing import register, tables
from pipeline.standing.overview import overview


def run(asked: ShowLedgerOptions) -> None:
    """Every platform with its state, on the terminal, as JSON or as a workbook."""
    seen = overview(asked.folder, day_if_given("--as-of", asked.as_of) or today())
    if asked.platform:
        seen = register.only(seen, asked.platform)
    if asked.out is not None:
        write(asked.out, register.workbook_of(seen))
        say(f"台账已写入 {asked.out}", err=True)
    elif asked.form is ShownAs.JSON:
        print_json(register.as_json(seen))
    else:
        tables.show(seen, events=bool(asked.platform))
