"""评审汇总.xlsx: the order of the marks for a person to confirm, each expert's marks, what has to be asked.

The order counts within one rulebook. A quota that round.yaml knows for a district stands beside the dossier's place in
that district; who is recommended is for a person, in the column 确认顺序, which ``standing publish --order`` reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from extractors.values.text import comparable
from pipeline.experts.ranking import RankedDossier
from pipeline.experts.scores import Unclear
from pipeline.reports.workbook import ReportSheet, workbook
from pipeline.sampling.draw.populations import county_of
from pipeline.sampling.draw.screening_results import Record
from pipeline.sampling.record import roster_file
from pipeline.wording import VERDICTS
from schemas.errors import UsageError
from schemas.status import VerdictStatus

FILE = "评审汇总.xlsx"
DOSSIER, CONFIRMED = "卷宗", "确认顺序"
_HEADS = (
    "名次", DOSSIER, "申报单位", "适用办法", "县区", "平均分", "最高分", "最低分", "分差", "专家数",
    "县区名次", "县区名额", "提示", "初审提示", CONFIRMED,
)  # fmt: skip
_MARK_HEADS = ("卷宗", "申报单位", "专家", "合计分", "意见")
_ASK_HEADS = ("卷宗", "专家", "问题", "位置")


@dataclass(frozen=True, slots=True)
class ReviewOutcome:
    """What came of a review: the orders by rulebook, what experts wrote, what has to be asked, quotas by district."""

    records: Mapping[str, Record]
    orders: Mapping[str, Sequence[RankedDossier]]
    opinions: Mapping[tuple[str, str], str]
    unclear: Sequence[Unclear]
    quota: Mapping[str, int]


def render(outcome: ReviewOutcome) -> bytes:
    """The workbook."""
    order = [row for ranked in outcome.orders.values() for row in _order(outcome, ranked)]
    marks = [row for ranked in outcome.orders.values() for one in ranked for row in _marks(outcome, one)]
    asked = [(one.dossier, one.expert, one.what, one.place) for one in outcome.unclear]
    sheets = [ReportSheet("推荐排序", _HEADS, order, frozen=3), ReportSheet("各专家评分", _MARK_HEADS, marks)]
    return workbook([*sheets, ReportSheet("需核实", _ASK_HEADS, asked)])


def _order(outcome: ReviewOutcome, ranked: Sequence[RankedDossier]) -> Iterator[tuple[object, ...]]:
    counties = {one.dossier: _county(outcome.records[one.dossier]) for one in ranked}
    for one in ranked:
        record = outcome.records[one.dossier]
        county = counties[one.dossier]
        within = [other for other in ranked if counties[other.dossier] == county]
        given = [total for total in one.totals.values() if total is not None]
        yield (
            _rank(one),
            one.dossier,
            str(record["dossier"]["applicant"]),
            str(record["rulebook"].get("title", "")),
            county,
            "" if one.mean is None else shown(one.mean),
            max(given) if one.mean is not None else "",
            min(given) if one.mean is not None else "",
            "" if one.spread is None else one.spread,
            len(one.totals),
            "" if one.mean is None or not county else _place(one, within),
            outcome.quota.get(county, ""),
            "；".join(_remarks(one, within, outcome.quota.get(county))),
            VERDICTS[VerdictStatus(record["verdict"]["status"])],
            "",
        )


def _rank(one: RankedDossier) -> str:
    if one.rank is None:
        return "未定"
    return f"{'' if one.settled else '暂列 '}{one.rank}{'（并列）' if one.tied else ''}"


def _place(one: RankedDossier, within: Sequence[RankedDossier]) -> int:
    return 1 + sum(other.mean is not None and one.mean is not None and other.mean > one.mean for other in within)


def _remarks(one: RankedDossier, within: Sequence[RankedDossier], quota: int | None) -> Iterator[str]:
    """What the person who confirms should know."""
    if one.why:
        yield one.why
    if one.disagree:
        yield f"专家意见分歧较大（相差 {one.spread} 分）"
    if one.mean is None or quota is None:
        return
    level = sum(other.mean == one.mean for other in within)
    before = _place(one, within) - 1
    if before >= quota:
        yield "超出县区名额"
    elif before + level > quota:
        yield f"县区名额余 {quota - before} 个，并列 {level} 个，由经办人确定"


def _marks(outcome: ReviewOutcome, one: RankedDossier) -> Iterator[tuple[object, ...]]:
    applicant = str(outcome.records[one.dossier]["dossier"]["applicant"])
    for expert, total in one.totals.items():
        said = outcome.opinions.get((one.dossier, expert), "")
        yield one.dossier, applicant, expert, "未齐" if total is None else total, said


def shown(mean: Fraction) -> str:
    """A mean to two places, halves away from nought: 86.67."""
    hundredths = (mean * 200 + 1) // 2
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def _county(record: Record) -> str:
    address = record.get("application", {}).get("registered_address", {}).get("value")
    return county_of(str(address or ""))


def confirmed_order(path: Path) -> list[str]:
    """The dossiers that a person confirmed, in the order that stands in 确认顺序 of a filled 评审汇总.xlsx.

    UsageError where the column is missing, empty, or holds what is no order: words, one number twice.
    """
    rows = roster_file.rows(path, "评审汇总")
    heads = [[comparable(cell) for cell in row] for row in rows]
    at = next((n for n, row in enumerate(heads) if DOSSIER in row and CONFIRMED in row), None)
    if at is None:
        raise UsageError(f"{path.name} 中没有“{DOSSIER}”和“{CONFIRMED}”两栏。请用 experts rank 写出的 {FILE}。")
    dossier, order = heads[at].index(DOSSIER), heads[at].index(CONFIRMED)
    said = [(row[order], row[dossier]) for row in rows[at + 1 :] if order < len(row) and row[order]]
    wrong = [text for text, _ in said if not text.isdecimal()]
    if wrong:
        raise UsageError(f"{path.name} 的“{CONFIRMED}”一栏有“{wrong[0]}”。请只填 1、2、3……，不推荐的留空。")
    numbers = [int(text) for text, _ in said]
    if not numbers:
        raise UsageError(f"{path.name} 的“{CONFIRMED}”一栏还没有填写。请由经办人填写 1、2、3……，不推荐的留空。")
    if len(set(numbers)) < len(numbers):
        raise UsageError(f"{path.name} 的“{CONFIRMED}”一栏有重复的数。请更正后再用。")
    return [name for _, name in sorted(zip(numbers, (name for _, name in said), strict=True))]
