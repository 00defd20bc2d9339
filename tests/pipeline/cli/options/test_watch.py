"""What may be asked of ``dossier watch``: whatever ``dossier screen`` knows by the same name means the same."""

from __future__ import annotations

from dataclasses import fields

from pipeline.cli.options.screen import ScreenOptions
from pipeline.cli.options.watch import WatchOptions
from tests.builders.commands import dossier


def test_the_waiting_is_explained():
    shown = dossier("watch", "--help").output
    assert "Ctrl-C" in shown
    assert "--quiet" in shown


def test_its_options_are_those_of_a_screening_and_two_of_its_own():
    own = {one.name for one in fields(WatchOptions)} - {one.name for one in fields(ScreenOptions)}
    assert own == {"quiet", "every"}
