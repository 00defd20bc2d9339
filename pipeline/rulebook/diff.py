"""In what do two rulebooks differ? Bounds, clauses and whom they are for, judgements, items and how they are bound."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from pipeline.rulebook.wording import (
    bound,
    dates,
    function_title,
    how_many,
    papers,
    passing,
    paths,
    points,
    remarks,
    subject,
    whose,
)
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import together
from schemas.rulebook import Condition, Procedure, Rulebook


def differences(old: Rulebook, new: Rulebook) -> list[str]:
    """One line per difference, in Chinese; nothing where the two ask the same."""
    with while_speaking(together([new.own, old.own])):
        return _differences(old, new)


def _differences(old: Rulebook, new: Rulebook) -> list[str]:
    return [
        *_changed({"": _asked(dates(old.in_force))}, {"": _asked(dates(new.in_force))}, "施行"),
        *_changed(_conditions(old), _conditions(new), "条件"),
        *_changed(_points(old), _points(new), "评分"),
        *_changed(_functions(old), _functions(new), "功能"),
        *_changed(_notes(old), _notes(new), "备注"),
        *_changed(_judgements(old), _judgements(new), "由人判断的要求"),
        *_procedures(old, new),
    ]


def _asked(asks: str, title: str = "") -> tuple[str, str]:
    return title, asks


def _changed(
    old: Mapping[Hashable, tuple[str, str]],
    new: Mapping[Hashable, tuple[str, str]],
    what: str,
) -> Iterator[str]:
    """What stands under each key: a title, and what is asked; only the latter is compared."""
    for key, (title, asks) in old.items():
        if key not in new:
            yield f"{what}减少：{_said(title, asks)}"
        elif new[key][1] != asks:
            yield f"{what}改变：{_said(title, asks)} → {new[key][1]}"
    for key, (title, asks) in new.items():
        if key not in old:
            yield f"{what}增加：{_said(title, asks)}"


def _said(title: str, asks: str) -> str:
    return f"{title}：{asks}" if title else asks


def _conditions(book: Rulebook) -> dict[Hashable, tuple[str, str]]:
    """Each condition by what it is on. The article is not compared: another regulation counts otherwise."""
    return {
        (one.measure, one.when, one.name): _asked(bound(one) + _clause(one), subject(one)) for one in book.conditions
    }


def _points(book: Rulebook) -> dict[Hashable, tuple[str, str]]:
    if book.score is None:
        return {}
    rule: dict[Hashable, tuple[str, str]] = {"": _asked(passing(book.score), "合格")}
    return rule | {one.id: _asked(points(one), one.title) for one in book.score.items}


def _clause(condition: Condition) -> str:
    """What may be relaxed, for whom and how far."""
    if condition.relaxation is None:
        return ""
    whom = whose(condition.relaxation)
    return f"（{condition.relaxation.asks}{f'：{whom}' if whom else ''}）"


def _judgements(book: Rulebook) -> dict[Hashable, tuple[str, str]]:
    """What is left to people, by its id."""
    return {one.id: _asked(one.asks) for one in book.judgements}


def _functions(book: Rulebook) -> dict[Hashable, tuple[str, str]]:
    if book.functions is None:
        return {}
    rule: dict[Hashable, tuple[str, str]] = {"": _asked(how_many(book.functions), "须达到的项数")}
    return rule | {one.id: _asked(paths(one), function_title(one)) for one in book.functions.functions}


def _notes(book: Rulebook) -> dict[Hashable, tuple[str, str]]:
    blanks: dict[Hashable, tuple[str, str]] = {
        one.id: _asked(f"{one.source}“{one.title}”") for one in book.paper_blanks
    }
    return blanks | {one.measure or f"{one.table}.{one.column}": _asked(one.text) for one in book.notes}


def _procedures(old: Rulebook, new: Rulebook) -> Iterator[str]:
    for name in dict.fromkeys([*old.procedures, *new.procedures]):
        titles = [book.procedures[name].title for book in (old, new) if name in book.procedures]
        before, after = old.procedures.get(name), new.procedures.get(name)
        if before is not None and after is not None:
            yield from _changed({"": _asked(_manner(before))}, {"": _asked(_manner(after))}, titles[0])
        yield from _changed(_items(before), _items(after), f"{titles[0]}材料")


def _manner(procedure: Procedure) -> str:
    """In what order the papers are bound, and whether the conditions count."""
    order = "须按顺序装订" if procedure.in_order else "不要求按顺序装订"
    return order + ("，判断认定条件" if procedure.conditions_count else "，认定条件只作参考")


def _items(procedure: Procedure | None) -> dict[Hashable, tuple[str, str]]:
    """Each item by the papers that prove it, since numbers and titles differ from one regulation to the next."""
    found: dict[Hashable, tuple[str, str]] = {}
    for one in () if procedure is None else procedure.materials:
        kinds = frozenset(demand.kind for way in one.alternatives for demand in way)
        asked = remarks(one)
        found[kinds] = _asked(f"凭{papers(one)}" + (f"，{asked}" if asked else ""), one.title)
    return found
