"""What was recognised is known again: in this process, from run to run, and never of another picture or model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from extractors.kept import store, version
from extractors.read.ocr import cache as ocr_cache

LINE = (("甲", "乙"), (0.25, 0.75), (0.9, 0.8))
OTHER = (("丙",), (0.5,), (0.7,))


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    ocr_cache.forget()
    yield
    ocr_cache.forget()


def test_a_process_remembers():
    assert ocr_cache.boxes("a") is None
    ocr_cache.keep_boxes("a", (1.0, 2.0))
    ocr_cache.keep_lines(["b", "c"], [LINE, OTHER])
    assert ocr_cache.boxes("a") == (1.0, 2.0)
    assert ocr_cache.lines(["c", "b", "d"]) == [OTHER, LINE, None]
    ocr_cache.forget()
    assert ocr_cache.boxes("a") is None
    assert ocr_cache.lines(["b"]) == [None]


def test_that_there_was_nothing_is_known_too():
    ocr_cache.keep_boxes("a", ())
    assert ocr_cache.boxes("a") == ()


def test_the_folder_remembers_from_run_to_run(tmp_path: Path):
    store.use(tmp_path)
    ocr_cache.keep_boxes("a", (1.0, 2.0))
    ocr_cache.keep_lines(["b", "c"], [LINE, OTHER])
    ocr_cache.forget()
    assert ocr_cache.boxes("a") == (1.0, 2.0)
    assert ocr_cache.lines(["b", "c"]) == [LINE, OTHER]
    ocr_cache.forget()
    assert ocr_cache.lines(["c", "b"]) == [None, None], "strips lie there as they were read together"


def test_a_folder_that_says_something_else_says_nothing(tmp_path: Path):
    store.use(tmp_path)
    ocr_cache.keep_lines(["b", "c"], [LINE, OTHER])
    ocr_cache.keep_boxes("b", (1.0,))
    ocr_cache.forget()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-3])
    assert ocr_cache.lines(["b", "c"]) == [None, None]
    assert ocr_cache.boxes("b") is None


def test_keys_are_of_the_pixels_their_shape_the_question_and_the_model(monkeypatch: pytest.MonkeyPatch):
    dark = np.zeros((4, 6, 3), np.uint8)
    keys = {ocr_cache.key(dark, "text"), ocr_cache.key(dark, "lines"), ocr_cache.key(dark.reshape(6, 4, 3), "text")}
    assert ocr_cache.key(dark.copy(), "text") in keys
    keys.add(ocr_cache.key(dark + np.uint8(1), "text"))
    monkeypatch.setattr(version, "of_recogniser", lambda: "another")
    assert len(keys | {ocr_cache.key(dark, "text")}) == 5
