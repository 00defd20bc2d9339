"""Every act of the screen has its form, and every form its act."""

import re
from pathlib import Path

from console.acts.review_acts import ACTS

CARD = Path(__file__).parents[3] / "console/templates/review/card.html"


def test_forms_and_acts_are_the_same():
    assert set(re.findall(r"begin\('(\w+)'\)", CARD.read_text(encoding="utf-8"))) == set(ACTS)


def test_no_two_acts_share_a_key():
    keys = re.findall(r"'(Key[A-Z])'|data-key=\"(Key[A-Z])\"", CARD.read_text(encoding="utf-8"))
    found = [one or other for one, other in keys]
    screen = {"KeyJ", "KeyK", "KeyN", "KeyP", "KeyW", "KeyG"}
    assert len(found) == len(set(found))
    assert not screen & set(found)
