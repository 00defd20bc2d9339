"""What was read before is taken: of the same bytes, read just as far, by the same readers; and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from extractors import read as readers
from extractors.kept import codec, store, version
from extractors.papers.ocr_scope import ocr_scope
from extractors.read import from_kept
from extractors.read.converted import libreoffice
from schemas.document import Document
from schemas.errors import UnreadableDocument
from schemas.process import mishaps
from tests.builders.documents import document

TEXT = "申请报告\n".encode()


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path) -> None:
    store.use(tmp_path / "kept")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that were truly read."""
    asked: list[str] = []
    before = readers.read

    def counted(data: bytes, path: str, scope: object = None) -> Document:
        asked.append(path)
        return before(data, path, scope)

    monkeypatch.setattr(readers, "read", counted)
    return asked


def test_the_same_file_is_read_once(reads: list[str]):
    first = from_kept.read(TEXT, "申请报告.txt")
    assert from_kept.read(TEXT, "申请报告.txt") == first
    assert reads == ["申请报告.txt"]


def test_under_another_name_it_has_that_name(reads: list[str]):
    from_kept.read(TEXT, "申请报告.txt")
    assert from_kept.read(TEXT, "补正/新报告.txt").path == "补正/新报告.txt"
    assert reads == ["申请报告.txt"]


def test_another_byte_is_another_file(reads: list[str]):
    from_kept.read(TEXT, "一.txt")
    from_kept.read(TEXT + b" ", "一.txt")
    assert reads == ["一.txt", "一.txt"]


def test_another_suffix_may_make_another_kind_of_it(reads: list[str]):
    assert from_kept.read(b"a,b\n", "一.txt").media_type != from_kept.read(b"a,b\n", "一.csv").media_type
    assert reads == ["一.txt", "一.csv"]


def test_a_name_of_which_less_is_asked_is_read_for_itself(reads: list[str]):
    for path in ("证书.txt", "荣誉证书/1.txt", "荣誉证书/2.txt"):
        from_kept.read(TEXT, path, ocr_scope(path))
    expected = {path: tuple(ocr_scope(path).expected) for path in ("证书.txt", "荣誉证书/1.txt", "荣誉证书/2.txt")}
    assert len(reads) == len(set(expected.values()))


def test_changed_readers_read_anew(reads: list[str], monkeypatch: pytest.MonkeyPatch):
    from_kept.read(TEXT, "一.txt")
    monkeypatch.setattr(version, "of_readers", lambda: "another")
    from_kept.read(TEXT, "一.txt")
    assert len(reads) == 2


def test_a_file_that_will_not_open_is_tried_again(reads: list[str]):
    for _ in range(2):
        with pytest.raises(UnreadableDocument):
            from_kept.read(b"%PDF-1.7 broken", "一.pdf")
    assert len(reads) == 2


def test_what_was_read_badly_by_chance_is_not_kept(monkeypatch: pytest.MonkeyPatch):
    def hurried(_data: bytes, path: str, _scope: object = None) -> Document:
        mishaps.happened()
        return document(["half of it"], path=path)

    before = readers.read
    monkeypatch.setattr(readers, "read", hurried)
    from_kept.read(TEXT, "一.txt")
    monkeypatch.setattr(readers, "read", before)
    assert "申请报告" in str(from_kept.read(TEXT, "一.txt"))


@pytest.mark.parametrize("body", [b"", b"x", codec.packed("no document", str)])
def test_a_kept_thing_that_is_no_document_is_read_anew(reads: list[str], monkeypatch: pytest.MonkeyPatch, body: bytes):
    monkeypatch.setattr(codec, "packed", lambda *_: body)
    from_kept.read(TEXT, "一.txt")
    monkeypatch.undo()
    kept = store.current()
    assert kept is not None
    assert [one.kind for one in kept.show()] == ["documents"]
    assert "申请报告" in str(from_kept.read(TEXT, "一.txt"))
    assert reads == ["一.txt"], "the counter went with the undo; the true reader read"


def test_without_a_folder_everything_is_read(reads: list[str]):
    store.use(None)
    for _ in range(2):
        from_kept.read(TEXT, "一.txt")
    assert len(reads) == 2


RTF = rb"{\rtf1 old}"


def test_old_files_wait_for_one_another_only_until_they_were_read(monkeypatch: pytest.MonkeyPatch):
    def converted(sources: Sequence[libreoffice.Source], _target: str = "docx") -> list[bytes | None]:
        return [None for _ in sources]

    monkeypatch.setattr(libreoffice, "converted", converted)
    monkeypatch.setattr(readers, "together", lambda *_: lambda _data, path: document(["旧"], path=path))
    assert from_kept.waits(RTF, "一.rtf", ocr_scope("一.rtf"))
    read = from_kept.together([(RTF, "一.rtf")], ocr_scope)
    assert read(RTF, "一.rtf").path == "一.rtf"
    assert not from_kept.waits(RTF, "一.rtf", ocr_scope("一.rtf"))
    assert from_kept.read(RTF, "一.rtf", ocr_scope("一.rtf")) == document(["旧"], path="一.rtf")
    assert not from_kept.waits(TEXT, "一.txt", ocr_scope("一.txt"))


def test_another_office_program_converts_anew(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(readers, "together", lambda *_: lambda _data, path: document(["旧"], path=path))
    monkeypatch.setattr(libreoffice, "stamp", lambda: "one")
    from_kept.together([(RTF, "一.rtf")], ocr_scope)(RTF, "一.rtf")
    assert not from_kept.waits(RTF, "一.rtf")
    monkeypatch.setattr(libreoffice, "stamp", lambda: "another")
    assert from_kept.waits(RTF, "一.rtf")
