"""Credit codes check by GB 32100 and GB 11714."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from schemas.uscc import ALPHABET, check_character, credit_code, inner_check_character, repairs, sound_code

VECTOR = "91350100M000100Y43"


@st.composite
def codes(draw):
    """A sound code of any kind, region and body."""
    kind = draw(st.sampled_from(["91", "52", "12", "93"]))
    region = f"{draw(st.integers(110000, 659999))}"
    body = draw(st.text(alphabet=ALPHABET, min_size=8, max_size=8))
    first = kind + region + body + inner_check_character(body)
    return first + check_character(first)


def test_the_published_vector():
    code = credit_code(VECTOR)
    assert (code.sound, code.kind) == (True, "企业")


def test_width_case_and_white_space_do_not_matter():
    assert credit_code("９１３５０１００ m000 100y43").code == VECTOR


def test_a_remainder_of_nothing_checks_as_nought():
    assert check_character("0" * 17) == "0"


@given(codes())
def test_what_is_composed_checks(code):
    assert credit_code(code).sound


@given(codes(), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_changed_character_never_checks(code, at, char):
    changed = code[:at] + char + code[at + 1 :]
    assert credit_code(changed).sound is (changed == code)


def test_another_shape():
    for text in ("", "9135", "91350100M000100Y4", "91350100M000100Y4I", "913501A0M000100Y43"):
        assert not credit_code(text).well_formed


def test_the_check_characters_complete_a_code():
    assert sound_code(VECTOR[:16]) == VECTOR


def test_a_misread_character_is_offered_for_a_person():
    assert VECTOR in repairs(VECTOR.replace("0", "O", 1))
    assert repairs(VECTOR) == ()
