"""How is a rule said to a clerk? Short Chinese for bounds, papers, dates; used by show and diff."""

from __future__ import annotations

from decimal import Decimal

from extractors.vocabulary.papers import vocabulary
from schemas.application import BLANKS
from schemas.measures import FUNCTION_TITLES, MEASURES, Measure
from schemas.regulation.score import Score, ScoreItem
from schemas.rulebook import Condition, Demand, FunctionsRule, InForce, Material, Relaxation, ServiceFunction
from schemas.tables import LISTS

_FEW = 5
_FOCUS = {"employees": "以员工培训为主", "managers": "以管理者培训为主"}


def subject(condition: Condition) -> str:
    """What the bound is on: 资产总额; of a rule without a measure its own sentence."""
    measure = MEASURES.get(condition.measure)
    name = condition.asks if condition.any_of or condition.none_of or measure is None else measure.title
    if condition.when is None:
        return name
    return f"{name}（{_FOCUS.get(condition.when[1], condition.when[1])}时）"


def bound(condition: Condition) -> str:
    """What the bound asks: 不少于 30 万元; 珠三角 不少于 60 家，其他 不少于 30 家; 甲 或 乙."""
    if condition.any_of:
        ways = ["、".join(f"{subject(one)}{bound(one)}" for one in way) for way in condition.any_of]
        return "；或 ".join(ways)
    if condition.none_of is not None:
        years = f"近 {condition.none_of.years} 年" if condition.none_of.years else ""
        return f"{years}没有：{'、'.join(condition.none_of.words)}"
    if condition.bounds:
        return "，".join(
            f"{one.whom.words} {_between(one.at_least, one.at_most, condition)}" for one in condition.bounds
        )
    if condition.bounded:
        over = f"（{condition.steps} 年）" if condition.steps else ""
        return _between(condition.at_least, condition.at_most, condition) + over
    if condition.equals:
        return f"为{condition.equals}"
    return "近两年增长" if condition.rising else f"有材料 {condition.material}"


def _between(low: Decimal | None, high: Decimal | None, condition: Condition) -> str:
    unit = _unit(condition)
    least = [] if low is None else [f"不少于 {low:,}{unit}"]
    return "、".join([*least, *([] if high is None else [f"不超过 {high:,}{unit}"])])


def relaxed(condition: Condition) -> str:
    """What a clause says of relaxing it; empty where none does."""
    clause = condition.relaxation
    return "" if clause is None else f"{clause.article}：{clause.asks}"


def whose(clause: Relaxation) -> str:
    """Whom a clause that relaxes is for, and how far it goes: 对事业单位、社团，放宽至 100."""
    kinds = [f"对{'、'.join(clause.organisation_types)}"] if clause.organisation_types else []
    places = [f"对{_few(clause.regions)}"] if clause.regions else []
    far = [f"放宽至 {clause.to:,}"] if clause.to is not None else []
    return "，".join([*kinds, *places, *far])


def _few(names: tuple[str, ...]) -> str:
    """The first names of a long list, and how many there are."""
    return "、".join(names) if len(names) <= _FEW else f"{'、'.join(names[:_FEW])}等 {len(names)} 地"


def _unit(condition: Condition) -> str:
    measure = MEASURES.get(condition.measure)
    unit = "" if measure is None else "%" if measure.kind == "truth" else measure.unit
    return unit if unit in ("", "%") else f" {unit}"


def function_title(function: ServiceFunction) -> str:
    """The function by name: 信息服务."""
    return function.title or FUNCTION_TITLES.get(function.id, function.id)


def paths(function: ServiceFunction) -> str:
    """The bounds of the function: 、 between those that all must hold, 或 between ways."""
    if function.manual:
        return f"由人核对：{function.manual}"
    ways = ["、".join(f"{_short(one)}{bound(one)}" for one in way) for way in function.paths]
    return "；或 ".join(ways)


def _short(condition: Condition) -> str:
    return subject(condition).partition("：")[2] or subject(condition)


def how_many(rule: FunctionsRule) -> str:
    """How many functions must be met."""
    if rule.claimed:
        return "申报的每一项都要达到"
    if rule.by_type:
        return "、".join(f"{kind}平台至少 {count} 项" for kind, count in rule.by_type.items())
    return f"至少 {rule.at_least} 项"


def papers(material: Material) -> str:
    """What proves the item: 甲 或 乙＋丙."""
    return " 或 ".join("＋".join(_paper(demand) for demand in way) for way in material.alternatives)


