"""Rulebooks that a bureau keeps in a folder."""

from __future__ import annotations

import shutil

import pytest

from pipeline.rulebook.find import available, find, load, of_bureau, words_of
from pipeline.rulebook.of_bureau import VARIABLE, bureau_folders, bureau_rulebooks, with_folder
from schemas.errors import UsageError
from tests.builders.commands import dossier
from tests.builders.drafts import made_up_rulebook


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with one drafted rulebook in a folder of its own."""
    draft = made_up_rulebook(tmp_path).parent
    kept = tmp_path / "本局办法"
    shutil.copytree(draft, kept / "宜昌")
    monkeypatch.setenv(VARIABLE, str(kept))
    return kept


def test_it_is_known_by_its_id_and_its_forms_are_no_rulebooks(folder):
    assert dict(bureau_rulebooks()) == {"yichang": folder / "宜昌" / "yichang.yaml"}
    assert find("yichang") == folder / "宜昌" / "yichang.yaml"
    assert load("yichang").title.startswith("宜昌市")
    assert words_of("auto")


@pytest.mark.usefixtures("folder")
def test_papers_that_bear_its_form_are_its_own():
    seen = of_bureau(lambda forms: {name: ("place",) for name in forms if name == "yichang-application"})
    assert seen.rulebook == "yichang"
    assert of_bureau(lambda _forms: {}) is None


def test_without_the_variable_there_is_none(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    assert bureau_folders() == ()
    assert bureau_rulebooks() == {}
    assert of_bureau(lambda forms: dict.fromkeys(forms, ("place",))) is None


def test_a_folder_that_is_not_there_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "没有"))
    with pytest.raises(UsageError, match="不存在"):
        bureau_rulebooks()


def test_an_id_that_stands_twice_is_told(folder):
    shutil.copytree(folder / "宜昌", folder / "又一份")
    with pytest.raises(UsageError, match="yichang"):
        bureau_rulebooks()


def test_several_folders_as_a_path_names_them(folder, tmp_path):
    other = tmp_path / "另一处"
    other.mkdir()
    with_folder(other)
    with_folder(other)
    assert bureau_folders() == (folder, other)
    (folder / "宜昌").rename(other / "宜昌")
    assert bureau_rulebooks() == {"yichang": other / "宜昌" / "yichang.yaml"}


def test_the_first_folder_needs_no_other(monkeypatch, tmp_path):
    monkeypatch.delenv(VARIABLE, raising=False)
    with_folder(tmp_path)
    assert bureau_folders() == (tmp_path,)
    monkeypatch.delenv(VARIABLE)


@pytest.mark.usefixtures("folder")
def test_it_is_listed_behind_ours():
    ids = [line.split("\t")[0] for line in dossier("rulebook", "list").stdout.splitlines()]
    assert ids == [*available(), "yichang"]
