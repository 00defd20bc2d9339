"""Dossiers of a batch go public and are recognised: the lines of ``standing publish`` and ``standing add``."""

import json
from datetime import date

import pytest

from pipeline.standing.titles.from_results import Award
from schemas.errors import UsageError
from tests.builders.commands import dossier as command
from tests.builders.console import at_work
from tests.builders.ledger import code


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        yield one.folder / "台账", batch, results, tmp_path / "again"


def by():
    from console.events import Actor

    return Actor("张三")


def chosen(batch, *codes):
    from console.acts.standing.from_batch import ChosenDossiers

    dossiers = list(batch.dossiers.order_by("order"))
    return ChosenDossiers(batch, dossiers, dict(zip([one.key for one in dossiers], codes, strict=False)))


def same(folder, again, *typed):
    at = json.loads((folder / "events.jsonl").read_text("utf-8").splitlines()[-1])["at"]
    done = command("standing", *typed[:1], again, *typed[1:], "--name", "张三", "--at", at)
    assert done.exit_code == 0, done.output
    return (again / "events.jsonl").read_bytes() == (folder / "events.jsonl").read_bytes()


def each(batch):
    return [word for one in batch.dossiers.order_by("order") for word in ("--dossier", one.key)]


def test_a_list_goes_public_as_by_the_command(place):
    from console.acts.standing import from_batch

    folder, batch, results, again = place
    sites = ["市工业和信息化局网站"]
    assert from_batch.made_public(by(), chosen(batch), date(2026, 2, 12), sites, None) == [1]
    typed = ["--first-day", "2026-02-12", "--site", sites[0], *each(batch)]
    assert same(folder, again, "publish", results, *typed)


def test_a_number_of_days_and_a_code_that_a_person_tells(place):
    from console.acts.standing import from_batch

    folder, batch, results, again = place
    from_batch.made_public(by(), chosen(batch, code(8)), date(2026, 2, 12), [], 7)
    first = batch.dossiers.order_by("order").first().key
    typed = ["--first-day", "2026-02-12", "--working-days", "7", "--code", f"{first}={code(8)}", *each(batch)]
    assert same(folder, again, "publish", results, *typed)


def test_titles_are_given_as_by_the_command_and_never_twice_under_one_number(place):
    from console.acts.standing import from_batch

    folder, batch, results, again = place
    award = Award("哈工信〔2026〕3号", date(2026, 6, 30), kind="综合性", round=batch.name)
    numbers, _ = from_batch.given_titles(by(), chosen(batch), award)
    assert numbers == [1, 2]
    typed = ["--number", award.number, "--day", "2026-06-30", "--type", "综合性", "--round", batch.name, *each(batch)]
    assert same(folder, again, "add", results, *typed)
    with pytest.raises(UsageError, match="已有文号"):
        from_batch.given_titles(by(), chosen(batch), award)


def test_nothing_chosen_and_no_number_write_nothing(place):
    from console.acts.standing import from_batch
    from console.acts.standing.from_batch import ChosenDossiers

    folder, batch, *_ = place
    with pytest.raises(UsageError, match="勾选"):
        from_batch.made_public(by(), ChosenDossiers(batch, []), date(2026, 2, 12), [], None)
    with pytest.raises(UsageError, match="文号"):
        from_batch.given_titles(by(), chosen(batch), Award("", date(2026, 6, 30)))
    assert not (folder / "events.jsonl").exists()
