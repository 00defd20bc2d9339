"""Nothing that leads elsewhere is followed: not in an inbox, not in an archive, not to the results."""

from __future__ import annotations

import io
import os
import stat
import sys
import tarfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import py7zr
import pytest

from pipeline.intake import inbox, links
from pipeline.intake.inbox import InboxEntry, Received
from pipeline.results import files as result_files
from schemas.errors import UsageError
from tests.builders.archives import rar

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")

SURROGATE, CLOUD = 0xA0000003, 0x9000001A


def received(path: Path) -> dict[str, Received]:
    return {file.path: file for file in inbox.files(InboxEntry("甲", path))}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier of one file, and beside the inbox what is nobody's business."""
    (tmp_path / "别处").mkdir()
    (tmp_path / "别处" / "机密.txt").write_text("机密", encoding="utf-8")
    folder = tmp_path / "收件" / "甲"
    folder.mkdir(parents=True)
    (folder / "申报表.txt").write_text("申报表", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "target", ["../../别处/机密.txt", "../../别处", "申报表.txt", ".", "没有", "/etc/passwd"], ids=lambda name: name
)
def test_a_link_in_a_dossier(dossier: Path, target: str) -> None:
    """To a file, a folder, inside, in a circle, into nowhere: the link is named, the rest is read."""
    (dossier / "链接").symlink_to(target)
    files = received(dossier)
    assert set(files) == {"申报表.txt", "链接"}
    assert files["申报表.txt"].data
    assert "链接" in files["链接"].problem
    assert not files["链接"].data


@pytest.mark.parametrize("target", ["../别处", "../别处/机密.txt", "甲"])
def test_a_link_that_calls_itself_a_dossier(dossier: Path, target: str) -> None:
    (dossier.parent / "乙").symlink_to(target)
    assert {entry.id for entry in inbox.entries(dossier.parent)} == {"甲", "乙"}
    (only,) = received(dossier.parent / "乙").values()
    assert "链接" in only.problem
    assert not only.data


def test_what_becomes_a_link_after_it_was_listed(dossier: Path) -> None:
    walk = inbox.files(InboxEntry("甲", dossier))
    (dossier / "领.txt").write_text("x", encoding="utf-8")
    next(walk)
    (dossier / "领.txt").unlink()
    (dossier / "领.txt").symlink_to("../../别处/机密.txt")
    assert [file.problem for file in walk if file.data] == []


@pytest.mark.parametrize(
    ("attributes", "tag", "leads"),
    [
        pytest.param(0x400, SURROGATE, True, id="junction"),
        pytest.param(0x400, 0, True, id="tag-unknown"),
        pytest.param(0x400, CLOUD, False, id="kept-in-a-cloud"),
        pytest.param(0x20, SURROGATE, False, id="no-reparse-point"),
    ],
)
def test_what_windows_says(attributes: int, tag: int, leads: bool) -> None:
    status = SimpleNamespace(st_mode=stat.S_IFDIR, st_file_attributes=attributes, st_reparse_tag=tag)
    assert links.leads_elsewhere(cast("os.stat_result", status)) is leads


@pytest.mark.parametrize("attributes", [stat.S_IFLNK << 16 | 0o777 << 16, 0x400, 0x410], ids=["unix", "file", "folder"])
def test_links_in_a_zip(tmp_path: Path, attributes: int) -> None:
    entry = zipfile.ZipInfo("别处/" if attributes == 0x410 else "别处")
    entry.external_attr = attributes
    with zipfile.ZipFile(tmp_path / "甲.zip", "w") as package:
        package.writestr(entry, b"")
        package.writestr("申报表.txt", b"x")
    problems = [file.problem for file in received(tmp_path / "甲.zip").values()]
    assert any("链接" in problem for problem in problems)
    assert "" in problems


@pytest.mark.parametrize("kind", [stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFREG], ids=oct)
def test_pipes_and_devices_in_a_zip(tmp_path: Path, kind: int) -> None:
    entry = zipfile.ZipInfo("管道")
    entry.external_attr = (kind | 0o644) << 16
    with zipfile.ZipFile(tmp_path / "甲.zip", "w") as package:
        package.writestr(entry, b"x")
        package.writestr("申报表.txt", b"x")
    files = received(tmp_path / "甲.zip")
    assert not files["申报表.txt"].problem
    assert ("不是普通文件" in files["管道"].problem) is (kind != stat.S_IFREG)


@pytest.mark.parametrize("make", [os.mkfifo, partial(os.mknod, mode=stat.S_IFSOCK | 0o600)], ids=["pipe", "socket"])
def test_pipes_and_sockets_in_a_folder(dossier: Path, make: Callable[[Path], None]) -> None:
    """Nobody waits for whoever might write into it."""
    make(dossier / "管道")
    files = received(dossier)
    assert "不是普通文件" in files["管道"].problem
    assert files["申报表.txt"].data


