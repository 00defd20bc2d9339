"""What is written is its owner's, whatever the umask; a group's where the folder is plainly one group's."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.results import files as result_files
from pipeline.results import private

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead")


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize(
    ("outside", "folder", "file"),
    [
        pytest.param(0o700, 0o700, 0o600, id="one-person's"),
        pytest.param(0o755, 0o700, 0o600, id="usual"),
        pytest.param(0o777, 0o700, 0o600, id="everybody's"),
        pytest.param(0o1777, 0o700, 0o600, id="of-temporary-files"),
        pytest.param(0o775, 0o770, 0o660, id="a-group-writes-others-read"),
        pytest.param(0o750, 0o750, 0o640, id="a-group-reads"),
        pytest.param(0o770, 0o770, 0o660, id="a-group-writes"),
        pytest.param(0o2775, 0o2770, 0o660, id="handed-on-to-the-group"),
    ],
)
def test_what_is_new(tmp_path: Path, outside: int, folder: int, file: int) -> None:
    """Others never have a share in it."""
    place = tmp_path / "处"
    place.mkdir()
    place.chmod(outside)
    result_files.write(place / "结果" / "甲" / "report.html", b"x")
    assert (place / "结果").stat().st_mode & 0o7777 == folder
    assert (place / "结果" / "甲").stat().st_mode & 0o7777 == folder
    assert (place / "结果" / "甲" / "report.html").stat().st_mode & 0o777 == file


@pytest.mark.usefixtures("umask")
def test_a_file_that_others_could_read_is_replaced_by_one_they_cannot(tmp_path: Path) -> None:
    (tmp_path / "batch.json").write_bytes(b"old")
    (tmp_path / "batch.json").chmod(0o666)
    result_files.write(tmp_path / "batch.json", b"new")
    assert (tmp_path / "batch.json").stat().st_mode & 0o077 == 0


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "结果").mkdir()
    (tmp_path / "结果").chmod(0o711)
    private.make_folder(tmp_path / "结果")
    assert (tmp_path / "结果").stat().st_mode & 0o777 == 0o711


def test_a_name_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "甲").symlink_to(tmp_path / "乙")
    with pytest.raises(FileExistsError):
        private.opened_new(tmp_path / "甲")
    assert not (tmp_path / "乙").exists()
