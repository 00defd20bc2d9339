"""Which printed blanks of a form are no known ones, and in which of them does a clause's number stand?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import plain
from pipeline.rulebook.checks.likeness import held, pairs
from pipeline.rulebook.quantities import unit_of_word
from schemas.application import BLANKS
from schemas.measures import MEASURES

UNKNOWN = "{_}"
_UNIT = r"(?P<unit>万元|亿元|元|平方米|㎡|m2|人次|户次|家次|场次|人|名|家|户|个|项|件|条|款|篇|起|次|场|期|年|台|％|%)"
_LABEL = r"(?P<label>[\u4e00-\u9fffⅠⅡ“][\u4e00-\u9fffⅠⅡ()（）、“”\-\d]{0,30}?)"
_GAP = re.compile(rf"{_LABEL}(?P<colon>\s{{0,9}}[:：]?\s{{0,9}})[_＿—]{{2,}}\s*{_UNIT}?")
_TICKED = r"(?P<options>(?:\s*[□☐○]\s*[^□☐○\s{}]{1,14})*)"
_OPTION = re.compile(r"[□☐○]\s*([^□☐○\s]{1,14})")
_IN_BRACKET = re.compile(r"^(?P<label>.+?)[（(](?:单位[:：])?(?P<unit>[^()（）]{1,4})[)）]$")
_INNER = _UNIT.replace("<unit>", "<inner>")
_BLANK = re.compile(rf"{_LABEL}(?:[（(](?:单位[:：])?{_INNER}[)）])?\s*[:：]?\{{_\}}{_UNIT}?{_TICKED}")
_KNOWN = re.compile(_BLANK.pattern.replace(r"\{_\}", r"\{(?P<key>\w\w+)\}"))
_NAME = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,8}(?:单位|主体|机构|企业|公司|申报者))?名称"
    r"(?:\(盖章\)|（盖章）)?(?=\s{0,9}[:：]?\s{0,9}(?:\{_\}|$))"
)
# 基地名称 beside 运营单位 is not the applicant's; where the form asks no other name it is.
_NAME_OF_OBJECT = re.compile(_NAME.pattern.replace("单位|主体|机构|企业|公司|申报者", "平台|基地|园区|孵化器"))
_LEADS = re.compile(r"^(其中|目前|现有|已)[:：,，]?")
# 高级职称人员 alone is a count of its own.
_BOTH = re.compile(r"学历.{0,60}职称|职称.{0,60}学历|(大专|本科)(及?以上)?学历")
_PEOPLE = re.compile(r"学历|职称")
_SHARE_OF_THEM = re.compile(r"占(比|总人数|比例|从业人数|员工总数)?")
_QUALIFIED = ("qualified_staff_count", "qualified_staff_share")
_AT_LEAST_HELD = 0.6
"""So much of the shorter of two names stands in the longer where they are of one thing."""


_NEARLY_WHOLE = 0.5
"""So long at least is the name of a blank, of the words that are to name it and nothing beside."""
_ALL_SIGNS, _LONG_ENOUGH = 0.8, 4
"""How alike two names are of which the one has every sign of the other, which is so long at least."""
_AMOUNTS = frozenset({"万元", "年", "个月", "平方米"})
"""Units of what is no number of things."""
_CONTAINED, _SHORTEST, _TURNED = 0.9, 2, 0.99
"""How alike they are at least where the one, so long at least, stands in the other as it is; and where both have the
same signs in another order (在孵企业获得投融资, 获得投融资的在孵企业)."""


@dataclass(frozen=True, slots=True)
class LooseBlank:
    """A printed label that no blank is known for, and the unit printed behind it (empty where none is).

    ``key`` is the name of the measure that would be read in it.
    """

    label: str
    unit: str = ""
    key: str = ""
    options: tuple[str, ...] = ()
    """What is printed to be ticked in it (综合性, 专业性)."""
    table: tuple[tuple[str, str], ...] = ()
    """Of one with an answer for each year: all rows of its table, each by its label with "key unit"."""


def with_loose(line: str, before: Sequence[str]) -> str:
    """The line with {_} in each gap that is left, the staff by education and its share under their own names.

    ``before``: the known blanks that the form has had already, those of this line too.
    """
    taken = list(before)
    people = bool(_PEOPLE.search(line))

    def filled(match: re.Match[str]) -> str:
        key = _qualified(match, taken, people=people)
        taken.append(key)
        return f"{match['label']}{match['colon'].strip()}{{{key}}}{match['unit'] or ''}"

    return re.sub(r"[ 　\t]{2,}", " ", _GAP.sub(filled, line)).strip()


def _qualified(match: re.Match[str], taken: Sequence[str], *, people: bool) -> str:
    """The measure of qualified staff that the gap states; _ where it is another."""
    label, unit = match["label"], (match["unit"] or "").replace("％", "%")
    count, share = _QUALIFIED
    if unit == "人" and _BOTH.search(label) and count not in taken:
        return count
    of_them = people and (_SHARE_OF_THEM.fullmatch(label) or _PEOPLE.search(label))
    return share if unit == "%" and of_them and share not in taken else "_"


def with_name(line: str, before: Sequence[str]) -> str:
    """The line with the applicant's name in the first blank that asks for one (运营主体名称), where none has yet."""
    named = "applicant_name" in before or not _NAME.match(line)
    return line if named else line.replace("{_}", "{applicant_name}", 1)


