"""The lists of a dossier as data: which columns each has, their type and unit (contract §6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd
from pandera.typing import DataFrame

from schemas.locator import Locator
from schemas.regulation.catalogue import Catalogue

ColumnKind = Literal["text", "name", "number", "integer", "year", "month", "date", "truth", "phone", "rating"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list. Numbers are Decimal (``integer``, ``year``: int) in ``unit``.

    ``month`` and ``date`` are ISO text.
    """

    key: str
    title: str
    kind: ColumnKind = "text"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ListSpec:
    """One kind of list: its columns, and the column (``key``) whose being filled makes a row."""

    name: str
    title: str
    key: str
    columns: tuple[Column, ...]
    in_form: bool = False
    """It is a table inside the application form: behind it come the form's labels again."""
    beside_label: bool = False
    """It stands to the right of a cell that names it, and ends where that cell ends."""
    several_in_a_cell: bool = False
    """One cell may name several units, each of them a row."""
    paper: str = ""
    """The kind of paper that it is where it stands alone (data/vocabulary/papers.yaml)."""


_LISTS = (
    ListSpec(
        "investors",
        "主要投资方",
        "name",
        (Column("name", "主要投资方名称"), Column("nature", "性质"), Column("share", "投资比例", "number", "%")),
        in_form=True,
        beside_label=True,
    ),
    ListSpec(
        "operations",
        "年度运营情况",
        "year",
        (
            Column("year", "年度", "year"),
            Column("revenue", "营业收入", "number", "万元"),
            Column("service_revenue", "其中：服务收入", "number", "万元"),
            Column("total_assets", "资产总额", "number", "万元"),
            Column("total_profit", "利润总额", "number", "万元"),
            Column("tax_paid", "上缴税金", "number", "万元"),
            Column("enterprises_served", "服务中小企业户数", "number", "户"),
            Column("agreements_signed", "其中：签订服务协议户数", "number", "户"),
        ),
        in_form=True,
    ),
    ListSpec(
        "services",
        "主要服务产品",
        "product",
        (
            Column("product", "主要服务产品"),
            Column("scale", "服务规模"),
            Column("revenue_share", "服务收入占年营业收入", "number", "%"),
        ),
        in_form=True,
    ),
    ListSpec(
        "partners",
        "合作资源",
        "name",
        (Column("name", "单位名称", "name"), Column("agreement", "签订合作协议", "truth")),
        in_form=True,
        beside_label=True,
        several_in_a_cell=True,
    ),
    ListSpec(
        "staff",
        "人员名单",
        "name",
        (
            Column("name", "姓名"),
            Column("age", "年龄", "integer"),
            Column("education", "学历"),
            Column("school", "毕业学校"),
            Column("title", "职称"),
            Column("duty", "主管工作"),
        ),
        paper="staff_list",
    ),
    ListSpec(
        "equipment",
        "设备清单",
        "name",
        (
            Column("no", "序号", "integer"),
            Column("name", "名称"),
            Column("quantity", "数量", "number", "台（套）"),
            Column("purchased_on", "购买时间", "month"),
            Column("price", "购买价格", "number", "万元"),
            Column("industry_leading", "是否处于行业领先水平", "truth"),
        ),
        paper="equipment_list",
    ),
    ListSpec(
        "enterprises",
        "服务企业名单",
        "name",
        (
            Column("no", "序号", "integer"),
            Column("name", "企业名称", "name"),
            Column("headcount", "企业人数", "number", "人"),
            Column("is_micro", "是否小微企业", "truth"),
            Column("contact", "联系人"),
            Column("phone", "联系电话", "phone"),
            Column("service", "服务内容"),
            Column("fee", "服务收费", "number", "万元"),
            Column("contract_signed", "是否签订合同", "truth"),
            Column("satisfied", "满意度", "truth"),
        ),
        paper="enterprise_list",
    ),
    ListSpec(
        "survey",
        "测评抽样",
        "enterprise",
        (
            Column("enterprise", "抽样企业名称", "name"),
            Column("interviewee", "被访人员姓名"),
            Column("position", "职务"),
            Column("phone", "联系电话", "phone"),
            Column("service", "接受服务内容"),
            Column("rating", "总体评价", "rating"),
        ),
        paper="recommendation_form",
    ),
    ListSpec(
        "vouchers",
        "主要收支凭证明细表",
        "number",
        (
            Column("no", "序号", "integer"),
            Column("fee_name", "费用名称"),
            Column("voucher", "收付款凭证名称"),
            Column("number", "凭证号码"),
            Column("date", "凭证日期", "date"),
            Column("amount", "金额", "number", "元"),
            Column("issuer", "凭证出具单位名称", "name"),
        ),
    ),
)

LISTS: Catalogue[ListSpec] = Catalogue("lists", {spec.name: spec for spec in _LISTS})


def lists_in_form() -> tuple[str, ...]:
    """The lists that are tables inside the application form."""
    return tuple(spec.name for spec in LISTS.values() if spec.in_form)


RATINGS = ("very_satisfied", "satisfied", "dissatisfied")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: its values by column, the place of the row and of each cell.

    A cell that is empty, 无, / or — is None. A cell whose text is not of the column's kind keeps
    the text as written, for the form checks to report. A column that the list does not have is
    absent from ``values``.
    """

    values: Mapping[str, object]
    evidence: Locator
    places: Mapping[str, Locator]


def list_frame(name: str, rows: Iterable[Row]) -> DataFrame:  # type: ignore[type-arg]
    """The rows as one frame: every column of the list, then ``evidence`` and ``places``.

    A column that no row has is left out of the frame, so that its absence can be seen;
    an empty list has all of its columns.
    """
    listed = list(rows)
    keys = [column.key for column in LISTS[name].columns]
    if listed:
        keys = [key for key in keys if any(key in row.values for row in listed)]
    table = [[*(row.values.get(key) for key in keys), row.evidence, row.places] for row in listed]
    return DataFrame(pd.DataFrame(table, columns=[*keys, "evidence", "places"], dtype=object))


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The rows of the frame as values again, in the order of the document."""
    columns = list(frame.columns)
    records = (dict(zip(columns, record, strict=True)) for record in frame.to_numpy(dtype=object).tolist())
    return [Row(evidence=values.pop("evidence"), places=values.pop("places"), values=values) for values in records]
