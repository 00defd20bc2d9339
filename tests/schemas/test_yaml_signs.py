"""Signs that look right and are not are named, with their line."""

import pytest

from schemas.yaml_signs import odd_signs


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("at_least：30", "“at_least”后面是全角冒号“：”", id="colon"),
        pytest.param("- measure：staff_count", "“measure”后面是全角冒号", id="colon-in-a-list"),
        pytest.param("- {measure: staff_count，at_least: 3}", "“at_least”前面是全角逗号", id="comma"),
        pytest.param("lists: ［staff］", "全角括号“［”，请改为半角“[”", id="bracket"),
        pytest.param("at_least: ３０", "“３０”是全角的，请改为半角“30”", id="digits"),
        pytest.param("at_least:30", "“at_least:”的冒号后面要有一个空格", id="no-space"),
        pytest.param("\tat_least: 30", "制表符（Tab）", id="tab"),
        pytest.param("\u3000at_least: 30", "全角空格", id="wide-space"),
    ],
)
def test_an_odd_sign_is_named(line, says):
    (number, message), *_ = odd_signs(f"id: x\n{line}\n")
    assert number == 2
    assert says in message


@pytest.mark.parametrize(
    "line",
    [
        "asks: 资产总额不少于30万元，服务人员：不少于10人",
        "title: “信用中国”网站信用信息报告",
        "asks: '名单，at_least：30'",
        "# at_least：30",
        "website: http://www.gsxt.gov.cn",
        "",
    ],
)
def test_a_sentence_may_hold_all_of_them(line):
    assert list(odd_signs(line)) == []