def with_name_of_object(lines: Sequence[str]) -> list[str]:
    """The lines with the applicant's name in the blank for that of the 平台 or 基地, where the form asks no other."""
    at = next((at for at, line in enumerate(lines) if _NAME_OF_OBJECT.match(line) and UNKNOWN in line), None)
    if at is None or any("{applicant_name}" in line for line in lines):
        return list(lines)
    return [*lines[:at], lines[at].replace(UNKNOWN, "{applicant_name}", 1), *lines[at + 1 :]]


def known_blanks(lines: Sequence[str]) -> Iterator[LooseBlank]:
    """Every label with the blank of a measure of ours behind it, as the form prints it."""
    for line in lines:
        for match in _KNOWN.finditer(line):
            label = _LEADS.sub("", match["label"])
            key = match["key"]
            counted = key in MEASURES.ours or (key in BLANKS.ours and BLANKS.ours[key].kind == "number")
            if counted and not _SHARE_OF_THEM.fullmatch(label):
                unit = MEASURES.ours[key].unit if key in MEASURES.ours else BLANKS.ours[key].unit
                yield LooseBlank(label, match["inner"] or match["unit"] or unit, key)


def loose_blanks(lines: Sequence[str]) -> Iterator[LooseBlank]:
    """Every label with {_} behind it in these lines of a form's file, each with a key of its own."""
    found = (match for line in lines for match in _BLANK.finditer(line))
    before = ""
    for number, match in enumerate(found, 1):
        label = _LEADS.sub("", match["label"])
        if _SHARE_OF_THEM.fullmatch(label) and before:
            label = before.removesuffix("占比") + "占比"
        options = tuple(_OPTION.findall(match["options"]))
        yield LooseBlank(label, match["inner"] or match["unit"] or "", f"own_{number}", options)
        before = label


def unit_known(word: str) -> bool:
    """Whether the word is a unit as forms print it."""
    return re.fullmatch(_UNIT, word) is not None


def without_unit(label: str) -> tuple[str, str]:
    """工位数（个） → 工位数, 个: a label and the unit in its bracket; no unit where it has none."""
    within = _IN_BRACKET.match(label)
    return (within["label"], within["unit"]) if within and unit_known(within["unit"]) else (label, "")


def amount_of(said: str, blanks: Sequence[LooseBlank]) -> LooseBlank | None:
    """The blank of an amount, in whatever unit, that the words name nearly whole; None where none, or several."""
    counted = [one for one in blanks if one.unit and unit_of_word(one.unit) != "%"]
    found = _best(said, counted)
    return found if found is not None and len(_core(found.label)) >= _NEARLY_WHOLE * len(_core(said)) else None


def blank_of(said: str, unit: str, blanks: Sequence[LooseBlank]) -> LooseBlank | None:
    """The blank in which what the clause says is written; None where none, or several as well."""
    counted = (replace(one, unit=unit) if _unit_left_out(one, unit) else one for one in blanks)
    return _best(said, [one for one in counted if unit_of_word(one.unit) == unit])


def _unit_left_out(one: LooseBlank, unit: str) -> bool:
    """Whether the blank prints no unit and its label says that it counts (有效发明专利数), or that it is a share."""
    alike = draft_words().alike
    ends = alike["share" if unit == "%" else "number"]
    return not one.unit and not one.options and unit not in _AMOUNTS and ends.search(one.label) is not None


def _best(said: str, blanks: Sequence[LooseBlank]) -> LooseBlank | None:
    times = set(draft_words().alike["times"].findall(plain(said)))
    # What is summed over years stands in no answer for one year.
    fitting = [(_likeness(said, one.label), one) for one in blanks if not (one.table and "累计" in said)]
    best = max((like for like, _ in fitting), default=0.0)
    found = [one for like, one in fitting if like == best]
    if len(found) > 1:
        found = [one for one in found if times & set(draft_words().alike["times"].findall(plain(one.label)))]
    return found[0] if best >= _AT_LEAST_HELD and len(found) == 1 else None


def _likeness(said: str, label: str) -> float:
    """1 where both name the same, nearly so where one stands in the other, the closer in length the likelier."""
    words, printed = _core(said), _core(label)
    shorter, longer = sorted((words, printed), key=len)
    if len(shorter) < _SHORTEST:
        return 0.0
    if shorter in longer:
        return _CONTAINED + (1 - _CONTAINED) * len(shorter) / len(longer)
    if sorted(shorter) == sorted(longer):
        return _TURNED
    same = _ALL_SIGNS if len(shorter) >= _LONG_ENOUGH and set(shorter) <= set(longer) else 0.0
    # Of a name all of whose words are common ones nothing is told by the words that it shares.
    shared = (held(one, [other]) for one, other in ((words, printed), (printed, words)) if pairs(one))
    return max(same, *shared, 0.0)


def _core(name: str) -> str:
    """The name without when, without that it is counted, and without what binds its parts."""
    alike = draft_words().alike
    bare = alike["times"].sub("", _LEADS.sub("", plain(name)))
    return alike["binds"].sub("", alike["counted"].sub("", bare)) or plain(name)


def with_own(lines: Sequence[str], keys: Collection[str]) -> list[str]:
    """The lines with these keys of loose blanks in their places."""
    numbers = count(1)

    def filled(match: re.Match[str]) -> str:
        key = f"own_{next(numbers)}"
        return match[0].replace(UNKNOWN, f"{{{key}}}") if key in keys else match[0]

    return [_BLANK.sub(filled, line) for line in lines]
