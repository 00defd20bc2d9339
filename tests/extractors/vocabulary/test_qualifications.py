"""Each word of an education or a title has one level; what stands alone in its cell has one too."""

from __future__ import annotations

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
def test_levels(name, word, level):
    assert level_words(name).levels[word] == level


@pytest.mark.parametrize("name", ["education", "titles"])
def test_every_word_is_found_whole_where_it_begins(name):
    words = level_words(name)
    assert all(words.pattern.match(word)[1] == word for word in words.levels)
    assert not set(words.whole) & set(words.levels)
