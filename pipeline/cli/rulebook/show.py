"""The command `dossier rulebook show`: one rulebook, printed with its articles."""

from __future__ import annotations

from rich.console import Console

from pipeline.cli.options.rulebook import ShowRulebookOptions
from pipeline.rulebook.find import load
from pipeline.rulebook.show import show


def run(asked: ShowRulebookOptions) -> None:
    """Print it on the terminal."""
    show(load(asked.which), Console(soft_wrap=False))
