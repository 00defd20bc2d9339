"""节假日: a year is written and found in the form again; what is wrong is said beside what was typed."""

from tests.builders.console import shown, with_rows

GIVEN = {"year": "2027", "notice": "国办发明电〔2026〕9号", "off": "01-01 10-01/10-07", "on": "01-03"}


def test_a_year_comes_and_goes(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        client = one.browser("wang")
        assert client.post("/admin/holidays", GIVEN).status_code == 302
        assert "10-01/10-07" in shown(client.get("/admin/holidays"))
        assert 'value="2027"' in client.get("/admin/holidays", {"year": "2027"}).content.decode()
        client.post("/admin/holidays", {"year": "2027", "act": "back"})
        assert "国办发明电〔2026〕9号" not in shown(client.get("/admin/holidays"))


def test_what_is_wrong(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        for wrong in ({"year": "27"}, {"off": "10月1日"}):
            answer = one.browser("wang").post("/admin/holidays", GIVEN | wrong)
            assert answer.status_code == 400
            assert GIVEN["notice"] in answer.content.decode()
