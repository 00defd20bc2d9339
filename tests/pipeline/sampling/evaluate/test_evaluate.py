"""A filled call sheet is read back, and what it proves is said: no more, no less."""

import json
from itertools import chain
from math import comb
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from pipeline.sampling.record import log
from pipeline.sampling.record.verify import verify
from tests.builders.commands import sample
from tests.builders.sampling import fill, results, screening, sixty, voucher


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    out = tmp_path / "s"
    call = ["draw", str(sixty(tmp_path / "r")), "--size", "12", "--reserves", "5", "--seed", "s", "--out", str(out)]
    assert sample(call).exit_code == 0
    return out / "callsheet.xlsx"


def all_twelve(head: str = "很满意") -> dict[str, str]:
    return {str(number): head for number in range(1, 13)}


def evaluated(path: Path, *more: str) -> dict:
    result = sample(["evaluate", str(path), *more])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def rules(record: dict) -> list[str]:
    return [finding["rule"] for finding in record["differences"]]


def test_twelve_of_twelve_support_eighty_percent(drawn: Path) -> None:
    record = evaluated(fill(drawn, all_twelve()))
    keys = "asked answered agreed rate lower upper at_least conclusion method differences".split()
    assert list(record)[:10] == keys
    assert [record[key] for key in keys[:4]] == [12, 12, 12, 100]
    assert (record["at_least"], record["conclusion"], record["differences"]) == (80, "supported", [])
    assert record["lower"] >= 80
    assert record["upper"] == 100


def test_the_same_answers_do_not_prove_ninety(drawn: Path) -> None:
    record = evaluated(fill(drawn, all_twelve()), "--at-least", "90")
    assert (record["conclusion"], record["at_least"]) == ("undecided", 90)


def test_all_dissatisfied_contradict_and_are_held_against_the_list(drawn: Path) -> None:
    record = evaluated(fill(drawn, all_twelve("不满意")))
    assert (record["agreed"], record["rate"], record["conclusion"]) == (0, 0, "contradicted")
    assert rules(record) == ["sample.satisfaction"] * 12
    listed, here = record["differences"][0]["evidence"]
    assert listed["file"] == "名单.xlsx"
    assert listed["cell"].startswith("B")
    assert (here["file"], here["sheet"]) == ("filled.xlsx", "抽样核实表")
    assert list(listed) == ["file", "page", "sheet", "cell", "bbox", "text"]


def test_a_denial_is_an_answer_against_and_a_finding(drawn: Path) -> None:
    record = evaluated(fill(drawn, {**all_twelve(), "3": "否认接受服务"}))
    assert (record["answered"], record["agreed"], record["conclusion"]) == (12, 11, "undecided")
    assert rules(record) == ["sample.denied_service"]


def test_a_dead_number_is_no_answer_and_leaves_it_open(drawn: Path) -> None:
    record = evaluated(fill(drawn, {**all_twelve(), "3": "空号", "候补1": "很满意"}))
    assert (record["asked"], record["answered"], record["agreed"], record["rate"]) == (13, 12, 12, 100)
    assert record["lower"] >= 80
    seen = record["non_response"]
    assert [seen[case]["conclusion"] for case in ("answered", "worst", "best")] == [
        "supported",
        "undecided",
        "supported",
    ]
    assert record["conclusion"] == "undecided"
    assert record["more_needed"] > 0
    assert rules(record) == ["sample.dead_number"]


def test_enough_answers_outweigh_one_silence(drawn: Path) -> None:
    reserves = {f"候补{number}": "基本满意" for number in range(1, 6)}
    record = evaluated(fill(drawn, {**all_twelve(), "3": "拒访", **reserves}), "--at-least", "70")
    assert (record["asked"], record["answered"], record["conclusion"]) == (17, 16, "supported")


def test_a_sheet_not_filled_in_proves_nothing(drawn: Path) -> None:
    record = evaluated(fill(drawn, {}))
    assert (record["asked"], record["answered"], record["rate"], record["conclusion"]) == (12, 0, None, "undecided")
    assert (record["lower"], record["upper"]) == (0, 100)
    assert rules(record) == ["sample.unfilled"] * 12


