"""Every act of the screen has its form, and every form its act."""

import re
from pathlib import Path

from console.acts.review_acts import ACTS

ROOT = Path(__file__).parents[3] / "console"
CARD = ROOT / "templates/review/card.html"
STATIC = ROOT / "static/console"


def test_forms_and_acts_are_the_same():
    assert set(re.findall(r"begin\('(\w+)'\)", CARD.read_text(encoding="utf-8"))) == set(ACTS)


def test_no_two_keys_mean_two_things():
    cards = re.findall(r"'(Key[A-Z])'|data-key=\"(Key[A-Z])\"", CARD.read_text(encoding="utf-8"))
    scripts = [path.read_text(encoding="utf-8") for path in STATIC.glob("review*.js")]
    screen = [key for text in scripts for key in re.findall(r"keys\.(\w+) =", text)]
    links = re.findall(r'data-go="(\w+)"', "".join(path.read_text(encoding="utf-8") for path in CARD.parent.glob("*")))
    found = [one or other for one, other in cards] + screen + sorted(set(links))
    assert len(found) > 25
    assert len(found) == len(set(found))


def test_every_key_of_the_screen_is_in_the_list_that_the_question_mark_shows():
    listed = (CARD.parent / "screen.html").read_text(encoding="utf-8").partition('id="keys"')[2]
    keys = re.findall(r"keys\.Key([A-Z]) =", "".join(path.read_text("utf-8") for path in STATIC.glob("review*.js")))
    assert [key for key in keys if not re.search(rf"[' ]{key}[' ]", listed)] == []
