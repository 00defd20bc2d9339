"""What is not there, not allowed or broken is said in words, without anything of the inside."""

from tests.builders.console import shown, with_rows


def test_pages_of_failure(tmp_path, monkeypatch):
    with with_rows(tmp_path, 1) as (one, _, _):
        client = one.browser("zhang")
        client.raise_request_exception = False
        assert "没有这一页" in shown(client.get("/b/999"))
        assert "没有这项权限" in shown(client.get("/log"))
        monkeypatch.setattr("console.queries.worklists.overview", lambda _: 1 / 0)
        answer = client.get("/batches")
        assert answer.status_code == 500
        assert "程序出错" in shown(answer)
        assert "ZeroDivision" not in answer.content.decode()
