"""Batches at work come first; one that was put away is kept to the end of the last year that the office keeps it."""

from datetime import UTC, date, datetime

from console.house import HouseRules
from tests.builders.console import with_rows


def test_put_away_and_kept(tmp_path):
    with with_rows(tmp_path, 2) as (_, batch, _):
        from console.models import OfficeBatch
        from console.queries import office_batches

        batch.archived = datetime(2026, 3, 9, tzinfo=UTC)
        batch.save()
        OfficeBatch.objects.create(name="新的")
        first, second = office_batches.every(HouseRules(retention_years=10))
        assert (first.batch.name, first.kept_until, first.dossiers) == ("新的", None, 0)
        assert (second.kept_until, second.dossiers, second.members) == (date(2036, 12, 31), 2, ("张三", "李四"))
