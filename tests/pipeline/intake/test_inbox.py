"""What counts as a dossier, what as a file of one, and what no archive may do."""

from __future__ import annotations

import io
import struct
import sys
import tarfile
import zipfile
import zlib
from email.message import EmailMessage
from pathlib import Path

import pytest

from extractors.read.held import MOST
from pipeline import file_names
from pipeline.intake import inbox
from pipeline.intake.archive import Limits
from pipeline.intake.inbox import InboxEntry, Received
from schemas.errors import UsageError
from tests.builders.archives import NameAsBytes, zipped
from tests.builders.office_files import docx, p, xlsx

SYMLINK = 0o120777 << 16


def received(path: Path, limits: Limits | None = None) -> list[Received]:
    return list(inbox.files(InboxEntry("甲", path), limits or Limits()))


def paths(path: Path) -> list[str]:
    return [file.path for file in received(path)]


def test_every_child_is_a_dossier_in_the_order_people_count(tmp_path: Path) -> None:
    for name in ("10号", "2号"):
        (tmp_path / name).mkdir()
    for name in ("3号.pdf", "4号.tar.gz", "关于2.0版", ".DS_Store", "~$3号.docx", "Thumbs.db", "desktop.ini"):
        (tmp_path / name).write_bytes(b"x")
    assert [entry.id for entry in inbox.entries(tmp_path)] == ["2号", "3号", "4号", "10号", "关于2.0版"]


def test_children_of_one_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "D01").mkdir()
    (tmp_path / "D01.zip").write_bytes(b"x")
    (tmp_path / "D02.zip").write_bytes(b"x")
    (tmp_path / "D02.pdf").write_bytes(b"x")
    (tmp_path / "D03.pdf").write_bytes(b"x")
    entries = inbox.entries(tmp_path)
    assert [entry.id for entry in entries] == ["D01", "D01.zip", "D02.pdf", "D02.zip", "D03"]
    assert all("D0" in entry.note for entry in entries[:4])
    assert not entries[4].note


def test_results_inside_the_inbox_are_no_dossier(tmp_path: Path) -> None:
    (tmp_path / "D01").mkdir()
    (tmp_path / "out").mkdir()
    assert [entry.id for entry in inbox.entries(tmp_path, tmp_path / "out")] == ["D01"]


@pytest.mark.parametrize("name", ["没有", "文件"])
def test_no_such_inbox(tmp_path: Path, name: str) -> None:
    (tmp_path / "文件").write_bytes(b"x")
    with pytest.raises(UsageError):
        inbox.entries(tmp_path / name)


def test_a_folder_with_its_folders(tmp_path: Path) -> None:
    (tmp_path / "甲" / "2 证明").mkdir(parents=True)
    (tmp_path / "甲" / "2 证明" / "通知 第 一 期.txt").write_bytes(b"a")
    (tmp_path / "甲" / "10.txt").write_bytes(b"b")
    (tmp_path / "甲" / "__MACOSX").mkdir()
    (tmp_path / "甲" / "__MACOSX" / "x.txt").write_bytes(b"c")
    found = received(tmp_path / "甲")
    assert [(file.path, file.skipped) for file in found] == [
        ("2 证明/通知 第 一 期.txt", False),
        ("10.txt", False),
        ("__MACOSX", True),
    ]


def test_one_document_is_a_dossier(tmp_path: Path) -> None:
    (tmp_path / "申报表.txt").write_bytes(b"text")
    assert received(tmp_path / "申报表.txt") == [Received("申报表.txt", b"text")]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(b"x")
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (file,) = received(tmp_path / "甲")
    assert "链接" in file.problem
    assert not file.data


@pytest.mark.parametrize(
    ("encoding", "flagged"),
    [
        pytest.param("utf-8", True, id="declared"),
        pytest.param("utf-8", False, id="utf-8-without-flag"),
        pytest.param("gb18030", False, id="chinese-windows"),
    ],
)
@pytest.mark.parametrize("name", ["申报表.txt", "一.txt", "佐证/乗法.txt"])
def test_names_in_zip(tmp_path: Path, name: str, encoding: str, flagged: bool) -> None:
    (tmp_path / "甲.zip").write_bytes(zipped({name: b"a", "b.txt": b"b"}, encoding, flagged=flagged))
    assert paths(tmp_path / "甲.zip") == [name, "b.txt"]


def test_the_unicode_path_field_has_the_last_word(tmp_path: Path) -> None:
    entry = NameAsBytes("shenbao.txt")
    raw = entry.filename.encode("cp437")
    body = b"\x01" + struct.pack("<L", zlib.crc32(raw)) + "申报表.txt".encode()
    entry.extra = struct.pack("<HH", 0x7075, len(body)) + body
    with zipfile.ZipFile(tmp_path / "甲.zip", "w") as package:
        package.writestr(entry, b"a")
    assert paths(tmp_path / "甲.zip") == ["申报表.txt"]