def _paper(demand: Demand) -> str:
    kind = vocabulary().kinds.get(demand.kind)
    if kind is None:
        return demand.kind
    titles = {part.id: part.title for part in kind.parts}
    said = (
        ("含" + "、".join(titles.get(part, part) for part in demand.parts), bool(demand.parts)),
        ("须见到级别：" + "、".join(demand.levels), bool(demand.levels)),
        ("须有这样的行：" + "、".join(_column(column) for column in demand.rows), bool(demand.rows)),
        ("不得载有不良记录", demand.clean),
        (f"须足以证明{MEASURES[demand.proves].title if demand.proves in MEASURES else ''}", bool(demand.proves)),
        (f"按{LISTS[demand.each].title if demand.each in LISTS else demand.each}逐一核对", bool(demand.each)),
    )
    inside = "；".join(words for words, holds in said if holds)
    return f"{kind.title}（{inside}）" if inside else kind.title


def _column(key: str) -> str:
    columns = (column for spec in LISTS.values() for column in spec.columns)
    return next((column.title for column in columns if column.key == key), key)


def remarks(material: Material) -> str:
    """What else is asked of the item."""
    said = (
        ("可不交", material.optional),
        ("须为提交当月", material.same_month),
        ("须为上一年度", material.last_year),
        ("须盖章", material.sealed),
        ("缺章即不齐", material.seal_decides),
        (f"须 {material.count} 份", material.count > 1),
        (f"须近 {material.years} 个年度各一份", material.years > 1),
        *_of_term(material),
        (needed(material), material.needed is not None),
        (f"{material.beside.source}另写有：{material.beside.asks}" if material.beside else "", bool(material.beside)),
    )
    return "、".join(words for words, holds in said if holds)


def _of_term(material: Material) -> tuple[tuple[str, bool], ...]:
    term = material.validity
    if term is None:
        return ()
    return ("须在有效期内", term.on_day), (f"期限不少于 {term.years} 年", term.years > 0)


def needed(material: Material) -> str:
    """In which case the item is asked for; empty where always."""
    case = material.needed
    if case is None:
        return ""
    if case.whom is not None:
        return f"只对{case.whom.words}"
    if case.blank:
        title = BLANKS[case.blank].title if case.blank in BLANKS else case.blank
        return f"“{title}”{'填写' if case.filled else '未填写'}时"
    if case.condition:
        return f"{'达到' if case.met else '未达到'} {case.condition} 时"
    return "走直通条件时" if case.way == "direct" else "按评分时"


def read_where(measure: Measure) -> str:
    """Where a measure of a rulebook's own comes from."""
    if measure.quotient is not None:
        part, whole = measure.quotient.part, measure.quotient.whole
        return f"{_titled(part)} ÷ {_titled(whole)}" + ("" if measure.unit == "%" else f" × {measure.quotient.times}")
    if measure.growth_of:
        return f"年度运营表“{measure.growth_of}”的增长率"
    where = [{"form": "申报表", "form.operations": "年度运营表"}[source] for source in measure.stated_in]
    where += [f"名单 {row.table}" for row in measure.rows]
    where += [f"财务报表“{'、'.join(measure.statement.labels)}”"] if measure.statement else []
    where += ["材料份数"] if measure.papers else []
    return "；".join(where)


def _titled(measure: str) -> str:
    return MEASURES[measure].title if measure in MEASURES else measure


def points(item: ScoreItem) -> str:
    """The classes of an item with their points: 5%以上 20 分，3%-5% 15 分."""
    return "，".join(f"{one.says} {one.points} 分" for one in item.classes) + ("（由人判断）" if item.by_person else "")


def passing(score: Score) -> str:
    """What the points must come to, and the ways around them."""
    each = "、".join(f"{one.part}不少于 {one.at_least} 分" for one in score.thresholds)
    whole = f"总分不少于 {score.at_least} 分" + (f"，其中{each}" if each else "")
    ways = "；或 ".join(f"{one.asks}" for one in score.direct)
    return f"{whole}；或满足其一：{ways}" if ways else whole


def dates(force: InForce) -> str:
    """From when to when."""
    begin = "起始日期未载明" if force.since is None else f"自 {force.since} 起"
    end = "未载明有效期" if force.until is None else f"至 {force.until} 止"
    return f"{begin}，{end}"


def in_force(force: InForce) -> str:
    """From when to when, and what to check."""
    return dates(force) + (f"。{force.note}" if force.note else "")
