"""The command `dossier rulebook check`: does a rulebook say what its regulation says?"""

from __future__ import annotations

import typer

from pipeline.cli.options.rulebook import CheckRulebookOptions
from pipeline.cli.said import say
from pipeline.rulebook.find import find
from pipeline.rulebook.hold import examine
from schemas.errors import RulebookError


def run(asked: CheckRulebookOptions) -> None:
    """Every problem with its line; status 1 where there is one."""
    try:
        problems, conclusion = examine(find(asked.which), asked.text)
    except RulebookError as error:
        say(str(error))
        raise typer.Exit(1) from None
    for line in [*problems, conclusion]:
        say(line)
    if problems:
        raise typer.Exit(1)
