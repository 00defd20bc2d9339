"""What is uploaded for a rulebook is bounded, and begun under one name once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from schemas.errors import UsageError
from tests.builders.console import with_rows
from tests.builders.regulations import MADE_UP


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        yield one


def begin(name="yichang", text=MADE_UP):
    from console.acts.rules import own_rulebook
    from console.events import Actor

    file = None if text is None else SimpleUploadedFile("../办法.txt", text.encode())
    return own_rulebook.begun(Actor("王五"), name, file, [])


@pytest.mark.usefixtures("place")
def test_the_same_files_as_the_command_writes(tmp_path):
    from pipeline.drafting.files import write_draft

    one = begin()
    other = tmp_path / "办法.txt"
    other.write_bytes(MADE_UP.encode())
    write_draft(other, [], tmp_path / "command", "yichang")
    written = sorted(path.name for path in (tmp_path / "command").iterdir())
    assert written == sorted(path.name for path in one.folder.iterdir() if path.is_file())
    for name in written:
        assert (one.folder / name).read_bytes() == (tmp_path / "command" / name).read_bytes(), name


def test_no_file_leaves_its_folder(place):
    one = begin()
    assert one.source.parent == one.folder / "source" / "text"
    assert not list(place.folder.glob("办法*"))


@pytest.mark.usefixtures("place")
def test_twice_or_without_a_text():
    begin()
    with pytest.raises(UsageError, match="已有名为"):
        begin()
    with pytest.raises(UsageError, match="正文"):
        begin("other", None)


def test_one_that_is_too_large(place, monkeypatch):
    from console.acts.rules import own_rulebook

    monkeypatch.setattr(own_rulebook, "MOST_BYTES", 10)
    with pytest.raises(UsageError, match="超过"):
        begin()
    assert not list((place.folder / "rulebooks").glob("*"))
