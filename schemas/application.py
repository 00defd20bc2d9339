"""The application form as data: which blanks there are, their type and unit (contract §5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd
import pandera.pandas as pa
from pandera.typing import DataFrame, Series

from schemas.frames import ExactFrame
from schemas.locator import Locator
from schemas.regulation.catalogue import Catalogue
from schemas.trust import Doubts

FieldKind = Literal["text", "date", "number", "phone", "mobile", "postcode", "email"]
AnswerKind = Literal["sentence", "name", "word_of_the_form", "choice", "site"]


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank of an application form. ``unit`` is the unit its number is stored in."""

    key: str
    title: str
    kind: FieldKind = "text"
    unit: str = ""
    answers: AnswerKind = "sentence"
    """What people answer where it asks for text.

    ``sentence``: running text, which they may number 一、二、…; ``name``: one name or address, without white space;
    ``word_of_the_form``: a word that also heads a column of a list (小微企业); ``choice``: an option (租用 □ 自有 □);
    ``site``: an address on the web, with its 备案号.
    """
    on_cover: bool = False
    """It may stand on a cover, further ahead than the form's own pages."""
    optional: bool = False
    """Nobody need fill it; set for blanks that a rulebook brings along."""


_ALL = (
    Blank("applicant_name", "申请单位名称", answers="name", on_cover=True),
    Blank("filed_on", "填报日期", "date", on_cover=True),
    Blank("registered_on", "注册日期", "date"),
    Blank("organisation_type", "单位性质", answers="word_of_the_form"),
    Blank("legal_representative", "法人代表", answers="name"),
    Blank("registered_address", "注册地址", answers="name"),
    Blank("postcode", "邮政编码", "postcode"),
    Blank("contact_name", "联系人", answers="name"),
    Blank("contact_phone", "联系电话", "phone"),
    Blank("fax", "传真", "phone"),
    Blank("mobile", "手机", "mobile"),
    Blank("website", "网址及备案号", answers="site"),
    Blank("email", "电子邮件", "email"),
    Blank("registered_capital", "注册资本", "number", "万元"),
    Blank("total_assets", "上年末总资产", "number", "万元"),
    Blank("equipment_count", "仪器、设备数量", "number", "台（套）"),
    Blank("equipment_cost", "仪器、设备购买价格", "number", "万元"),
    Blank("equipment_asset_share", "仪器、设备占总资产", "number", "%"),
    Blank("premises_area", "服务场地面积", "number", "平方米"),
    Blank("premises_owned_area", "自有场地面积", "number", "平方米"),
    Blank("premises_leased_area", "租用场地面积", "number", "平方米"),
    Blank("staff_count", "从业人数", "number", "人"),
    Blank("qualified_staff_count", "大专及以上学历和中级及以上技术职称的专业人员", "number", "人"),
    Blank("qualified_staff_share", "专业人员占总人数", "number", "%"),
    Blank("public_benefit_scale", "公益性服务规模", "number", "家、人/次"),
    Blank("low_fee_scale", "低收费服务规模", "number", "家、人/次"),
    Blank("software_asset_share", "服务设施、软件占总资产", "number", "%"),
    Blank("premises_tenure", "场地性质", answers="choice"),
    Blank("premises_owned_share", "自有场地占总资产", "number", "%"),
    Blank("qualifications", "获得专业服务资质情况"),
    Blank("government_support", "得到政府扶持的情况"),
    Blank("it_usage", "运用信息技术开展服务情况"),
    Blank("honours", "获得县区级及以上部门授予的荣誉证书或证明"),
    Blank("recognition_documents", "县区级及以上部门认定为公共服务平台的文件名及文号"),
)

BLANKS: Catalogue[Blank] = Catalogue("blanks", {blank.key: blank for blank in _ALL})


class Application(ExactFrame):
    """What stands in the blanks of one application form: one row per blank that the form shows.

    ``value`` is Decimal, ISO date text or stripped text; where the text is not of the blank's
    kind ("约二十余"), it stays the text as written, for the form checks to report; None where the
    blank was left blank. ``evidence`` is the Locator of the value, or of the label where blank.
    """

    key: Series[object] = pa.Field(unique=True)
    value: Series[object] = pa.Field(nullable=True)
    unit: Series[object]
    text: Series[object]
    evidence: Series[object]


COLUMNS = ("key", "value", "unit", "text", "evidence")


@dataclass(frozen=True, slots=True)
class Entry:
    """One blank of the form and what stands in it."""

    key: str
    value: object
    unit: str
    text: str
    evidence: Locator

    @property
    def doubts(self) -> Doubts:
        """Those about the place where its value stands."""
        return self.evidence.doubts


def application_frame(entries: list[Entry]) -> DataFrame[Application]:
    """The entries as one frame, in the order of the form."""
    rows = [[getattr(entry, column) for column in COLUMNS] for entry in entries]
    return DataFrame[Application](pd.DataFrame(rows, columns=list(COLUMNS), dtype=object))


def entries_of(frame: DataFrame[Application]) -> dict[str, Entry]:
    """The rows by key."""
    columns = (frame[column].tolist() for column in COLUMNS)
    return {row[0]: Entry(*row) for row in zip(*columns, strict=True)}
