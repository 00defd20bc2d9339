"""Where the project's own data files lie: beside the packages, or inside an installed wheel."""

from __future__ import annotations

from pathlib import Path


def data_folder() -> Path:
    """The folder that holds rulebooks/, forms/, vocabulary/ and demo/."""
    here = Path(__file__).resolve().parent
    installed = here / "data"
    return installed if installed.is_dir() else here.parent / "data"
