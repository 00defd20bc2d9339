"""The command line as a clerk types it, without a process of its own."""

from collections.abc import Sequence
from pathlib import Path

from typer.testing import CliRunner, Result

from pipeline.cli.main import app


def dossier(*words: str | Path) -> Result:
    """``dossier`` with these words after it."""
    return CliRunner().invoke(app, [str(word) for word in words])


def sample(words: Sequence[str]) -> Result:
    """``dossier sample`` with these words after it."""
    return dossier("sample", *words)
