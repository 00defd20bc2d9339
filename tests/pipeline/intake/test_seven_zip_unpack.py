"""What the process that unpacks a 7Z hands back."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake.archive import LOCKED, TOO_MUCH, Refused
from pipeline.intake.seven_zip_unpack import unpack
from tests.builders.archives import FILES, seven_zip


def test_where_the_bytes_of_each_file_lie(tmp_path: Path) -> None:
    found = unpack(seven_zip(FILES), 1 << 20, tmp_path / "store")
    whole = (tmp_path / "store").read_bytes()
    assert {entry.name for entry in found.entries} == set(FILES)
    for number, entry in enumerate(found.entries):
        start, length = found.places.get(number, (0, 0))
        assert whole[start : start + length] == FILES[entry.name]


WHOLE = sum(map(len, FILES.values()))


@pytest.mark.parametrize(("most", "refused"), [(WHOLE - 1, TOO_MUCH), (WHOLE, "")])
def test_on_both_sides_of_what_may_be_unpacked(tmp_path: Path, most: int, refused: str) -> None:
    assert unpack(seven_zip(FILES), most, tmp_path / "store").refused == refused


def test_a_locked_one_tells_its_names_alone(tmp_path: Path) -> None:
    found = unpack(seven_zip(FILES, "示例"), 1 << 20, tmp_path / "store")
    assert found.locked
    assert not found.places
    assert not (tmp_path / "store").exists()
    with pytest.raises(Refused, match=LOCKED[:6]):
        unpack(seven_zip(FILES, "示例", names_too=True), 1 << 20, tmp_path / "store")


def test_a_store_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "store").write_bytes(b"x")
    with pytest.raises(FileExistsError):
        unpack(seven_zip(FILES), 1 << 20, tmp_path / "store")
