"""The templates that come with the program are those that the maker makes."""

import pytest

from pipeline.standing.papers.fill import FOLDER
from schemas.data_files import data_folder
from scripts.standing_templates import TEMPLATES


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_template_is_the_one_that_is_made(name):
    assert (data_folder() / FOLDER / name).read_bytes() == TEMPLATES[name]()
