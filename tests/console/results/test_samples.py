"""Samples are read from their folders: those of the console, those of the command, none of a barred dossier."""

import pytest

from tests.builders.commands import dossier as command
from tests.builders.console import at_work


@pytest.fixture(scope="module")
def place(tmp_path_factory, database):
    assert database
    with at_work(tmp_path_factory.mktemp("office")) as (one, batch, results):
        dossier = batch.dossiers.order_by("order").first()
        done = command("sample", "draw", results, "--dossier", dossier.key, "--size", "2")
        assert done.exit_code == 0, done.output
        yield one, batch, dossier, results


def test_what_the_command_drew_beside_the_results_is_there(place):
    from console.results import samples

    one, batch, dossier, _ = place
    (seen,) = samples.samples(batch, one.people["zhang"])
    assert seen.dossier == dossier.key
    assert len(seen.hash) == 64
    answer = seen.calls.waiting[0]
    told = dict(samples.lines(seen, answer))
    assert answer.unit["name"] in told.values()
    assert samples.phone(seen, answer) not in told.values()


def test_a_sample_of_a_dossier_does_not_exist_for_whoever_is_barred_from_it(place):
    from console.results import samples

    one, batch, dossier, _ = place
    dossier.recusals.create(person=one.people["li"], by=one.people["wang"])
    assert samples.samples(batch, one.people["li"]) == []
    assert samples.sample(batch, one.people["zhang"], "../results") is None


def test_a_sample_of_another_batch_that_lies_beside_is_not_this_ones(place):
    from console.results import samples

    one, batch, dossier, _ = place
    before = dossier.applicant
    batch.dossiers.filter(pk=dossier.pk).update(applicant="另一家有限公司")
    assert samples.samples(batch, one.people["zhang"]) == []
    batch.dossiers.filter(pk=dossier.pk).update(applicant=before)
    assert len(samples.samples(batch, one.people["zhang"])) == 1


def test_a_folder_that_is_no_sample_and_one_that_is_spoilt_are_passed_over(place):
    from console.results import samples

    one, batch, _, results = place
    (results.parent / "samples" / "坏").mkdir(parents=True)
    (results.parent / "samples" / "坏" / "log.jsonl").write_text("x", encoding="utf-8")
    assert len(samples.samples(batch, one.people["zhang"])) == 1
