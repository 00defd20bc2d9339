"""Of the wrong rulebooks that one change makes of ours a few of every kind; the benchmark of this name has all."""

from collections import defaultdict

import pytest

from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.check import check
from pipeline.rulebook.find import available
from pipeline.rulebook.parse import parse
from schemas.data_files import data_folder
from schemas.errors import RulebookError
from tests.builders.mutations import mutations

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
