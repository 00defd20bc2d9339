"""In what do two rulebooks differ? Bounds changed, conditions and items added or dropped."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from pipeline.rulebook.wording import bound, dates, function_title, how_many, papers, paths, relaxed, remarks, subject
from schemas.rulebook import Procedure, Rulebook


def differences(old: Rulebook, new: Rulebook) -> list[str]:
    """One line per difference, in Chinese; nothing where the two ask the same."""
    return [
        *_changed({"": _asked(dates(old.in_force))}, {"": _asked(dates(new.in_force))}, "施行"),
        *_changed(_conditions(old), _conditions(new), "条件"),
        *_changed(_functions(old), _functions(new), "功能"),
        *_changed(_notes(old), _notes(new), "备注"),
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
        (one.measure, one.when): _asked(bound(one) + _clause(relaxed(one)), subject(one)) for one in book.conditions
    }


def _clause(words: str) -> str:
    return f"（{words.partition('：')[2]}）" if words else ""


def _functions(book: Rulebook) -> dict[Hashable, tuple[str, str]]:
    if book.functions is None:
        return {}
    rule: dict[Hashable, tuple[str, str]] = {"": _asked(how_many(book.functions), "须达到的项数")}
    return rule | {one.id: _asked(paths(one), function_title(one)) for one in book.functions.functions}


def _notes(book: Rulebook) -> dict[Hashable, tuple[str, str]]:
    return {one.measure: _asked(one.text) for one in book.notes}


def _procedures(old: Rulebook, new: Rulebook) -> Iterator[str]:
    for name in dict.fromkeys([*old.procedures, *new.procedures]):
        titles = [book.procedures[name].title for book in (old, new) if name in book.procedures]
        yield from _changed(_items(old.procedures.get(name)), _items(new.procedures.get(name)), f"{titles[0]}材料")


def _items(procedure: Procedure | None) -> dict[Hashable, tuple[str, str]]:
    """Each item by the papers that prove it, since numbers and titles differ from one regulation to the next."""
    found: dict[Hashable, tuple[str, str]] = {}
    for one in () if procedure is None else procedure.materials:
        kinds = frozenset(demand.kind for way in one.alternatives for demand in way)
        asked = remarks(one)
        found[kinds] = _asked(f"凭{papers(one)}" + (f"，{asked}" if asked else ""), one.title)
    return found
