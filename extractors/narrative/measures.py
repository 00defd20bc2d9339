"""What does a number in a sentence of the report measure, and of which function?

In:     a squeezed sentence, its quantities, and the topic that the paragraph or heading set.
Out:    for each quantity the measure (schemas.measures) and its value there; none where the words leave it open.
Raises: nothing.
Source: 哈尔滨第八条, 工信部企业〔2017〕156号第十三条, 聊城第八条, 郑州第七条.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.narrative.quantities import Quantity
from extractors.vocabulary.narrative import words

WAN = Decimal(10000)
_STOPS = re.compile(r"[，。；：！？]")
_DELTA = re.compile(r"(?:增加|增长|提升|提高|减少|下降|上升|多|增|少|新增(?!担保|服务))了?$")
_JOINS = re.compile(r"[、和及与以并]")
_JOINS_END = re.compile(r"[、和及与以]+$")
_OWN = re.compile(r"[^、，：；和及与]*")
_NAMES = re.compile(r"[、，,和及与或以等]+")


@dataclass(frozen=True, slots=True)
class Scope:
    """A quantity and the words around it.

    ``left`` reaches back to the quantity before, ``right`` forward to the next stop or quantity,
    ``lead`` is the sentence so far, ``rest`` all that follows. ``topic`` is the function that a
    lead-in or heading named.
    """

    quantity: Quantity
    left: str
    right: str
    lead: str
    topic: str | None
    rest: str = ""

    @property
    def near(self) -> str:
        """The words that belong to this quantity alone."""
        return f"{self.left}#{self.right}"

    @property
    def clause(self) -> str:
        """The words of the clause up to the quantity, and those right behind it."""
        return f"{_STOPS.split(self.lead)[-1]}#{self.right}"


@dataclass(frozen=True, slots=True)
class MeasuredQuantity:
    """One quantity understood: the measure and the value in its unit.

    ``part``: it is one of several parts, not the whole. ``total``: the text calls it the total. ``public``: of
    services free of charge.
    """

    measure: str
    value: Decimal
    quantity: Quantity
    floor: bool
    total: bool
    part: str = ""


def scopes(sentence: str, found: Sequence[Quantity], topic: str | None) -> list[Scope]:
    """Each quantity with the words around it."""
    made = []
    for index, quantity in enumerate(found):
        between = sentence[found[index - 1].end if index else 0 : quantity.start]
        until = found[index + 1].start if index + 1 < len(found) else len(sentence)
        right = _JOINS_END.sub("", _STOPS.split(sentence[quantity.end : until])[0])
        made.append(
            Scope(
                quantity,
                left=_after_first(between) if index else between,
                right="" if _JOINS.match(right) else right,
                lead=sentence[: quantity.start],
                topic=topic,
                rest=sentence[quantity.end :],
            ),
        )
    return made


def _after_first(between: str) -> str:
    """What stands between two quantities without the words that belong to the first (8 场政策宣讲、6 场…)."""
    own = _OWN.match(between)
    return between[own.end() :] if own and own.end() < len(between) else between


def read(scope: Scope) -> MeasuredQuantity | None:
    """The measure of one quantity; None where its words leave it open, or it is a mere difference."""
    if scope.quantity.vague or _DELTA.search(scope.left):
        return None
    return _READERS[scope.quantity.kind](scope) if scope.quantity.kind in _READERS else None


def function_named(text: str) -> tuple[set[str], set[str]]:
    """The functions that the text names by title, and those that it hints at by a detail."""
    known = words()
    titles: set[str] = set()
    details: set[str] = set()
    for match in known.functions.finditer(text):
        if match[0] in known.details:
            details.add(known.details[match[0]])
            continue
        titles.add(known.titles[match[0]])
        # 信息、技术服务活动 names two functions with one 服务.
        titles |= {known.shorts[short] for short in _listed_before(text[: match.start()])}
    return titles, details


def _listed_before(text: str) -> list[str]:
    """The short names of a list that runs up to here: 信息、创业和."""
    shorts = "|".join(words().shorts)
    match = re.search(rf"(?:(?:{shorts})[、和及与])+$", text)
    return re.findall(shorts, match[0]) if match else []


def function_of(scope: Scope) -> str | None:
    """Whose count this is: the title named beside it, the topic, the details beside it, then the sentence so far."""
    for text in (scope.right, scope.left):
        titles, _ = function_named(text)
        if titles:
            return titles.pop() if len(titles) == 1 else None
    _, details = function_named(scope.near)
    if scope.topic:
        return scope.topic
    if not details:
        titles, details = function_named(scope.lead)
        details = titles or details
    return details.pop() if len(details) == 1 else None


def _reading(scope: Scope, measure: str, value: Decimal | None = None, *, floor: bool = False) -> MeasuredQuantity:
    known = words()
    online, offline = known.has("online_words", scope.left), known.has("offline_words", scope.left)
    part = "" if online == offline else ("online" if online else "offline")
    return MeasuredQuantity(
        measure=measure,
        value=scope.quantity.value if value is None else value,
        quantity=scope.quantity,
        floor=floor or scope.quantity.floor,
        total=bool(re.search(rf"(?:{known.groups['total_words'].pattern})[^，。、]{{0,8}}$", scope.left)),
        part=part,
    )


def _bare_total(scope: Scope) -> bool:
    """Whether nothing but 合计, 共 and commas stand between this quantity and the one before."""
    return not _NAMES.sub("", words().groups["total_words"].sub("", scope.left.replace("，", "")))


def _activities(scope: Scope) -> MeasuredQuantity | None:
    """…服务活动 8 场次."""
    known = words()
    beside = scope.near if known.has("activity_nouns", scope.near) else scope.clause
    if beside.startswith("其中") or _bare_total(scope):
        beside = scope.lead
    if not known.has("activity_nouns", beside) or known.has("not_activities", scope.near):
        return None
    function = function_of(scope)
    if function is None:
        return None
    if function == "consulting" and not known.has("public_words", scope.lead + scope.right):
        return None
    return _reading(scope, f"function.{function}.activities")


def _person_times(scope: Scope) -> MeasuredQuantity | None:
    """…培训 1145 人次."""
    known = words()
    trained = known.has("training_words", scope.near) or (
        scope.topic == "training" and not known.has("not_training", scope.near)
    )
    if not trained or known.has("own_staff", scope.lead):
        return None
    return _reading(scope, "function.training.person_times")


def _persons(scope: Scope) -> MeasuredQuantity | None:
    """…培训员工 320 人, 培训管理者 160 人; heads without a kind are at least as many 人次."""
    known = words()
    if known.has("own_staff", scope.lead) or not (
        known.has("training_words", scope.near + scope.clause) or scope.topic == "training"
    ):
        return None
    employees, managers = (known.has(group, scope.near) for group in ("employee_words", "manager_words"))
    if employees != managers:
        return _reading(scope, f"function.training.{'employees' if employees else 'managers'}_trained")
    if employees or not known.has("training_words", scope.near) or re.search("参加|讲师|师资|教师|专家", scope.near):
        return None
    return _reading(scope, "function.training.person_times", floor=True)


def _enterprises(scope: Scope) -> MeasuredQuantity | None:
    """…线下服务企业 66 家; or how many of the enterprises served bear a title."""
    known = words()
    if known.has("titles_words", scope.near):
        served = known.has("serve_words", scope.lead + scope.rest) and not known.has("not_served", scope.near)
        return _reading(scope, "titled_enterprises_served") if served else None
    beside = scope.near if known.has("offline_words", scope.near) else scope.clause
    offline = "线下" in beside and not known.has("online_words", beside)
    if not (offline and known.has("enterprise_words", scope.near) and known.has("serve_words", beside)):
        return None
    titles, _ = function_named(scope.near)
    if len(titles) > 1:
        return None
    function = titles.pop() if titles else scope.topic or "information"
    return MeasuredQuantity(
        f"function.{function}.offline_enterprises",
        scope.quantity.value,
        scope.quantity,
        floor=scope.quantity.floor,
        total=False,
    )


def _hours(scope: Scope) -> MeasuredQuantity | None:
    """…人均课时 56 课时."""
    known = words()
    if not known.has("average_words", scope.left) or known.has("own_staff", scope.lead):
        return None
    if not (known.has("training_words", scope.lead + scope.right) or scope.topic == "training"):
        return None
    return _reading(scope, "function.training.training_hours")


def _money(scope: Scope) -> MeasuredQuantity | None:
    """…帮助中小企业融资 3.5 亿元, 新增担保额 4 亿元."""
    known = words()
    value = scope.quantity.value / WAN
    if known.has("guarantee_words", scope.near):
        if known.has("guarantee_stock", scope.near) or not known.has("guarantee_new", scope.lead):
            return None
        return _reading(scope, "function.financing.guarantee_amount", value)
    told = known.has("financing_words", scope.near) or (
        known.has("financing_words", scope.clause) and _NAMES.sub("", scope.left) in ("", "共计", "合计", "总计")
    )
    for_others = known.has("enterprise_words", scope.lead + scope.right)
    if not told and re.search("合计|共计|总计", scope.left):
        told = known.has("financing_words", scope.lead)
    if not (told and for_others) or known.has("not_financing", scope.near):
        return None
    return _reading(scope, "function.financing.financing_amount", value)


def _percent(scope: Scope) -> MeasuredQuantity | None:
    """…公益性服务或低收费服务占总服务量的 44%."""
    known = words()
    around = scope.near
    free, low = known.has("free_words", around), known.has("low_fee_words", around)
    if not (free or low):
        around = scope.lead if scope.clause.startswith(("占", "比例", "比重")) else scope.clause
        free, low = known.has("free_words", around), known.has("low_fee_words", around)
    shared = known.has("share_words", around) or re.match(r"的?(?:服务|项目|业务|属于?|为|是)", scope.right)
    if not (free or low) or not shared or known.has("not_share", scope.near) or scope.quantity.value > 100:
        return None
    # 公益性 or 低收费 together is what the articles ask; one kind alone is the least the share can be.
    return _reading(scope, "free_service_share", floor=not (free and low))


_READERS: dict[str, Callable[[Scope], MeasuredQuantity | None]] = {
    "times": _activities,
    "person_times": _person_times,
    "persons": _persons,
    "enterprises": _enterprises,
    "hours": _hours,
    "money": _money,
    "percent": _percent,
}
