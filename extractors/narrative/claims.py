"""Which functions, which type of platform and whom to train does the report say it is for?

Source: 哈尔滨第八条 (functions as claimed; 主要开展员工… or 管理者…), 郑州第七条 (综合性、专业性平台).
"""

from __future__ import annotations

import re

from extractors.narrative.periods import Clock, Period
from extractors.stated import figure
from extractors.vocabulary.narrative import any_of, words
from schemas.figures import Figure, Value
from schemas.locator import Locator

_CLAUSE = re.compile(r"[^，。；;]+")
_BEFORE = r"(?:^|[、，：:“”‘’\s和及与为是有供事展担括含类行请报备务能以☑√■])"
_AFTER = r"(?=$|[、，。；;“”‘’\s和及与等三两四五六]|功能|服务|方面|类|大|项|平台)"
_TICKED = re.compile(r"[☑√■✓✔☒]")
_EMPTY = re.compile(r"[□☐]")
_MARKED = re.compile(r"(?P<mark>[☑√■✓✔☒□☐])(?P<after>[^☑√■✓✔☒□☐]*)")


def claim_figures(text: str, sentence: str, place: Locator, clock: Clock) -> list[Figure]:
    """What one sentence claims; nothing where it speaks of a plan."""
    if clock.at(0).period is Period.PLAN:
        return []
    claims: dict[str, Value] = {f"function.{name}.claimed": True for name in _functions(sentence)}
    kind = _platform_type(sentence)
    if kind:
        claims["platform_type"] = kind
    places = [place.quoting(text)]
    people = _focus(sentence)
    reading = "主要培训对象写了员工和管理者" if len(people) > 1 else ""
    return [
        *(figure(measure, "narrative", value, text, places) for measure, value in claims.items()),
        *(figure("function.training.focus", "narrative", who, text, places, reading=reading) for who in people),
    ]


def _functions(sentence: str) -> list[str]:
    """The functions listed where the sentence says what is applied for."""
    known = words()
    found: list[str] = []
    for listed in _lists(sentence):
        clauses = (clause for clause in _CLAUSE.findall(listed) if not known.has("claims.negations", clause))
        found += [name for clause in clauses for name in _named(_chosen(clause))]
    return list(dict.fromkeys(found))


def _lists(sentence: str) -> list[str]:
    """The stretches of the sentence that list what is applied for."""
    known = words()
    after = [
        re.split(r"[，。；;]", sentence[match.end() :])[0]
        for anchor in known.claim_anchors
        for match in anchor.finditer(sentence)
        if not known.has("claims.negations", sentence[max(0, match.start() - 6) : match.end()])
    ]
    closed = [
        match["list"]
        for closing in known.claim_closings
        for match in closing.finditer(sentence)
        if not known.has("claims.negations", sentence[max(0, match.start() - 4) : match.end()])
    ]
    return after + closed


def _chosen(text: str) -> str:
    """Of ticked and empty boxes, what is ticked; without boxes the text itself."""
    if not _EMPTY.search(text):
        return text
    return "、".join(match["after"] for match in _MARKED.finditer(text) if _TICKED.match(match["mark"]))


def _named(text: str) -> list[str]:
    """The functions named by their title, or by the short names of a list (信息、技术、培训服务)."""
    known = words()
    names = any_of([*known.titles, *known.shorts])
    matches = re.finditer(rf"{_BEFORE}(?P<name>{names.pattern}){_AFTER}", text.replace("、", "、、"))
    listed = [match["name"] for match in matches]
    if not any(name in known.titles for name in listed) and len(listed) < 2 and "功能" not in text:
        return []
    return [known.titles.get(name) or known.shorts[name] for name in listed]


def _platform_type(sentence: str) -> str | None:
    """综合性 or 专业性, where the sentence says of which type the platform is."""
    known = words()
    anchor = known.groups["platform_anchors"].search(sentence)
    if not anchor or not re.search("平台|类型|类别", sentence) or known.has("platform_not", sentence):
        return None
    chosen = _chosen(sentence[anchor.start() :])
    types = [
        name
        for name in ("综合性", "专业性")
        if re.search(
            rf"(?:{known.groups[f'platform_types.{name}'].pattern})(?:公共)?(?:服务)?(?:示范)?(?:平台|$|[，、。（()）])",
            chosen,
        )
    ]
    return types[0] if len(types) == 1 else None


def _focus(sentence: str) -> list[str]:
    """employees, managers: whom the text says it mainly trains."""
    known = words()
    if "培训" not in sentence or re.search("不以|并非|非主要", sentence):
        return []
    found = []
    for who in ("employees", "managers"):
        people = known.groups[f"focus.{who}"].pattern
        if re.search(
            rf"(?:主要|重点面向|以)[^，。]{{0,14}}?(?:{people})|(?:{people})[^，。]{{0,8}}为主", sentence
        ) and (re.search(r"主要|为主|重点面向", sentence)):
            found.append(who)
    return found
