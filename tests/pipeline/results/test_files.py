"""Results that cannot be written say why and what to do; what stood there before stays."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from pipeline.results import files as result_files
from schemas.errors import NotWritten, UsageError


def test_a_folder_where_a_file_belongs(tmp_path: Path) -> None:
    (tmp_path / "batch.json").mkdir()
    with pytest.raises(UsageError, match="同名的文件夹"):
        result_files.check_place(tmp_path, ("batch.json",))
    with pytest.raises(UsageError, match="同名的文件夹"):
        result_files.write(tmp_path / "batch.json", b"{}")
    assert [path.name for path in tmp_path.iterdir()] == ["batch.json"]


def test_a_file_where_the_folder_belongs(tmp_path: Path) -> None:
    (tmp_path / "结果").write_bytes(b"x")
    for out in (tmp_path / "结果", tmp_path / "结果" / "内"):
        with pytest.raises(UsageError, match="不是文件夹"):
            result_files.check_place(out, ())
        with pytest.raises(UsageError, match="不是文件夹"):
            result_files.write(out / "batch.json", b"{}")


def test_a_stale_result_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "甲" / "report.html").mkdir(parents=True)
    with pytest.raises(UsageError, match="同名的文件夹"):
        result_files.write_dossier(tmp_path, "甲", {"screening.json": b"{}"}, ("report.html",))


def test_a_folder_that_vanished_is_made_again(tmp_path: Path) -> None:
    result_files.write(tmp_path / "没有" / "batch.json", b"{}")
    assert (tmp_path / "没有" / "batch.json").read_bytes() == b"{}"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever may do all is never refused")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UsageError, match="权限"):
            result_files.check_place(tmp_path / "结果", ())
        with pytest.raises(UsageError, match="权限"):
            result_files.write(tmp_path / "batch.json", b"{}")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EROFS, "只读"),
        (errno.ENAMETOOLONG, "过长"),
        (errno.EACCES, "Excel"),
        (errno.EIO, "OSError"),
    ],
)
def test_what_the_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str) -> None:
    """Each with what to do; the earlier file stays, and nothing half-written is left."""
    (tmp_path / "batch.json").write_bytes(b"earlier")

    def refuse(self: Path, target: Path) -> None:
        del self, target
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NotWritten, match=said) as refused:
        result_files.write(tmp_path / "batch.json", b"new")
    assert refused.value.lasting is (number in (errno.ENOSPC, errno.EROFS, errno.EIO))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"batch.json": b"earlier"}
