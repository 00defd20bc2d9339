"""A dossier is named as people name it; never is one 通过."""

from tests.builders.console import with_rows


def test_names_and_states(tmp_path):
    with with_rows(tmp_path, 2) as (_, batch, rows):
        from console.models import WorkState

        assert str(rows[0]) == "D1 第1家示例公司"
        assert [row.key for row in batch.dossiers.all()] == ["D1", "D2"]
        assert not any("通过" in title for title in WorkState.labels)
