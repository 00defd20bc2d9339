"""A look every so often: what still changes is not told of, what lies still is, once."""

import pytest

from tests.builders.console import office


@pytest.fixture
def place(tmp_path):
    with office(tmp_path / "office") as one:
        from console import house

        (tmp_path / "come" / "D01").mkdir(parents=True)
        (tmp_path / "come" / "D01" / "表.docx").write_bytes(b"1")
        house.write(one.folder, house.HouseRules(watch_from=str(tmp_path / "come")))
        yield one, tmp_path / "come"


def waiting():
    from console.models import Arrival

    return list(Arrival.objects.values_list("name", flat=True))


@pytest.mark.usefixtures("place")
def test_it_waits_until_thirty_seconds_have_passed_without_a_change():
    from console.jobs.watched import STILL, FolderWatch

    watch = FolderWatch()
    watch.look(0.0)
    watch.look(STILL - 0.1)
    assert waiting() == []
    watch.look(STILL)
    assert waiting() == ["D01"]


def test_what_is_still_being_copied_begins_anew(place):
    from console.jobs.watched import STILL, FolderWatch

    watch = FolderWatch()
    watch.look(0.0)
    (place[1] / "D01" / "证书.pdf").write_bytes(b"22")
    watch.look(STILL)
    assert waiting() == []
    watch.look(2 * STILL)
    assert waiting() == ["D01"]


@pytest.mark.usefixtures("place")
def test_a_worker_that_is_started_anew_tells_nothing_twice():
    from console.jobs.watched import STILL, FolderWatch
    from console.models import LoggedEvent

    for _ in range(2):
        watch = FolderWatch()
        watch.look(0.0)
        watch.look(STILL)
    assert LoggedEvent.objects.filter(event="来件").count() == 1


def test_a_folder_that_is_gone_is_no_reason_to_forget(place):
    from console.jobs.watched import STILL, FolderWatch

    watch = FolderWatch()
    watch.look(0.0)
    watch.look(STILL)
    place[1].rename(place[1].with_name("away"))
    watch.look(2 * STILL)
    assert waiting() == ["D01"]


def test_without_a_folder_nothing_is_looked_at(tmp_path):
    with office(tmp_path):
        from console.jobs.watched import FolderWatch

        FolderWatch().look(0.0)
        assert waiting() == []
