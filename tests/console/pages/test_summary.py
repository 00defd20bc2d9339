"""汇总 in the browser: marks, tables, files; what somebody may not see is in none of them."""

import io
import zipfile

import pytest

from tests.builders.console import at_work, form_of, kept, shown


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        kept(results)
        yield one, batch, results, list(batch.dossiers.order_by("order"))


def marked(place, choice="recommend"):
    one, batch, _, (first, _) = place
    client = one.browser("zhang")
    form = form_of(client.get(f"/b/{batch.pk}/summary"), f"/d/{first.pk}/mark")
    told = {**form, "choice": choice, "reason": "符合"}
    return client.post(f"/b/{batch.pk}/d/{first.pk}/mark", told, follow=True)


def test_a_dossier_is_marked_and_stands_in_the_table(place):
    one, batch, _, (first, _) = place
    assert "推荐汇总表（Word）" not in shown(one.browser("zhang").get(f"/b/{batch.pk}/summary"))
    after = shown(marked(place))
    assert f"{first.key} 已标记“拟推荐”" in after
    assert "推荐汇总表（Word）" in after
    assert "今天：核定 1" in after
    assert "推荐汇总表（Word）" not in shown(marked(place, "decline"))


def test_a_mark_made_on_an_older_page_is_refused(place):
    one, batch, _, (first, _) = place
    client = one.browser("zhang")
    form = form_of(client.get(f"/b/{batch.pk}/summary"), f"/d/{first.pk}/mark")
    marked(place)
    told = {**form, "choice": "decline", "reason": "不符合"}
    refused = client.post(f"/b/{batch.pk}/d/{first.pk}/mark", told, follow=True)
    assert "有了变化" in shown(refused)


def test_the_files_are_those_of_the_results(place):
    one, batch, results, dossiers = place
    marked(place)
    client, at = one.browser("zhang"), f"/b/{batch.pk}/summary"
    assert client.get(f"{at}/推荐汇总表.docx").content == (results / "register.docx").read_bytes()
    assert client.get(f"{at}/初审汇总表.xlsx").content == (results / "register.xlsx").read_bytes()
    packed = zipfile.ZipFile(io.BytesIO(client.get(f"{at}/初审意见表.zip").content))
    assert packed.namelist() == [f"{each.key}-初审意见表.docx" for each in dossiers]
    first = dossiers[0]
    paper = client.get(f"/b/{batch.pk}/d/{first.pk}/paper/opinion.docx").content
    assert paper == (results / first.folder / "opinion.docx").read_bytes() == packed.read(packed.namelist()[0])
    assert client.get(f"/b/{batch.pk}/d/{first.pk}/paper/screening.json").status_code == 404
    assert client.get(f"{at}/batch.json").status_code == 404


def test_somebody_who_is_barred_gets_no_table_of_all(place):
    one, batch, _, dossiers = place
    dossiers[1].recusals.create(person=one.people["zhang"], by=one.people["wang"])
    client, at = one.browser("zhang"), f"/b/{batch.pk}/summary"
    said = shown(client.get(at))
    assert dossiers[1].key not in said
    assert client.get(f"{at}/初审汇总表.xlsx").status_code == 404
    packed = zipfile.ZipFile(io.BytesIO(client.get(f"{at}/初审意见表.zip").content))
    assert packed.namelist() == [f"{dossiers[0].key}-初审意见表.docx"]


def test_whoever_only_reads_is_offered_no_file_and_no_act(place):
    one, batch, *_ = place
    said = shown(one.browser("zhao").get(f"/b/{batch.pk}/summary"))
    assert "初审意见表" not in said
    assert "标记“拟推荐”" in said
