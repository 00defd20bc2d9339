"""The name in a small coloured frame is a seal's; a word of another colour, or a number, is not."""

from __future__ import annotations

import pytest

from extractors.layout.geometry import ColouredFrame, Drawing, Edge, Glyph
from extractors.layout.name_seals import apart

RED, BLACK, BLUE = 0xD91A1A, 0, 0x1A1AD9
BOX = (100.0, 40.0, 140.0, 80.0)
SIDES = [Edge(40, 100, 140), Edge(80, 100, 140)]


def signs(said: str, ink: int = RED, x: float = 104) -> list[Glyph]:
    return [
        Glyph(
            sign,
            x + 16 * (at % 2),
            44 + 16 * (at // 2),
            x + 16 * (at % 2) + 16,
            60 + 16 * (at // 2),
            16,
            0,
            False,
            ink=ink,
        )
        for at, sign in enumerate(said)
    ]


@pytest.mark.parametrize(
    ("glyphs", "frame", "of_seal"),
    [
        pytest.param(signs("顾清岚印"), ColouredFrame(BOX, RED), "顾清岚印", id="a-name"),
        pytest.param(signs("顾清岚印", 0xC01A1A), ColouredFrame(BOX, RED), "顾清岚印", id="nearly-in-its-colour"),
        pytest.param(signs("顾清岚印", BLACK), ColouredFrame(BOX, RED), "", id="black-words-in-a-ring"),
        pytest.param(signs("顾清岚印", BLUE), ColouredFrame(BOX, RED), "", id="in-another-colour"),
        pytest.param(signs("12"), ColouredFrame(BOX, RED), "", id="a-number"),
        pytest.param(signs("顾"), ColouredFrame(BOX, RED), "", id="one-sign"),
        pytest.param(signs("顾清岚印", x=204), ColouredFrame(BOX, RED), "", id="beside-it"),
    ],
)
def test_what_is_a_seals(glyphs, frame, of_seal):
    page = signs("讲师", BLACK)
    rest, sealed = apart([*page, *glyphs], Drawing(frames=[frame]))
    assert "".join(one.text for one in sealed) == of_seal
    assert len(rest) == len(page) + len(glyphs) - len(sealed)


@pytest.mark.parametrize(("said", "left"), [("顾清岚印", []), ("12", SIDES)])
def test_the_frame_of_a_seal_rules_nothing(said, left):
    drawing = Drawing(level=[*SIDES, Edge(60, 20, 300)], frames=[ColouredFrame(BOX, RED)])
    apart(signs(said), drawing)
    assert drawing.level == [*left, Edge(60, 20, 300)]


def test_what_was_filled_in_with_a_frame_is_no_seal():
    assert apart(signs("顾清岚"), Drawing(frames=[ColouredFrame(BOX, RED)]), [(99, 39, 141, 81)])[1] == []
