"""Wrong judgements, clauses, notes, procedures and heads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tests.builders.mutation import Mutation, Original

_COUNTED_ELSE = {"staff_count": "qualified_staff_count", "enterprises_served": "titled_enterprises_served"}


def of_the_rest(original: Original) -> Iterator[Mutation]:
    """Every mutation of what is neither a bound nor an item."""
    yield from _judgements(original)
    yield from _relaxations(original)
    yield from _notes(original)
    yield from _paper_blanks(original)
    yield from _procedures(original)
    yield from _head(original)


def _judgements(original: Original) -> Iterator[Mutation]:
    judgements = original.book.get("judgements", ())
    cited = list(dict.fromkeys(one["article"] for one in judgements))
    for at, one in enumerate(judgements):
        path, where = ("judgements", at), one["id"]
        yield original.cut("judgement deleted", where, path)
        yield original.put("asks: of another rule", where, (*path, "asks"), judgements[at - 1]["asks"])
        yield original.put("asks: word added", where, (*path, "asks"), f"连续三年{one['asks']}")
        other = cited[cited.index(one["article"]) - 1]
        yield original.put("article moved", f"{where} → {other}", (*path, "article"), other)


def _relaxations(original: Original) -> Iterator[Mutation]:
    for at, one in enumerate(original.book.get("relaxations", ())):
        path, where = ("relaxations", at), one["article"]
        yield original.cut("clause dropped", where, path)
        yield original.put("article moved", where, (*path, "article"), one["covers"][0])
        for nth, covered in enumerate(one["covers"]):
            yield original.cut("clause covers less", covered, (*path, "covers", nth))
        if "when" in one:
            yield original.cut("kinds of applicant", where, (*path, "when"))


def _notes(original: Original) -> Iterator[Mutation]:
    for at, one in enumerate(original.book.get("notes", ())):
        path, where = ("notes", at), one["table"]
        yield original.cut("note dropped", where, path)
        yield original.put("bound changed", f"note {where}", (*path, "at_least"), one["at_least"] + 1)
        yield original.put("note of another list", where, (*path, "table"), "equipment")
        if "measure" in one:
            other = _COUNTED_ELSE[one["measure"]]
            yield original.put("measure of the same unit", f"note {where}", (*path, "measure"), other)


def _paper_blanks(original: Original) -> Iterator[Mutation]:
    """A blank may be left out, and is then not told; what is said of it must be so."""
    for at, one in enumerate(original.book.get("paper_blanks", ())):
        path, where = ("paper_blanks", at), one["id"]
        yield original.put("blank that is not printed", where, (*path, "title"), f"示例{one['title']}")
        yield original.put("blank on another paper", where, (*path, "paper"), "lease")
        if "fact" in one:
            other = "made_on" if one["fact"] == "county" else "county"
            yield original.put("blank read as another", where, (*path, "fact"), other)
        if "figure" in one:
            yield original.put("blank that is no total", where, (*path, "title"), "序号")


def _procedures(original: Original) -> Iterator[Mutation]:
    procedures = original.book["procedures"]
    for name, one in procedures.items():
        path = ("procedures", name)
        yield original.put("in_order flipped", name, (*path, "in_order"), not one.get("in_order", False))
        counted = not one.get("conditions_count", True)
        yield original.put("conditions_count flipped", name, (*path, "conditions_count"), counted)
        for nth, table in enumerate(one.get("lists", ())):
            yield original.cut("list dropped", f"{name} {table}", (*path, "lists", nth))
        for condition in original.book.get("conditions", ())[:1]:
            yield original.put("article moved", name, (*path, "article"), condition["article"].partition("（")[0])
    if len(procedures) > 1:
        yield original.cut("procedure dropped", "review", ("procedures", "review"))


def _head(original: Original) -> Iterator[Mutation]:
    force = original.book["in_force"]
    for key in ("from", "until"):
        path = ("in_force", key)
        if key in force:
            yield original.put("date changed", key, path, force[key] + dt.timedelta(days=31))
            yield original.cut("date dropped", key, path)
        else:
            yield original.put("date invented", key, path, dt.date(2031, 5, 6))
    yield original.put("article moved", "in_force", ("in_force", "article"), "第一条")
    yield original.put("head changed", "title", ("title",), f"示例{original.at('title')}")
    yield original.put("head changed", "region", ("region",), "示例市")
    yield original.put("head changed", "issuer", ("issuer",), "示例市商务局", evidence=original.at("region") != "全国")
    numbered = any(sign.isdigit() for sign in original.at("number"))
    yield original.put("head changed", "number", ("number",), "示工信〔2031〕9号", evidence=numbered)
