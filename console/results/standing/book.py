"""Where does the office's ledger lie, is there one yet, and how does it stand on a day?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.conf import settings

from pipeline import file_names
from pipeline.standing.ledger.file import LOG
from pipeline.standing.overview import Overview, overview


def folder() -> Path:
    """The folder that every ``dossier standing`` of this office may be given."""
    return Path(settings.DATA.ledger)


def kept() -> bool:
    """Whether anything was ever put down."""
    return file_names.reachable(folder() / LOG).is_file()


def on(day: date) -> Overview:
    """The ledger on that day, as ``dossier standing show`` tells it. UsageError where its chain does not stand."""
    return overview(folder(), day)
