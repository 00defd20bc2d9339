"""Words, names and codes tell a legal person and the kind of an organisation."""

import pytest

from extractors.vocabulary.organisations import legal_form, organisation_kinds


@pytest.mark.parametrize(
    ("stated", "form"),
    [
        ("有限责任公司（自然人投资或控股）", "法人"),
        ("有限责任公司（自然人独资）", "法人"),
        ("一人有限责任公司（个人独资）", "法人"),
        ("其他股份有限公司（非上市）", "法人"),
        ("有限责任公司（非自然人投资或控股的法人独资）", "法人"),
        ("事业单位法人证书", "法人"),
        ("社会团体法人登记证书", "法人"),
        ("民办非企业单位登记证书", "法人"),
        ("民办非企业单位登记证书 （合伙）", "合伙企业"),
        ("民办非企业单位（个体）", "个体工商户"),
        ("有限责任公司分公司（自然人投资或控股）", "分支机构"),
        ("全民所有制分支机构（非法人）", "分支机构"),
        ("普通合伙企业", "合伙企业"),
        ("特殊普通合伙", "合伙企业"),
        ("个体工商户", "个体工商户"),
        ("个人独资企业", "个人独资企业"),
        ("其他非法人组织", "非法人组织"),
        ("民营企业", ""),
        ("", ""),
    ],
)
def test_by_what_is_stated(stated, form):
    assert legal_form(stated=stated) == form


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("甲城示例服务有限公司", "法人"),
        ("甲城示例服务有限公司乙城分公司", "分支机构"),
        ("甲城示例管理中心（有限合伙）", "合伙企业"),
        ("甲城示例会计师事务所（特殊普通合伙）", "合伙企业"),
        ("甲城示例咨询工作室（个人独资）", "个人独资企业"),
        ("甲城个体私营经济协会", ""),
        ("甲城生产力促进中心", ""),
    ],
)
def test_by_the_name(name, form):
    assert legal_form(name=name) == form


def test_what_is_no_legal_person_outweighs_a_name_and_a_code_tells_a_trader():
    assert legal_form(stated="有限责任公司分公司", name="甲城示例有限公司") == "分支机构"
    assert legal_form(code="92230102MA00000000") == "个体工商户"
    assert legal_form(code="91230102MA00000000") == ""


@pytest.mark.parametrize(
    ("stated", "kinds"),
    [
        ("事业单位", {"事业单位"}),
        ("公益一类", {"事业单位"}),
        ("财政补助公益二类事业", {"事业单位"}),
        ("行业协会", {"社会团体"}),
        ("市工商联商会", {"社会团体"}),
        ("学会", {"社会团体"}),
        ("民办非企业单位", {"民办非企业单位", "社会团体"}),
        ("社会服务机构", {"民办非企业单位", "社会团体"}),
        ("基金会", {"基金会", "社会团体"}),
        ("科研院所", {"未写明种类的组织", "事业单位", "社会团体"}),
        ("高等院校", {"未写明种类的组织", "事业单位", "社会团体"}),
        ("其他", {"未写明种类的组织", "事业单位", "社会团体"}),
        ("其他有限责任公司", set()),
        ("有限责任公司", set()),
        ("民营企业", set()),
    ],
)
def test_kinds_by_what_is_stated(stated, kinds):
    assert set(organisation_kinds(stated=stated)) == kinds


@pytest.mark.parametrize(
    ("code", "kind"), [("12", "事业单位"), ("51", "社会团体"), ("52", "民办非企业单位"), ("53", "基金会")]
)
def test_kinds_by_the_code(code, kind):
    assert kind in organisation_kinds(code=f"{code}230100MA00000000")


def test_a_company_s_code_shows_no_kind():
    assert organisation_kinds(code="91230100MA00000000") == ()
