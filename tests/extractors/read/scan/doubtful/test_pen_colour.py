"""Words in a pen's colour are told on a page printed in black; titles, addresses, emblems, coloured pages are not."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.read.ocr.engine import RecognisedLine
from extractors.read.scan.doubtful.pen_colour import in_colour
from extractors.read.scan.type_size import ReadLine

EM = 40
BLACK, BLUE, RED = (40, 40, 40), (160, 60, 40), (40, 40, 190)
Colour = tuple[int, int, int]


class Paper:
    """A page of lines, each of signs drawn as crosses."""

    def __init__(self) -> None:
        self.picture = np.full((600, 700, 3), 250, np.uint8)
        self.lines: list[ReadLine] = []

    def line(self, text: str, colour: Colour, em: int = EM) -> Paper:
        top = 20 + 60 * len(self.lines)
        for at in range(len(text)):
            self._sign(20 + at * em, top, colour, em)
        box = np.array([[20, top], [20 + len(text) * em, top], [20 + len(text) * em, top + em], [20, top + em]])
        at_ = tuple((at + 0.5) / len(text) for at in range(len(text)))
        self.lines.append((box.astype(np.float32), RecognisedLine(tuple(text), at_, (0.99,) * len(text))))
        return self

    def filled(self, at: int, colour: Colour) -> Paper:
        """Where the last line has this sign, a star instead."""
        top = 20 + 60 * (len(self.lines) - 1)
        x = 20 + at * EM
        self.picture[top : top + EM, x : x + EM] = 250
        cv2.circle(self.picture, (x + EM // 2, top + EM // 2), EM // 2 - 3, colour, -1)
        return self

    def _sign(self, x: int, top: int, colour: Colour, em: int) -> None:
        cv2.line(self.picture, (x + 6, top + 6), (x + em - 6, top + em - 6), colour, 4)
        cv2.line(self.picture, (x + em - 6, top + 6), (x + 6, top + em - 6), colour, 4)

    def told(self) -> list[int]:
        """The lines in which something is told to be a pen's."""
        bare = (self.picture.min(axis=2) < 200).astype(np.uint8)
        return sorted({int((y - 20) // 60) for _, y in in_colour(self.lines, self.picture, bare)})


def printed() -> Paper:
    paper = Paper()
    for _ in range(7):
        paper.line("本单位承诺所填内容真实有效", BLACK)
    return paper


@pytest.mark.parametrize("colour", [pytest.param(BLUE, id="blue"), pytest.param(RED, id="red")])
def test_a_value_written_in_colour_is_told(colour):
    assert printed().line("320.5", colour).told() == [7]


@pytest.mark.parametrize(
    "paper",
    [
        pytest.param(printed().line("320.5", BLACK), id="black"),
        pytest.param(printed().line("www.a.cn", BLUE), id="an-address"),
        pytest.param(printed().line("申报通知书", RED, em=2 * EM), id="a-title"),
        pytest.param(printed().line("信用代码★", BLACK).filled(4, RED), id="an-emblem-beside-words"),
        pytest.param(Paper().line("本单位", BLUE).line("承诺", BLUE).line("填表", BLACK), id="printed-in-colour"),
        pytest.param(Paper(), id="nothing-on-it"),
    ],
)
def test_what_is_printed_is_not(paper):
    assert paper.told() == []