def test_a_lone_root_folder_adds_nothing(tmp_path: Path) -> None:
    (tmp_path / "甲.zip").write_bytes(zipped({"公司材料/1.txt": b"a", "公司材料/证/2.txt": b"b", "__MACOSX/._x": b""}))
    assert paths(tmp_path / "甲.zip") == ["1.txt", "证/2.txt", "__MACOSX"]


def test_two_root_folders_stay(tmp_path: Path) -> None:
    (tmp_path / "甲.zip").write_bytes(zipped({"上册/1.txt": b"a", "下册/1.txt": b"b"}))
    assert paths(tmp_path / "甲.zip") == ["上册/1.txt", "下册/1.txt"]


def test_an_archive_within_is_a_folder_and_keeps_its_root(tmp_path: Path) -> None:
    inner = zipped({"证明/通知.txt": b"a"})
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "证明.zip").write_bytes(inner)
    (tmp_path / "乙.zip").write_bytes(zipped({"证明.zip": inner, "1.txt": b"b"}))
    assert paths(tmp_path / "甲") == ["证明.zip/证明/通知.txt"]
    assert paths(tmp_path / "乙.zip") == ["证明.zip/证明/通知.txt", "1.txt"]


def tarred(files: dict[str, bytes], mode: str = "w", encoding: str = "utf-8") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode, format=tarfile.GNU_FORMAT, encoding=encoding) as package:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            package.addfile(entry, io.BytesIO(data))
    return target.getvalue()


