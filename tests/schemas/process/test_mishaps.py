"""What went wrong by chance is counted, so that whoever keeps something can tell."""

from schemas.process import mishaps


def test_a_mishap_is_seen_by_whoever_counted_before():
    before = mishaps.count()
    assert mishaps.count() == before
    mishaps.happened()
    assert mishaps.count() == before + 1
