"""What can be found goes with its dossier."""

from tests.builders.console import with_rows


def test_lines_go_with_their_dossier(tmp_path):
    with with_rows(tmp_path, 1) as (_, _, rows):
        from console.models import SearchEntry

        rows[0].entries.create(kind="提示", text="甲")
        rows[0].delete()
        assert not SearchEntry.objects.exists()
