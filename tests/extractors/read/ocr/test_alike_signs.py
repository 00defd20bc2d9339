"""The signs that look alike: two to a pair, none its own other, none in both lists."""

from extractors.read.ocr.alike_signs import alike_signs


def test_every_pair_is_of_two_different_hanzi_and_stands_once():
    known = alike_signs()
    pairs = [*known.in_names, *known.everyday]
    assert all(
        len(pair) == 2 and pair[0] != pair[1] and "\u4e00" <= min(pair) <= max(pair) <= "\u9fff" for pair in pairs
    )
    assert len(set(pairs)) == len(pairs)


def test_a_grade_parts_words_and_a_sign_of_names_does_not():
    assert {"高", "中"} <= alike_signs().grades
    assert "磁" not in alike_signs().grades
