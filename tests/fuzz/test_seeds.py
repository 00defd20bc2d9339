"""What once broke something is read, or refused with its reason; and every reader has something to be broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.read import FORMATS
from extractors.read.media_type import media_type
from fuzz.child import wrong
from fuzz.made import made
from fuzz.seeds import FINDS
from pipeline.intake import inbox
from pipeline.intake.inbox import InboxEntry
from pipeline.workers.apart import Died, apart

EVERY = sorted(path for path in FINDS.iterdir() if path.suffix != ".md")


def _is_wrong(path: Path) -> str:
    return wrong(path)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
def test_a_find(tmp_path: Path, path: Path) -> None:
    """In a process within a worker's bounds; one that wants more than them ends it, as a worker ends, and no other."""
    try:
        assert apart(_is_wrong, tmp_path, path) == ""
    except Died:
        assert path.name == "pdf-form-tower.pdf"


@pytest.mark.parametrize("path", [path for path in EVERY if path.suffix == ".7z"], ids=lambda path: path.name)
def test_an_archive_that_ended_its_process_has_its_sentence(path: Path) -> None:
    assert any("压缩包" in file.problem for file in inbox.files(InboxEntry("甲", path)))


def test_every_reader_has_a_sound_file_to_be_broken() -> None:
    kinds = {media_type(data, name) for name, data in made()}
    assert {FORMATS[kind].module for kind in kinds & set(FORMATS)} == {each.module for each in FORMATS.values()}
    assert len(kinds - set(FORMATS)) >= 6  # archives, which the intake opens, and what is refused by name
