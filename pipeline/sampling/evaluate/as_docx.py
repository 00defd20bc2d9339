"""The evaluation as a Word file for the records: result, method and inputs, so that it can be redone by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docx.document import Document

from pipeline.sampling.callsheet import docx_pages as pages
from pipeline.sampling.callsheet.docx_pages import LineLook
from pipeline.sampling.callsheet.wording import common
from pipeline.sampling.evaluate.as_json import percent
from pipeline.sampling.evaluate.by_hand import STRINGER, by_hand
from pipeline.sampling.evaluate.evaluate import Case, Evaluation, needed, stratum_of
from pipeline.sampling.statistics.overstatement import Amounts

CONCLUSIONS = {"supported": "支持", "contradicted": "不支持", "undecided": "不能判断"}
_CASES: Mapping[Case, str] = {
    "answered": "只看已答复的",
    "worst": "未答复的都不符（最坏）",
    "best": "未答复的都符合（最好）",
}
_BY_AMOUNT = "样本是按金额抽取的，张数的比率不能由此推断；由此能说明的见“金额”部分。"
_ADVICE = "本表由程序按核实表计算，仅供参考，是否符合由工作人员认定。"
_SIGNED = "核实人：　　　　　　　　复核人：　　　　　　　　日期：　　　　年　　月　　日"
_LOOKING = "（看过结果再加抽，实际的风险会高于 α；请在报告中说明加抽的经过。）"
_EXTRA = {"unclear": "勾选不清", "unfilled": "未填写"}


def render(
    evaluation: Evaluation,
    differences: Sequence[Mapping[str, object]],
    money: Amounts | None,
    notes: Sequence[str] = (),
) -> bytes:
    """evaluation.docx; ``notes`` are what must be told beside the numbers."""
    about, paper = evaluation.filled.about, evaluation.filled.paper
    document = pages.page(landscape=False)
    pages.line(document, "抽样核实评价表", LineLook(size=16, bold=True, centred=True))
    if about.get("dossier"):
        pages.line(document, f"卷宗：{about['dossier']}　申请单位：{about.get('applicant', '')}")
        pages.line(document, f"适用办法：{about.get('rulebook_title', '')}")
    pages.line(document, f"核实内容：{paper.asks}　总体：{about['population']} {paper.unit}")
    _result(document, evaluation)
    for note in notes:
        pages.line(document, f"请注意：{note}", LineLook(bold=True))
    if evaluation.way != "by_amount":
        _cases(document, evaluation)
    _outcomes(document, evaluation)
    _differences(document, differences)
    if money is not None:
        _money(document, money, evaluation)
    _head(document, "方法和依据（可手工复算）")
    for text in by_hand(evaluation):
        pages.line(document, text)
    for text in (_ADVICE, _SIGNED):
        pages.line(document, text, LineLook(above=6))
    return pages.as_bytes(document)


def _head(document: Document, text: str) -> None:
    pages.line(document, text, LineLook(size=12, bold=True, above=8))


def _result(document: Document, evaluation: Evaluation) -> None:
    asked, answered, agreed = evaluation.counts
    seen = evaluation.cases["answered"]
    unit = evaluation.filled.paper.unit
    _head(document, "结果")
    pages.line(document, f"应核实 {asked} {unit}，得到答复 {answered} {unit}，其中符合 {agreed} {unit}。")
    if evaluation.way == "by_amount":
        pages.line(document, _BY_AMOUNT)
        return
    rate = "无答复" if seen.rate is None else f"{percent(seen.rate):g}%"
    bounds = f"不低于 {percent(seen.bounds.lower):g}%、不高于 {percent(seen.bounds.upper, up=True):g}%"
    pages.line(document, f"符合率：{rate}；按置信度 {evaluation.confidence}%（单侧），总体符合率{bounds}。")
    if evaluation.at_least is None:
        pages.line(document, "没有给出要证明的比率，不作结论。")
        return
    word = CONCLUSIONS[evaluation.conclusion]
    pages.line(document, f"对“不低于 {evaluation.at_least}%”：{word}。", LineLook(bold=True))
    more = needed(evaluation)
    if evaluation.conclusion == "undecided" and more is not None:
        pages.line(document, f"如按顺序再核实 {more} {unit}且全部符合，则即使未答复的都不符，也可以支持。{_LOOKING}")
    if evaluation.filled.about["of"] == "enterprises" and answered < common().calls:
        pages.line(document, f"得到答复的少于 {common().calls} 家（{common().calls_source}），请补足。")


def _cases(document: Document, evaluation: Evaluation) -> None:
    _head(document, "未答复的影响")
    widths = (46.0, 14.0, 14.0, 20.0, 25.0, 25.0, 22.0)
    table = pages.grid(document, 1 + len(_CASES), widths)
    rows = list(table.rows)
    pages.fill(rows[0], ["情形", "n", "k", "符合率", "下限（单侧）", "上限（单侧）", "结论"], widths, bold=True)
    for row, (case, title) in zip(rows[1:], _CASES.items(), strict=True):
        seen = evaluation.cases[case]
        strata = [stratum_of(part, case) for part in evaluation.parts]
        counts = [str(sum(one.answered for one in strata)), str(sum(one.agreed for one in strata))]
        rate = "—" if seen.rate is None else f"{percent(seen.rate):g}%"
        lower, upper = f"{percent(seen.bounds.lower):g}%", f"{percent(seen.bounds.upper, up=True):g}%"
        pages.fill(row, [title, *counts, rate, lower, upper, CONCLUSIONS[seen.conclusion]], widths)
    pages.line(document, "三种情形的结论相同时才作结论，否则为“不能判断”。", LineLook(above=3))


def _outcomes(document: Document, evaluation: Evaluation) -> None:
    titles = {one.id: one.head for one in evaluation.filled.paper.outcomes} | _EXTRA
    told = "，".join(f"{titles[name]} {count}" for name, count in evaluation.outcomes.items() if count)
    _head(document, "核实情况")
    pages.line(document, f"{told or '没有填写'}。标“重点”的非随机对象不计入以上数字。")
    if len(evaluation.parts) > 1:
        widths = (56.0, 27.0, 27.0, 27.0, 27.0)
        rows = list(pages.grid(document, 1 + len(evaluation.parts), widths).rows)
        pages.fill(rows[0], ["层", "总体", "应核实", "答复", "符合"], widths, bold=True)
        for row, part in zip(rows[1:], evaluation.parts, strict=True):
            numbers = (part.population, part.asked, part.answered, part.agreed)
            pages.fill(row, [part.name, *map(str, numbers)], widths)


def _differences(document: Document, differences: Sequence[Mapping[str, object]]) -> None:
    _head(document, "需核实的事项")
    if not differences:
        pages.line(document, "无。")
        return
    widths = (92.0, 72.0)
    rows = list(pages.grid(document, 1 + len(differences), widths).rows)
    pages.fill(rows[0], ["事项", "位置"], widths, bold=True)
    for row, finding in zip(rows[1:], differences, strict=True):
        pages.fill(row, [str(finding["message"]), _places(finding["evidence"])], widths)


def _places(evidence: object) -> str:
    """名单.xlsx 企业名单 B7；第 2 页."""
    told = []
    for place in evidence if isinstance(evidence, list) else []:
        page = f"第 {place['page']} 页" if place.get("page") else ""
        told.append(
            " ".join(str(part) for part in (place["file"], page, place.get("sheet"), place.get("cell")) if part)
        )
    return "；".join(told)


def _money(document: Document, money: Amounts, evaluation: Evaluation) -> None:
    _head(document, "金额")
    pages.line(
        document, f"按金额抽取的总额 {money.total} 元，已核实 {money.checked} 张，未能核实 {money.unchecked} 张。"
    )
    taints = "、".join(f"{float(taint):.4f}" for taint in money.taints) or "无"
    pages.line(document, f"各错误凭证多列的比例（由大到小）：{taints}；少列的 {money.understated} 张（不冲抵）。")
    pages.line(document, f"必查部分多列合计 {float(money.certain_error):.2f} 元（未核实的按全额计）。")
    upper = f"多列金额按置信度 {evaluation.confidence}% 不超过 {float(money.upper):.2f} 元"
    pages.line(document, f"{upper}；未核实的都按全额多列计，不超过 {float(money.worst):.2f} 元。")
    pages.line(document, f"按货币单位抽样的置信系数表（Poisson，稍宽）：不超过 {float(money.by_factors):.2f} 元。")
    pages.line(document, STRINGER)
