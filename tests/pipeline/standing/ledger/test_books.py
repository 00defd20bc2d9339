"""Where the rulebooks of a ledger are found: beside it, among the bureau's own, among ours."""

import shutil

import pytest

from pipeline.rulebook.of_bureau import VARIABLE
from pipeline.standing.ledger.books import books
from schemas.errors import UsageError
from tests.builders.drafts import made_up_rulebook


@pytest.fixture
def folder(tmp_path):
    """The folder of a drafted rulebook, with its forms and its text."""
    return made_up_rulebook(tmp_path).parent


def test_one_beside_the_ledger_goes_before_all_others(folder):
    (folder / "harbin.yaml").write_bytes((folder / "yichang.yaml").read_bytes())
    assert [book.title for book in books(folder, ["harbin"])] == [book.title for book in books(folder, ["yichang"])]


def test_one_that_the_bureau_keeps_elsewhere_is_found_by_its_id(folder, tmp_path, monkeypatch):
    kept, ledger = tmp_path / "本局办法", tmp_path / "台账"
    shutil.copytree(folder, kept / "宜昌")
    ledger.mkdir()
    with pytest.raises(UsageError, match="yichang"):
        books(ledger, ["yichang"])
    monkeypatch.setenv(VARIABLE, str(kept))
    assert [book.id for book in books(ledger, ["yichang", "harbin", "yichang"])] == ["yichang", "harbin"]
