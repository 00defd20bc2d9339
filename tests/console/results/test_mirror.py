"""The tables follow the files: after the command decided, after a screening, whatever somebody did by hand."""

import json
from pathlib import Path

import pytest

from tests.builders.commands import dossier as command
from tests.builders.console import at_work
from tests.builders.rounds import two_rounds


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as made:
        yield made


def test_nothing_is_read_where_nothing_has_changed(place):
    from console.results import mirror

    assert mirror.refreshed(place[1]) is False


def test_what_the_command_decided_is_seen_and_logged_as_from_outside(place):
    from console.models import LoggedEvent
    from console.results import mirror

    _, batch, results = place
    row = batch.dossiers.order_by("order").last()
    done = command("decide", results, row.key, "material.11.3b", "accept", "--name", "王五", "--reason", "可")
    assert done.exit_code == 0, done.output
    assert mirror.refreshed(batch) is True
    before, row = row, batch.dossiers.get(pk=row.pk)
    assert row.left == before.left - 1
    assert LoggedEvent.objects.filter(event="外部修改", batch=batch.name).count() == 1
    assert mirror.refreshed(batch) is False
    assert LoggedEvent.objects.filter(event="外部修改").count() == 1


def test_a_file_that_is_being_written_anew_keeps_nobody_from_writing_to_the_database(place, monkeypatch):
    from django.db import connection

    from console.results import mirror

    held, really = [], mirror.screening_at
    monkeypatch.setattr(
        mirror, "screening_at", lambda *asked: held.append(connection.in_atomic_block) or really(*asked)
    )
    _, batch, results = place
    row = batch.dossiers.order_by("order").last()
    command("decide", results, row.key, "material.11.3b", "accept", "--name", "王五", "--reason", "可")
    mirror.refreshed(batch)
    mirror.decided_here(batch, row, results)
    assert held
    assert not any(held)


def test_a_dossier_whose_result_is_broken_is_said_to_be(place):
    from console.results import mirror

    _, batch, results = place
    row = batch.dossiers.first()
    (results / row.folder / "screening.json").write_text("{", encoding="utf-8")
    mirror.refreshed(batch)
    row.refresh_from_db()
    assert row.verdict == "unreadable"


def test_a_result_folder_that_is_away_changes_nothing(place):
    from console.results import mirror

    _, batch, results = place
    results.rename(results.with_name("away"))
    assert mirror.refreshed(batch) is False
    assert batch.dossiers.count() == 2


def test_the_office_part_stays_when_the_files_are_read_anew(place):
    from console.results import mirror

    one, batch, results = place
    batch.dossiers.update(assignee=one.people["zhang"], state="to_check")
    told = json.loads((results / "batch.json").read_text(encoding="utf-8"))
    (results / "batch.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    assert mirror.refreshed(batch) is True
    assert batch.dossiers.filter(assignee=one.people["zhang"], state="to_check").count() == 2


def test_results_upon_others_are_taken_in_with_the_rounds_before_them(tmp_path):
    from console.results import mirror

    with two_rounds(tmp_path) as at:
        again = mirror.registered("再登记", Path(at.second.results))
        assert [Path(one.results) for one in again.rounds.order_by("number")] == [at.first, Path(at.second.results)]
        assert mirror.refreshed(again)
        found = {one.key: one.round.number for one in again.dossiers.all()}
        assert found == {one.key: 1 + (one.pk == at.dossier.pk) for one in at.batch.dossiers.all()}
        assert not mirror.refreshed(again)
