"""What is put away comes back, whether it was held or lay on the disk; the later value stands."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.again.spool import HELD, Spool
from schemas.errors import NotWritten


@dataclass(frozen=True)
class _Thing:
    name: str


@pytest.mark.parametrize("count", [1, HELD, HELD + 1, HELD * 3])
def test_what_is_put_comes_back_in_the_order_that_is_asked_for(count: int):
    spool = Spool(_Thing)
    names = [str(number) for number in range(count)]
    for name in names:
        spool.put(name, _Thing(name))
    assert [one.name for one in spool.in_order(names[::-1])] == names[::-1]


def test_a_later_value_stands():
    spool = Spool(_Thing)
    names = [str(number) for number in range(HELD + 2)]
    for turn in ("一", "二"):
        for name in names:
            spool.put(name, _Thing(turn + name))
    assert {one.name[0] for one in spool.in_order(names)} == {"二"}
    assert names[0] in spool
    assert "别的" not in spool
    with pytest.raises(KeyError):
        spool.get("别的")


def test_nothing_of_it_lies_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    spool = Spool(_Thing)
    for number in range(HELD + 1):
        spool.put(str(number), _Thing("甲"))
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said(monkeypatch: pytest.MonkeyPatch):
    spool = Spool(_Thing)
    for number in range(HELD):
        spool.put(str(number), _Thing("甲"))

    class Full:
        def seek(self, _: int) -> None:
            raise OSError

    monkeypatch.setattr(spool, "_file", Full())
    with pytest.raises(NotWritten, match="临时文件夹"):
        spool.put("再一个", _Thing("甲"))


def test_what_cannot_be_written_is_held():
    spool = Spool(_Thing)
    for number in range(HELD + 1):
        spool.put(str(number), _Thing("甲"))
    odd = _Thing(7)  # type: ignore[arg-type]  as a reader's mistake may leave it
    spool.put(str(HELD), odd)
    assert spool.get(str(HELD)) is odd
