"""All of a dossier as plain files: what was received, what was written, what was decided; of no other dossier."""

import io
import zipfile

import pytest

from schemas.errors import UsageError
from tests.builders.console import at_work, with_rows


def test_everything_of_one_dossier_is_in_it_and_nothing_of_another(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        from console.acts import decide
        from console.acts.seat import Seat
        from console.papers import whole_dossier
        from pipeline.decisions.change import seen

        first, last = batch.dossiers.order_by("order")
        for row in (first, last):
            rule = next(iter(_rules(results, row)))
            seat = Seat(results, row.key, one.people["zhang"], seen(results, row.key), {"reason": "可"}, (rule,))
            decide.accept(seat)
        stream = io.BytesIO()
        count = whole_dossier.written(last, stream)
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
            assert len(names) == count == len(set(names))
            assert len({name.split("/")[0] for name in names}) == 1
            inside = {name.split("/", 2)[2]: name for name in names}
            received = {path.relative_to(tmp_path / "batch/inbox" / last.folder).as_posix()
                        for path in (tmp_path / "batch/inbox" / last.folder).rglob("*") if path.is_file()}  # fmt: skip
            assert {f"收到的材料/{name}" for name in received} <= set(inside)
            assert {"初审结果/screening.json", "初审结果/report.html", "核定.yaml", "核定经过.jsonl"} <= set(inside)
            decided = archive.read(inside["核定.yaml"]).decode()
            assert last.key in decided
            assert f"dossier: {first.key}\n" not in decided
        assert b"".join(whole_dossier.pieces(last))[:2] == b"PK"


def _rules(results, row):
    from console.results.read_back import screening_at

    return [one.rule for one in screening_at(results / row.folder).screening.findings]


def test_where_there_is_nothing_nothing_is_exported(tmp_path):
    with with_rows(tmp_path) as (_, _, rows):
        from console.papers import whole_dossier

        with pytest.raises(UsageError, match="没有可导出"):
            whole_dossier.written(rows[0], io.BytesIO())
