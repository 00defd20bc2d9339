"""The quantities that conditions and cross-checks ask about: name, unit, tolerance (contract §7)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from schemas.regulation.catalogue import Catalogue
from schemas.regulation.recipes import CountedPapers, CountedRows, Quotient, StatementRow

Kind = Literal["number", "date", "text", "place", "truth"]


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """Which columns of a list the figure of one source is counted from."""

    source: str
    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One quantity that several places of a dossier may state.

    Two figures agree where they differ by at most ``absolute`` (in the unit), or by at most
    ``relative`` (share of the larger). Both None: the measure is never cross-checked.
    """

    id: str
    title: str
    unit: str
    kind: Kind = "number"
    absolute: Decimal | None = None
    relative: Decimal | None = None
    for_people: bool = False
    """What misses a condition on it is for a person: papers show it in more ways than can be read."""
    stated_in: tuple[str, ...] = ()
    """Sources with a blank (``form``) or column (``form.operations``) of the measure's own name, read as it stands."""
    rests_on: tuple[CountedFrom, ...] = ()
    """The lists that it is counted from: where one was read with doubt, so is its figure."""
    wider_than: tuple[str, str] = ("", "")
    """A narrower word that a rule may use of it, and what then was not held against the narrower word."""
    made_of: tuple[str, ...] = ()
    """Of a share the measures of its whole and of its part: what is wrong with one of them is wrong with the share."""
    quotient: Quotient | None = None
    """It is worked out from two other measures; set, as all below, for measures that a rulebook brings along."""
    growth_of: str = ""
    """Of whose growth it is the rate: a column of the yearly table, or with ``growth_from`` another measure."""
    growth_from: str = ""
    """The measure of the same a year before."""
    rows: tuple[CountedRows, ...] = ()
    statement: StatementRow | None = None
    papers: CountedPapers | None = None
    words: tuple[str, ...] = ()
    """How its regulation speaks of it, where not by its title."""
    over_whole: bool = False
    """Per cent of it may be more than 100 (资产负债率)."""

    def counted(self, source: str) -> CountedFrom | None:
        """What the figure of this source is counted from; None where it is read as it stands."""
        return next((counted for counted in self.rests_on if counted.source == source), None)

    @property
    def compared(self) -> bool:
        """Whether figures of this measure are held against each other."""
        return self.absolute is not None or self.relative is not None


EXACT = Decimal(0)
ONE_PERCENT = Decimal("0.01")
HALF_POINT = Decimal("0.5")

_FORM, _OPERATIONS = "form", "form.operations"

