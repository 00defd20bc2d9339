"""The glossary is that of the code, and what it points at is there."""

import re

from scripts import glossary
from scripts.messages import ROOT


def test_the_tables_are_those_that_the_code_gives():
    below = glossary.PAGE.read_text(encoding="utf-8").partition(glossary.MARK)[2]
    assert below == f"\n{glossary.made()}", "run python -m scripts.glossary"


def test_every_place_that_a_word_points_at_is_there():
    by_hand = glossary.PAGE.read_text(encoding="utf-8").partition(glossary.MARK)[0]
    places = re.findall(r"`([a-z_]+/[\w/.]*)`", by_hand)
    assert places
    assert [place for place in places if not (ROOT / place).exists()] == []
