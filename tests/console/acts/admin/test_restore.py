"""Laid back into an empty folder everything is as it was: people, states, letters' numbers, the log, the files."""

import zipfile

import pytest

from schemas.errors import UsageError
from tests.builders.console import at_work, office


@pytest.fixture
def archive(tmp_path):
    """A back-up of a console with a batch of its own folder, a letter and a number that was given."""
    with at_work(tmp_path / "first") as (one, batch, results):
        from console.acts.admin import backup
        from console.events import Actor
        from console.models import NumberSeries, ReceivedRound

        inside = one.folder / "batches" / "甲" / "r1"
        inside.parent.mkdir(parents=True)
        results.parent.rename(inside)
        ReceivedRound.objects.update(inbox=str(inside / "inbox"), results=str(inside / "results"))
        NumberSeries.objects.create(sign="示工信补", year=2026, next=8)
        batch.dossiers.update(state="to_check")
        yield backup.made(Actor("王五"), one.folder, tmp_path / "to").path


def test_everything_is_as_it_was_and_goes_on(archive, tmp_path):
    from console.acts.admin import restore

    before = restore.laid_out(archive, tmp_path / "second")
    with office(tmp_path / "second") as two:
        told = restore.taken_up(archive, two.folder, before)
        from console import events
        from console.models import LoggedEvent, NumberSeries, OfficeBatch, Person
        from console.queries import search

        assert "日志完整" in told
        assert NumberSeries.objects.get().next == 8
        batch = OfficeBatch.objects.get()
        assert batch.results.is_relative_to(two.folder)
        assert set(batch.members.values_list("name", flat=True)) == {"张三", "李四", "赵六"}
        two.people["zhang"] = Person.objects.get(login="zhang")
        assert two.browser("zhang").get(f"/b/{batch.pk}").status_code == 200
        assert set(batch.dossiers.values_list("state", flat=True)) == {"to_check"}
        assert search.found(two.people["zhang"], "有限公司")
        two.person("qian", "decides")
        assert events.problems() == []
        assert LoggedEvent.objects.filter(event="恢复备份").exists()


def test_a_folder_that_holds_anything_is_left_alone(archive, tmp_path):
    from console.acts.admin import restore

    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="不是空文件夹"):
        restore.laid_out(archive, tmp_path / "full")
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["x"]


def test_a_database_that_holds_anything_is_left_alone(archive, tmp_path):
    with office(tmp_path / "second") as two:
        from console.acts.admin import restore
        from console.models import Person

        two.person("wang", "administers")
        with pytest.raises(UsageError, match="已有内容"):
            restore.taken_up(archive, two.folder, "/x")
        assert Person.objects.count() == 1


@pytest.mark.parametrize("name", ["data/../../evil", "data/a\\..\\evil", "data/c:evil", "elsewhere/x", "data/"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path, name):
    from console.acts.admin import restore

    with pytest.raises(UsageError, match="不能使用"):
        restore._target(tmp_path, name)  # noqa: SLF001  what every name goes through


def test_what_is_no_back_up(tmp_path):
    from console.acts.admin import restore

    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("x", "x")
    with pytest.raises(UsageError, match="备份不完整"):
        restore.laid_out(other, tmp_path / "empty")
    with pytest.raises(UsageError, match="没有备份文件"):
        restore.laid_out(tmp_path / "none.zip", tmp_path / "empty")
    assert not (tmp_path / "empty").exists()