@pytest.mark.parametrize(
    ("head", "mark", "outcome"),
    [
        ("很满意", "√", "very_satisfied"),
        ("很满意", "☑", "very_satisfied"),
        ("很满意", "✔", "very_satisfied"),
        ("很满意", "■", "very_satisfied"),
        ("很满意", "□√", "very_satisfied"),
        ("很满意", "很满意", "very_satisfied"),
        ("基本满意", "满意", "satisfied"),
        ("很满意", "不满意", "dissatisfied"),
        ("很满意", "✓", "very_satisfied"),
        ("不满意", "x", "dissatisfied"),
        ("不满意", "X", "dissatisfied"),
        ("不满意", 1, "dissatisfied"),
        ("不满意", 1.0, "dissatisfied"),
        ("不满意", "是", "dissatisfied"),
        ("不满意", "否", "unfilled"),
        ("不满意", "/", "unfilled"),
        ("不满意", "×", "unclear"),
        ("不满意", "○", "unclear"),
        ("不满意", "?", "unclear"),
        ("很满意", "一般", "unclear"),
        ("不满意", "□", "unfilled"),
        ("空号", "停机", "dead_number"),
        ("拒访", "对方拒绝", "refused"),
        ("否认接受服务", "没有接受过服务", "denied"),
        ("空号", True, "dead_number"),
    ],
)
def test_ticks_and_words_are_understood(drawn: Path, head: str, mark: object, outcome: str) -> None:
    record = evaluated(fill(drawn, {"1": head}, mark=mark))  # type: ignore[arg-type]
    assert record["outcomes"][outcome] == (12 if outcome == "unfilled" else 1)


def test_an_x_is_no_tick_where_others_were_ticked(drawn: Path) -> None:
    filled = fill(fill(drawn, {"1": "很满意"}), {"2": "不满意"}, mark="x")
    record = evaluated(filled)
    assert (record["outcomes"]["very_satisfied"], record["outcomes"]["unclear"]) == (1, 1)
    assert "打叉" in record["differences"][0]["message"]


@pytest.mark.parametrize(
    ("head", "remark", "counted"),
    [
        pytest.param("很满意", "对方否认，称未接受过服务", "unclear", id="ticked-and-denied"),
        pytest.param("空号", "表示满意", "unclear", id="no-number-and-yet-an-answer"),
        pytest.param("很满意", "第一次无人接听，下午接通", "very_satisfied", id="a-first-call-may-fail"),
        pytest.param("很满意", "非常满意", "very_satisfied", id="says-the-same"),
        pytest.param("", "打不通；表示满意", "unclear", id="two-meanings-and-no-tick"),
    ],
)
def test_remarks_that_contradict_are_a_question(drawn: Path, head: str, remark: str, counted: str) -> None:
    record = evaluated(fill(drawn, {"1": head} if head else {}, remarks={"1": remark}))
    assert record["outcomes"][counted] == 1
    assert ("sample.unclear" in rules(record)) == (counted == "unclear")


def test_what_stands_in_the_remarks_counts_where_no_box_is_ticked(drawn: Path) -> None:
    record = evaluated(fill(drawn, {}, remarks={"1": "名单联系人：联系1；号码已停机", "2": "名单联系人：联系2"}))
    assert record["outcomes"]["dead_number"] == 1
    assert record["outcomes"]["unfilled"] == 11


def test_two_ticks_in_a_row_are_unclear(drawn: Path) -> None:
    both = fill(fill(drawn, all_twelve()), {"5": "不满意"})
    record = evaluated(both)
    assert (record["answered"], record["outcomes"]["unclear"]) == (11, 1)
    assert rules(record) == ["sample.unclear"]


def test_rows_that_were_sorted_are_still_known(drawn: Path) -> None:
    filled = fill(drawn, {**all_twelve(), "12": "不满意"})
    book = load_workbook(filled)
    page = book.worksheets[0]
    rows = [row for row in page.iter_rows() if str(row[0].value).isdigit()]
    upper, lower = ([cell.value for cell in rows[at]] for at in (0, 11))
    for cell, value in zip(chain(rows[0], rows[11]), chain(lower, upper), strict=True):
        cell.value = value
    book.save(filled)
    record = evaluated(filled)
    assert record["agreed"] == 11
    assert rules(record) == ["sample.satisfaction"]


def test_a_row_taken_out_is_no_answer(drawn: Path) -> None:
    filled = fill(drawn, all_twelve())
    book = load_workbook(filled)
    page = book.worksheets[0]
    page.delete_rows(next(row[0].row for row in page.iter_rows() if row[0].value == "7"))
    book.save(filled)
    record = evaluated(filled)
    assert (record["asked"], record["answered"]) == (12, 11)
    assert rules(record) == ["sample.unfilled"]


