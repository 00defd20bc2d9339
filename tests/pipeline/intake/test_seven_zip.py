"""7Z, RAR, single compressed files and volumes: what comes out, and what is stopped with which sentence."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

import py7zr
import pytest

from pipeline.intake import inbox
from pipeline.intake import rar as rar_archives
from pipeline.intake.archive import Limits
from pipeline.intake.inbox import InboxEntry, Received
from tests.pipeline.intake.test_inbox import zipped

FILES = {"材料/申报表.txt": "申报单位：示例公司".encode(), "材料/清单/名单.txt": b"1", "材料/空.txt": b""}


def seven_zip(files: Mapping[str, bytes], password: str | None = None, *, names_too: bool = False) -> bytes:
    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w", password=password, header_encryption=names_too) as archive:
        for name, data in files.items():
            archive.writestr(data, name)
    return target.getvalue()


def rar(files: Mapping[str, bytes], *, volume: int = 0, packed: bool = False, locked: bool = False) -> bytes:
    """A RAR 5 whose files are only stored; ``packed`` says that they were compressed, which is then a lie."""
    blocks = [_block(1, 0, _number(volume))]
    for name, data in files.items():
        raw = name.encode()
        # Flags: a CRC is there; method 0 stores; made on Windows.
        body = b"".join(map(_number, (0x04, len(data), 0x20)))
        body += struct.pack("<L", zlib.crc32(data)) + _number(0x80 if packed else 0) + _number(0)
        body += _number(len(raw)) + raw
        extra = _sized(_number(1) + bytes((0, 0, 15)) + bytes(32)) if locked else b""
        blocks.append(_block(2, len(data), body, extra) + data)
    return b"Rar!\x1a\x07\x01\x00" + b"".join(blocks) + _block(5, 0, _number(1 if volume else 0))


def _block(kind: int, data: int, body: bytes, extra: bytes = b"") -> bytes:
    flags = (1 if extra else 0) | (2 if kind == 2 else 0)
    head = _number(kind) + _number(flags)
    head += (_number(len(extra)) if extra else b"") + (_number(data) if kind == 2 else b"") + body + extra
    whole = _number(len(head)) + head
    return struct.pack("<L", zlib.crc32(whole)) + whole


def _sized(content: bytes) -> bytes:
    return _number(len(content)) + content


def _number(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*out, value))


def received(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> dict[str, Received]:
    (folder / "卷宗").mkdir(exist_ok=True)
    (folder / "卷宗" / name).write_bytes(data)
    return {file.path: file for file in inbox.files(InboxEntry("甲", folder / "卷宗"), limits or Limits())}


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


def test_a_packed_rar_without_an_unpacker_asks_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for tool in ("UNRAR_TOOL", "UNAR_TOOL", "SEVENZIP_TOOL", "SEVENZIP2_TOOL", "BSDTAR_TOOL"):
        monkeypatch.setattr(rar_archives.rarfile, tool, "no-such-program")
    monkeypatch.setattr(rar_archives.rarfile, "CURRENT_SETUP", None)
    files = received(tmp_path, "包.rar", rar({"名单.txt": b"1"}, packed=True))
    assert "unrar" in files["包.rar/名单.txt"].problem


def test_names_that_lead_outside_cost_only_their_own_file(tmp_path: Path) -> None:
    files = received(tmp_path, "包.rar", rar({"../外.txt": b"1", "/根.txt": b"2", "内.txt": b"3"}))
    told = {path: bool(file.problem) for path, file in files.items()}
    assert told == {"包.rar/外.txt": True, "包.rar/根.txt": True, "包.rar/内.txt": False}


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
