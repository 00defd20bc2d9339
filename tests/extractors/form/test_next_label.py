"""Another label is told by its colon, its gap, its ending; a remark is none, and words that change a value are told."""

from __future__ import annotations

import pytest

from extractors.form.next_label import Behind, begins_with_label, behind, marked_label


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("示例公司 社保登记号：1", 4),
        ("示例公司，社保登记号：1", 4),
        ("示例公司（社保登记号：1）", 4),
        ("社保登记号：1", 0),
        ("示例公司", None),
        ("https://www.example.com", None),
        ("示例公司 号：1", None),
    ],
)
def test_where_a_label_with_a_colon_begins(text: str, at: int | None) -> None:
    assert marked_label(text) == at


@pytest.mark.parametrize(
    ("rest", "what"),
    [
        ("", Behind.ANOTHER),
        ("。", Behind.ANOTHER),
        ("（约）", Behind.ANOTHER),
        ("，其中兼职6人", Behind.ANOTHER),
        ("参保人数15人", Behind.ANOTHER),
        (" 参保人数 15人", Behind.ANOTHER),
        ("【编号】1", Behind.ANOTHER),
        ("（实际22人）", Behind.UNSURE),
        ("，另有6人", Behind.UNSURE),
        (" 综合部", Behind.UNSURE),
        ("来个吧", Behind.OWN),
        ("-30人", Behind.OWN),
    ],
)
def test_what_stands_behind_a_number(rest: str, what: Behind) -> None:
    assert behind(rest) is what


@pytest.mark.parametrize("text", ["参保人数15人", "参保人数："])
def test_another_label_and_its_value(text: str) -> None:
    assert begins_with_label(text)


@pytest.mark.parametrize("text", ["十五人", "15人", ""])
def test_an_answer_is_no_label(text: str) -> None:
    assert not begins_with_label(text)
