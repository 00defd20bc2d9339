"""Results of the command line become a batch of its members, once, and stay where they lie."""

from pathlib import Path

import pytest

from schemas.errors import UsageError
from tests.builders.console import at_work, office, screened


def test_the_dossiers_are_there_with_their_counts(tmp_path):
    with at_work(tmp_path) as (_, batch, results):
        rows = list(batch.dossiers.order_by("order"))
        assert [row.folder for row in rows] == [child.name for child in sorted(results.iterdir()) if child.is_dir()]
        assert rows[1].verdict == "supplement"
        assert rows[1].materials == 2
        assert rows[1].left == rows[1].total > 2


def test_the_files_are_as_they_were(tmp_path):
    with office(tmp_path / "office") as one:
        one.person("zhang", "decides")
        results = screened(tmp_path / "batch")
        before = {path: path.read_bytes() for path in results.rglob("*") if path.is_file()}
        one.batch(results, "zhang")
        assert before == {path: path.read_bytes() for path in results.rglob("*") if path.is_file()}


def test_not_twice_not_without_members_not_without_results(tmp_path):
    with at_work(tmp_path) as (one, _, results):
        from console.acts import register
        from console.events import Actor

        zhang = [str(one.people["zhang"].pk)]
        for folder, members in ((results, zhang), (tmp_path, zhang), (tmp_path / "x", []), (Path("results"), zhang)):
            with pytest.raises(UsageError):
                register.existing(Actor("王五"), folder, "", members)
