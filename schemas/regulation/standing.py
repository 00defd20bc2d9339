"""What a regulation says of the time after recognition, every number with its article; what a ledger says of a past.

Nothing here that the text does not say: None where it names no number or no day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from schemas.days.periods import Span

Who = Literal["platform", "recommender", "bureau", "third_party"]
WHO: Mapping[str, str] = {
    "platform": "示范平台",
    "recommender": "推荐单位",
    "bureau": "认定机关",
    "third_party": "第三方机构",
}


@dataclass(frozen=True, slots=True)
class Publicity:
    """拟认定名单公示: for how many working days, on which sites."""

    article: str
    working_days: int | None = None
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedList:
    """授予称号 and the list that is published; where."""

    article: str
    asks: str
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TitleValidity:
    """How long a title lasts. ``again_in_last_year``: one may apply again in the year in which it ends."""

    article: str
    years: int
    again_in_last_year: bool


@dataclass(frozen=True, slots=True)
class Recheck:
    """复核: every so many years, with the annual round, by that procedure of the rulebook."""

    article: str
    years: int
    procedure: str = "review"
    with_round: bool = True


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day so many months after the month in which a period ends; ``day`` None is the month's last (底)."""

    months_after: int
    day: int | None


@dataclass(frozen=True, slots=True)
class ReportRule:
    """A report that is owed for every period; None: the text names no period, or no day.

    ``only`` is the one period of the year (上半年: 1).
    """

    by: Who
    to: str
    article: str
    what: str
    period: Span | None
    due: DueDay | None = None
    only: int | None = None
    in_last: str = ""
    """What comes with the year's last one (第四季度将本年度工作总结…一并报送)."""
    kept_by: Who = "bureau"
    """Who receives it: what stays with the recommender, the recognising bureau never sees, nor asks for."""


@dataclass(frozen=True, slots=True)
class InspectionRule:
    """A check. ``at_least`` ``per`` period where the text says so; ``each``: of every platform."""

    by: Who
    article: str
    what: str
    at_least: int | None = None
    per: Span | None = None
    each: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """Which events make the program point at a ground. It points; a person decides.

    One of: ``inspection`` results ``in_a_row`` by ``by``; ``recheck`` result; ``missing`` report of that period;
    a ``penalty`` that is proven.
    """

    inspection: str = ""
    in_a_row: int = 1
    by: tuple[Who, ...] = ()
    recheck: str = ""
    missing: Span | None = None
    penalty: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground on which a title may be lost, in our short words; ``bar_years``: how long one may not apply then."""

    id: str
    article: str
    asks: str
    act: str
    """撤销 or 取消: the word of the text."""
    bar_years: int | None = None
    hint: Hint | None = None


@dataclass(frozen=True, slots=True)
class SurveyRule:
    """推荐单位组织测评: how many enterprises at least, drawn at random; the article or annex."""

    source: str
    at_least: int


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the recommender must hand in with a dossier: kinds of paper."""

    article: str
    asks: str
    papers: tuple[str, ...]
    documents: tuple[str, ...] = ()
    """Papers without a kind of their own, by words that stand in their titles (推荐文件)."""


@dataclass(frozen=True, slots=True)
class ExpertReview:
    """专家评审: the article, and the annex that prints the panel's table where one does."""

    article: str
    asks: str
    panel: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """The section ``standing`` of one rulebook."""

    recommender: str
    """Who recommends, as the text calls it: 县级主管部门."""
    publicity: Publicity | None
    listing: PublishedList
    valid: TitleValidity | None
    recheck: Recheck | None
    reports: tuple[ReportRule, ...]
    inspections: tuple[InspectionRule, ...]
    lost: tuple[Ground, ...]
    survey: SurveyRule | None
    recommendation: Recommendation | None
    experts: ExpertReview | None

    def ground(self, name: str) -> Ground | None:
        """The ground of that id, or of that article."""
        return next((one for one in self.lost if name in (one.id, one.article)), None)


@dataclass(frozen=True, slots=True)
class PastTitle:
    """One unit's past under one regulation, as a bureau's ledger has it on the day of reckoning.

    ``near`` is empty where it is the applicant by code or name, else the name that nearly agrees. ``barred_until`` is
    the last day on which it may not apply. ``figures``: year → column of the yearly table → what was declared then.
    """

    rulebook: str
    rulebook_title: str
    name: str
    near: str = ""
    number: str = ""
    holds: bool = False
    ends: date | None = None
    again_in_last_year: bool = False
    valid_article: str = ""
    lost_on: date | None = None
    lost_asks: str = ""
    lost_article: str = ""
    barred_until: date | None = None
    recheck_due: date | None = None
    recheck_article: str = ""
    figures: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
