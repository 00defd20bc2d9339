"""Where back-ups go must be there; one that waits is not asked for twice."""

import pytest

from console import house
from schemas.errors import UsageError
from tests.builders.console import with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        yield one


def choose(place, **form):
    from console.acts.admin import backups_wanted
    from console.events import Actor

    backups_wanted.chosen(Actor("王五"), place.folder, form)


def test_a_folder_that_is_there(place, tmp_path):
    choose(place, to=str(tmp_path), keep="3", daily="")
    rules = house.of(place.folder)
    assert (rules.backup_to, rules.backup_keep, rules.backup_nightly) == (str(tmp_path), 3, False)


@pytest.mark.parametrize("wrong", [{"to": "relative"}, {"to": "/no/such/folder"}, {"keep": "0"}, {"keep": "x"}])
def test_what_cannot_be_changes_nothing(place, wrong):
    with pytest.raises(UsageError):
        choose(place, **({"to": "", "keep": "3"} | wrong))
    assert not (place.folder / house.FILE).exists()


def test_one_that_waits_is_the_one(place):
    from console.acts.admin import backups_wanted
    from console.events import Actor

    first, second = (backups_wanted.asked(Actor("王五"), place.people["wang"]) for _ in range(2))
    assert first.pk == second.pk
