"""What has come waits for a click, is copied as it lies, and is told of once; it stays where it lay."""

import os
from datetime import date
from pathlib import Path

import pytest

from schemas.errors import UsageError
from tests.builders.console import office


@pytest.fixture
def place(tmp_path):
    with office(tmp_path / "office") as one:
        from console import house
        from console.acts import new_batch
        from console.events import Actor

        person = one.person("zhang", "decides", name="张三")
        wanted = new_batch.WantedBatch("春季", date(2026, 3, 1), "auto", ())
        batch = new_batch.begun(Actor("张三"), person, wanted)
        come = tmp_path / "come"
        (come / "D01" / "证书").mkdir(parents=True)
        (come / "D01" / "申报表.docx").write_bytes(b"form")
        (come / "D01" / "证书" / "质量.pdf").write_bytes(b"paper")
        (come / "D02.zip").write_bytes(b"PK")
        house.write(one.folder, house.HouseRules(watch_from=str(come)))
        yield person, batch, come


def arrived():
    from console.acts.incoming import arrivals

    there = arrivals.lies_there()
    return {name: arrivals.noted(name, dossier) for name, dossier in there.items()}


def inbox(batch):
    root = Path(batch.rounds.get().inbox)
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def take(person, batch, one, **how):
    from console.acts.incoming import arrivals
    from console.events import Actor

    arrivals.taken(Actor(person.name), person, one, batch, **how)


def test_it_is_told_of_once_and_again_when_it_lies_otherwise(place):
    assert {one.state for one in arrived().values()} == {"waiting"}
    assert set(arrived().values()) == {None}
    (place[2] / "D01" / "补充.pdf").write_bytes(b"more")
    again = arrived()
    assert [name for name, one in again.items() if one is not None] == ["D01"]
    assert again["D01"].files == 3


def test_it_is_copied_whole_into_the_batch_and_stays_where_it_lay(place):
    person, batch, come = place
    found = arrived()
    for one in found.values():
        take(person, batch, one)
    assert inbox(batch) == {"D01/申报表.docx", "D01/证书/质量.pdf", "D02.zip"}
    assert (come / "D01" / "申报表.docx").read_bytes() == b"form"
    from console.models import Arrival, Job, Receipt

    assert set(Receipt.objects.values_list("by__name", flat=True)) == {"张三"}
    assert set(Arrival.objects.values_list("state", flat=True)) == {"taken"}
    assert Job.objects.filter(kind="screen", batch=batch).count() == 1
    with pytest.raises(UsageError, match="已经收下"):
        take(person, batch, found["D01"])


def test_what_has_changed_since_it_was_told_of_is_not_taken(place):
    person, batch, come = place
    one = arrived()["D01"]
    (come / "D01" / "申报表.docx").write_bytes(b"another form")
    with pytest.raises(UsageError, match="还在变化"):
        take(person, batch, one)
    assert inbox(batch) == set()


def test_what_is_gone_is_forgotten_and_cannot_be_taken(place):
    from console.acts.incoming import arrivals
    from console.models import Arrival

    person, batch, come = place
    one = arrived()["D02"]
    (come / "D02.zip").unlink()
    with pytest.raises(UsageError, match="已没有"):
        take(person, batch, one)
    arrivals.forgotten(arrivals.lies_there())
    assert [each.name for each in Arrival.objects.all()] == ["D01"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_it_leads_nowhere(place, tmp_path):
    person, batch, come = place
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    (come / "D01" / "链接.txt").symlink_to(tmp_path / "secret.txt")
    take(person, batch, arrived()["D01"])
    assert inbox(batch) == {"D01/申报表.docx", "D01/证书/质量.pdf"}


def test_where_it_is_set_it_goes_by_itself_in_the_name_of_whoever_set_it(place):
    from console import house
    from console.acts.incoming import arrivals
    from console.models import Receipt

    person, batch, come = place
    house.write(Path(batch.rounds.get().inbox).parents[3], house.HouseRules(
        watch_from=str(come), watch_batch="春季", watch_by="zhang"))  # fmt: skip
    one = arrived()["D01"]
    assert arrivals.taken_by_itself(one)
    assert inbox(batch) == {"D01/申报表.docx", "D01/证书/质量.pdf"}
    assert set(Receipt.objects.values_list("by", flat=True)) == {person.pk}


def test_what_cannot_go_by_itself_waits_and_says_why(place):
    from console import house
    from console.acts.incoming import arrivals

    _, batch, come = place
    rules = house.HouseRules(watch_from=str(come), watch_batch="没有的批次", watch_by="zhang")
    house.write(Path(batch.rounds.get().inbox).parents[3], rules)
    one = arrived()["D01"]
    assert not arrivals.taken_by_itself(one)
    assert "没有的批次" in one.why
    assert one.state == "waiting"