def test_a_reserve_passed_over_is_said(drawn: Path) -> None:
    record = evaluated(fill(drawn, {**all_twelve(), "3": "空号", "候补2": "很满意"}))
    assert "sample.reserve_order" in rules(record)


def test_the_report_says_how_and_the_log_goes_on(drawn: Path) -> None:
    evaluated(fill(drawn, {**all_twelve(), "3": "空号", "候补1": "很满意"}), "--by", "测试员")
    document = docx.Document(str(drawn.with_name("evaluation.docx")))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "N = 60" in text
    assert "C(N − A, n − x)" in text
    assert "不能判断" in text
    entry = log.read(drawn.with_name("log.jsonl"))[0][-1]
    assert (entry["event"], entry["by"], entry["conclusion"]) == ("evaluation", "测试员", "undecided")
    assert len(entry["replacements"]) == 1
    assert verify(drawn.parent) == []


def test_the_report_shows_the_probabilities_on_both_sides_of_each_bound(drawn: Path) -> None:
    record = evaluated(fill(drawn, {**all_twelve(), "3": "不满意", "4": "不满意"}))
    document = docx.Document(str(drawn.with_name("evaluation.docx")))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)

    def ten_or_more(agreeing: int) -> float:
        return sum(comb(agreeing, k) * comb(60 - agreeing, 12 - k) for k in range(10, 13)) / comb(60, 12)

    least = next(count for count in range(61) if ten_or_more(count) > 0.05)
    assert f"有 {least} 个时，样本中符合的不少于实际的概率为 {ten_or_more(least):.6f} ＞ 0.05" in text
    assert f"有 {least - 1} 个时为 {ten_or_more(least - 1):.6f} ≤ 0.05" in text
    assert record["lower"] == int(least / 60 * 1_000_000) / 10_000
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[1][:3] == ["只看已答复的", "12", "10"]


def test_without_an_end_the_bounds_are_those_of_the_attribute_tables(drawn: Path) -> None:
    record = evaluated(fill(drawn, all_twelve()), "--endless")
    assert record["method"] == "binomial (Clopper-Pearson), exact, one-sided"
    assert record["lower"] == int(0.05 ** (1 / 12) * 1_000_000) / 10_000
    # 12 of 12 show 80 % of sixty enterprises, not of whatever else may come.
    assert (record["conclusion"], record["bounds"]["hypergeometric_one_sided"]["lower"] >= 80) == ("undecided", True)
    text = "\n".join(one.text for one in docx.Document(str(drawn.with_name("evaluation.docx"))).paragraphs)
    assert "没有尽头" in text
    assert "⌊" not in text


@pytest.fixture
def stratified(tmp_path: Path) -> Path:
    out = tmp_path / "s"
    call = ["draw", str(sixty(tmp_path / "r")), "--size", "20", "--strata", "micro", "--minimum", "5", "--seed", "s"]
    assert sample([*call, "--out", str(out)]).exit_code == 0
    return out / "callsheet.xlsx"


def test_strata_are_judged_by_their_weighted_sum(stratified: Path) -> None:
    record = evaluated(fill(stratified, {str(number): "很满意" for number in range(1, 21)}))
    assert {one["stratum"]: one["population"] for one in record["strata"]} == {"是": 40, "否": 20}
    assert record["method"] == "hypergeometric, strata by their weighted sum, exact, one-sided"
    plain = evaluated(fill(one_draw(stratified.parents[1]), {str(number): "很满意" for number in range(1, 21)}))
    assert 85 < record["lower"] < plain["lower"] == 90
    text = "\n".join(one.text for one in docx.Document(str(stratified.with_name("evaluation.docx"))).paragraphs)
    assert "T = Σ Nₕ·kₕ ÷ nₕ" in text
    assert "核对下限：总体中符合的有 53 个（" in text


def test_a_stratum_without_an_answer_leaves_its_units_open(stratified: Path) -> None:
    sheet = load_workbook(stratified)["_抽样数据"]
    drawn = [json.loads(row[0]) for row in sheet.iter_rows(values_only=True)][1:]
    answers = {unit["label"]: "很满意" for unit in drawn if unit["stratum"] == "是"}
    record = evaluated(fill(stratified, answers))
    assert record["rate"] is None
    assert record["lower"] <= 100 * 40 / 60


