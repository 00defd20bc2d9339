"""Which dossiers are made for a rulebook: a complete one, and for each rule one that misses this rule alone?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.rehearsal.amounts import (
    StatedAmounts,
    complete,
    focuses,
    keeping_ratios,
    within,
)
from pipeline.rehearsal.missed import Missed, missed_by
from pipeline.rehearsal.papers import only_some, way_of
from pipeline.rehearsal.places import by_answer, by_place
from pipeline.rehearsal.scored import short_of_points
from pipeline.rulebook.wording import subject
from schemas.measures import measure_of
from schemas.rulebook import Condition, Material, Procedure, Rulebook
from validators.forms import MAY_BE_EMPTY

COMPLETE = "complete"
# Without their form a dossier has nothing to judge, whatever else is in it.
_FORMS = frozenset({"application_form", "review_form"})
# Without them it cannot be told whose dossier it is, and how old.
_MAIN_BLANKS = frozenset({"applicant_name", "registered_on"})
BLANKS_RULE = "form.application"
SCORE = "condition.score"


@dataclass(frozen=True, slots=True)
class RehearsalCase:
    """One dossier: what it states, and the one rule that it misses (empty: none).

    ``without`` is the item whose papers are not there, ``blanks`` those that are left empty; ``base`` the id of the
    complete dossier that it is held against.
    """

    id: str
    title: str
    rule: str
    article: str
    procedure: str
    amounts: StatedAmounts
    base: str
    without: str = ""
    blanks: tuple[str, ...] = ()
    for_people: bool = False
    """The regulation or the measure leaves what misses it to people: it is never failed outright."""
    with_it: frozenset[str] = frozenset()
    """Rules that ask for the same paper, and so fail with it."""


def cases(rulebook: Rulebook) -> Iterator[RehearsalCase]:
    """The complete dossiers first, then one for each rule in the order of the file."""
    for procedure in rulebook.procedures.values():
        for focus in focuses(rulebook) if procedure.conditions_count else ("",):
            base = _base(procedure, focus)
            amounts = complete(rulebook, focus)
            yield RehearsalCase(
                base, f"{procedure.title}：齐全的一份{_said(focus)}", "", "", procedure.id, amounts, base
            )
        if procedure.conditions_count:
            yield from _conditions(rulebook, procedure)
            yield from _points(rulebook, procedure)
        yield from _materials(rulebook, procedure)
        yield from _blanks(rulebook, procedure)


def _base(procedure: Procedure, focus: str) -> str:
    own = COMPLETE if procedure.id == "application" else f"{COMPLETE}.{procedure.id}"
    return f"{own}.{focus}" if focus else own


def _said(focus: str) -> str:
    return {"employees": "（以员工培训为主）", "managers": "（以管理者培训为主）"}.get(focus, "")


def _conditions(rulebook: Rulebook, procedure: Procedure) -> Iterator[RehearsalCase]:
    usual = next(iter(focuses(rulebook)))
    functions = rulebook.every_function()
    inner = tuple(one for each in functions for path in each.paths for one in path)
    for condition in (*rulebook.conditions, *inner):
        focus = condition.when[1] if condition.when is not None else usual
        for missed in _each_missed(rulebook, condition, complete(rulebook, focus)):
            rule = f"condition.{condition.rule}"
            title = f"{subject(condition)}：{missed.said}"
            name = rule if condition.when is None else f"{rule}.{focus}"
            base, left = _base(procedure, focus), _left(condition)
            name = f"{name}.{missed.id}" if missed.id else name
            yield RehearsalCase(
                name, title, rule, condition.article, procedure.id, missed.amounts, base, for_people=left
            )


def _points(rulebook: Rulebook, procedure: Procedure) -> Iterator[RehearsalCase]:
    """Those that miss the points, where the regulation gives points."""
    amounts = complete(rulebook, next(iter(focuses(rulebook))))
    for short in short_of_points(rulebook, amounts):
        article = rulebook.score.article if rulebook.score is not None else ""
        name = f"{SCORE}.{short.id}" if short.id else SCORE
        yield RehearsalCase(
            name, f"评分：{short.said}", SCORE, article, procedure.id, short.amounts, _base(procedure, amounts.focus)
        )


def _each_missed(rulebook: Rulebook, condition: Condition, amounts: StatedAmounts) -> Iterator[Missed]:
    """What is stated instead: of bounds for some one dossier each, of several ways all of them missed at once."""
    if condition.any_of:
        found = _every_way(rulebook, condition, amounts)
        yield from [found] if found is not None else []
        return
    if condition.bounds:
        for place, single in by_place(rulebook, condition):
            short = missed_by(single, replace(amounts, place=place.called))
            yield from [replace(short, id=place.words, said=f"{place.words}，{short.said}")] if short else []
        for answers, single in by_answer(condition):
            short, words = missed_by(single, replace(amounts, answers=answers)), "、".join(answers.values())
            yield from [replace(short, id=words, said=f"{words}，{short.said}")] if short else []
        return
    short = missed_by(condition, amounts)
    if short is not None:
        yield replace(short, amounts=keeping_ratios(rulebook, short.amounts, condition.measure))


def _every_way(rulebook: Rulebook, condition: Condition, amounts: StatedAmounts) -> Missed | None:
    """Every way missed by a little; None where another rule asks more of one of the measures than that."""
    said = []
    for way in condition.any_of:
        missed = next((one for one in (missed_by(member, amounts) for member in way) if one is not None), None)
        if missed is None:
            return None
        said.append(f"{subject(way[0])} {missed.said}")
        amounts = missed.amounts
    others = (one for one in rulebook.conditions if one is not condition and one.bounded)
    if not all(within(one, amounts.of(one.measure)) for one in others if one.measure in amounts.exact):
        return None
    return Missed("，".join(said), amounts)


def _left(condition: Condition) -> bool:
    return condition.relaxation is not None or measure_of(condition.measure).for_people or bool(condition.material)


def unrehearsed(rulebook: Rulebook) -> tuple[str, ...]:
    """What the rulebook asks besides, in its words, for which no dossier is made: what people judge, one of several."""
    made = {case.rule for case in cases(rulebook)}
    asked = tuple(one.asks for one in rulebook.conditions if f"condition.{one.rule}" not in made)
    return (*asked, *(["评分"] if rulebook.score is not None and SCORE not in made else []))


def _materials(rulebook: Rulebook, procedure: Procedure) -> Iterator[RehearsalCase]:
    amounts = complete(rulebook, next(iter(focuses(rulebook))) if procedure.conditions_count else "")
    base = _base(procedure, amounts.focus)
    for material in procedure.materials:
        kinds = {demand.kind for demand in way_of(material)}
        form = rulebook.forms[procedure.form].kind
        if not material.optional and not kinds & (_FORMS | {form}) and not only_some(material):
            rule = f"material.{material.item}"
            name = rule if procedure.id == "application" else f"{procedure.id}.{rule}"
            title = f"缺少{material.title}"
            case = RehearsalCase(
                name, title, rule, material.article, procedure.id, amounts, base, without=material.item
            )
            shared = {f"material.{one.item}" for one in procedure.materials if _kinds(one) & kinds}
            yield replace(case, with_it=frozenset(shared), for_people=bool(material.hinted_by))


def _kinds(material: Material) -> set[str]:
    return {demand.kind for way in material.alternatives for demand in way}


def _blanks(rulebook: Rulebook, procedure: Procedure) -> Iterator[RehearsalCase]:
    """One dossier in which every blank that is asked is left empty: each of them is told."""
    form = rulebook.forms[procedure.form]
    amounts = complete(rulebook, next(iter(focuses(rulebook))) if procedure.conditions_count else "")
    keys = tuple(key for key in form.blanks() if key not in MAY_BE_EMPTY | _MAIN_BLANKS) if form.in_text else ()
    if keys:
        name = BLANKS_RULE if procedure.id == "application" else f"{procedure.id}.{BLANKS_RULE}"
        title = f"申请表的 {len(keys)} 处空格留空"
        yield RehearsalCase(
            name, title, BLANKS_RULE, form.source, procedure.id, amounts, _base(procedure, amounts.focus), blanks=keys
        )
