"""How does a draft become the YAML files of a rulebook, every line with its mark and its reason?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from pipeline.drafting.clauses.judgements import words_of
from pipeline.drafting.clauses.relaxations import laid_over
from pipeline.drafting.clauses.scores import DIRECT, HEAD, ITEMS
from pipeline.drafting.points import Draft, DraftMark, Point, Rule, Written, full_width
from pipeline.rulebook.checks.phrases import plain_number

_MARKS = {DraftMark.CERTAIN: "照抄", DraftMark.CONFIRM: "请确认", DraftMark.ASKED: "待定"}
_ANSWERED = "已答复"
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z_（）〔〕“”《》][\u4e00-\u9fff\w（）〔〕“”《》、；：。，％%/.\-—]*")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_SENTENCES = frozenset({"asks", "title", "text", "why", "note"})
_HEAD = ("title", "issuer", "number", "region")


def rulebook_yaml(draft: Draft) -> str:
    """The rulebook's file."""
    return "\n".join(_lines(draft)) + "\n"


def form_yaml(form: Rule) -> str:
    """One blank form's file."""
    return "\n".join(_form_lines(form)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    head = _head(draft)
    yield f"# {head['title']}。由 dossier rulebook new 起草；行末写明照抄、请确认、待定（留给人工）或已答复。"
    yield f"id: {scalar(draft.id)}"
    for key in _HEAD:
        point = next(one for one, written in draft.written("head") if key in written.rule)
        yield f"{key}: {scalar(full_width(str(head[key])))}{_mark(point)}"
    yield f"in_force: {flow(head['in_force'])}{_mark(_point(draft, 'head·in_force'))}"
    yield f"titles: {flow(head['titles'])}"
    yield from (f"qualified: {flow(one.rule)}{_mark(point)}" for point, one in list(draft.written("qualified"))[:1])
    for section in ("regions", "measures", "lists", "papers"):
        own: dict[str, object] = {}
        for _, one in draft.written(section):
            own = {**own, **{key: _with_words(own.get(key), rule) for key, rule in one.rule.items()}}
        yield from [f"{section}:", *(f"  {key}: {flow(rule)}" for key, rule in own.items())] if own else []
    yield f"forms: {flow([form['id'] for form in draft.forms])}"
    yield ""
    yield from _conditions(draft)
    yield from _section(draft, "relaxations")
    yield from _functions(draft)
    yield from _score(draft)
    yield from _section(draft, "notes")
    yield from _section(draft, "judgements")
    yield from _section(draft, "manual")
    yield "procedures:"
    for name, procedure in draft.procedures.items():
        yield f"  {name}:"
        yield from (f"    {key}: {flow(value)}" for key, value in procedure.items())
        yield "    materials:"
        yield from (f"      - {flow(one.rule)}{_mark(point)}" for point, one in draft.written(f"materials.{name}"))


def _with_words(before: object, rule: object) -> object:
    """What is brought along twice, with the words of both clauses that speak of it."""
    if not (isinstance(before, Mapping) and isinstance(rule, Mapping)):
        return rule
    words = dict.fromkeys([*before.get("words", ()), *rule.get("words", ())])
    return {**before, **rule, **({"words": list(words)} if words else {})}


def _head(draft: Draft) -> dict[str, object]:
    """The head's values, with those that a person wrote in place of the drafted ones."""
    head: dict[str, object] = {}
    for point, written in draft.written("head"):
        rule = dict(written.rule)
        if point.chosen == "other" and point.told:
            key = next(iter(rule))
            force = rule.get("in_force")
            rule[key] = {**force, "from": point.told} if isinstance(force, dict) else point.told
        head |= rule
    return head


def _point(draft: Draft, name: str) -> Point:
    return next(point for point in draft.points if point.id == name)


def _conditions(draft: Draft) -> Iterator[str]:
    pairs = list(draft.written("conditions"))
    clauses = [written.rule for _, written in draft.written("may_relax")]
    rules = laid_over([written.rule for _, written in pairs], clauses)
    yield "conditions:" if rules else "conditions: []"
    for (point, _), rule in zip(pairs, _told_apart(rules), strict=True):
        yield f"  - {flow(rule)}{_mark(point)}"
    yield ""


def _told_apart(rules: Sequence[Rule]) -> Iterator[Rule]:
    """A second condition on one measure has a name of its own, as each has its finding."""
    seen: dict[object, int] = {}
    for rule in rules:
        measure = rule.get("measure", rule.get("id"))
        seen[measure] = seen.get(measure, 0) + 1
        yield rule if seen[measure] == 1 else {"id": f"{measure}_{seen[measure]}", **rule}


def _section(draft: Draft, section: str) -> Iterator[str]:
    pairs = _once(list(draft.written(section)))
    if pairs:
        yield f"{section}:"
        for at, (point, written) in enumerate(pairs):
            yield f"  - {flow(_whole(section, at, written.rule))}{_mark(point)}"
        yield ""


def _once(pairs: Sequence[tuple[Point, Written]]) -> list[tuple[Point, Written]]:
    """Two numbers of one passage are left to people together."""
    return [pair for at, pair in enumerate(pairs) if pair[1] not in [other for _, other in pairs[:at]]]


def _whole(section: str, at: int, rule: Rule) -> Rule:
    """A judgement that a person chose in place of a condition has neither id nor words yet."""
    if section != "judgements" or "words" in rule:
        return rule
    return {"id": f"chosen_{at}", **rule, "words": list(words_of(str(rule["asks"])))}


def _functions(draft: Draft) -> Iterator[str]:
    rule = next((written.rule for _, written in draft.written("functions")), None)
    sections = draft.sections("functions.")
    if rule is None or not sections:
        return
    yield "functions:"
    yield from (f"  {key}: {flow(_said(key, value))}" for key, value in rule.items())
    yield "  each:"
    for section in sections:
        pairs = list(draft.written(section))
        yield f"    - id: {section.removeprefix('functions.')}"
        yield f"      article: {pairs[0][0].article}"
        heads = [written.rule for _, written in pairs if set(written.rule) == {"title"}]
        bounds = [(point, written) for point, written in pairs if not {"manual", "title"} & set(written.rule)]
        if bounds:
            yield from (f"      title: {flow(rule['title'])}" for rule in heads)
            yield from _ways(bounds)
        else:
            yield from (f"      {key}: {flow(full_width(str(value)))}" for key, value in pairs[0][1].rule.items())
    yield ""


def _score(draft: Draft) -> Iterator[str]:
    """The points: the number to reach, the ways around it, the items."""
    head, items = next(iter(draft.written(HEAD)), None), list(draft.written(ITEMS))
    if head is None or not items:
        return
    yield f"score:{_mark(head[0])}"
    yield from (f"  {key}: {flow(_said(key, value))}" for key, value in head[1].rule.items())
    for key, pairs in (("direct", list(draft.written(DIRECT))), ("items", items)):
        yield from [f"  {key}:"] if pairs else []
        yield from (f"    - {flow(written.rule)}{_mark(point)}" for point, written in pairs)
    yield ""


def _ways(pairs: Sequence[tuple[Point, Written]]) -> Iterator[str]:
    ways = sorted({written.way for _, written in pairs})
    if len(ways) == 1:
        yield "      all_of:"
        yield from (f"        - {flow(written.rule)}{_mark(point)}" for point, written in pairs)
        return
    yield "      any_of:"
    for way in ways:
        mine = [(point, written) for point, written in pairs if written.way == way]
        for at, (point, written) in enumerate(mine):
            yield f"        {'- -' if at == 0 else '  -'} {flow(written.rule)}{_mark(point)}"


def _form_lines(form: Rule) -> Iterator[str]:
    yield f"# {form['title']}：由 dossier rulebook new 从空白表起草"
    yield from (f"{key}: {flow(form[key])}" for key in ("id", "kind", "title", "source", "titles"))
    if form.get("blanks"):
        yield f"blanks: {flow(form['blanks'])}"
    if form.get("in_text") is False:
        yield "in_text: false  # 办法正文没有这张表：不要求填写哪一栏"
    for key in ("lines", "tables"):
        value = form[key]
        inside = value if isinstance(value, list) else []
        yield f"{key}:" if inside else f"{key}: []"
        yield from (f"  - {flow(one) if isinstance(one, dict) else quoted(str(one))}" for one in inside)


def _mark(point: Point) -> str:
    said = _ANSWERED if point.answered else _MARKS[point.mark]
    why = f"：{full_width(point.why)}" if point.why and not point.answered else ""
    return f"  # {said}{why}"


def _said(key: str, value: object) -> object:
    return full_width(value) if key in _SENTENCES and isinstance(value, str) else value


def flow(value: object) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(str(key))}: {flow(_said(key, inner))}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    return scalar(value)


def _key(key: str) -> str:
    return key if _PLAIN.fullmatch(key) and key.lower() not in _WORDS_OF_YAML else quoted(key)


def scalar(value: object) -> str:
    """A plain value; text in quotes where YAML would else take it for something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, int | date):
        return str(value)
    text = str(value)
    return text if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML else quoted(text)


def quoted(text: str) -> str:
    """The text between single quotes."""
    return "'" + text.replace("'", "''") + "'"
