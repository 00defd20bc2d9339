"""The desk shows one's own work, and says what to do where there is none."""

from tests.builders.console import shown, with_rows


def test_ones_own_dossiers(tmp_path):
    with with_rows(tmp_path, 2) as (one, _, rows):
        rows[0].assignee = one.people["zhang"]
        rows[0].save()
        assert rows[0].applicant in shown(one.browser("zhang").get("/"))
        assert rows[1].applicant not in shown(one.browser("zhang").get("/"))
        assert "还没有分派给您" in shown(one.browser("li").get("/"))
        assert "登记已有结果" in shown(one.browser("wang").get("/"))