@pytest.mark.parametrize(
    ("suffix", "mode"), [("tar", "w"), ("tar.gz", "w:gz"), ("tar.bz2", "w:bz2"), ("tar.xz", "w:xz")]
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_tar(tmp_path: Path, suffix: str, mode: str, encoding: str) -> None:
    file = tmp_path / f"甲.{suffix}"
    file.write_bytes(tarred({"材料/申报表.txt": b"abc", "材料/2.txt": b"d"}, mode, encoding))
    assert received(file) == [Received("申报表.txt", b"abc"), Received("2.txt", b"d")]


def test_what_a_tar_may_not_hold(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "甲.tar", "w") as package:
        for name, kind in (("link", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("pipe", tarfile.FIFOTYPE)):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            package.addfile(entry)
    assert all(file.problem and not file.data for file in received(tmp_path / "甲.tar"))


@pytest.mark.parametrize("name", ["../外.txt", "/外.txt", "a/../../外.txt", "C:\\外.txt", "..\\外.txt"])
def test_a_name_that_leads_outside(tmp_path: Path, name: str) -> None:
    (tmp_path / "甲.zip").write_bytes(zipped({name: b"x", "内.txt": b"y"}))
    outside, inside = received(tmp_path / "甲.zip")
    assert "为安全起见" in outside.problem
    assert not outside.data
    assert ".." not in outside.path.split("/")
    assert inside == Received("内.txt", b"y")


def test_a_link_in_a_zip(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("link.txt")
    entry.create_system, entry.external_attr = 3, SYMLINK
    with zipfile.ZipFile(tmp_path / "甲.zip", "w") as package:
        package.writestr(entry, "/etc/passwd")
    assert "链接" in received(tmp_path / "甲.zip")[0].problem


def test_more_than_the_dossier_may_hold(tmp_path: Path) -> None:
    (tmp_path / "甲.zip").write_bytes(zipped({"大.txt": b"0" * 5000, "小.txt": b"1"}))
    large, small = received(tmp_path / "甲.zip", Limits(total_bytes=4000))
    assert "总量" in large.problem
    assert small.data == b"1"


@pytest.mark.parametrize(("ratio", "refused"), [(1, True), (100_000, False)])
def test_a_member_that_packs_too_well(tmp_path: Path, ratio: int, refused: bool) -> None:
    (tmp_path / "甲.zip").write_bytes(zipped({"大.txt": b"0" * 5000}))
    (file,) = received(tmp_path / "甲.zip", Limits(ratio=ratio, ratio_from=4999))
    assert bool(file.problem) is refused


def test_a_compressed_tar_that_unpacks_without_end(tmp_path: Path) -> None:
    (tmp_path / "甲.tar.gz").write_bytes(tarred({"大.txt": b"0" * 50_000}, "w:gz"))
    (file,) = received(tmp_path / "甲.tar.gz", Limits(total_bytes=20_000))
    assert "总量" in file.problem
    assert file.path == "甲.tar.gz"


@pytest.mark.parametrize(("files", "read"), [(2, 2), (3, 3)])
def test_too_many_files(tmp_path: Path, files: int, read: int) -> None:
    (tmp_path / "甲").mkdir()
    for number in range(3):
        (tmp_path / "甲" / f"{number}.txt").write_bytes(b"x")
    found = received(tmp_path / "甲", Limits(files=files))
    assert len([file for file in found if not file.problem]) == read
    assert any("数量" in file.problem for file in found) is (files < 3)


@pytest.mark.parametrize(("depth", "reads"), [(2, False), (3, True)])
def test_archives_within_archives(tmp_path: Path, depth: int, reads: bool) -> None:
    data = b"text"
    for name in ("1.txt", "内.zip", "中.zip"):
        data = zipped({name: data, "旁.txt": b"x"})
    (tmp_path / "甲.zip").write_bytes(data)
    found = {file.path: file for file in received(tmp_path / "甲.zip", Limits(depth=depth))}
    assert ("中.zip/内.zip/1.txt" in found) is reads
    assert any("嵌套" in file.problem for file in found.values()) is not reads


def test_a_damaged_archive_is_said(tmp_path: Path) -> None:
    data = zipped({"1.txt": b"a" * 100})
    (tmp_path / "甲.zip").write_bytes(data.replace(b"PK\x01\x02", b"PK\x09\x09"))
    (tmp_path / "乙.zip").write_bytes(data[:50] + b"\xff" * 4 + data[54:])
    assert all(len(received(tmp_path / name)) == 1 for name in ("甲.zip", "乙.zip"))


def test_a_member_that_is_damaged_costs_itself_alone(tmp_path: Path) -> None:
    body = bytearray(zipped({"坏.txt": b"abcdefgh" * 20, "好.txt": b"ok"}))
    body[40] ^= 0xFF
    (tmp_path / "甲.zip").write_bytes(bytes(body))
    bad, good = received(tmp_path / "甲.zip")
    assert bad.problem
    assert good == Received("好.txt", b"ok")


def test_one_name_twice_in_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "甲.zip", "w") as package:
        package.writestr("1.txt", "a")
        with pytest.warns(UserWarning, match="Duplicate"):
            package.writestr("1.txt", "b")
    assert [(file.path, file.data) for file in received(tmp_path / "甲.zip")] == [("1.txt", b"a"), ("1 (2).txt", b"b")]


@pytest.mark.parametrize(
    ("dossier", "folder"),
    [
        ("样例 公司", "样例 公司"),
        ("CON", "_CON"),
        ("con.2026", "_con.2026"),
        ("甲：乙/丙*", "甲：乙_丙_"),
        ("末尾. ", "末尾"),
        ("...", "_"),
        ("..", "_"),
        ("长" * 300, "长" * 80),
    ],
)
def test_folder_names_are_safe_everywhere(dossier: str, folder: str) -> None:
    assert file_names.folder_name(dossier) == folder


def test_folder_names_differ_by_more_than_case() -> None:
    assert file_names.folder_name("d01", ["D01"]) == "d01~2"


def test_files_in_a_file_are_files_of_a_folder(tmp_path: Path) -> None:
    book = xlsx("<sheetData/>")
    folder = tmp_path / "甲"
    folder.mkdir()
    (folder / "申报表.docx").write_bytes(docx(p("字"), laid_in=(("package", "a.xlsx", book),)))
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", "材料"
    message.add_attachment(zipped({"名单.txt": b"1"}), maintype="application", subtype="zip", filename="包.zip")
    (folder / "邮件.eml").write_bytes(message.as_bytes())
    paths = [one.path for one in received(folder)]
    assert paths == ["申报表.docx", "申报表.docx/嵌入对象1.xlsx", "邮件.eml", "邮件.eml/包.zip/名单.txt"]


def test_files_within_files_end_where_archives_do(tmp_path: Path) -> None:
    inner = docx(p("字"))
    for _ in range(8):
        inner = docx(p("字"), laid_in=(("package", "a.docx", inner),))
    folder = tmp_path / "甲"
    folder.mkdir()
    (folder / "表.docx").write_bytes(inner)
    taken = received(folder, Limits(depth=3))
    assert [bool(one.problem) for one in taken] == [False] * 4 + [True]


@pytest.mark.parametrize(("locked", "anything"), [(True, True), (False, False)])
def test_what_a_password_locks_away_may_be_anything(tmp_path: Path, locked: bool, anything: bool) -> None:
    data = bytearray(zipped({"审计报告.txt": b"1"}))
    if locked:
        for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            data[data.index(mark) + place] |= 1
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "包.zip").write_bytes(data)
    (one,) = received(tmp_path / "甲")
    assert (bool(one.problem), one.may_hold_anything) == (locked, anything)


@pytest.mark.parametrize(("attached", "files", "told"), [(MOST - 1, MOST - 1, False), (MOST + 50, MOST, True)])
def test_more_files_in_a_file_than_are_taken_out(tmp_path: Path, attached: int, files: int, told: bool) -> None:
    part = '--x\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\nabc\r\n'
    head = "From: a@b.c\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    (tmp_path / "邮件.eml").write_text(f"{head}{part * attached}--x--", encoding="utf-8")
    taken = received(tmp_path / "邮件.eml")
    refused = [one for one in taken if one.problem]
    assert len(taken) - len(refused) == files + 1
    assert [(one.path, one.may_hold_anything) for one in refused] == [("邮件.eml/其余夹带文件", True)] * told
