"""Codes that fail their check digits and addresses out of shape are looked at again; what stays is doubted."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.read.ocr.engine import RecognisedLine
from extractors.read.scan.doubtful import checked as module
from extractors.read.scan.doubtful.checked import checked
from extractors.read.scan.settings import PAGE
from schemas.uscc import repairs, sound_code

PICTURE = np.full((60, 900, 3), 255, np.uint8)
BOX = np.array([[20, 10], [880, 10], [880, 50], [20, 50]], np.float32)
CODE = sound_code("91230100MA100008")
LABEL = "统一社会信用代码："


def line(text: str, score: float = 0.99) -> RecognisedLine:
    step = 1 / max(len(text), 1)
    return RecognisedLine(tuple(text), tuple(step * (at + 0.5) for at in range(len(text))), (score,) * len(text))


@pytest.fixture
def looks(monkeypatch):
    """Make the recogniser say these words at another look, one after the other; what it was asked."""
    asked: list[int] = []

    def answers(*texts: str) -> list[int]:
        def recognise(strips):
            asked.append(len(strips))
            return [line(text) for text, _ in zip(texts, strips, strict=False)]

        monkeypatch.setattr(module, "recognise", recognise)
        return asked

    return answers


def one(text: str) -> tuple[str, bool, bool]:
    """What the line says in the end, whether it is doubted, and whether it was put right by its check alone."""
    [(_, read)], mended = checked(PICTURE, [(BOX, line(text))])
    assert len(read.chars) == len(read.at) == len(read.scores)
    return read.text, min(read.scores) < PAGE.doubt, bool(mended)


def wrong(at: int, sign: str) -> str:
    return CODE[:at] + sign + CODE[at + 1 :]


def test_a_sound_code_is_not_looked_at_again(looks):
    asked = looks("never")
    assert one(LABEL + CODE) == (LABEL + CODE, False, False)
    assert asked == [0]


def test_a_letter_that_no_code_has_is_the_digit_it_looks_like(looks):
    looks("", "")
    assert one(LABEL + CODE.replace("0", "O")) == (LABEL + CODE, False, False)


def test_another_look_that_passes_both_checks_is_right(looks):
    looks("", CODE)
    assert one(LABEL + wrong(9, "K")) == (LABEL + CODE, False, False)


def test_what_a_box_has_of_its_neighbours_is_not_taken_with_it(looks):
    looks(f"：{CODE}", "")
    assert one(LABEL + wrong(9, "K")) == (LABEL + CODE, False, False)


def test_one_sign_that_alone_makes_it_sound_is_put_right_and_doubted(looks):
    read = wrong(CODE.index("8", 15) if "8" in CODE[15:] else 12, "B")
    looks(read, read)
    assert repairs(read) == (CODE,)
    assert one(LABEL + read) == (LABEL + CODE, True, True)


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(wrong(9, "K"), id="nothing-alike-makes-it-sound"),
        pytest.param(CODE[:9] + CODE[10:], id="a-sign-was-lost"),
        pytest.param(CODE[:9] + CODE[9] + CODE[9:], id="a-sign-was-read-twice"),
    ],
)
def test_a_code_that_passes_at_no_look_is_doubted_as_it_was_read(looks, read):
    looks(read, read)
    assert one(LABEL + read) == (LABEL + read, True, False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("身份证号 110101199003077758", id="the-number-of-a-person"),
        pytest.param("账号 6222021234567890123", id="an-account"),
        pytest.param("ABCDEFGHIJKLMNOPQR", id="letters"),
        pytest.param("91230100MA10****08", id="masked"),
        pytest.param("无", id="a-word"),
        pytest.param("合同编号 N//A", id="strokes"),
    ],
)
def test_what_is_no_code_and_no_address_is_left_alone(looks, text):
    looks("never", "never")
    assert one(text) == (text, False, False)


@pytest.mark.parametrize(
    ("read", "seen", "text", "doubted"),
    [
        pytest.param("a@b-1.com", ("a@b-1.com",) * 2, "a@b-1.com", False, id="all-the-same"),
        pytest.param("a@b-l.com", ("a@b-1.com",) * 2, "a@b-1.com", True, id="both-others-otherwise"),
        pytest.param("a@b-1.com", ("a@b-l.com", "a@b-1.com"), "a@b-1.com", False, id="one-other-otherwise"),
        pytest.param("a@b-1.com", ("a@b-l.com", "a@b-I.com"), "a@b-1.com", True, id="each-otherwise"),
        pytest.param("a@b,com", ("a@b.com",) * 2, "a@b.com", False, id="out-of-shape-but-others-agree"),
        pytest.param("a@b,com", ("a@b,com",) * 2, "a@b,com", True, id="out-of-shape-always"),
        pytest.param("www.a.cn/x", ("www.a.cn/x",) * 2, "www.a.cn/x", False, id="a-site"),
        pytest.param("htp://www.a.cn", ("http://www.a.cn",) * 2, "http://www.a.cn", False, id="a-scheme-cut-short"),
        pytest.param("www,a,cn", ("", ""), "www,a,cn", True, id="commas-for-points"),
    ],
)
def test_addresses_are_what_two_looks_say(looks, read, seen, text, doubted):
    looks(*seen)
    assert one("网址" + read) == ("网址" + text, doubted, False)


@pytest.mark.parametrize("label", ["电子邮件：", "电子邮件:", "Email:"])
def test_the_colon_before_an_address_stays(looks, label):
    looks("a@b-1.com", "a@b-1.com")
    assert one(f"{label}a@b,com".replace("b,", "b-1,")) == (f"{label}a@b-1.com", False, False)


def test_an_address_is_looked_at_twice(looks):
    asked = looks("", "")
    one("a@b.cn")
    assert asked == [2]
