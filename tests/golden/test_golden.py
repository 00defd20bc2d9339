"""One dossier of each regulation, screened as a whole, comes out as a person has read and accepted it."""

import json
from pathlib import Path

import pytest

from pipeline import demo
from tests.golden.outcomes import DOSSIERS, kept, outcome


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    demo.write(folder)
    return folder


@pytest.mark.parametrize("rulebook", DOSSIERS)
def test_the_outcome_is_the_one_that_was_accepted(inbox: Path, rulebook: str) -> None:
    assert outcome(inbox, DOSSIERS[rulebook]) == json.loads(kept(rulebook).read_text(encoding="utf-8"))
