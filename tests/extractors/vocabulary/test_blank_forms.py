"""The blank forms as data: whole, told apart by their titles, with the blanks that each paper has."""

from pathlib import Path

import pytest

from extractors.vocabulary.blank_forms import load_form, load_forms
from schemas.data_files import data_folder
from schemas.errors import RulebookError

FORMS = load_forms(data_folder() / "forms")
FORM = "id: {id}\nkind: application_form\ntitle: 示例表\nsource: 附件1\ntitles: [示例表]\n"


def test_no_title_is_shared_by_two_forms():
    titles = ["".join(title.split()) for form in FORMS.values() for title in form.titles]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(
    ("form", "has", "lacks"),
    [
        ("harbin-application", {"email", "fax", "legal_representative"}, {"postcode", "public_benefit_scale"}),
        ("liaocheng-2021-application", {"public_benefit_scale", "low_fee_scale", "postcode"}, {"fax"}),
        ("zhengzhou-application", {"fax", "postcode"}, {"legal_representative"}),
        (
            "qinhuangdao-2020-application",
            {"software_asset_share", "premises_tenure", "it_usage", "honours", "recognition_documents"},
            {"equipment_cost", "qualified_staff_share", "premises_leased_area"},
        ),
        ("national-2017-application", {"fax", "legal_representative"}, {"public_benefit_scale"}),
        ("harbin-review", {"total_assets", "staff_count"}, {"registered_on", "registered_capital"}),
    ],
)
def test_each_form_has_the_blanks_of_its_paper(form, has, lacks):
    blanks = set(FORMS[form].blanks())
    assert has <= blanks
    assert not lacks & blanks


@pytest.mark.parametrize("form", [name for name in FORMS if name.endswith("-application")])
def test_no_blank_of_an_application_form_stands_twice(form):
    text = " ".join(FORMS[form].lines)
    assert all(text.count(f"{{{blank}}}") == 1 for blank in FORMS[form].blanks())


def test_only_harbins_list_asks_for_a_fee():
    lists = [(name, table) for name, form in FORMS.items() for table in form.tables if table.table == "enterprises"]
    assert [name for name, table in lists if "fee" in dict(table.columns)] == ["harbin-application"]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_two_forms_of_one_id_are_refused(tmp_path):
    for name in ("a.yaml", "b.yaml"):
        write(tmp_path, name, FORM.replace("{id}", "one"))
    with pytest.raises(RulebookError, match="重复"):
        load_forms(tmp_path)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        pytest.param("lines: 一行\n", "应为列表", id="lines-not-a-list"),
        pytest.param("line: [一行]\n", "不认识的键“line”", id="misspelt-key"),
        pytest.param("tables: [{table: staff, titles: [名单], source: 附件}]\n", "缺少键“columns”", id="no-columns"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, more, says):
    path = write(tmp_path, "form.yaml", FORM.replace("{id}", "form") + more)
    with pytest.raises(RulebookError, match=f"第 6 行.*{says}"):
        load_form(path)
