"""备份: one now is a job; it is listed when it is done, and said how it is laid back."""

from tests.builders.console import shown, with_rows


def test_asked_for_done_and_listed(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        client = one.browser("wang")
        assert "还没有备份" in shown(client.get("/admin/backups"))
        client.post("/admin/backups", {"act": "now"})
        from console.jobs import worker

        worker.done(worker.taken())
        text = shown(client.get("/admin/backups"))
        assert "已逐个核对" in text
        assert "--restore" in text
        assert "dossier-console-20" in text


def test_settings_that_cannot_be(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        client = one.browser("wang")
        assert client.post("/admin/backups", {"to": "", "keep": "5"}).status_code == 302
        answer = client.post("/admin/backups", {"to": "relative", "keep": "5"})
        assert answer.status_code == 400
        assert 'value="relative"' in answer.content.decode()
