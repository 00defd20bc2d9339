"""A draft that is looked at writes nothing; an answer writes what the command would, and never over a person's work."""

import pytest

from console.warm.drafting import DraftFiles, answered, as_it_stands
from pipeline.drafting.answers import PageAnswer
from pipeline.drafting.points import DraftMark
from schemas.errors import UsageError
from tests.builders.console import own_rulebook


@pytest.fixture
def files(tmp_path):
    home = own_rulebook(tmp_path)
    return DraftFiles(home / "source" / "text" / "办法.txt", (), home, "yichang")


def asked(shown):
    points = [card.point for _, cards in shown.topics for card in cards]
    return [one for one in points if one.mark is DraftMark.ASKED and not one.answered]


def test_looking_writes_nothing(files):
    before = {path: path.stat().st_mtime_ns for path in files.folder.rglob("*")}
    assert as_it_stands(files).open > 0
    assert {path: path.stat().st_mtime_ns for path in files.folder.rglob("*")} == before


def test_a_later_answer_replaces_an_earlier_one(files):
    point = asked(as_it_stands(files))[0]
    first, *_, last = [choice.id for choice in point.choices]
    answered(files, PageAnswer(point.id, last))
    shown = answered(files, PageAnswer(point.id, first))
    held = next(card.point for _, cards in shown.topics for card in cards if card.point.id == point.id)
    assert (held.chosen, held.answered) == (first, True)
    assert (files.folder / "answers.yaml").read_text(encoding="utf-8").count(f"{point.id}:") == 1


def test_what_a_person_changed_stays(files):
    point = asked(as_it_stands(files))[0]
    files.rulebook.write_text(files.rulebook.read_text(encoding="utf-8") + "# x\n", encoding="utf-8")
    with pytest.raises(UsageError, match="没有覆盖"):
        answered(files, PageAnswer(point.id, point.choices[0].id))
    assert not (files.folder / "answers.yaml").exists()
