"""Contract §11, sentence by sentence: what must be certain before anything is held against an applicant.

Each case is a small made-up dossier that goes through the real rulebooks; every sentence stands on both sides.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from schemas.papers import BundledPaper
from schemas.status import MaterialStatus
from schemas.trust import Doubt
from tests.builders.contents import FROM_PICTURE, contents, enterprise, entry, figure, paper, place, year
from tests.builders.judged import filled, judged

UNSURE = frozenset({Doubt.RECOGNISED})
RUN_ON = frozenset({Doubt.RUN_ON})
COUNTS_TOO_MUCH = frozenset({Doubt.UPPER_BOUND})
AT_LEAST = frozenset({Doubt.LOWER_BOUND})
LAST, OLDER = 2025, 2024


def assets(value, source="form", **more):
    return figure("total_assets", value, source, **more)


class TestAFailHasAProof:
    """Read whole, of the right year, every reading misses; one of these missing: review, and the message says which."""

    @pytest.mark.parametrize(
        ("figures", "status", "says"),
        [
            ([assets("29.99")], "fail", "29.99 万元"),
            ([assets(30)], "pass", "30 万元"),
            ([assets("29.99", doubts=UNSURE)], "review", "字迹辨认不清"),
            ([assets("29.99", doubts=RUN_ON)], "review", "与其他内容连写"),
            ([assets("29.99", doubts=FROM_PICTURE)], "fail", "29.99 万元"),
            ([assets("29.99", source="form.operations", year=LAST)], "fail", "2025 年 29.99 万元"),
            ([assets("29.99", source="form.operations", year=OLDER)], "review", "2024 年 29.99 万元"),
            ([assets("29.99"), assets(31, "audit")], "review", "31 万元"),
            ([], "review", "未见数据"),
        ],
    )
    def test_a_bound(self, figures, status, says):
        found = judged("harbin", contents(figures)).findings["condition.total_assets"]
        assert found.status == status
        assert says in found.message

    def test_every_admissible_reading_misses(self):
        one, other = figure("qualified_staff_share", 59), figure("qualified_staff_share", 61, reading="二者须同时具备")
        either = judged("harbin", contents([one, other])).findings["condition.qualified_staff_share"]
        assert either.status == "review"
        assert "59%" in either.message
        assert "61%" in either.message
        both = judged("harbin", contents([one, figure("qualified_staff_share", 58, reading="二者须同时具备")]))
        assert both.status("condition.qualified_staff_share") == "fail"

    @pytest.mark.parametrize(
        ("written", "status"),
        [
            ("9人", "fail"),
            ("约9人", "review"),
            ("9人左右", "review"),
            ("9人以上", "review"),
            ("9余人", "review"),
            ("近10人", "review"),
            ("约10人", "review"),
            ("10余人", "pass"),
            ("不少于10人", "pass"),
            ("约11人", "pass"),
        ],
    )
    def test_about_so_many_proves_nothing_at_the_bound(self, written, status):
        from extractors.form.figures import form_figures

        stated = form_figures(filled(f"从业人数{written}"), {}, judged("harbin", contents()).screening.as_of)
        found = judged("harbin", contents(stated)).findings["condition.staff_count"]
        assert found.status == status
        assert status == "fail" or "填写的是约数" in found.message or "至少此数" in found.message


class TestABlankEndsAtTheNextLabel:
    @pytest.mark.parametrize(
        "line",
        [
            "申请单位名称：甲城示例服务有限公司 统一社会信用代码：912301000000000000",
            "申请单位名称：甲城示例服务有限公司　登记机关：甲城市场监督管理局",
            "申请单位名称：甲城示例服务有限公司，参保人数15人",
        ],
    )
    def test_whether_or_not_the_form_knows_that_label(self, line):
        assert filled(line)["applicant_name"].value == "甲城示例服务有限公司"

    @pytest.mark.parametrize(
        "behind",
        [
            "（盖章处）",
            "（全称）",
            "（曾用名：乙城服务有限公司）",
            "（原乙城服务有限公司）",
            "（以下简称“甲城”）",
            "/统一社会信用代码：912301000000000000",
            "【填报人：赵六】",
            "｜开户行：甲城银行",
            "；ＱＱ：１２３４５",
            "\n填表说明：请如实填写",
            " □是 □否",
        ],
    )
    def test_nor_does_a_remark_or_somebody_elses_option_belong_to_it(self, behind):
        name = filled(f"申请单位名称：甲城示例服务有限公司{behind}")["applicant_name"]
        assert (name.value, name.doubts) == ("甲城示例服务有限公司", frozenset())

    @pytest.mark.parametrize(
        "name", ["甲城示例服务中心（有限合伙）", "甲城示例服务（集团）有限公司", "甲服务中心（乙学会）"]
    )
    def test_a_bracket_of_the_name_does(self, name):
        assert filled(f"申请单位名称：{name}")["applicant_name"].value == name

    @pytest.mark.parametrize(
        ("key", "line", "value", "certain"),
        [
            ("total_assets", "上年末总资产320万元 □已审计 □未审计", Decimal(320), True),
            ("registered_capital", "注册资本50万元□实缴 □认缴", Decimal(50), True),
            ("staff_count", "从业人数15人（□含兼职 ☑不含）", Decimal(15), True),
            ("contact_phone", "联系电话：0371-55550000/职工人数：20人", "0371-55550000", True),
            ("registered_address", "注册地址：郑州市示例路1号/邮编：450000", "郑州市示例路1号", True),
            ("organisation_type", "单位性质：有限责任公司 □国有 □民营", "有限责任公司", False),
            ("organisation_type", "单位性质：□事业单位 ☑企业", "企业", True),
            ("contact_name", "联系人：张三 □男 □女", "张三", False),
        ],
    )
    def test_of_every_kind_of_blank(self, key, line, value, certain):
        entry_read = filled(line)[key]
        assert entry_read.value == value
        assert (Doubt.RUN_ON not in entry_read.doubts) is certain

    def test_a_slash_is_a_part_of_an_address_on_the_web(self):
        assert filled("网址及备案号(已建网站的填写)：http://www.a.example/")["website"].value == "http://www.a.example/"

    def test_a_lone_slash_still_says_that_there_is_none(self):
        assert filled("传真：/")["fax"].text == "/"
        assert filled("传真：/ 微信：12")["fax"].text == "/"

    def test_what_cannot_be_cut_for_certain_is_for_a_person(self):
        sure = filled("从业人数9人")["staff_count"]
        unsure = filled("从业人数9人（实际22人）")["staff_count"]
        stated = [figure("staff_count", 9, doubts=one.doubts) for one in (sure, unsure)]
        statuses = [judged("harbin", contents([one])).status("condition.staff_count") for one in stated]
        assert statuses == ["fail", "review"]

    def test_the_same_text_several_times_is_that_text_once(self):
        twice = filled("申请单位名称：甲城示例服务有限公司甲城示例服务有限公司")
        assert twice["applicant_name"].value == "甲城示例服务有限公司"
        assert filled("申请单位名称：贝贝有限公司")["applicant_name"].value == "贝贝有限公司"


class TestYears:
    @pytest.mark.parametrize(
        ("rulebook", "item", "kind", "procedure"),
        [
            ("qinhuangdao-2020", "8.3", "financial_statements", "application"),
            ("qinhuangdao-2020", "13.2", "financial_statements", "review"),
            ("liaocheng-2021", "12.11a", "social_insurance_list", "application"),
            ("harbin", "11.4a", "audit_report", "application"),
        ],
    )
    def test_papers_of_last_year(self, rulebook, item, kind, procedure):
        said = [{"year": str(LAST)}, {"year": str(OLDER)}, {}]
        read = [contents(papers=[paper(kind, facts=facts)]) for facts in said]
        statuses = [judged(rulebook, one, procedure).items[item].status for one in read]
        assert statuses == ["present", "partial", "review"]

    def test_an_older_row_meets_nothing_either(self):
        stated = figure("service_revenue", 500, "form.operations", year=OLDER)
        found = judged("zhengzhou", contents([stated])).findings["condition.service_revenue"]
        assert (found.status, found.reason) == ("review", "not_found")
        assert "2024 年" in found.message


class TestUnits:
    @pytest.mark.parametrize(("served", "status"), [(49, "fail"), (50, "review"), (300, "review")])
    def test_qinhuangdao_counts_visits_which_are_an_upper_reading(self, served, status):
        stated = figure("enterprises_served", served, "form.operations", year=LAST)
        read = contents([stated], tables={"operations": [year(LAST, served)]})
        found = judged("qinhuangdao-2020", read).findings["condition.enterprises_served"]
        # 第五条（七） may relax the bound, so that a miss is for a person as well; but it says that it is one.
        assert found.status == "review"
        assert ("未达到" in found.message) == (status == "fail")

    @pytest.mark.parametrize(("signed", "status"), [(60, "pass"), (61, "fail")])
    def test_its_list_is_held_against_the_agreements(self, signed, status):
        row = {**year(LAST, 300), "agreements_signed": Decimal(signed)}
        stated = [
            figure("enterprises_served", 300, "form.operations", year=LAST),
            figure("enterprises_served", 60, "roster"),
        ]
        read = contents(stated, tables={"operations": [row], "enterprises": [enterprise(at) for at in range(60)]})
        assert judged("qinhuangdao-2020", read).status("crosscheck.enterprises_served") == status

    @pytest.mark.parametrize(
        ("scales", "stated"),
        [(("200家", "40家"), Decimal("20.00")), (("200家", "800人次"), None), (("200家", "40户"), Decimal("20.00"))],
    )
    def test_unlike_units_are_not_divided(self, scales, stated):
        from extractors.form.figures import form_figures
        from tests.builders.contents import rows

        whole, free = scales
        said = {
            "public_benefit_scale": entry("public_benefit_scale", Decimal(free.rstrip("家户人次")), free),
            "low_fee_scale": entry("low_fee_scale", None, "无"),
        }
        services = rows("services", {"product": "甲", "scale": whole, "revenue_share": Decimal(100)})
        figures = form_figures(said, {"services": services}, judged("harbin", contents()).screening.as_of)
        shares = [one.value for one in figures if one.measure == "free_service_share"]
        assert shares == ([stated] if stated is not None else [])

    @pytest.mark.parametrize(("share", "status"), [(100, "pass"), ("100.01", "review")])
    def test_no_share_is_above_the_whole(self, share, status):
        read = contents([figure("free_service_share", share)])
        assert judged("harbin", read).status("condition.free_service_share") == status


class TestProofsAreALowerBound:
    @pytest.mark.parametrize(
        ("count", "condition", "item"),
        [(5, "pass", MaterialStatus.PRESENT), (4, "review", MaterialStatus.PARTIAL)],
    )
    def test_they_meet_a_bound_and_never_miss_it(self, count, condition, item):
        stated = figure("titled_enterprises_served", count, "evidence", doubts=AT_LEAST)
        of = judged("liaocheng-2021", contents([stated], papers=[paper("titled_enterprise_proof")]))
        assert of.status("condition.titled_enterprises_served") == condition
        assert of.items["12.13"].status is item

    @pytest.mark.parametrize(("seen", "item"), [(2, MaterialStatus.PRESENT), (1, MaterialStatus.PARTIAL)])
    def test_agreements_with_the_partners(self, seen, item):
        partners = ["丁城咨询有限公司", "戊城检测有限公司"]
        bundled = tuple(BundledPaper("", f"合作协议甲方甲城乙方{name}", place()) for name in partners[:seen])
        paper_of = replace(paper("partner_agreement"), bundled=bundled)
        tables = {"partners": [{"name": name, "agreement": True} for name in partners]}
        of = judged("liaocheng-2021", contents(papers=[paper_of], tables=tables))
        assert of.items["12.9"].status is item


class TestTwoReadings:
    @pytest.mark.parametrize(("signed", "others", "status"), [(3, 0, "pass"), (2, 4, "review"), (1, 1, "fail")])
    def test_institutions_with_an_agreement_or_all(self, signed, others, status):
        stated = [figure("partner_institutions", signed)]
        stated += [figure("partner_institutions", signed + others, reading="其他合作单位也计入")] if others else []
        assert judged("harbin", contents(stated)).status("condition.partner_institutions") == status

    @pytest.mark.parametrize(
        ("content", "not_content", "status"), [(100, "79.9", "review"), (100, 80, "pass"), ("79.9", 10, "fail")]
    )
    def test_rows_without_a_mark_count_once_as_content_once_as_not(self, content, not_content, status):
        stated = [
            figure("satisfaction", content, "roster", reading="未评价的按满意计"),
            figure("satisfaction", not_content, "roster", reading="未评价的按不满意计"),
        ]
        assert judged("harbin", contents(stated)).status("condition.satisfaction") == status

    def test_the_message_says_how_many_of_how_many(self):
        from extractors.lists.figures import roster_figures
        from tests.builders.contents import rows

        listed = [enterprise(at, satisfied=[True, False, None][at % 3]) for at in range(9)]
        figures = roster_figures({"enterprises": rows("enterprises", *listed)}, {})
        said = judged("harbin", contents(figures)).says("condition.satisfaction")
        assert "名单9行中已评价6家，满意3家" in said


class TestWhereItIsRegistered:
    @pytest.mark.parametrize(
        ("address", "status"),
        [
            ("河南省郑州市金水区示例路1号", "pass"),
            ("新郑市示例路1号", "pass"),
            ("郑州高新技术产业开发区示例路1号", "pass"),
            ("郑州经济技术开发区第一大街", "pass"),
            ("开封市龙亭区示例路1号", "fail"),
            ("示例路1号", "review"),
        ],
    )
    def test_by_the_national_table(self, address, status):
        from extractors.form.figures import form_figures

        said = {"registered_address": entry("registered_address", address)}
        figures = form_figures(said, {}, judged("zhengzhou", contents()).screening.as_of)
        read = contents(figures, entries=list(said.values()))
        assert judged("zhengzhou", read).status("condition.registered_in") == status


class TestFunctions:
    """A function about which the dossier says nothing is open, not unmet."""

    MISSED = (figure("function.training.person_times", 560, "narrative", year=LAST),)

    def test_one_that_is_missed_leaves_the_others_open(self):
        found = judged("zhengzhou", contents(self.MISSED)).findings["condition.functions"]
        assert found.status == "review"

    def test_too_few_even_so(self):
        figures = [
            figure("function.information.activities", 1, "narrative"),
            figure("function.technology.activities", 1, "narrative"),
            figure("function.startup.activities", 1, "narrative"),
            *self.MISSED,
            figure("function.financing.activities", 1, "narrative"),
            figure("function.financing.guarantee_amount", 1, "narrative"),
        ]
        short = judged("national-2017", contents(figures)).findings["condition.functions"]
        assert short.status == "fail"
        assert "2025年560人次，少于2000人次（第十三条（四））" in short.message

    @pytest.mark.parametrize(
        ("kind", "status", "says"),
        [
            (None, "review", "按各种类型分别核对"),
            ("专业性", "pass", "专业性（收件登记）"),
            ("综合性", "review", "综合性（收件登记）"),
        ],
    )
    def test_the_kind_of_platform_is_what_a_person_entered_else_both(self, kind, status, says):
        met = [figure("function.training.person_times", 1000, "narrative", year=LAST)]
        entered = [figure("platform_type", kind, "round")] if kind else []
        found = judged("zhengzhou", contents([*met, *entered])).findings["condition.functions"]
        assert found.status == status
        assert says in found.message


class TestRelaxations:
    @pytest.mark.parametrize(
        ("stated", "kind", "status"),
        [
            ("公益一类事业单位", None, "review"),
            ("有限责任公司", None, "fail"),
            ("有限责任公司", "事业单位", "review"),
            ("行业协会", "社会团体", "review"),
        ],
    )
    def test_kind_by_the_form_the_certificate_or_the_code(self, stated, kind, status):
        figures = [assets(150), *([figure("organisation_kind", kind, "licence")] if kind else [])]
        read = contents(figures, [entry("organisation_type", stated)])
        assert judged("liaocheng-2021", read).status("condition.total_assets") == status

    @pytest.mark.parametrize(
        ("stated", "status"),
        [
            ("科研院所", "review"),
            ("高校", "review"),
            ("其他", "review"),
            ("其他有限责任公司", "fail"),
            ("民营", "fail"),
        ],
    )
    def test_words_that_leave_the_kind_open(self, stated, status):
        from extractors.form.figures import form_figures

        said = {"organisation_type": entry("organisation_type", stated)}
        figures = [assets(150), *form_figures(said, {}, judged("harbin", contents()).screening.as_of)]
        read = contents(figures, list(said.values()))
        assert judged("liaocheng-2021", read).status("condition.total_assets") == status

    def test_below_the_relaxed_bound_too(self):
        read = contents([assets("99.99")], [entry("organisation_type", "事业单位")])
        assert judged("liaocheng-2021", read).status("condition.total_assets") == "fail"


class TestLegalPerson:
    @pytest.mark.parametrize(
        ("shown", "status"), [("法人", "pass"), ("分支机构", "review"), ("合伙企业", "review"), (None, "review")]
    )
    @pytest.mark.parametrize("rulebook", ["harbin", "national-2017", "liaocheng-2021", "qinhuangdao-2020", "zhengzhou"])
    def test_first_condition_of_every_rulebook_and_never_fails(self, rulebook, shown, status):
        figures = [figure("legal_person", shown, "licence")] if shown else []
        of = judged(rulebook, contents(figures))
        assert of.status("condition.legal_person") == status
        assert next(iter(rule for rule in of.findings if rule.startswith("condition."))) == "condition.legal_person"

    @pytest.mark.parametrize(("code", "status"), [("91000000MA0000011D", None), ("91000000MA000001XX", "review")])
    def test_check_digits(self, code, status):
        from schemas.uscc import credit_code

        of = judged("harbin", contents(papers=[paper("business_licence", facts={"uscc": code})]))
        wanted = status or ("pass" if credit_code(code).sound else "review")
        assert of.status("crosscheck.credit_code") == wanted
