"""The templates of letters: downloaded, tried, uploaded, refused with what is lacking."""

import io

import docx
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.builders.console import office, shown


def test_a_template_is_downloaded_tried_uploaded_and_given_up(tmp_path):
    with office(tmp_path) as one:
        one.person("wang", "administers", name="王五")
        client = one.browser("wang")
        ours = client.get("/admin/templates/supplement").content
        assert client.get("/admin/templates/supplement/trial").content.startswith(b"PK")
        given = {"kind": "supplement", "file": SimpleUploadedFile("我的.docx", ours)}
        assert "已更换" in shown(client.post("/admin/templates", given, follow=True))
        assert "本机关的模板" in shown(client.get("/admin/templates"))
        back = {"kind": "supplement", "act": "back"}
        assert "改用随程序的模板" in shown(client.post("/admin/templates", back, follow=True))
        assert client.post("/admin/templates", {"kind": "other"}).status_code == 404
        assert client.get("/admin/templates/other").status_code == 404


def test_one_that_lacks_blanks_is_refused_by_their_names(tmp_path):
    with office(tmp_path) as one:
        one.person("wang", "administers", name="王五")
        out = io.BytesIO()
        docx.Document().save(out)
        given = {"kind": "ineligible", "file": SimpleUploadedFile("空.docx", out.getvalue())}
        answer = one.browser("wang").post("/admin/templates", given)
        assert answer.status_code == 400
        for title in ("申报单位", "文号", "办法名称", "陈述申辩期限", "未达到的项目"):
            assert title in shown(answer)
