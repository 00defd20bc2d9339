"""An option is chosen by its look where no box is ticked: underlined, or the only one that is not struck out."""

import pytest

from extractors.read.set_off import Look, has_references, read_off

PLAIN, SET_OFF, STRUCK, HEAVY, PALE = Look.PLAIN, Look.SET_OFF, Look.STRUCK, Look.HEAVY, Look.PALE


@pytest.mark.parametrize(
    ("pieces", "line", "by_look"),
    [
        pytest.param([("租用", SET_OFF), ("□自有□", PLAIN)], "租用☑自有□", True, id="the-word-before-its-box"),
        pytest.param(
            [("性质：□", PLAIN), ("租用", SET_OFF), (" □自有", PLAIN)], "性质：☑租用 □自有", True, id="behind"
        ),
        pytest.param([("租用□ ", PLAIN), ("自有", STRUCK), ("□", PLAIN)], "租用☑ ", True, id="the-other-struck-out"),
        pytest.param([("租用□自有□", SET_OFF)], "租用□自有□", False, id="everything-underlined-chooses-nothing"),
        pytest.param([("租用□自有□", PLAIN)], "租用□自有□", False, id="nothing-underlined"),
        pytest.param([("租用", SET_OFF), ("□自有☑", PLAIN)], "租用□自有☑", False, id="a-tick-says-it-already"),
        pytest.param([("租", SET_OFF), ("用□自有□", PLAIN)], "租用□自有□", False, id="half-a-word-is-no-choice"),
        pytest.param([("同意", SET_OFF), ("□", PLAIN)], "同意□", False, id="one-box-is-no-choice-among-several"),
        pytest.param([("租用", HEAVY), ("□自有□", PLAIN)], "租用☑自有□", True, id="in-heavy-type"),
        pytest.param([("租用□自有□", HEAVY)], "租用□自有□", False, id="all-in-heavy-type"),
        pytest.param(
            [("租用", HEAVY), ("□", PLAIN), ("自有", SET_OFF), ("□", PLAIN)], "租用□自有☑", True, id="plainest"
        ),
        pytest.param([("租用□", PLAIN), ("自有", PALE), ("□", PLAIN)], "租用☑自有□", True, id="the-other-greyed-out"),
        pytest.param([("租用□自有□", PALE)], "租用□自有□", False, id="both-greyed-out"),
        pytest.param(
            [("298.10", STRUCK), ("326.40", PLAIN), ("万元", PLAIN)], "326.40万元", False, id="struck-is-gone"
        ),
    ],
)
def test_what_a_person_reads_off_a_line(pieces, line, by_look):
    assert read_off(pieces) == (line, by_look)


RAISED = Look.RAISED


@pytest.mark.parametrize(
    ("pieces", "line", "marked"),
    [
        pytest.param(
            [("从业人数15", PLAIN), ("1", RAISED), ("人", PLAIN)], "从业人数15人", True, id="the-mark-of-a-note"
        ),
        pytest.param([("15 ", PLAIN), ("[2]", RAISED)], "15 ", True, id="in-brackets-behind-a-blank"),
        pytest.param([("15", PLAIN), ("1", RAISED), (",2", RAISED)], "15", True, id="two-marks"),
        pytest.param([("13", STRUCK), ("15", PLAIN), ("①", RAISED)], "15", True, id="behind-a-number-struck-out"),
        pytest.param([("面积620m", PLAIN), ("2", RAISED)], "面积620m2", False, id="square-metres"),
        pytest.param([("3.2×10", PLAIN), ("4", RAISED), ("元", PLAIN)], "3.2×104元", False, id="a-power-of-ten"),
        pytest.param([("第1", PLAIN), ("st", RAISED)], "第1st", False, id="letters-are-no-mark"),
        pytest.param([("15", PLAIN), ("1", PLAIN)], "151", False, id="on-the-line"),
        pytest.param([("15", STRUCK), ("1", RAISED)], "1", False, id="behind-nothing-that-is-left"),
    ],
)
def test_a_raised_mark_behind_a_number_is_none_of_its_digits(pieces, line, marked):
    assert read_off(pieces)[0] == line
    assert has_references(pieces) is marked


@pytest.mark.parametrize(
    ("pieces", "line", "by_look"),
    [
        pytest.param(
            [("性质：", PLAIN), ("租用", SET_OFF), ("/自有", PLAIN)], "性质：租用☑/自有□", True, id="the-first"
        ),
        pytest.param([("租用／", PLAIN), ("自有", SET_OFF)], "租用□／自有☑", True, id="the-second"),
        pytest.param([("租用/自有", SET_OFF)], "租用/自有", False, id="all-set-off"),
        pytest.param([("租", SET_OFF), ("用/自有", PLAIN)], "租用/自有", False, id="half-a-word"),
        pytest.param([("租用/", PLAIN), ("自有", HEAVY)], "租用/自有", False, id="heavy-type-alone-says-too-little"),
        pytest.param([("租用√/", PLAIN), ("自有", SET_OFF)], "租用√/自有", False, id="a-tick-says-it-already"),
        pytest.param([("家/", PLAIN), ("8", SET_OFF)], "家/8", False, id="a-number-is-no-option"),
        pytest.param([("本单位自愿申报/", PLAIN), ("推荐", SET_OFF)], "本单位自愿申报/推荐", False, id="a-sentence"),
    ],
)
def test_an_option_among_options_that_only_strokes_part(pieces, line, by_look):
    assert read_off(pieces) == (line, by_look)
