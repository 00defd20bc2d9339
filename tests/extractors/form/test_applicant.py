"""The form shows kinds of organisation, and what is no legal person; that somebody is one, it does not show."""

import pytest

from extractors.form.applicant import nature_on_form
from schemas.trust import is_sure
from tests.builders.contents import RECOGNISED, entry


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