def one_draw(folder: Path) -> Path:
    out = folder / "plain"
    call = ["draw", str(folder / "r"), "--size", "20", "--seed", "s", "--out", str(out)]
    assert sample(call).exit_code == 0
    return out / "callsheet.xlsx"


def test_risk_based_picks_do_not_count(tmp_path: Path) -> None:
    out = tmp_path / "s"
    call = ["draw", str(sixty(tmp_path / "r")), "--size", "12", "--seed", "s", "--out", str(out), "--risk", "no=1"]
    assert sample([*call, "--risk", "no=2", "--risk", "no=3"]).exit_code == 0
    record = evaluated(fill(out / "callsheet.xlsx", {**all_twelve(), "重点1": "不满意"}))
    assert (record["asked"], record["agreed"], record["conclusion"]) == (12, 12, "supported")
    assert [finding["role"] for finding in record["differences"]] == ["risk"]


@pytest.fixture
def money(tmp_path: Path) -> Path:
    amounts = [900000, *(1000 + 10 * number for number in range(40))]
    vouchers = [voucher(number, amount) for number, amount in enumerate(amounts, 1)]
    call = ["draw", str(results(tmp_path / "r", screening(vouchers=vouchers))), "--of", "vouchers", "--size", "15"]
    call += ["--by-amount", "amount", "--seed", "s", "--out", str(tmp_path / "s")]
    assert sample(call).exit_code == 0
    return tmp_path / "s" / "callsheet.xlsx"


def fifteen(head: str = "相符") -> dict[str, str]:
    return {"必查1": "相符", **{str(number): head for number in range(1, 16)}}


def test_amounts_found_right_leave_the_basic_bound(money: Path) -> None:
    record = evaluated(fill(money, fifteen()))
    total = sum(1000 + 10 * number for number in range(40))
    assert record["amounts"]["total"] == total
    assert record["amounts"]["overstatement_upper"] == pytest.approx(total * (1 - 0.05 ** (1 / 15)), abs=0.01)


def test_a_draw_by_amount_says_nothing_of_the_share_of_vouchers(money: Path) -> None:
    record = evaluated(fill(money, {**fifteen(), "4": "不相符"}), "--at-least", "50")
    # 15 of 16 seen agree, of 41; the other 25 may agree or not: chances went by amount.
    assert (record["lower"], record["upper"]) == (int(15 / 41 * 1_000_000) / 10_000, 97.561)
    assert (record["rate"], record["conclusion"], record["bounds"]) == (None, "undecided", {})
    text = "\n".join(one.text for one in docx.Document(str(money.with_name("evaluation.docx"))).paragraphs)
    assert "张数的比率不能由此推断" in text


def test_the_printed_confidence_factors_bound_amounts_a_little_wider(money: Path) -> None:
    record = evaluated(fill(money, fifteen()))["amounts"]
    assert record["overstatement_upper_poisson"] == pytest.approx(record["total"] * 2.995732 / 15, abs=0.1)
    assert record["overstatement_upper_poisson"] > record["overstatement_upper"]


def test_an_amount_partly_wrong_is_a_taint_and_a_finding(money: Path) -> None:
    filled = fill(fill(money, fifteen()), {"4": "核实金额（元）"}, mark="500")
    record = evaluated(filled)
    booked = next(
        row for row in load_workbook(money)["_抽样数据"].iter_rows(values_only=True) if '"label": "4"' in row[0]
    )
    amount = float(json.loads(booked[0])["amount"])
    assert record["amounts"]["taints"] == [pytest.approx(1 - 500 / amount, abs=1e-6)]
    assert rules(record) == ["sample.amount"]


def test_vouchers_not_checked_count_in_full_at_worst(money: Path) -> None:
    record = evaluated(fill(money, {**fifteen(), "4": "未能核实"}))
    assert record["amounts"]["unchecked"] == 1
    assert record["amounts"]["overstatement_upper_worst"] > record["amounts"]["overstatement_upper"]


@pytest.mark.parametrize("content", [b"no workbook", b""])
def test_a_file_that_is_no_call_sheet_is_wrong_usage(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(content)
    assert sample(["evaluate", str(path)]).exit_code == 2


def test_a_workbook_of_others_is_wrong_usage(tmp_path: Path, drawn: Path) -> None:
    book = load_workbook(drawn)
    del book["_抽样数据"]
    book.save(tmp_path / "表.xlsx")
    result = sample(["evaluate", str(tmp_path / "表.xlsx")])
    assert (result.exit_code, "不是本程序打印的核实表" in result.output) == (2, True)
