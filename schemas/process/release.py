"""Which release of the program is this? pyproject.toml says it, and the installed package knows."""

from __future__ import annotations

from importlib import metadata

DISTRIBUTION = "dossier-intake"


def version() -> str:
    """The version, as ``0.1.0``; empty where the program runs without having been installed."""
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return ""
