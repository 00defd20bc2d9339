"""Every line vouches for the one before it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.hash_chain import NewEntry, Signature, append, read
from schemas.errors import UsageError

ME = Signature("张三", "2026-03-15T09:00:00+08:00")


def chain(folder, count=4):
    path = folder / "events.jsonl"
    append(path, [NewEntry("report", {"period": f"2026Q{at}", "note": "收到"}) for at in range(1, count + 1)], ME, "{}")
    return path


def test_what_was_written_stands(tmp_path):
    entries, problems = read(chain(tmp_path))
    assert problems == []
    assert [entry["no"] for entry in entries] == [1, 2, 3, 4]


@given(st.data())
def test_any_changed_byte_is_found(tmp_path_factory, data):
    path = chain(tmp_path_factory.mktemp("chain"))
    whole = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole)
    assert read(path)[1]


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_line_taken_out_is_found(tmp_path, gone):
    path = chain(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:gone] + lines[gone + 1 :]))
    assert read(path)[1]


def test_two_lines_exchanged_are_found(tmp_path):
    path = chain(tmp_path)
    one, two, *rest = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([two, one, *rest]))
    assert read(path)[1]


def test_nothing_is_added_to_a_file_that_does_not_stand(tmp_path):
    path = chain(tmp_path)
    path.write_bytes(path.read_bytes().replace("收到".encode(), "未收".encode(), 1))
    before = path.read_bytes()
    with pytest.raises(UsageError, match="没有写入"):
        append(path, [NewEntry("report", {})], ME, "{}，没有写入")
    assert path.read_bytes() == before


def test_several_lines_are_chained_like_single_ones(tmp_path):
    together, apart = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    entries = [NewEntry("report", {"at_least": at}) for at in range(3)]
    append(together, entries, ME, "{}")
    for entry in entries:
        append(apart, [entry], ME, "{}")
    assert together.read_bytes() == apart.read_bytes()
    assert json.loads(together.read_bytes().splitlines()[-1])["no"] == 3
