"""The ledger's file: added to by several processes at once, refused once it was touched."""

import subprocess
import sys

import pytest

from pipeline.hash_chain import NewEntry, Signature
from pipeline.standing.ledger import file as ledger
from schemas.errors import UsageError

ME = Signature("张三", "2026-03-15T09:00:00+08:00")
WRITER = """
import sys
from pathlib import Path
from pipeline.hash_chain import NewEntry, Signature
from pipeline.standing.ledger import file as ledger
for at in range(10):
    entry = NewEntry("complaint", {"platform": {"name": sys.argv[2]}, "day": "2026-03-01", "note": str(at)})
    ledger.write(Path(sys.argv[1]), lambda book: [entry], Signature(sys.argv[2], "2026-03-15T09:00:00+08:00"))
"""


def known(name="样例公司"):
    return NewEntry("known", {"platform": {"name": name}, "rulebook": "zhengzhou", "day": "2023-06-30"})


def test_lines_are_numbered_as_written(tmp_path):
    assert ledger.write(tmp_path, lambda _: [known("甲"), known("乙")], ME) == [1, 2]
    assert ledger.write(tmp_path, lambda book: [known(str(book.count))], ME) == [3]
    assert [event.subjects[0].name for event in ledger.read(tmp_path).events] == ["甲", "乙", "2"]


def test_four_processes_at_once_lose_nothing(tmp_path):
    names = ["甲", "乙", "丙", "丁"]
    running = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name]) for name in names]  # noqa: S603
    assert [one.wait() for one in running] == [0, 0, 0, 0]
    assert ledger.verify(tmp_path)[0] == []
    book = ledger.read(tmp_path)
    assert book.count == 40
    assert [sum(event.by == name for event in book.events) for name in names] == [10, 10, 10, 10]


def test_a_ledger_that_was_touched_is_neither_read_nor_written(tmp_path):
    ledger.write(tmp_path, lambda _: [known()], ME)
    path = tmp_path / ledger.LOG
    path.write_bytes(path.read_bytes().replace(b"2023-06-30", b"2023-06-29"))
    before = path.read_bytes()
    with pytest.raises(UsageError, match="核对不一致"):
        ledger.read(tmp_path)
    with pytest.raises(UsageError, match="没有继续"):
        ledger.write(tmp_path, lambda _: [known()], ME)
    assert path.read_bytes() == before
    assert ledger.verify(tmp_path)[0]


def test_a_ledger_cut_short_is_found_by_a_noted_hash(tmp_path):
    ledger.write(tmp_path, lambda _: [known("甲"), known("乙")], ME)
    _, noted = ledger.verify(tmp_path)
    path = tmp_path / ledger.LOG
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    assert ledger.verify(tmp_path)[0] == []
    assert "事先记下的校验值" in ledger.verify(tmp_path, noted)[0][0]


def test_nothing_is_written_where_the_lines_cannot_be_worked_out(tmp_path):
    ledger.write(tmp_path, lambda _: [known()], ME)

    def refused(_):
        raise UsageError("不行")

    with pytest.raises(UsageError, match="不行"):
        ledger.write(tmp_path, refused, ME)
    assert ledger.read(tmp_path).count == 1


def test_a_folder_without_a_ledger_says_how_to_begin(tmp_path):
    with pytest.raises(UsageError, match="standing import"):
        ledger.read(tmp_path)
