"""What is looked for is shown grouped by dossier, with the way to its place."""

from tests.builders.console import at_work, shown


def test_a_firm_leads_to_the_dossier_that_lists_it(tmp_path):
    with at_work(tmp_path) as (one, batch, _):
        from console.models import SearchEntry

        entry = SearchEntry.objects.filter(kind="服务企业").first()
        answer = one.browser("zhang").get("/search", {"q": entry.text})
        assert f"/b/{batch.pk}/d/{entry.dossier_id}" in answer.content.decode()
        assert "没有找到" in shown(one.browser("zhang").get("/search", {"q": "没有这家公司"}))
        assert "在上面输入" in shown(one.browser("zhang").get("/search"))
