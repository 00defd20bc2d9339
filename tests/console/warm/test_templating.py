"""A template is tried elsewhere, and what is wrong comes back in words."""

import pytest

from console.warm import templating
from pipeline.letters import letter_docx
from schemas.data_files import data_folder
from schemas.errors import UsageError


def test_ours_is_fit_and_gives_a_specimen():
    data = (data_folder() / letter_docx.TEMPLATES / letter_docx.SUPPLEMENT_TEMPLATE).read_bytes()
    assert templating.problems("supplement", data) == []
    assert templating.trial("supplement", data).startswith(b"PK")


def test_what_cannot_be_filled_in_gives_no_specimen():
    with pytest.raises(UsageError, match="无法填写"):
        templating.trial("supplement", b"no template")
