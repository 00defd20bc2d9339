"""Every character of a stretch knows its line."""

from pipeline.rulebook.unspaced import UnspacedText


def test_a_stretch_over_two_lines():
    text = UnspacedText()
    text.add("甲乙", 3)
    text.add("丙", 4)
    assert text.text == "甲乙丙"
    assert [text.line_at(at) for at in range(4)] == [3, 3, 4, 1]
