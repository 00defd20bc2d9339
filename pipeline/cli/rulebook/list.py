"""The command `dossier rulebook list`: the rulebooks that come with the program."""

from __future__ import annotations

from pipeline.cli.options.rulebook import ListRulebooksOptions
from pipeline.cli.said import say
from pipeline.rulebook.find import load, load_all
from pipeline.rulebook.of_bureau import bureau_rulebooks
from pipeline.rulebook.wording import in_force


def run(_: ListRulebooksOptions) -> None:
    """Id, title and dates of each: those that come with the program, then those of the bureau's own folder."""
    for book in (*load_all(), *(load(name) for name in bureau_rulebooks())):
        say(f"{book.id}\t{book.title}\t{in_force(book.in_force)}")
