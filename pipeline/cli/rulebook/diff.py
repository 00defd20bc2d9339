"""The command `dossier rulebook diff`: what has changed from one rulebook to another?"""

from __future__ import annotations

from pipeline.cli.options.rulebook import DiffRulebooksOptions
from pipeline.cli.said import say
from pipeline.rulebook.diff import differences
from pipeline.rulebook.find import load


def run(asked: DiffRulebooksOptions) -> None:
    """One line per difference."""
    before, after = load(asked.old), load(asked.new)
    say(f"《{before.title}》与《{after.title}》相比：")
    for line in differences(before, after) or ["两部办法的要求相同"]:
        say(f"- {line}")
