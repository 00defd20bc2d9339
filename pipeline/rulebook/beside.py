"""Where does the text of a regulation lie that a rulebook's file is held against?"""

from __future__ import annotations

from pathlib import Path


def text_beside(path: Path) -> Path | None:
    """The regulation's text: of the same name beside the file, or in a folder regulations near it."""
    places = (path.with_suffix(".txt"), path.parent.parent / "regulations" / f"{path.stem}.txt")
    return next((place for place in places if place.is_file()), None)
