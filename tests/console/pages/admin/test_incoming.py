"""The settings of what comes in: kept where they can be, otherwise what was typed stays with the reason."""

from tests.builders.console import shown, with_rows


def test_a_folder_is_set_and_one_that_is_not_there_is_refused(tmp_path):
    (tmp_path / "come").mkdir()
    with with_rows(tmp_path) as (one, _, _):
        client = one.browser("wang")
        told = shown(client.post("/admin/incoming", {"from": str(tmp_path / "come"), "batch": ""}, follow=True))
        assert "已保存" in told
        answer = client.post("/admin/incoming", {"from": "/no/such", "batch": ""})
        assert answer.status_code == 400
        assert 'value="/no/such"' in answer.content.decode()
        assert "没有设置病毒扫描程序" in shown(client.post("/admin/incoming", {"act": "try"}))
