"""Contract §11, sentence by sentence: what must be there before a dossier is called complete, and how it is told.

Each case is a small made-up dossier that goes through the real rulebooks; every sentence stands on both sides.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline import wording
from pipeline.letters.notice import points
from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.check import check
from pipeline.rulebook.find import available
from pipeline.rulebook.parse import parse
from schemas.data_files import data_folder
from schemas.papers import BundledPaper
from schemas.status import Disposition, FileStatus, MaterialStatus, VerdictStatus
from schemas.trust import Doubt
from tests.builders.contents import contents, enterprise, entry, figure, file, paper, person, place, year
from tests.builders.judged import judged

PRESENT, PARTIAL, MISSING, REVIEW = (
    MaterialStatus.PRESENT,
    MaterialStatus.PARTIAL,
    MaterialStatus.MISSING,
    MaterialStatus.REVIEW,
)


def item(rulebook, number, *papers, procedure="application", **more):
    return judged(rulebook, contents(papers=papers, **more), procedure).items[number]


class TestLevelOfAnIssuer:
    @pytest.mark.parametrize(
        ("rulebook", "number", "kind", "enough", "short"),
        [
            ("national-2017", "17.6", "superior_recognition", "省级", "市级"),
            ("national-2017", "17.7", "qualification", "国家部委", "省级"),
            ("harbin", "11.5", "qualification", "国家部委", "市级"),
            ("liaocheng-2021", "12.8", "qualification", "省级", "市级"),
            ("qinhuangdao-2020", "8.9", "honour_certificate", "县级", None),
        ],
    )
    def test_present_only_where_the_level_was_read(self, rulebook, number, kind, enough, short):
        told = [{"issuer_level": enough}, {"issuer_level": short} if short else {}, {}]
        statuses = [item(rulebook, number, paper(kind, facts=facts)).status for facts in told]
        assert statuses == [PRESENT, REVIEW, REVIEW]

    def test_the_condition_that_rests_on_it(self):
        papers = [paper("superior_recognition", facts={"issuer_level": level}) for level in ("省级", "市级")]
        statuses = [
            judged("national-2017", contents(papers=[one])).status("condition.superior_recognition") for one in papers
        ]
        assert statuses == ["pass", "review"]


class TestItemsThatNameSeveralPapers:
    @pytest.mark.parametrize(
        ("parts", "status"), [(("fee_standard", "micro_discount"), PRESENT), (("fee_standard",), PARTIAL)]
    )
    def test_fees_and_their_discounts(self, parts, status):
        assert item("liaocheng-2021", "12.10a", paper("fee_schedule", parts=parts)).status is status

    @pytest.mark.parametrize(
        ("kinds", "status"), [(("audit_report", "special_audit_report"), PRESENT), (("audit_report",), PARTIAL)]
    )
    def test_both_audits(self, kinds, status):
        papers = [paper(kind, facts={"year": "2025"}) for kind in kinds]
        assert item("zhengzhou", "9.6", *papers).status is status

    def test_of_alternatives_the_message_and_the_letter_name_all(self):
        of = judged("harbin", contents())
        (row,) = [one for one in points(of.screening).requests if "material.11.3b" in one.rules]
        for text in (of.says("material.11.3b"), row.problem):
            assert "“房产证、不动产权证书”或“场所租赁合同”" in text

    def test_what_tells_two_ways_apart_is_told(self):
        said = judged("zhengzhou", contents()).says("material.9.6")
        assert "“年度审计报告”和“服务收支专项审计报告”或“年度审计报告”（含" in said

    def test_of_many_alternatives_the_last_alone_is_led_by_or(self):
        assert judged("harbin", contents()).says("material.11.9").count("或") == 1

    def test_certificates_of_people_stay_present_and_are_counted_kind_by_kind(self):
        seen = replace(paper("staff_certificates"), bundled=(BundledPaper("education", "毕业证书张一", place()),))
        held = item("harbin", "11.6b", seen, tables={"staff": [person("张一"), person("李二")]})
        assert held.status is PRESENT
        assert held.note == "人员名单 2 人，见到学历证书 1 份（张一），未见执业资格证书、职称证书"

    def test_a_bad_record_is_a_passage_to_look_at(self):
        clean = paper("credit_report")
        told = replace(clean, records=(place("信用.pdf", "行政处罚信息 共 1 条"),))
        assert item("liaocheng-2021", "12.7", clean).status is PRESENT
        held = item("liaocheng-2021", "12.7", told)
        assert (held.status, "行政处罚信息 共 1 条" in held.note) == (REVIEW, True)

    @pytest.mark.parametrize(("kinds", "others"), [("audit_report", "12.4b"), ("special_audit_report", "12.4a")])
    def test_the_corrupt_clause_of_liaocheng(self, kinds, others):
        one = paper(kinds, facts={"year": "2025"})
        assert item("liaocheng-2021", others, one).status is REVIEW
        assert item("liaocheng-2021", others).status is MISSING

    @pytest.mark.parametrize(
        ("parts", "status"), [(("is_micro", "contract_signed"), PRESENT), (("contract_signed",), REVIEW)]
    )
    def test_a_list_of_small_enterprises_is_one_of_small_enterprises(self, parts, status):
        assert item("zhengzhou", "9.10a", paper("enterprise_list", parts=parts)).status is status

    def test_what_an_annex_asks_beside_is_a_note(self):
        papers = [paper("financial_statements", facts={"year": "2025"}), paper("special_audit_report")]
        alone, both = (
            judged("qinhuangdao-2020", contents(papers=papers[:count]), "review").findings["note.13.2"]
            for count in (1, 2)
        )
        assert (alone.status, both.status) == ("review", "pass")
        assert {alone.disposition, both.disposition} == {Disposition.NOTE}


class TestFormsThatTheTextDoesNotShow:
    """national-2017: its annexes are not among the texts."""

    def of(self, rulebook):
        return judged(rulebook, contents(entries=[entry("applicant_name", None, "")]))

    def test_a_blank_is_a_note_there_and_a_demand_elsewhere(self):
        national, harbin = (
            self.of(name).findings["form.application.applicant_name"] for name in ("national-2017", "harbin")
        )
        assert (national.status, national.disposition) == ("review", Disposition.NOTE)
        assert (harbin.status, harbin.disposition) == ("fail", Disposition.SUPPLEMENT)

    def test_no_letter_cites_an_article_for_it(self):
        asked = {name: points(self.of(name).screening).requests for name in ("national-2017", "harbin")}
        forms = {
            name: [one for one in rows if any(rule.startswith("form.") for rule in one.rules)]
            for name, rows in asked.items()
        }
        assert forms["national-2017"] == []
        assert forms["harbin"]


class TestTheRecommendersPapers:
    @pytest.mark.parametrize("rule", ["material.recommendation", "survey.size", "survey.members", "survey.method"])
    def test_they_are_notes_and_never_asked_of_the_applicant(self, rule):
        of = judged("zhengzhou", contents())
        found = of.findings[rule]
        assert (found.status, found.disposition) == ("review", Disposition.NOTE)
        assert all(rule not in one.rules for one in points(of.screening).requests)

    @pytest.mark.parametrize(("drawn", "status"), [(9, "review"), (10, "pass")])
    def test_ten_are_drawn(self, drawn, status):
        asked = [{"enterprise": f"甲城第{at}示例有限公司"} for at in range(drawn)]
        listed = [enterprise(at, f"甲城第{at}示例有限公司") for at in range(20)]
        read = contents(papers=[paper("recommendation_form")], tables={"survey": asked, "enterprises": listed})
        of = judged("zhengzhou", read)
        assert (of.status("survey.size"), of.status("survey.members")) == (status, "pass")

    @pytest.mark.parametrize(("parts", "status"), [(("method",), "pass"), ((), "review")])
    def test_a_method_is_ticked(self, parts, status):
        assert (
            judged("zhengzhou", contents(papers=[paper("recommendation_form", parts=parts)])).status("survey.method")
            == status
        )


class TestComplete:
    """Of one item and no condition: what keeps it from being complete."""

    def verdict(self, **more):
        from tests.builders.contents import case, material, rulebook
        from validators.judge import judge

        asked = [material("1.1", "lease"), material("1.2", "declaration")]
        papers = more.pop("papers", [paper("lease"), paper("declaration")])
        read = contents(papers=papers, **more)
        return judge(
            read,
            case(read, rulebook(materials=asked)).rulebook,
            "application",
            judged("harbin", contents()).screening.as_of,
        )[2]

    def test_everything_there(self):
        assert self.verdict().status is VerdictStatus.COMPLETE

    @pytest.mark.parametrize(
        ("more", "reason"),
        [
            ({"files": (file("申报表.docx"), file("锁.pdf", FileStatus.UNREADABLE))}, "reading.files"),
            ({"files": (file("申报表.docx"), file("扫描.pdf", unread_pages=1))}, "reading.files"),
            ({"papers": [paper("lease", "同.pdf"), paper("declaration", "同.pdf")]}, "reading.papers"),
            (
                {
                    "tables": {"staff": [person("张一")]},
                    "list_doubts": {"staff": frozenset({Doubt.CUT_SHORT})},
                },
                "reading.lists",
            ),
        ],
    )
    def test_not_where_something_was_not_read_or_served_twice(self, more, reason):
        verdict = self.verdict(**more)
        assert verdict.status is VerdictStatus.REVIEW
        assert reason in verdict.reasons

    def test_the_sentence_is_made_from_the_counts_and_says_what_was_not_judged(self):
        of = judged("harbin", contents())
        said = wording.sentence(of.screening)
        missing = sum(one.status is MISSING and not one.optional for one in of.items.values())
        assert f"{missing} 项材料缺少" in said
        assert "程序未作判断" in said


@pytest.mark.parametrize("name", available())
def test_what_is_quoted_as_the_demand_is_the_regulations(name, tmp_path):
    folder = data_folder()
    regulation = read_regulation((folder / "regulations" / f"{name}.txt").read_text(encoding="utf-8"))
    text = (folder / "rulebooks" / f"{name}.yaml").read_text(encoding="utf-8")
    assert check(parse(folder / "rulebooks" / f"{name}.yaml"), regulation) == []
    if "稳步增长" in text:
        wrong = tmp_path / f"{name}.yaml"
        wrong.write_text(text.replace("稳步增长", "逐年增长"), encoding="utf-8")
        assert any("逐年" in one.message for one in check(parse(wrong), regulation))


class TestWhatAFailTells:
    """The number, the bound and the year; the letter the same, with the clause that has the bound."""

    def test_of_a_condition(self):
        stated = figure("service_revenue", "99.9", "form.operations", year=2025)
        read = contents([stated], tables={"operations": [year(2025, 60, service_revenue=Decimal("99.9"))]})
        of = judged("zhengzhou", read)
        (row,) = [one for one in points(of.screening).shortfalls if one.rule == "condition.service_revenue"]
        assert row.basis == "第六条（二）"
        for told in (of.says("condition.service_revenue"), f"{row.required} {row.stated}"):
            assert "100万元" in told
            assert "2025 年 99.9 万元" in told

    def test_of_a_function(self):
        claimed = figure("function.training.claimed", True, "narrative")
        stated = figure("function.training.person_times", 560, "narrative", year=2025)
        of = judged("harbin", contents([claimed, stated]))
        (row,) = [one for one in points(of.screening).shortfalls if one.rule == "condition.functions"]
        for told in (of.says("condition.functions"), row.stated):
            assert "培训服务：2025年560人次，少于800人次（第八条（四））" in told

    def test_of_a_function_with_two_ways(self):
        figures = [
            figure("function.financing.claimed", True, "narrative"),
            figure("function.financing.activities", 1, "narrative", year=2025),
            figure("function.financing.financing_amount", 5000, "narrative", year=2025),
            figure("function.financing.guarantee_amount", 15000, "narrative", year=2025),
        ]
        said = judged("harbin", contents(figures)).says("condition.functions")
        first = "2025年1次，少于4次，帮助中小企业融资总额2025年5000万元，少于10000万元"
        assert f"融资服务：{first}；或者年新增担保额2025年15000万元，少于30000万元（第八条（五））" in said
