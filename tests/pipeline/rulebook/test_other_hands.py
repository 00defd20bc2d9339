"""A sound rulebook that somebody else wrote, in other words and another order, is not accused."""

from pathlib import Path

import pytest

from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.check import check
from pipeline.rulebook.parse import parse
from schemas.data_files import data_folder

FOLDER = Path(__file__).parent / "other_hands"


@pytest.mark.parametrize("name", ["harbin", "zhengzhou", "province"])
def test_a_sound_rulebook_of_another_hand_stands(name):
    own = FOLDER / f"{name}.txt"
    text = own if own.is_file() else data_folder() / "regulations" / f"{name}.txt"
    assert check(parse(FOLDER / f"{name}.yaml"), read_regulation(text.read_text(encoding="utf-8"))) == []
