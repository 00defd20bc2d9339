"""The command `dossier demo`: a small inbox of made-up dossiers, written and screened."""

from __future__ import annotations

import os

from pipeline.cli.options.demo import DemoOptions
from pipeline.cli.screening import screen_inbox
from pipeline.demo import AS_OF, write
from pipeline.screen import Settings
from pipeline.workers import WorkPlan


def run(asked: DemoOptions) -> None:
    """Write the dossiers into the folder and screen them there."""
    inbox = asked.folder / "inbox"
    write(inbox)
    screen_inbox(
        inbox, asked.folder / "screening-inbox", Settings(AS_OF), WorkPlan(os.cpu_count() or 1, contained=True)
    )
