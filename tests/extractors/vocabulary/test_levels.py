"""The steps above 大专, each holding the words of those above it."""

from extractors.vocabulary.levels import level_steps
from extractors.vocabulary.qualifications import level_words


def test_a_later_step_counts_for_those_before_it():
    steps = level_steps().education
    assert steps["博士"] < steps["硕士"] < steps["本科"]
    assert "技师" not in level_steps().skills["高级技师"]
    assert "高级技师" in level_steps().skills["高级工"]


def test_every_word_is_one_that_means_at_least_college():
    words = level_words("education")
    known = {word for word, level in {**words.levels, **words.whole}.items() if level == "college"}
    assert level_steps().education["本科"] <= known
    assert level_steps().open["本科"] <= known
