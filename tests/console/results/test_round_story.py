"""The rounds of a dossier: what its letter asked, what came, and what became of each point."""

import shutil

import pytest

from tests.builders.rounds import LEASE, two_rounds


@pytest.fixture(scope="module")
def at(tmp_path_factory):
    with two_rounds(tmp_path_factory.mktemp("rounds")) as one:
        yield one


def test_the_first_round_asks_and_the_second_is_held_against_it(at):
    from console.results.round_story import story

    first, second = story(at.dossier)
    ((letter, rows),) = first.letters
    assert letter.pk == at.letter.pk
    assert any("租赁" in row.about + row.demand for row in rows)
    assert first.compared is None
    assert second.compared.added == (LEASE,)
    assert "material.11.3b" in [one.rule for one in second.compared.settled]
    assert [one.file for one in second.receipts] == [LEASE]


def test_what_a_clerk_must_look_at_comes_before_what_is_settled(at):
    from console.results.round_story import GROUPS, story

    _, second = story(at.dossier)
    keys = [one.key for one in second.groups]
    assert keys == [key for key in GROUPS if key in keys]
    assert keys[-1] in ("settled", "decided")


def test_the_letter_of_the_first_round_stays_where_it_was(at):
    from console.acts import letters

    assert letters.path_of(at.letter).is_file()
    assert letters.path_of(at.letter).parent == at.first.parent / "letters-results"


def test_a_dossier_that_handed_in_nothing_more_has_one_round(at):
    from console.results.round_story import story

    other = at.batch.dossiers.exclude(pk=at.dossier.pk).get()
    (part,) = story(other)
    assert (part.round.number, part.groups, part.waiting) == (1, [], False)


def test_what_came_and_is_not_screened_yet_waits(tmp_path):
    from console.results.round_story import story

    with two_rounds(tmp_path) as at:
        shutil.rmtree(at.second.results)
        _, second = story(at.dossier)
        assert (second.waiting, second.compared) == (True, None)