_ALL = (
    Measure("operating_years", "运营年限", "年"),
    Measure("total_assets", "资产总额", "万元", relative=ONE_PERCENT, stated_in=(_FORM, _OPERATIONS)),
    Measure("revenue", "营业收入", "万元", relative=ONE_PERCENT, stated_in=(_OPERATIONS,)),
    Measure("service_revenue", "服务收入", "万元", relative=ONE_PERCENT, stated_in=(_OPERATIONS,)),
    Measure("total_profit", "利润总额", "万元", relative=ONE_PERCENT, stated_in=(_OPERATIONS,)),
    Measure(
        "staff_count",
        "从业人数",
        "人",
        absolute=EXACT,
        stated_in=(_FORM,),
        rests_on=(CountedFrom("roster", "staff", ("name",)),),
        wider_than=("服务人员", "所计为从业人数和名单全员，是否都从事服务未另行核对"),
    ),
    Measure(
        "qualified_staff_count",
        "大专及以上学历和中级及以上职称人员数",
        "人",
        absolute=EXACT,
        stated_in=(_FORM,),
        rests_on=(CountedFrom("roster", "staff", ("education", "title")),),
    ),
    Measure(
        "qualified_staff_share",
        "大专及以上学历和中级及以上职称人员占比",
        "%",
        absolute=HALF_POINT,
        stated_in=(_FORM,),
        rests_on=(CountedFrom("roster", "staff", ("education", "title")),),
        made_of=("staff_count", "qualified_staff_count"),
    ),
    Measure(
        "enterprises_served",
        "年服务中小企业数",
        "家",
        absolute=EXACT,
        stated_in=(_OPERATIONS,),
        rests_on=(CountedFrom("roster", "enterprises", ("name",)),),
    ),
    Measure(
        "satisfaction",
        "用户满意度",
        "%",
        rests_on=(CountedFrom("roster", "enterprises", ("satisfied",)), CountedFrom("survey", "survey", ("rating",))),
    ),
    Measure("titled_enterprises_served", "服务“专精特新”、瞪羚等称号企业数", "家"),
    Measure(
        "free_service_share",
        "公益性服务或低收费服务占比",
        "%",
        rests_on=(CountedFrom("roster", "enterprises", ("fee",)),),
    ),
    Measure("partner_institutions", "集聚服务机构数", "家"),
    Measure("enterprise_growth", "近两年服务企业数量增长", "", kind="truth"),
    Measure(
        "equipment_count",
        "仪器、设备数量",
        "台（套）",
        absolute=EXACT,
        stated_in=(_FORM,),
        rests_on=(CountedFrom("roster", "equipment", ("quantity",)),),
    ),
    Measure(
        "equipment_cost",
        "仪器、设备购买价格",
        "万元",
        relative=ONE_PERCENT,
        stated_in=(_FORM,),
        rests_on=(CountedFrom("roster", "equipment", ("price", "quantity")),),
    ),
    Measure(
        "equipment_asset_share",
        "仪器、设备占总资产",
        "%",
        absolute=HALF_POINT,
        stated_in=(_FORM,),
        made_of=("total_assets", "equipment_cost"),
    ),
    Measure("premises_area", "服务场地面积", "平方米", absolute=Decimal(1), stated_in=(_FORM,)),
    Measure("investor_share", "投资比例合计", "%", absolute=HALF_POINT),
    Measure("applicant_name", "申请单位名称", "", kind="text", absolute=EXACT),
    Measure("registered_on", "注册（成立）日期", "", kind="date", absolute=EXACT),
    Measure("registered_in", "注册地", "", kind="place", absolute=EXACT),
    Measure("superior_recognition", "省级示范平台或国家部委、全国性行业协会的相关认定", "", kind="truth"),
    Measure("legal_person", "法人资格", "", kind="text", for_people=True),
    Measure("organisation_kind", "组织种类", "", kind="text"),
    Measure("size_class", "企业规模（工信部联企业〔2011〕300号）", "", kind="text"),
)

FUNCTION_TITLES = {
    "information": "信息服务",
    "technology": "技术服务",
    "startup": "创业服务",
    "training": "培训服务",
    "financing": "融资服务",
    "consulting": "咨询服务",
    "legal": "法律服务",
}

_OF_FUNCTIONS = (
    ("offline_enterprises", "线下年服务企业数", "家"),
    ("activities", "年组织开展活动次数", "次"),
    ("person_times", "年培训人次", "人次"),
    ("training_hours", "平均培训课时", "课时"),
    ("employees_trained", "培训员工人数", "人"),
    ("managers_trained", "培训管理者人数", "人"),
    ("financing_amount", "帮助中小企业融资总额", "万元"),
    ("guarantee_amount", "年新增担保额", "万元"),
)

_OURS: dict[str, Measure] = {measure.id: measure for measure in _ALL}
_OURS.update(
    {
        f"function.{function}.{name}": Measure(f"function.{function}.{name}", f"{title}：{words}", unit)
        for function, title in FUNCTION_TITLES.items()
        for name, words, unit in _OF_FUNCTIONS
    },
)
_OURS.update(
    {
        f"function.{function}.claimed": Measure(f"function.{function}.claimed", f"申报{title}功能", "", kind="truth")
        for function, title in FUNCTION_TITLES.items()
    },
)
_OURS["function.training.focus"] = Measure("function.training.focus", "主要培训对象", "", kind="text")
_OURS["platform_type"] = Measure("platform_type", "平台类型（综合性、专业性）", "", kind="text")
MEASURES: Catalogue[Measure] = Catalogue("measures", _OURS)


def measure_of(name: str) -> Measure:
    """The measure of this id; a plain number where nobody knows it."""
    return MEASURES.get(name) or Measure(name, name, "")


_SOURCES = {
    "form": "申报表",
    "form.operations": "申报表年度运营表",
    "roster": "名单逐行统计",
    "roster.total": "名单所载合计",
    "arithmetic": "按申报表计算",
    "audit": "审计报告",
    "special_audit": "专项审计报告",
    "narrative": "申请报告文字",
    "licence": "营业执照或法人证书",
    "survey": "测评抽样表",
    "evidence": "服务凭据",
    "declaration": "真实性声明",
    "credit": "信用报告",
    "round": "收件登记",
}
SOURCES: Catalogue[str] = Catalogue("sources", _SOURCES)
