"""Which number of a clause is a quantity of the regulation's own, for which the form has a blank?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.values.numerals import numeral
from pipeline.drafting.blank_forms.loose_blanks import LooseBlank, blank_of
from pipeline.drafting.points import DraftChoice, Written
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import unmarked
from pipeline.rulebook.checks.phrases import ASIDE, direction, phrase_span
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import StatedQuantity, unit_of_word
from schemas.measures import MEASURES

BLANKS = "form_blanks"
"""The section of what is written into the form's file: key → the printed label."""
_SHORTEST = 2
_EACH = re.compile(
    r"每(?P<per>\d+|[一二两三四五六七八九十]+)(?P<unit>家|户|个|名|人)(?P<whole>[^,;。每]{2,14}?)"
    r"(?:应当?|须|需|至少|要)*(?:配备|配置|配|拥有|有)(?:不少于|至少)?(?P<count>\d+|[一二两三四五六七八九十]+)"
    r"(?P<of>名|人|个|家)(?:以上)?(?:的)?(?P<part>[^,;。\d]{2,14}?)(?=[,;。]|$|[和及与、]\d)"
)
_AND_SO_MANY = re.compile(
    r"[和及与、](?P<count>\d+|[一二两三四五六七八九十]+)(?P<of>名|人|个|家)(?:以上)?(?:的)?(?P<part>[^,;。\d]{2,14})"
)


def own_id(citation: str, at: int) -> str:
    """The name of what a clause brings along, by the numbers of the clause and the place in it: own_4_2_17."""
    found = re.findall(r"[一二三四五六七八九十百]+|\d+", citation)
    numbers = (one if one.isdecimal() else str(int(numeral(one) or 0)) for one in found)
    return "_".join(["own", *numbers, str(at)])


def noun_of(text: str, one: StatedQuantity) -> str:
    """What the number counts, in the clause's words; empty where they name nothing."""
    begin, end = phrase_span(text, one)
    left, behind_it = ASIDE.sub("", unmarked(text[begin : one.start])), ASIDE.sub("", text[one.end : end])
    noun = draft_words().noun
    for words in rule_words().directions.values():
        left = re.sub(rf"(?:{words.before.pattern})$", "", noun["tails"].sub("", left)).removesuffix("不")
        behind = words.behind.match(behind_it)
        behind_it = behind_it[behind.end() :] if behind else behind_it
    nouns = (noun["tails"].sub("", noun["leads"].sub("", words)) for words in (left, behind_it))
    return next((noun for noun in nouns if len(noun) >= _SHORTEST), "")


def own_bound(
    text: str, one: StatedQuantity, article: str, blanks: Sequence[LooseBlank], of: str = ""
) -> DraftChoice | None:
    """The bound on a measure that stands in a blank of the form; None where no blank is surely this one.

    ``of``: whose it is, by the words before (入驻企业), where its own leave that out.
    """
    noun = of + noun_of(text, one)
    blank = blank_of(noun, one.unit, blanks) if noun else None
    return own_bound_of(text, one, blank, article)


def own_bound_of(text: str, one: StatedQuantity, blank: LooseBlank | None, article: str = "") -> DraftChoice | None:
    """The bound on what stands in this blank; None where there is none, or nothing says which way it bounds."""
    way, counted = direction(text, one), noun_of(text, one)
    if blank is None or not way:
        return None
    name = blank.key
    begin, end = phrase_span(text, one)
    rule = {"measure": name, way: one.value, "article": article, "asks": unmarked(text[begin:end])}
    says = f"按申报表“{blank.label}”一栏核对：{unmarked(text[begin:end])}"
    return DraftChoice(name, says, (Written("conditions", rule), *brought(blank, counted)))


def brought(blank: LooseBlank, noun: str = "") -> tuple[Written, ...]:
    """The measure that stands in this blank, and the blank's place on the form; nothing of a measure of ours.

    ``noun``: what the clause calls it.
    """
    if blank.key in MEASURES.ours:
        return ()
    measure: dict[str, object] = {"title": blank.label}
    measure |= {"kind": "text"} if blank.options else {"unit": unit_of_word(blank.unit)}
    measure |= {"words": [noun]} if noun and noun != blank.label else {}
    if blank.table:
        return Written("measures", {blank.key: {**measure, "read": ["operations"]}}), rows_of(blank)
    return Written("measures", {blank.key: measure}), Written(BLANKS, {blank.key: blank.label})


def rows_of(blank: LooseBlank) -> Written:
    """The rows of the table of years that the blank stands in, for the rulebook to know."""
    return Written("lists", {"operations": {"columns": dict(blank.table)}})


def each_so_many(
    text: str, article: str, blanks: Sequence[LooseBlank]
) -> Iterator[tuple[DraftChoice, tuple[int, int]]]:
    """每15家入驻企业配1名创业辅导师: so many of one blank per so many of another; with the stretch that says it.

    和1名创业导师 behind it is of the same.
    """
    match = _EACH.search(text)
    whole = match and blank_of(match["whole"], unit_of_word(match["unit"]), blanks)
    said = match and f"每{match['per']}{match['unit']}{match['whole']}"
    more = _AND_SO_MANY.match(text, match.end()) if match else None
    for one in (match, more):
        part = blank_of(one["part"], unit_of_word(one["of"]), blanks) if one else None
        if not (match and one and whole) or part is None or part == whole:
            return
        name = own_id(article, one.start())
        ratio: dict[str, object] = {"title": f"{said}配备的{one['part']}", "of": part.key, "per": numeral(match["per"])}
        ratio |= {"in": whole.key, "unit": unit_of_word(one["of"]), "words": [one["part"]]}
        asks = match[0] if one is match else f"{said}配备{one[0][1:]}"
        rule = {"measure": name, "at_least": numeral(one["count"]), "article": article, "asks": asks}
        writes = (Written("conditions", rule), Written("measures", {name: ratio}), *brought(part))
        yield DraftChoice(name, f"按申报表两栏计算：{asks}", (*writes, *brought(whole))), one.span()
