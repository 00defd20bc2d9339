"""The form shows kinds of organisation, and what is no legal person; that somebody is one, it does not show."""

from decimal import Decimal

import pytest

from extractors.form.applicant import host_on_form, nature_on_form
from schemas.trust import is_sure
from tests.builders.contents import RECOGNISED, entry, rows


def told(nature=None, name=None, **more):
    entries = {"organisation_type": nature, "applicant_name": name}
    filled = {key: entry(key, value, **more) for key, value in entries.items() if value is not None}
    return [(figure.measure, figure.value) for figure in nature_on_form(filled)]


@pytest.mark.parametrize(
    ("nature", "name", "figures"),
    [
        pytest.param("有限责任公司", "甲城示例有限公司", [], id="a-company"),
        pytest.param("有限责任公司分公司", None, [("legal_person", "分支机构")], id="a-branch-by-its-nature"),
        pytest.param(None, "甲城示例有限公司乙城分公司", [("legal_person", "分支机构")], id="a-branch-by-its-name"),
        pytest.param("公益一类", None, [("organisation_kind", "事业单位")], id="a-public-institution"),
        pytest.param("行业协会", None, [("organisation_kind", "社会团体")], id="an-association"),
        pytest.param(None, None, [], id="nothing-filled-in"),
    ],
)
def test_what_the_form_shows(nature, name, figures):
    assert told(nature, name) == figures


def test_a_doubtful_blank_gives_a_doubtful_figure():
    (figure,) = nature_on_form({"organisation_type": entry("organisation_type", "事业单位", doubts=RECOGNISED)})
    assert not is_sure(figure.doubts)


@pytest.mark.parametrize(
    ("nature", "share", "kinds"),
    [
        pytest.param("事业单位", 51, ["事业单位"], id="more-than-half"),
        pytest.param("事业单位", 50, [], id="half"),
        pytest.param("有限公司", 100, [], id="a-company"),
    ],
)
def test_who_holds_more_than_half_may_run_the_platform(nature: str, share: int, kinds: list[str]) -> None:
    listed = rows("investors", {"name": "甲", "nature": nature, "share": Decimal(share)})
    found = list(host_on_form(listed))
    assert [one.value for one in found] == kinds
    assert not any(is_sure(one.doubts) for one in found)
