"""Where the project's own data files lie: beside the packages, or inside an installed wheel."""

from __future__ import annotations

from pathlib import Path

from schemas.strict_yaml import Marked, read_marked


def data_folder() -> Path:
    """The folder that holds rulebooks/, forms/, vocabulary/ and demo/."""
    here = Path(__file__).resolve().parent
    installed = here / "data"
    return installed if installed.is_dir() else here.parent / "data"


def vocabulary_file(name: str) -> Marked:
    """The words of ``data/vocabulary/<name>.yaml``; whoever finds a word wrong can say its file, line and key."""
    return read_marked(data_folder() / "vocabulary" / f"{name}.yaml")
