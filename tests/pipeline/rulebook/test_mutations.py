"""Of the wrong rulebooks that one change makes of ours a few of every kind; the benchmark of this name has all."""

from collections import defaultdict

import pytest

from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.check import check
from pipeline.rulebook.find import available, examples
from pipeline.rulebook.parse import parse
from schemas.data_files import data_folder
from schemas.errors import RulebookError
from tests.builders.language import RULEBOOK, TEXT, write_language
from tests.builders.mutation import Original
from tests.builders.mutations import mutations
from tests.builders.mutations_of_language import of_language

EACH = 2
# What the text itself leaves open: the merit of a clause that relaxes, a spoilt clause, a bracket behind two papers.
OPEN = {"merit", "application 12.4a", "application 12.4b", "application 12.12a", "application 17.8a"}


def some(text):
    """From the middle of each kind, so that no kind is judged by its first item alone."""
    kinds = defaultdict(list)
    for one in mutations(text):
        if one.evidence and one.where not in OPEN:
            kinds[one.kind].append(one)
    for made in kinds.values():
        yield from made[len(made) // 2 :][:EACH]


@pytest.mark.parametrize("name", available())
def test_a_few_of_every_kind_are_noticed(name, tmp_path):
    text = (data_folder() / "rulebooks" / f"{name}.yaml").read_text(encoding="utf-8")
    regulation = read_regulation((data_folder() / "regulations" / f"{name}.txt").read_text(encoding="utf-8"))
    path, missed = tmp_path / f"{name}.yaml", []
    for one in some(text):
        path.write_text(one.text, encoding="utf-8")
        try:
            noticed = bool(check(parse(path), regulation))
        except RulebookError:
            noticed = True
        if not noticed:
            missed.append(f"{one.kind}: {one.where}")
    assert missed == []


@pytest.mark.parametrize("name", ["language", *examples()])
def test_every_wrong_word_of_the_language_is_noticed(name, tmp_path):
    if name == "language":
        path, text, regulation = write_language(tmp_path), RULEBOOK, read_regulation(TEXT)
    else:
        folder = data_folder() / "examples"
        text = (folder / "rulebooks" / f"{name}.yaml").read_text(encoding="utf-8")
        regulation = read_regulation((folder / "regulations" / f"{name}.txt").read_text(encoding="utf-8"))
        path = tmp_path / f"{name}.yaml"
        for form in (folder / "forms").glob(f"{name}-*.yaml"):
            (tmp_path / form.name).write_text(form.read_text(encoding="utf-8"), encoding="utf-8")
    missed, made = [], list(of_language(Original(text)))
    for one in made:
        path.write_text(one.text, encoding="utf-8")
        try:
            noticed = bool(check(parse(path), regulation))
        except RulebookError:
            noticed = True
        if not noticed:
            missed.append(f"{one.kind}: {one.where}")
    assert made
    assert missed == []
