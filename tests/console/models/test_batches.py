"""The results that hold now are those of the last round that has any."""

from pathlib import Path

from tests.builders.console import with_rows


def test_a_round_without_results_holds_nothing_yet(tmp_path):
    with with_rows(tmp_path, 1) as (_, batch, _):
        assert batch.results is None
        batch.rounds.create(number=1, results="/r1", seen="x")
        batch.rounds.create(number=2, results="/r2")
        assert batch.results == Path("/r1")
        batch.rounds.filter(number=2).update(seen="y")
        assert batch.results == Path("/r2")
