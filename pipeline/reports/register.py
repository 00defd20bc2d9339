"""The rows of the 初审汇总表, for every report that has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from pipeline import wording
from pipeline.reports import amendments
from pipeline.results.as_json import plain
from pipeline.results.contradictions import all_agree
from pipeline.results.points import counted
from schemas.application import entries_of
from schemas.decisions import OUTCOME, AppliedDecision
from schemas.dossier import Screening
from schemas.figures import Figure, figures_of
from schemas.measures import FUNCTION_TITLES, Measure
from schemas.regulation.own_words import spoken_words
from schemas.status import MaterialStatus, Status, VerdictStatus

_LOOKED_AT = (Status.REVIEW, Status.ERROR)

# The order of a 推荐汇总表; a column without a measure or blank is for the clerk to fill in.
_MEASURES = (
    ("上年末资产总额（万元）", "total_assets"),
    ("上年度营业收入（万元）", "revenue"),
    ("上年度服务收入（万元）", "service_revenue"),
    ("从业人数", "staff_count"),
    ("大专及以上学历和中级及以上职称人数", "qualified_staff_count"),
    ("占比（%）", "qualified_staff_share"),
    ("服务场地面积（平方米）", "premises_area"),
    ("上年度服务中小企业数", "enterprises_served"),
    ("满意度（%）", "satisfaction"),
    ("公益性或低收费服务占比（%）", "free_service_share"),
    ("集聚服务机构数", "partner_institutions"),
)

_BEFORE = ("序号", "卷宗编号", "平台名称", "运营单位名称", "统一社会信用代码", "所属县区", "单位性质", "注册时间")

_AFTER = (
    "主要服务功能",
    "类型（综合/专业）",
    "适用办法",
    "年限和年度以此日为准",
    "材料是否齐全",
    "初审提示",
    "待处理事项",
    "已核定",
    "未核定",
    "经办人核定",
    "推荐排序",
    "联系人",
    "联系电话",
    "备注",
)

_LICENCES = ("business_licence", "legal_person_certificate")

# 聊城市东昌府区样例大街 → 东昌府区: what follows the city's name, as the address itself has it.
_DISTRICT = re.compile(r"(?:市|[州盟](?!市))([\u4e00-\u9fff]{1,7}?(?:新区|[区县市旗]))")


def heads(own: Sequence[Measure] = ()) -> list[str]:
    """The heads of the summary sheet. ``own``: measures of the rulebooks' own, with their own titles."""
    return [*_BEFORE, *(title for title, _ in _MEASURES), *(_titled(one) for one in own), *_AFTER]


def _titled(measure: Measure) -> str:
    return f"{measure.title}（{measure.unit}）" if measure.unit else measure.title


def own_measures(screenings: Iterable[Screening]) -> tuple[Measure, ...]:
    """The measures that the rulebooks in hand bring along and any of the dossiers states."""
    brought = {one.id: one for one in spoken_words().measures}
    if not brought:
        return ()
    stated = {str(name) for one in screenings for name in one.contents.figures["measure"].unique()}
    return tuple(one for name, one in brought.items() if name in stated)


def row(
    screening: Screening,
    number: int,
    over: Mapping[str, AppliedDecision] | None = None,
    *,
    sourced: bool = True,
    own: Sequence[Measure] = (),
) -> list[object]:
    """One dossier's row of the summary sheet; ``sourced`` names the source of each value where they differ."""
    form = {key: entry.value for key, entry in entries_of(screening.contents.application).items()}
    count = counted(screening, over or {})
    figures = [figure for figure in figures_of(screening.contents.figures) if not figure.reading]

    def filled(key: str) -> object:
        return plain(form.get(key))

    return [
        number,
        screening.id,
        "",
        screening.contents.applicant,
        credit_code(screening),
        _district(str(form.get("registered_address") or "")),
        filled("organisation_type"),
        filled("registered_on"),
        *(
            stated([figure for figure in figures if figure.measure == measure], sourced=sourced)
            for measure in (*(measure for _, measure in _MEASURES), *(one.id for one in own))
        ),
        _claimed(figures),
        stated([figure for figure in figures if figure.measure == "platform_type"], sourced=sourced),
        screening.rulebook_title,
        wording.reckoned_from(screening),
        completeness(screening),
        wording.VERDICTS[screening.verdict.status],
        count.open,
        count.decided,
        count.left,
        decided(screening, over or {}),
        "",
        filled("contact_name"),
        filled("contact_phone") or filled("mobile"),
        "\n".join([*(remark for remark in (screening.unheld, screening.note) if remark), *_remarks(screening)]),
    ]


def is_applied_for(screening: Screening) -> bool:
    """Whether a title is applied for: in a review procedure nobody is recommended."""
    return screening.procedure == "application"


def decided(screening: Screening, over: Mapping[str, AppliedDecision]) -> str:
    """How much a clerk decided about the dossier, and how much of it must be looked at again."""
    count = len(over.keys() - {OUTCOME}) + len(screening.contents.amended)
    stale = sum(applied.stale for applied in over.values()) + sum(
        not amended.applied for amended in screening.contents.amended
    )
    said = (f"{count} 项" + (f"，其中 {stale} 项须重新核对" if stale else "")) if count else ""
    return "；".join(part for part in (over[OUTCOME].title if OUTCOME in over else "", said) if part)


def _remarks(screening: Screening) -> list[str]:
    return [amendments.sentence(amended) for amended in screening.contents.amended]


def credit_code(screening: Screening) -> str:
    """The code on the applicant's licence; several that differ are all shown."""
    licences = [paper for paper in screening.contents.papers if paper.kind in _LICENCES and "uscc" in paper.facts]
    return "；".join(dict.fromkeys(paper.facts["uscc"].value for paper in licences))


def _district(address: str) -> str:
    match = _DISTRICT.search(address)
    return match[1] if match else ""


def stated(figures: list[Figure], *, sourced: bool = True) -> object:
    """The one value that all sources state, or each with its source: 12（申报表）；11（名单逐行统计）, else 12／11."""
    values = [plain(_rounded(figure)) for figure in figures]
    if len(set(values)) <= 1 or all_agree(figures):
        return values[0] if values else None
    if not sourced:
        return "／".join(dict.fromkeys(map(str, values)))
    sources = [figure.said_by for figure in figures]
    return "；".join(dict.fromkeys(f"{value}（{source}）" for value, source in zip(values, sources, strict=True)))


def _rounded(figure: Figure) -> object:
    return round(figure.value, 2) if isinstance(figure.value, Decimal) else figure.value


def _claimed(figures: list[Figure]) -> str:
    claimed = {figure.measure.split(".")[1] for figure in figures if _claims(figure)}
    return "、".join(title for function, title in FUNCTION_TITLES.items() if function in claimed)


def _claims(figure: Figure) -> bool:
    return figure.measure.startswith("function.") and figure.measure.endswith(".claimed") and bool(figure.value)


def completeness(screening: Screening) -> str:
    """Whether the checklist is whole, in a word: 齐全, or how many items are not."""
    if screening.verdict.status is VerdictStatus.UNREADABLE or not screening.materials:
        return "未能判断"
    required = [material for material in screening.materials if not material.optional]
    counts = [
        f"{word} {count} 项"
        for status, word in wording.MATERIALS.items()
        if status is not MaterialStatus.PRESENT and (count := sum(material.status is status for material in required))
    ]
    return "，".join(counts) or "齐全"
