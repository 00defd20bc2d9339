"""机关信息: what is sound is written, what is not stays in the form."""

import yaml

from tests.builders.console import shown, with_rows


def test_written_and_shown_again(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        client = one.browser("wang")
        given = {"name": "示例市工业和信息化局", "sign": "示工信补", "days": "15", "sign-query": "示工信函"}
        assert client.post("/admin/office", given).status_code == 302
        read = yaml.safe_load((one.folder / "office.yaml").read_text(encoding="utf-8"))
        assert read == {
            "name": "示例市工业和信息化局",
            "sign": "示工信补",
            "days": 15,
            "signs": {"query": "示工信函"},
        }
        text = client.get("/admin/office").content.decode()
        assert all(f'value="{value}"' in text for value in given.values())


def test_a_term_that_is_none(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        answer = one.browser("wang").post("/admin/office", {"name": "示例局", "days": "十五"})
        assert answer.status_code == 400
        assert "补正期限应为" in shown(answer)
        assert 'value="示例局"' in answer.content.decode()
        assert not (one.folder / "office.yaml").exists()


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        (one.folder / "office.yaml").write_text("{[", encoding="utf-8")
        answer = one.browser("wang").get("/admin/office")
        assert answer.status_code == 400
        assert "无法读取" in shown(answer)
