"""Cells whose boxes lie over each other, or were read with doubt, are cut anew from their ink; others are not."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.read.ocr.engine import RecognisedLine
from extractors.read.scan import second_look

CELL = (10.0, 10.0, 150.0, 90.0)


def box(x0: float, y0: float, x1: float, y1: float) -> np.ndarray:
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32)


def line(text: str, score: float = 1.0) -> RecognisedLine:
    step = 1 / max(len(text), 1)
    return RecognisedLine(tuple(text), tuple(step * (at + 0.5) for at in range(len(text))), (score,) * len(text))


def ink(*rows: tuple[int, int]) -> np.ndarray:
    """A cell with writing in these rows."""
    page = np.zeros((100, 160), np.uint8)
    for first, last in rows:
        page[first:last, 30:110] = 1
    return page


@pytest.fixture
def reads(monkeypatch):
    """What the recogniser says of what is cut anew, and what it was asked."""
    asked: list[int] = []

    def answers(*texts: RecognisedLine):
        def recognise(strips):
            asked.append(len(strips))
            return list(texts[: len(strips)])

        monkeypatch.setattr(second_look, "recognise", recognise)
        return asked

    return answers


def texts(lines) -> list[str]:
    return [text.text for _, text in sorted(lines, key=lambda each: each[0][0, 1])]


PICTURE = np.full((100, 160, 3), 255, np.uint8)


def test_boxes_that_hold_one_line_twice_are_cut_anew(reads):
    asked = reads(line("是否签"), line("订服务"), line("协议"))
    old = [
        (box(28, 16, 112, 46), line("是否签")),
        (box(26, 22, 114, 60), line("务", 0.6)),
        (box(26, 60, 114, 86), line("协议")),
    ]
    found = second_look.looked_at_again(PICTURE, ink((18, 38), (42, 60), (64, 82)), [CELL], old)
    assert texts(found) == ["是否签", "订服务", "协议"]
    assert asked == [3]


def test_lines_set_tight_are_no_reason_to_look_again(reads):
    asked = reads()
    old = [(box(28, 16, 112, 48), line("0451-5550")), (box(28, 34, 112, 66), line("1728"))]
    assert second_look.looked_at_again(PICTURE, ink((20, 40), (44, 62)), [CELL], old) == old
    assert asked == [0]


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        pytest.param(line("曹青靜", 0.7), line("曹青静", 0.98), "曹青静", id="reads-better"),
        pytest.param(line("曹青静", 0.74), line("曹青靜", 0.6), "曹青静", id="reads-worse"),
        pytest.param(line("注册日期：甲", 0.74), line("注册日期甲", 0.99), "注册日期：甲", id="loses-a-sign"),
        pytest.param(line("限公", 0.7), line("限公司", 0.7), "限公司", id="sees-one-more"),
    ],
)
def test_which_of_two_looks_is_believed(reads, old, new, meant):
    reads(new)
    lines = [(box(26, 20, 114, 60), old), (box(26, 120, 114, 160), line("旁边的字"))]
    found = second_look.looked_at_again(PICTURE, ink((28, 48)), [CELL], lines)
    assert meant in texts(found)


def test_two_lines_that_touch_are_parted_where_least_ink_is(reads):
    asked = reads(line("100"), line("万元"))
    page = ink((20, 40), (44, 64))
    page[40:44, 60] = 1
    old = [(box(26, 16, 114, 68), line("芳元", 0.5)), (box(26, 120, 114, 150), line("注册资本"))]
    assert texts(second_look.looked_at_again(PICTURE, page, [CELL], old))[:2] == ["100", "万元"]
    assert asked == [2]


@pytest.mark.parametrize(
    ("below", "more"),
    [
        pytest.param((44, 64), True, id="a-line-below-every-box"),
        pytest.param((44, 45), False, id="what-is-left-of-a-rule"),
    ],
)
def test_ink_that_no_box_covers_is_read(reads, below, more):
    reads(line("有限公"), line("司"))
    old = [(box(26, 16, 114, 42), line("有限公")), (box(26, 120, 114, 150), line("旁边的字"))]
    found = second_look.looked_at_again(PICTURE, ink((20, 40), below), [CELL], old)
    assert ("司" in texts(found)) is more


def test_ink_that_cannot_be_read_leaves_its_cell_in_doubt(reads):
    reads(line("有限公"), line("", 0.0))
    old = [(box(26, 16, 114, 42), line("有限公")), (box(26, 120, 114, 150), line("旁边的字"))]
    found = second_look.looked_at_again(PICTURE, ink((20, 40), (44, 64)), [CELL], old)
    assert {text.text: text.short for _, text in found} == {"有限公": True, "旁边的字": False}
    # By a low score a letter would be taken for a box to tick.
    assert all(min(text.scores) == 1 for _, text in found)


def test_a_mark_is_left_to_its_ink(reads):
    asked = reads()
    old = [(box(40, 20, 50, 30), line("√", 0.5)), (box(26, 120, 114, 150), line("旁边的字"))]
    assert second_look.looked_at_again(PICTURE, ink((20, 60)), [CELL], old) == old
    assert asked == [0]
