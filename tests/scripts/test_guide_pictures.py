"""The pictures of the guide are those that the console of today gives, and each of them is shown."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from scripts import guide_pictures
from tests.builders import browser

GUIDE = guide_pictures.TARGET.parent


def _shown() -> list[str]:
    pages = (path.read_text("utf-8") for path in sorted(GUIDE.glob("*.md")))
    return [name for page in pages for name in re.findall(r"\]\(pictures/([^)]+)\)", page)]


def test_every_picture_is_shown_once_and_every_shown_one_is_there() -> None:
    assert sorted(_shown()) == sorted(path.name for path in guide_pictures.TARGET.iterdir())


def test_each_picture_has_words_for_who_cannot_see_it() -> None:
    pages = (path.read_text("utf-8") for path in sorted(GUIDE.glob("*.md")))
    assert [words for page in pages for words in re.findall(r"!\[([^\]]*)\]", page) if not words.strip()] == []


@pytest.mark.skipif(browser.installed() is None, reason="no browser is installed")
def test_the_clerk_s_day_is_gone_through_by_mouse_and_gives_just_these_pictures(tmp_path) -> None:
    made = guide_pictures.drawn(tmp_path)
    assert sorted(made) == sorted(_shown())
    for name in made:
        with Image.open(tmp_path / name) as picture:
            assert picture.size == guide_pictures.SIZE
            assert len(picture.convert("L").getcolors(256) or ()) > 8, f"{name} is bare"