def test_a_link_to_a_link_and_a_second_name_of_a_file(dossier: Path) -> None:
    """A chain of links is a link; a hard link is the file itself, which somebody laid there."""
    (dossier / "一").symlink_to("二")
    (dossier / "二").symlink_to("../../别处/机密.txt")
    (dossier / "副本.txt").hardlink_to(dossier / "申报表.txt")
    files = received(dossier)
    assert all("链接" in files[name].problem for name in ("一", "二"))
    assert files["副本.txt"].data == files["申报表.txt"].data


def test_links_in_a_tar(tmp_path: Path) -> None:
    """Symbolic, hard, to what lies outside and what lies within; what lies below a linked folder keeps its place."""
    kinds = {
        "链": tarfile.SYMTYPE,
        "硬": tarfile.LNKTYPE,
        "管": tarfile.FIFOTYPE,
        "字": tarfile.CHRTYPE,
        "块": tarfile.BLKTYPE,
    }
    with tarfile.open(tmp_path / "甲.tar", "w") as package:
        for name, kind in kinds.items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            package.addfile(entry)
        for name in ("链/passwd", "申报表.txt"):
            entry = tarfile.TarInfo(name)
            entry.size = 1
            package.addfile(entry, io.BytesIO(b"x"))
    files = received(tmp_path / "甲.tar")
    assert {name for name, file in files.items() if file.data == b"x"} == {"链/passwd", "申报表.txt"}
    assert set(kinds) <= {name for name in files if files[name].problem}


@pytest.mark.parametrize("kind", [1, 2, 3, 4, 5], ids=["unix", "windows", "junction", "hard", "copy"])
def test_links_in_a_rar(tmp_path: Path, kind: int) -> None:
    (tmp_path / "甲.rar").write_bytes(rar({"申报表.txt": b"x", "链": b""}, links={"链": (kind, "../../机密.txt")}))
    files = received(tmp_path / "甲.rar")
    assert files["申报表.txt"].data == b"x"
    assert "链接" in files["链"].problem


def test_links_in_a_7z(tmp_path: Path) -> None:
    (tmp_path / "机密.txt").write_bytes(b"secret")
    (tmp_path / "链").symlink_to("机密.txt")
    with py7zr.SevenZipFile(tmp_path / "甲.7z", "w") as package:
        package.write(tmp_path / "链", "链")
        package.writestr("x", "申报表.txt")
    files = received(tmp_path / "甲.7z")
    assert files["申报表.txt"].data == b"x"
    assert "链接" in files["链"].problem


def test_a_link_in_an_archive_within_an_archive(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("别处")
    entry.type, entry.linkname = tarfile.SYMTYPE, "/etc"
    with tarfile.open(tmp_path / "内.tar", "w") as package:
        package.addfile(entry)
    with zipfile.ZipFile(tmp_path / "甲.zip", "w") as package:
        package.write(tmp_path / "内.tar", "内.tar")
    (only,) = received(tmp_path / "甲.zip").values()
    assert "链接" in only.problem


def test_folders_within_folders_without_end(tmp_path: Path) -> None:
    deep = tmp_path / "甲" / Path(*["内"] * 300)
    deep.mkdir(parents=True)
    (deep / "x.txt").write_bytes(b"x")
    (tmp_path / "甲" / "申报表.txt").write_bytes(b"x")
    files = list(received(tmp_path / "甲").values())
    assert [file.path for file in files if not file.problem] == ["申报表.txt"]
    assert any("嵌套" in file.problem for file in files)


def _itself(tmp_path: Path) -> Path:
    (tmp_path / "结果").symlink_to(tmp_path / "别处")
    return tmp_path / "结果"


def _behind(tmp_path: Path) -> Path:
    (tmp_path / "链接").symlink_to(tmp_path)
    return tmp_path / "链接" / "新" / "结果"


@pytest.mark.parametrize("made", [_itself, _behind])
def test_results_do_not_go_through_a_link(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    (tmp_path / "别处").mkdir()
    out = made(tmp_path)
    with pytest.raises(UsageError, match="链接"):
        result_files.check_place(out, ())
    with pytest.raises(UsageError, match="链接"):
        result_files.write(out / "batch.json", b"{}")
    assert not list((tmp_path / "别处").iterdir())
    assert not (tmp_path / "新").exists()


def test_a_link_that_waits_under_the_name_of_a_result(tmp_path: Path) -> None:
    """Neither the file nor its forerunner is written through it."""
    (tmp_path / "别处.txt").write_bytes(b"old")
    for name in ("batch.json", ".batch.json.part"):
        (tmp_path / name).symlink_to(tmp_path / "别处.txt")
    result_files.write(tmp_path / "batch.json", b"new")
    assert (tmp_path / "别处.txt").read_bytes() == b"old"
    assert (tmp_path / "batch.json").read_bytes() == b"new"
    assert not (tmp_path / "batch.json").is_symlink()
