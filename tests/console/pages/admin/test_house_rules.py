"""办理规则: 允许自核 lets somebody check his own, and every place says so."""

import pytest

from console import house
from schemas.errors import UsageError
from tests.builders.console import shown, with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, batch, rows):
        rows[0].assignee = one.people["li"]
        rows[0].state = "to_check"
        rows[0].save()
        yield one, batch, rows[0]


def test_it_is_chosen_and_taken_back(place):
    client = place[0].browser("wang")
    client.post("/admin/house", {"own_check": "1", "retention_years": "30"})
    assert house.of(place[0].folder) == house.HouseRules(own_check=True, retention_years=30)
    client.post("/admin/house", {"retention_years": "30"})
    assert not house.of(place[0].folder).own_check
    answer = client.post("/admin/house", {"retention_years": "0"})
    assert (answer.status_code, "保存年限应为" in shown(answer)) == (400, True)


def step(place):
    from console.acts import move
    from console.acts.move import WantedStep
    from console.events import Actor

    one, _, row = place
    move.moved(Actor("李四"), one.people["li"], row, WantedStep("to_send", str(row.version)))


def test_ones_own_dossier_is_checked_only_where_that_is_allowed_and_the_log_says_so(place):
    from console.models import LoggedEvent

    with pytest.raises(UsageError, match="经办人以外"):
        step(place)
    house.write(place[0].folder, house.HouseRules(own_check=True))
    step(place)
    assert LoggedEvent.objects.get(event="办理").facts["own_check"] == "本人自核"


def test_ones_own_letter(place):
    from console.acts import letters
    from console.models import LetterRecord

    one, _, row = place
    record = LetterRecord.objects.create(dossier=row, kind="supplement", state="to_check", by=one.people["li"])
    assert not letters.may_check(one.people["li"], record)
    house.write(one.folder, house.HouseRules(own_check=True))
    assert letters.may_check(one.people["li"], record)
    assert not letters.may_check(one.people["zhang"], record), "who has not the role"
