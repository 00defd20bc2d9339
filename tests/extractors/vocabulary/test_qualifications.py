"""The words of educations and titles, each at its level."""

import pytest

from extractors.vocabulary.qualifications import level_words


@pytest.mark.parametrize(
    ("name", "word", "level"),
    [
        ("education", "大专", "college"),
        ("education", "高中", "below"),
        ("titles", "高级工程师", "senior"),
        ("titles", "工程师", "intermediate"),
        ("titles", "助理工程师", "junior"),
    ],
)
def test_a_word_has_its_level(name, word, level):
    assert level_words(name).levels[word] == level


def test_the_longest_word_is_found_at_every_place():
    words = [match[1] for match in level_words("titles").pattern.finditer("高级工程师")]
    assert words[0] == "高级工程师"
    assert "工程师" in words


def test_a_word_found_only_within_another_keeps_its_own_level():
    titles = level_words("titles")
    assert titles.levels["助理工程师"] != titles.levels["工程师"]
