"""Names compare equal where only the typing differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.names import bare_name, enterprise_key, near, near_enterprise, person_key

NAMES = st.text(alphabet="示例测试演示甲乙丙丁（）()【】 　·ＡＢab12，。_有限责任公司", max_size=20)


@given(NAMES)
def test_keys_are_their_own_keys(name):
    assert enterprise_key(enterprise_key(name)) == enterprise_key(name)
    assert person_key(person_key(name)) == person_key(name)


@given(NAMES)
def test_no_name_is_near_itself(name):
    assert not near(name, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("示例（哈尔滨）科技有限公司", "示例(哈尔滨)科技 有限公司"),
        ("示例ＡＢＣ有限公司", "示例abc有限公司"),
        ("示例科技有限公司（盖章）", "示例科技有限公司"),
        ("示例科技有限公司。", "示例科技\n有限公司"),
    ],
)
def test_same(one, other):
    assert enterprise_key(one) == enterprise_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other", "nearness"),
    [
        pytest.param("示例科技有限公司", "示例科技有限责任公司", "legal_form", id="legal-form"),
        pytest.param("示例科技有限公司", "示例科技", "legal_form", id="no-legal-form"),
        pytest.param("示例科技有限公司", "示列科技有限公司", "one_character", id="one-replaced"),
        pytest.param("示例科技有限公司", "示例科有限公司", "one_character", id="one-left-out"),
        pytest.param("示例科技有限公司", "示列科枝有限公司", None, id="two-replaced"),
        pytest.param("示例科技有限公司", "示例（科技）有限公司", None, id="brackets-around"),
        pytest.param("示例科技有限公司", "示例 科技有限公司", None, id="the-same"),
        pytest.param("", "示", None, id="nothing"),
    ],
)
def test_near(one, other, nearness):
    assert near_enterprise(one, other) == nearness
    assert near_enterprise(other, one) == nearness
    assert near(one, other) is (nearness is not None)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("示例科技股份有限公司", "示例科技"),
        ("示例集团有限公司", "示例集团"),
        ("示例会计师事务所（普通合伙）", "示例会计师事务所"),
        ("示例中小企业服务中心", "示例中小企业服务中心"),
        ("有限公司", "有限公司"),
    ],
)
def test_bare_name(name, bare):
    assert bare_name(name) == bare


@pytest.mark.parametrize(
    ("name", "key"),
    [("张　三", "张三"), (" 李 四 ", "李四"), ("示例•测试", "示例·测试"), ("John  Smith", "JOHN SMITH"), ("", "")],
)
def test_person(name, key):
    assert person_key(name) == key
