"""The command `dossier rulebook list`: the rulebooks that come with the program."""

from __future__ import annotations

from pipeline.cli.options.rulebook import ListRulebooksOptions
from pipeline.cli.said import say
from pipeline.rulebook.find import load_all
from pipeline.rulebook.wording import in_force


def run(_: ListRulebooksOptions) -> None:
    """Id, title and dates of each."""
    for book in load_all():
        say(f"{book.id}\t{book.title}\t{in_force(book.in_force)}")
