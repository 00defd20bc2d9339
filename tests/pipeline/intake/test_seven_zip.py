"""7Z, RAR, single compressed files and volumes: what comes out, and what is stopped with which sentence."""

from __future__ import annotations

import bz2
import gc
import gzip
import lzma
import os
import tempfile
from functools import partial
from pathlib import Path

import pytest

from pipeline.intake import inbox
from pipeline.intake import seven_zip as seven_zip_archives
from pipeline.intake.archive import Limits
from pipeline.intake.inbox import InboxEntry
from tests.builders.archives import FILES, rar, received, seven_zip
from tests.pipeline.intake.test_inbox import zipped


@pytest.mark.parametrize(
    ("name", "make"),
    [
        pytest.param("包.7z", seven_zip, id="7z"),
        pytest.param("包.rar", rar, id="rar"),
        pytest.param("包.zip", seven_zip, id="7z-named-zip"),
    ],
)
def test_every_file_comes_out_under_its_own_name(tmp_path: Path, name, make) -> None:
    files = received(tmp_path, name, make(FILES))
    assert {path: file.data for path, file in files.items()} == {f"{name}/{at}": data for at, data in FILES.items()}


def test_an_archive_that_is_the_dossier_adds_nothing_to_the_paths(tmp_path: Path) -> None:
    (tmp_path / "甲.7z").write_bytes(seven_zip(FILES))
    paths = [file.path for file in inbox.files(InboxEntry("甲", tmp_path / "甲.7z"), Limits())]
    assert paths == ["申报表.txt", "清单/名单.txt", "空.txt"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        pytest.param("包.7z", seven_zip(FILES, "示例", names_too=True), "设有密码", id="7z-names-locked"),
        pytest.param("包.7z", seven_zip(FILES)[:-9], "损坏", id="7z-cut"),
        pytest.param("包.7z.001", seven_zip(FILES)[:60], "分卷", id="7z-first-volume"),
        pytest.param("包.7z.002", b"\x9c\xf1\x00" * 20, "分卷", id="7z-second-volume"),
        pytest.param("包.z01", b"PK\x07\x08PK\x03\x04" + bytes(40), "分卷", id="zip-first-volume"),
        pytest.param("包.part1.rar", rar(FILES, volume=1), "分卷", id="rar-first-volume"),
        pytest.param("包.zip", zipped({}), "没有文件", id="empty-zip"),
        pytest.param("包.gz", gzip.compress(b"1" * 99)[:-12], "损坏", id="gz-cut"),
    ],
)
def test_an_archive_that_does_not_open_says_why(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (file,) = received(tmp_path, name, data).values()
    assert says in file.problem


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("包.7z", seven_zip({"名单.txt": b"1"}, "示例"), id="7z"),
        pytest.param("包.rar", rar({"名单.txt": b"1"}, locked=True), id="rar"),
    ],
)
def test_locked_files_keep_their_names(tmp_path: Path, name: str, data: bytes) -> None:
    files = received(tmp_path, name, data)
    assert "设有密码" in files[f"{name}/名单.txt"].problem


def test_a_bomb_in_a_7z_is_not_unpacked(tmp_path: Path) -> None:
    files = received(tmp_path, "包.7z", seven_zip({"空白.txt": bytes(33 << 20)}))
    assert all(file.problem and not file.data.strip(b"\0")[100_000:] for file in files.values())
    fine = received(tmp_path, "包.7z", seven_zip({"空白.txt": bytes(1 << 20)}))
    assert len(fine["包.7z/空白.txt"].data) == 1 << 20


def test_a_bomb_in_a_gz_is_not_unpacked(tmp_path: Path) -> None:
    files = received(tmp_path, "空白.txt.gz", gzip.compress(bytes(40 << 20)))
    assert "异常" in files["空白.txt.gz/空白.txt"].problem


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)],
)
def test_one_compressed_file_is_unpacked(tmp_path: Path, suffix: str, pack) -> None:
    name = f"报告.txt.{suffix}"
    files = received(tmp_path, name, pack("示例".encode()))
    assert files[f"{name}/报告.txt"].data == "示例".encode()


def test_a_text_that_begins_like_an_archive_is_a_text(tmp_path: Path) -> None:
    files = received(tmp_path, "编号.txt", b"BZ-2025-001")
    assert files["编号.txt"].data
    assert not files["编号.txt"].problem


def test_archives_within_archives_end_somewhere(tmp_path: Path) -> None:
    nested = seven_zip({"里.txt": b"1"})
    for _ in range(2):
        nested = zipped({"里.7z": nested})
    inner = "包.zip/里.7z/里.7z/里.txt"
    assert received(tmp_path, "包.zip", nested, Limits(depth=3))[inner].data == b"1"
    (stopped,) = received(tmp_path, "包.zip", nested, Limits(depth=2)).values()
    assert "嵌套" in stopped.problem


@pytest.mark.parametrize("ends", [os.abort, partial(os._exit, 3)], ids=["crash", "exit"])
def test_what_ends_the_process_that_unpacks_costs_the_archive_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends
) -> None:
    monkeypatch.setattr(seven_zip_archives, "_unpack", partial(_instead, ends))
    files = received(tmp_path, "包.7z", seven_zip(FILES))
    assert "改用 ZIP" in files["包.7z"].problem


def _instead(ends, *_given: object) -> None:
    ends()


def test_nothing_is_left_of_what_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    assert received(tmp_path, "包.7z", seven_zip(FILES))["包.7z/材料/清单/名单.txt"].data == b"1"
    gc.collect()
    assert list((tmp_path / "tmp").iterdir()) == []


HOSTILE = Path(__file__).resolve().parents[4] / "shared" / "hostile"


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile archives are not here")
@pytest.mark.parametrize("path", sorted(HOSTILE.glob("*.7z")), ids=lambda path: path.name)
def test_archives_that_ended_the_process(tmp_path: Path, path: Path) -> None:
    """The process that asked goes on, and what did not come out has its sentence."""
    files = received(tmp_path, path.name, path.read_bytes())
    assert any("压缩包" in file.problem for file in files.values())
