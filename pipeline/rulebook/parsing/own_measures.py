"""Which measures does a rulebook bring along, and where are they read or what are they worked out from?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from schemas.measures import EXACT, HALF_POINT, MEASURES, ONE_PERCENT, CountedFrom, Kind, Measure
from schemas.regulation.recipes import CountedPapers, CountedRows, Quotient, StatementRow
from schemas.strict_yaml import Marked

KEY = re.compile(r"[a-z][a-z0-9_]*")
KINDS: Mapping[str, Kind] = {"number": "number", "text": "text", "truth": "truth", "date": "date"}
_OPTIONAL = "unit kind tolerance read share_of of per in growth_of from words over_100"
_SOURCES = {"form": "form", "operations": "form.operations", "form.operations": "form.operations"}
_STATEMENTS = ("income", "balance")
_HOW = (
    "read 写从哪里读：form（申报表同名的栏）、operations（年度运营表同名的列）、{audit: [报表行名]}、"
    "{list: 名单, where: {列: [词]}}、{list: 名单, sum: 列}、{papers: [材料种类]}"
)


def own_measures(marked: Marked | None) -> tuple[Measure, ...]:
    """The section ``measures``."""
    return () if marked is None else tuple(_measure(name, one) for name, one in marked.pairs())


def _measure(name: str, marked: Marked) -> Measure:
    if not KEY.fullmatch(name):
        marked.amiss(f"度量的名字“{name}”只能用小写英文字母、数字和下划线，例如 rd_cost", None)
    if name in MEASURES.ours:
        marked.amiss(f"“{name}”（{MEASURES[name].title}）是程序已有的度量，直接使用即可；自己的请换一个名字", None)
    fields = marked.fields("title", _OPTIONAL)
    quotient = _quotient(marked, fields)
    growth = fields["growth_of"].text() if "growth_of" in fields else ""
    if "from" in fields and not growth:
        fields["from"].amiss("from（上一年度的度量）要和 growth_of 写在一起", None)
    if growth and quotient:
        marked.amiss("growth_of（增长率）和 share_of（占比）只能写一个", None)
    per_cent = growth or (quotient is not None and "share_of" in fields)
    unit = fields["unit"].text() if "unit" in fields else "%" if per_cent else ""
    kind = _kind(fields)
    if kind == "number" and not unit:
        marked.amiss("数量要写单位 unit，例如 万元、人、项、%；不是数量的写 kind: text（文字）或 truth（是、否）", None)
    absolute, relative = _tolerance(fields.get("tolerance"), unit)
    stated, rows, statement, papers = _read(fields, worked_out=bool(per_cent or quotient))
    return Measure(
        name,
        fields["title"].text(),
        unit,
        kind,
        absolute,
        relative,
        stated_in=stated,
        rests_on=tuple(_rests_on(one) for one in rows),
        made_of=(quotient.whole, quotient.part) if quotient is not None and "share_of" in fields else (),
        quotient=quotient,
        growth_of=growth,
        growth_from=fields["from"].text() if "from" in fields else "",
        rows=rows,
        statement=statement,
        papers=papers,
        words=fields["words"].texts() if "words" in fields else (),
        over_whole=bool(growth) or ("over_100" in fields and fields["over_100"].truth()),
    )


def _kind(fields: Mapping[str, Marked]) -> Kind:
    said = fields["kind"].text() if "kind" in fields else "number"
    if said in KINDS:
        return KINDS[said]
    return fields["kind"].amiss(f"kind 写 {'、'.join(KINDS)} 之一", "number")


def _quotient(marked: Marked, fields: Mapping[str, Marked]) -> Quotient | None:
    given = {key for key in ("share_of", "of", "per", "in") if key in fields}
    if not given:
        return None
    if given == {"share_of", "in"}:
        return Quotient(fields["share_of"].text(), fields["in"].text())
    if given == {"of", "per", "in"}:
        return Quotient(fields["of"].text(), fields["in"].text(), fields["per"].number())
    how = "占比写 share_of（分子）和 in（分母）；每多少配多少写 of（分子）、per（每多少）和 in（分母）"
    return marked.amiss(how, None)


def _tolerance(marked: Marked | None, unit: str) -> tuple[Decimal | None, Decimal | None]:
    """How far two places may differ: as said, else not at all, money by 1 %, shares by half a point."""
    if marked is None:
        if unit in ("万元", "元", "亿元"):
            return None, ONE_PERCENT
        return (HALF_POINT, None) if unit == "%" else (EXACT, None)
    text = marked.text()
    if text == "exact":
        return EXACT, None
    if text.endswith("%") and text[:-1].replace(".", "", 1).isdecimal():
        return None, Decimal(text[:-1]) / 100
    return marked.number(), None


def _read(
    fields: Mapping[str, Marked], *, worked_out: bool
) -> tuple[tuple[str, ...], tuple[CountedRows, ...], StatementRow | None, CountedPapers | None]:
    """Where it is read. By default in the blank of its own name, unless it is worked out."""
    if "read" not in fields:
        return (() if worked_out else ("form",)), (), None, None
    stated: list[str] = []
    rows: list[CountedRows] = []
    statement: StatementRow | None = None
    papers: CountedPapers | None = None
    for one in fields["read"].list() if fields["read"].kind == "sequence" else (fields["read"],):
        if one.kind == "scalar":
            source = _SOURCES.get(one.text())
            stated += [source] if source else one.amiss(_HOW, [])
        elif "list" in one.entries:
            rows.append(_rows(one))
        elif "audit" in one.entries:
            statement = _statement(one)
        elif "papers" in one.entries:
            papers = _papers(one)
        else:
            one.amiss(_HOW, None)
    return tuple(dict.fromkeys(stated)), tuple(rows), statement, papers


def _rows(marked: Marked) -> CountedRows:
    fields = marked.fields("list", "where sum")
    where = tuple((column, words.texts()) for column, words in fields["where"].pairs()) if "where" in fields else ()
    return CountedRows(fields["list"].text(), where, fields["sum"].text() if "sum" in fields else "")


def _papers(marked: Marked) -> CountedPapers:
    fields = marked.fields("papers", "valid_on levels years")
    if "valid_on" in fields and fields["valid_on"].text() != "reckoning":
        fields["valid_on"].amiss("valid_on 只能写 reckoning（核算日当天须在有效期内）", None)
    levels = fields["levels"].texts() if "levels" in fields else ()
    within = fields["years"].whole() if "years" in fields else 0
    return CountedPapers(fields["papers"].texts(), "valid_on" in fields, levels, within)


def _statement(marked: Marked) -> StatementRow:
    fields = marked.fields("audit", "statement")
    labels = fields["audit"].texts() if fields["audit"].kind == "sequence" else (fields["audit"].text(),)
    statement = fields["statement"].text() if "statement" in fields else "income"
    if statement not in _STATEMENTS:
        fields["statement"].amiss("statement 写 income（利润表）或 balance（资产负债表）", None)
    return StatementRow(labels, statement)


def _rests_on(counted: CountedRows) -> CountedFrom:
    columns = (*(column for column, _ in counted.where), *([counted.column] if counted.column else []))
    return CountedFrom(f"list.{counted.table}", counted.table, columns)
