"""What lies in a folder, in one fingerprint; what cannot be looked at is said."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pipeline.again import trees


def test_names_kinds_and_bytes_count(tmp_path: Path):
    place = tmp_path / "甲"
    place.mkdir()
    seen = [trees.of_tree(place)]
    (place / "一.txt").write_bytes(b"1")
    seen.append(trees.of_tree(place))
    os.utime(place / "一.txt", (0, 0))
    assert trees.of_tree(place) == seen[-1]
    (place / "一.txt").write_bytes(b"2")
    seen.append(trees.of_tree(place))
    (place / "一.txt").unlink()
    (place / "一.txt").mkdir()
    seen.append(trees.of_tree(place))
    assert len(set(seen)) == len(seen)


def test_a_folder_of_two_is_not_a_folder_in_a_folder(tmp_path: Path):
    for path in ("一/a/b", "二/a", "二/b"):
        (tmp_path / path).mkdir(parents=True)
    assert trees.of_tree(tmp_path / "一") != trees.of_tree(tmp_path / "二")


def test_folders_without_end_are_not_looked_into(tmp_path: Path):
    (tmp_path / "/".join(["f"] * 70)).mkdir(parents=True)
    trees.of_tree(tmp_path)
    (tmp_path / "/".join(["f"] * 90)).mkdir(parents=True)
    with pytest.raises(trees.Unseen):
        trees.of_tree(tmp_path)


def test_what_is_not_there(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        trees.of_tree(tmp_path / "没有")
    assert trees.of_rulebook("harbin") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_a_pipe_is_not_opened(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    assert trees.of_tree(tmp_path) != ""


def test_texts_beside_and_nothing_else(tmp_path: Path):
    first = trees.of_texts((tmp_path,))
    (tmp_path / "x.pdf").write_bytes(b"1")
    assert trees.of_texts((tmp_path,)) == first
    (tmp_path / "x.YAML").write_bytes(b"1")
    assert trees.of_texts((tmp_path,)) != first
