"""A batch is deleted only after its retention year, by name; for thirty days it can be taken back, then it is gone."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from schemas.errors import UsageError
from tests.builders.console import office


@pytest.fixture
def place(tmp_path):
    with office(tmp_path / "office") as one:
        from console.acts import new_batch
        from console.events import Actor
        from console.models import DossierWork, Receipt

        person = one.person("zhang", "decides", name="张三")
        batch = new_batch.begun(Actor("张三"), person, new_batch.WantedBatch("春季", date(2016, 3, 1), "auto", ()))
        home = Path(batch.rounds.get().inbox).parents[1]
        (home / "r1" / "inbox" / "D01.zip").write_bytes(b"PK")
        DossierWork.objects.create(batch=batch, key="D01", folder="D01")
        Receipt.objects.create(round=batch.rounds.get(), dossier="D01", file="D01.zip", sha256="a" * 64, by=person)
        (one.folder / "pages" / ("a" * 64)).mkdir(parents=True)
        yield one, batch, home


def put_away(batch, years):
    """Archived in a year so many years ago."""
    today = timezone.localdate()
    batch.archived = timezone.now().replace(year=today.year - years, month=6, day=1)
    batch.save()


def remove(batch, name="春季"):
    from console.acts.admin import removal
    from console.events import Actor

    return removal.removed(Actor("王五"), batch, name)


@pytest.mark.parametrize(("years", "due"), [(10, False), (11, True)])
def test_deletion_is_offered_once_the_last_whole_year_is_over(place, years, due):
    from console.acts.admin import removal

    assert not removal.is_due(place[1])
    put_away(place[1], years)
    assert removal.is_due(place[1]) is due


def test_it_is_not_deleted_before_nor_under_another_name(place):
    put_away(place[1], 5)
    with pytest.raises(UsageError, match="保存年限"):
        remove(place[1])
    put_away(place[1], 11)
    with pytest.raises(UsageError, match="照写"):
        remove(place[1], "夏季")
    assert place[2].is_dir()


def test_within_thirty_days_it_is_taken_back_as_it_was(place):
    from console.access.visible import batches_of
    from console.acts.admin import removal
    from console.events import Actor

    one, batch, home = place
    put_away(batch, 11)
    assert "30 天" in remove(batch)
    assert not home.exists()
    assert not batches_of(one.people["zhang"]).exists()
    assert removal.wiped() == 0
    removal.taken_back(Actor("王五"), batch)
    assert (home / "r1" / "inbox" / "D01.zip").read_bytes() == b"PK"
    assert batches_of(one.people["zhang"]).get() == batch
    with pytest.raises(UsageError, match="不在待删除"):
        removal.taken_back(Actor("王五"), batch)


def test_after_thirty_days_files_pictures_and_rows_are_gone_and_the_log_stays(place):
    from console.acts.admin import removal
    from console.events import Actor, problems
    from console.models import LoggedEvent

    one, batch, home = place
    put_away(batch, 11)
    remove(batch)
    batch.removed = timezone.now() - removal.GRACE - timedelta(minutes=1)
    batch.save()
    assert removal.is_wiped_soon()
    assert removal.wiped() == 1
    assert not home.exists()
    assert list((one.folder / "removed").iterdir()) == []
    assert list((one.folder / "pages").iterdir()) == []
    assert not batch.dossiers.exists()
    assert LoggedEvent.objects.filter(event="批次已删除", batch="春季").exists()
    assert problems() == []
    assert removal.wiped() == 0
    batch.refresh_from_db()
    with pytest.raises(UsageError, match="不在待删除"):
        removal.taken_back(Actor("王五"), batch)


def test_results_that_lie_elsewhere_are_never_touched(place, tmp_path):
    from console.models import ReceivedRound

    _, batch, _ = place
    (tmp_path / "elsewhere").mkdir()
    ReceivedRound.objects.filter(batch=batch).update(inbox="", results=str(tmp_path / "elsewhere"))
    put_away(batch, 11)
    remove(batch)
    assert (tmp_path / "elsewhere").is_dir()


def test_what_is_to_be_deleted_is_not_taken_out_of_the_archive(place):
    from console.acts.admin import members
    from console.events import Actor

    put_away(place[1], 11)
    remove(place[1])
    with pytest.raises(UsageError, match="待删除"):
        members.archived(Actor("王五"), place[1], away=False)
