"""What went wrong by chance is counted, so that whoever keeps something can tell."""

from schemas.process import mishaps


def test_a_mishap_is_seen_by_whoever_counted_before():
    before = mishaps.count()
    assert mishaps.count() == before
    mishaps.happened()
    assert mishaps.count() == before + 1


def test_want_of_memory_is_a_mishap_and_is_counted_apart():
    before, short = mishaps.count(), mishaps.shortages()
    mishaps.happened()
    assert mishaps.shortages() == short
    mishaps.short_of_memory()
    assert (mishaps.count(), mishaps.shortages()) == (before + 2, short + 1)
