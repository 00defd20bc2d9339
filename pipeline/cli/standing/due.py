"""The command `dossier standing due`: what must happen, by whom, by when, under which article."""

from __future__ import annotations

from pipeline.cli.json_output import print_json
from pipeline.cli.options.standing import DueOptions, ShownAs
from pipeline.cli.standing_values import day_if_given, today
from pipeline.standing import register, tables
from pipeline.standing.overview import LOOK_BACK, overview
from pipeline.standing.reckon.dues import Window
from schemas.days.periods import months_on

MONTHS_AHEAD = 3


def run(asked: DueOptions) -> None:
    """Everything that is open in the window; with ``--all`` what is done too."""
    day = day_if_given("--as-of", asked.as_of) or today()
    since = day_if_given("--since", asked.since) or day - LOOK_BACK
    window = Window(since, day_if_given("--until", asked.until) or months_on(day, MONTHS_AHEAD))
    seen = overview(asked.folder, day)
    found = [one for one in seen.dues(window) if asked.every or one.done is None]
    if asked.form is ShownAs.JSON:
        print_json(register.dues_json(seen, found, window))
    else:
        tables.show_dues(seen, found, window)
