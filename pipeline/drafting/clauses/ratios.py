"""Which number of a clause bounds a ratio: of two amounts that are known, or that the form has blanks for?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.drafting.blank_forms.loose_blanks import LooseBlank, amount_of
from pipeline.drafting.clauses.own_measures import brought, noun_of
from pipeline.drafting.points import DraftChoice, Written
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import unmarked
from pipeline.rulebook.checks.phrases import ASIDE, WAYS, direction, phrase, plain_number
from pipeline.rulebook.quantities import StatedQuantity, quantities, unit_of_word
from schemas.measures import MEASURES

_OF_IT = re.compile(r"(?:其中)?(?P<part>[^,;。占]{2,24}?)(?:所)?(?:占比|占?的?比例|占?的?比重|占(?=\d|百分之))")
_AT_LEAST = r"(不少于|不低于|不超过|不高于|达到?|超过|至少)$"
# 占总收入的比重不低于50%, 占总收入的50%以上
_RATIO = re.compile(
    r"(?P<part>[^,;。占]{2,20})占(?P<whole>[^,;。占的\d]{2,12}?)的?(?:总额)?(?:的?(?:比例|比重)|的?(?=\d|百分之))"
)
_LEADS = r"^(,?或者?|其中|[,、:]|且|近[一二两三]年)++"
# 研发费用不低于100万元，且占营业收入的比重不低于3%: the number before is the part.
_IN_IT = re.compile(r"^(?:且|并且?|同时|其)?占(?P<whole>[^,;。占的\d]{2,14}?)(?:总额)?的?(?:比例|比重|(?=\d))")
_AMOUNTS = ("service_revenue", "revenue", "total_assets", "total_profit", "equipment_cost")


@dataclass(frozen=True, slots=True)
class RatioTerm:
    """One side of a ratio: a measure of ours, or one of its own with what is written for it."""

    key: str
    title: str
    unit: str
    writes: tuple[Written, ...] = ()


def ratio_bound(text: str, one: StatedQuantity, article: str, blanks: Sequence[LooseBlank] = ()) -> DraftChoice | None:
    """服务收入占营业收入的比例不低于50%: the bound on a measure worked out of two; None where it is no such."""
    way, said = direction(text, one), ASIDE.sub("", unmarked(phrase(text, one)).strip("、,"))
    if one.unit != "%" or not way:
        return None
    pair = _stated(said, blanks) or _of_the_number_before(text, one, said, blanks) or _by_name(said, blanks)
    if pair is None:
        return None
    name, own = _quotient(*pair, said=said)
    title = f"{pair[0].title}占{pair[1].title}的比例"
    rule = {"measure": name, way: one.value, "article": article, "asks": re.sub(r"^,?或者?", "", said)}
    says = f"{title}（按申报表计算）{WAYS[way]} {plain_number(one.value)} %"
    return DraftChoice(name, says, (Written("conditions", rule), own, *pair[0].writes, *pair[1].writes))


def ratio_named(title: str, blanks: Sequence[LooseBlank] = ()) -> tuple[str, tuple[Written, ...]] | None:
    """研发费用占营业收入比重: the measure of a ratio of two, and what is written for it."""
    pair = _stated(title, blanks)
    if pair is None:
        return None
    name, own = _quotient(*pair)
    return name, (own, *pair[0].writes, *pair[1].writes)


def _by_name(said: str, blanks: Sequence[LooseBlank]) -> tuple[RatioTerm, RatioTerm] | None:
    """资产负债率: a ratio that has a name of its own."""
    for name, (parts, wholes) in draft_words().ratios.items():
        terms = [next(filter(None, (_term(one, blanks) for one in words)), None) for words in (parts, wholes)]
        if name in said and all(terms):
            return _pair(*terms)
    return None


def _stated(said: str, blanks: Sequence[LooseBlank]) -> tuple[RatioTerm, RatioTerm] | None:
    match = _RATIO.search(said)
    return None if match is None else _pair(_term(match["part"], blanks), _term(match["whole"], blanks))


def _of_the_number_before(
    text: str, one: StatedQuantity, said: str, blanks: Sequence[LooseBlank]
) -> tuple[RatioTerm, RatioTerm] | None:
    """营业收入不少于200万元，其中服务收入占比……: of what the number just ahead counts."""
    match, whole_named = _OF_IT.search(said), _IN_IT.match(said)
    before = [other for other in quantities(text) if other.end <= one.start and other.unit not in ("%", "年")]
    if match is not None and not before:
        return _of_the_ratio_before(text, one, match["part"], blanks)
    if (match is None and whole_named is None) or not before:
        return None
    named = ((other.unit, _counted_by(text, other, blanks)) for other in reversed(before))
    unit, known = next(((unit, term) for unit, term in named if term is not None), (before[-1].unit, None))
    if whole_named is not None:
        return _pair(known, _term(whole_named["whole"], blanks, unit))
    return None if match is None else _pair(_term(match["part"], blanks, unit), known)


def _of_the_ratio_before(
    text: str, one: StatedQuantity, part: str, blanks: Sequence[LooseBlank]
) -> tuple[RatioTerm, RatioTerm] | None:
    """……占在孵企业总数的比例不低于40%，或拥有知识产权的企业占比不低于25%: of the same whole."""
    said = (phrase(text, other) for other in quantities(text) if other.end <= one.start and other.unit == "%")
    pairs = (_stated(ASIDE.sub("", unmarked(words)), blanks) for words in said)
    whole = next((pair[1] for pair in pairs if pair is not None), None)
    return None if whole is None else _pair(_term(part, blanks, whole.unit), whole)


def _counted_by(text: str, one: StatedQuantity, blanks: Sequence[LooseBlank]) -> RatioTerm | None:
    """What the number before counts; of bounds for kinds (10000平方米以上（县域基地5000平方米）) the first says it."""
    words = re.sub(_AT_LEAST, "", phrase(text, one).partition(one.text)[0])
    return _term(words, blanks, one.unit) or _term(noun_of(text, one), blanks, one.unit)


def _pair(part: RatioTerm | None, whole: RatioTerm | None) -> tuple[RatioTerm, RatioTerm] | None:
    fit = part is not None and whole is not None and part.unit == whole.unit and part.key != whole.key
    return (part, whole) if fit and part is not None and whole is not None else None


def _term(words: str, blanks: Sequence[LooseBlank], unit: str = "") -> RatioTerm | None:
    """What the words name whole: one of our amounts of money, else what one blank of the form alone is for."""
    bare = re.sub(_LEADS, "", unmarked(words))
    known = next((name for name in _AMOUNTS if draft_words().said[name].fullmatch(bare)), "")
    found = amount_of(bare, [one for one in blanks if not unit or unit_of_word(one.unit) == unit])
    if known and (found is None or found.key in MEASURES.ours):
        return RatioTerm(known, MEASURES[known].title, MEASURES[known].unit)
    if found is None:
        return None
    title = MEASURES[found.key].title if found.key in MEASURES.ours else found.label
    return RatioTerm(found.key, title, unit_of_word(found.unit), brought(found, bare))


def _quotient(part: RatioTerm, whole: RatioTerm, said: str = "") -> tuple[str, Written]:
    """The ratio's name and what is written for it; ``said``: the clause, of which its words are kept."""
    name, title = f"{part.key}_to_{whole.key}", f"{part.title}占{whole.title}的比例"
    told = _OF_IT.search(said) or _RATIO.search(said)
    words = [re.sub(_LEADS, "", told["part"])] if told else []
    named = next((one for one in draft_words().ratios if one in said), "")
    more: dict[str, object] = {"words": words} if words and words[0] not in title else {}
    more |= {"words": [named], "over_100": True} if named else {}
    return name, Written("measures", {name: {"title": title, "share_of": part.key, "in": whole.key, **more}})
