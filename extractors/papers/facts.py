"""What does a paper say of itself: whose it is, when it was made, where, for whom?

In:     the lines of one paper and its tables.
Out:    facts by key: subject, made_on, registered_on, address, legal_representative, uscc, year, landlord, area,
        term_from, term_until, valid_until, title_count; a fact that the paper does not state is absent.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from extractors import values
from extractors.content.tables import Grid, distinct, squeezed
from extractors.form.figures import years_between
from extractors.papers.cards import beside
from extractors.papers.titled_enterprises import titled_enterprises, titled_figures
from extractors.stated import figure
from extractors.values.cities import city_of
from extractors.vocabulary.facts import label_pattern, organisation, words
from schemas.figures import Figure, Value
from schemas.locator import Locator
from schemas.papers import Fact

__all__ = ["fact_figures", "paper_facts", "titled_figures"]

_CARDS = frozenset({"licence", "property"})

Passage = tuple[str, Locator]
Run = Sequence[Passage]
"""Pieces of text that stand side by side: the cells of a row, or one paragraph."""

_DATE = re.compile(
    r"(?:20|19)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?"
    r"|[二一][〇零○九][〇零○一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])")
_TERM = re.compile(rf"(?P<from>{_DATE.pattern})\s*(?:起)?\s*(?:至|到|[-—–~])\s*(?P<until>{_DATE.pattern})")
_AREA = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(?:平方米|平米|㎡|m2|m²)")
_SITUATED = re.compile(
    r"(?:位于|坐落于|座落于|坐落在|地址为)\s*(?P<place>[^，。；]{4,60}?)(?:的(?:房屋|房产|办公|场地|写字楼|商铺|厂房)|[，。；]|$)"
)
_AUDITED = (
    re.compile(r"审计了(?:后附的)?(?P<name>[^，。；]{4,60}?)(?:[（(]以下|20\d{2}年|的财务|$)"),
    re.compile(r"接受(?P<name>[^，。；]{4,60}?)(?:[（(]以下[^）)]*[)）])?的?委托"),
    re.compile(r"对(?P<name>[^，。；]{4,60}?)(?:[（(]以下[^）)]*[)）])?(?:20\d{2}年|的?服务收)"),
    re.compile(r"(?:年度|年)[，,]?(?P<name>[^，。；]{4,60}?)(?:实现|取得)服务收入"),
)
_YEAR = re.compile(r"(20\d{2})年(?:度|12月31日)")
_KIND = re.compile(
    r"[类型]{0,2}(?:其他)?(?:有限责任公司|股份有限公司|有限公司|合伙企业|个人独资企业|分公司)(?:[（(].*)?"
)
"""What kind of company a licence is for: no company is called so."""
_SELF = re.compile(r"(?:本单位|我单位|本公司|我公司|本中心)\s*[（(:：]?\s*(?P<name>[^，。；（）()]{4,48})")


def paper_facts(
    kind: str, passages: Sequence[Passage], tables: Sequence[Grid], as_of: date, pieces: Sequence[Passage] = ()
) -> dict[str, Fact]:
    """The facts of one paper. ``pieces`` are its single lines, where it may be a card in two halves."""
    runs = [*([passage] for passage in passages), *_rows(tables)]
    group = words().group(kind)
    facts: dict[str, Fact] = {}
    said = _squeezed("".join(text for text, _ in _pieces(runs)))
    for key, labels in words().labels[group].items():
        there = [label for label in labels if _squeezed(label) in said]
        reader = _READERS.get(key, _text)
        fact = _beside(pieces, labels, reader) if group in _CARDS else None
        fact = fact or _labelled(runs, there, reader, glued=group == "licence")
        if fact:
            facts[key] = fact
    addressee = _addressee(runs) if group == "audit" else None
    if addressee:
        # A statement's 编制单位 is weaker than whom the auditor writes to.
        facts["subject"] = addressee
    more = _OTHERS.get(group, _other_facts)
    for key, fact in more(runs, as_of, facts):
        facts.setdefault(key, fact)
    if kind == "titled_enterprise_proof":
        facts.update(_title_count(passages, tables, as_of))
    return facts


def _beside(pieces: Sequence[Passage], labels: Sequence[str], reader: Callable[[str], str | None]) -> Fact | None:
    """The first value that stands beside one of the labels of a card."""
    for told, place in beside(pieces, labels):
        # Where a name is whole, the line below it is the kind of company, whose label was not read.
        ends = (end for end in range(1, len(told)) if organisation().fullmatch(squeezed("".join(told[:end]))))
        text = "".join(told[: next(ends, len(told))])
        value = reader(text)
        if value:
            return Fact(value, text, place.quoting(text))
    return None


def _rows(tables: Sequence[Grid]) -> Iterator[Run]:
    """The rows of the tables, each cell once."""
    for table in tables:
        for row in table.rows:
            cells = [(spot.text, spot.place) for spot in distinct(row) if spot.text.strip()]
            if cells:
                yield _labels_joined(cells)


def _labels_joined(cells: Run) -> list[Passage]:
    """The cells of a row, a label that is set so wide that it fell into two made one (名 | 称)."""
    joined: list[Passage] = []
    for text, place in cells:
        if joined and _squeezed(joined[-1][0] + text) in words().every:
            joined[-1] = (joined[-1][0] + text, joined[-1][1])
        else:
            joined.append((text, place))
    return joined


def _squeezed(text: str) -> str:
    """The text without white space, its brackets of one width: what cannot be in it, no pattern need look for."""
    return squeezed(text).replace("(", "（").replace(")", "）")


def _labelled(
    runs: Sequence[Run], labels: Sequence[str], reader: Callable[[str], str | None], *, glued: bool
) -> Fact | None:
    """The first value behind one of the labels; the labels stand in the order of trust."""
    for label in labels:
        pattern = label_pattern(label, glued=glued)
        for at, run in enumerate(runs):
            for text, place in _behind(runs, at, run, pattern):
                value = reader(text)
                if value:
                    return Fact(value, text.strip(), place.quoting(text.strip()))
    return None


def _behind(runs: Sequence[Run], at: int, run: Run, pattern: re.Pattern[str]) -> Iterator[Passage]:
    """What stands behind the label: in the same piece, the next one, or the next line."""
    for index, (text, place) in enumerate(run):
        for match in pattern.finditer(text):
            rest = text[match.end() :]
            stop = words().boundary.search(rest)
            value = rest[: stop.start()] if stop else rest
            if value.strip():
                yield value, place
            elif stop is None and index + 1 < len(run):
                yield run[index + 1]
            elif stop is None and at + 1 < len(runs) and not words().boundary.match(runs[at + 1][0][0]):
                yield runs[at + 1][0]


def _text(text: str) -> str | None:
    bare = re.sub(r"\s+", "", text).strip("：:，,；;。_")
    return bare if len(bare) >= 2 and not values.is_blank(bare) else None


def _name(text: str) -> str | None:
    """The name of an organisation, without seal notes."""
    # Strokes of a scanned name may be taken for a tick box.
    bare = re.sub(r"[\s_□☐☑☒■√✓]+", "", text).lstrip("：:")
    # A recognised line of a licence runs its labels together: 名称甲有限公司类型有限责任公司.
    for at in sorted({found.start() for word in words().lists["stops"] for found in re.finditer(word, bare)}):
        if organisation().fullmatch(bare[:at]):
            return bare[:at]
    match = organisation().match(bare)
    if match and not _KIND.fullmatch(match[0]):
        return match[0]
    bare = re.sub(r"[（(](?:公章|盖章|签章|单位盖章|加盖公章)(?:[)）].*)?$", "", bare).strip("：:，,；;。")
    if bare in words().every or _KIND.fullmatch(bare):
        return None
    return bare if re.fullmatch(r"[\u4e00-\u9fff（）()·A-Za-z0-9]{4,50}", bare) and not values.is_blank(bare) else None


def _person(text: str) -> str | None:
    match = re.match(
        r"[\s、.·]*((?:[\u4e00-\u9fff]\s*){2,4}|[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+)(?=$|[\s，,。；;（(])", text
    )
    return re.sub(r"\s", "", match[1]) if match else None


def _day(text: str) -> str | None:
    match = _DATE.search(text)
    return values.iso_date(re.sub(r"\s", "", match[0])) if match else values.iso_date(text.strip())


def _code(text: str) -> str | None:
    match = _CODE.search(re.sub(r"\s", "", text.upper()))
    return match[0] if match else None


def _area(text: str) -> str | None:
    match = _AREA.search(text)
    return match[1].replace(",", "") if match else None


def _until(text: str) -> str | None:
    if "长期" in text:
        return "长期"
    days = _DATE.findall(text)
    return values.iso_date(re.sub(r"\s", "", days[-1])) if days else None


_READERS: Mapping[str, Callable[[str], str | None]] = {
    "subject": _name,
    "landlord": _name,
    "legal_representative": _person,
    "registered_on": _day,
    "made_on": _day,
    "uscc": _code,
    "area": _area,
    "valid_until": _until,
}


def _pieces(runs: Sequence[Run]) -> Iterator[Passage]:
    return (piece for run in runs for piece in run)


def _fact(value: str, text: str, place: Locator) -> Fact:
    return Fact(value, text.strip(), place.quoting(text.strip()))


def _searched(
    runs: Sequence[Run], pattern: re.Pattern[str], group: str | int = 0
) -> Iterator[tuple[str, str, Locator]]:
    for text, place in _pieces(runs):
        for match in pattern.finditer(re.sub(r"\s+", "", text)):
            yield match[group], text, place


def _last_day(runs: Sequence[Run], as_of: date) -> Iterator[tuple[str, Fact]]:
    """The last date alone on a line, where a paper is signed. A voucher's date is in a row."""
    alone = [
        (day, text, place)
        for run in runs
        for text, place in run
        if len(run) == 1
        and (bare := re.sub(r"\s", "", text))
        and _DATE.fullmatch(bare)
        and (day := values.iso_date(bare))
    ]
    dated = [item for item in alone if item[0] <= as_of.isoformat()] or alone
    if dated:
        yield "made_on", _fact(*dated[-1])


def _licence_facts(runs: Sequence[Run], _as_of: date, _known: Mapping[str, Fact]) -> Iterator[tuple[str, Fact]]:
    for code, text, place in _searched(runs, _CODE):
        yield "uscc", _fact(code, text, place)


def _audit_facts(runs: Sequence[Run], as_of: date, _known: Mapping[str, Fact]) -> Iterator[tuple[str, Fact]]:
    """Whom the report speaks of, its day and the year it is about."""
    audited = _audited(runs)
    if audited:
        yield "subject", audited
    yield from _last_day(runs, as_of)
    for year, text, place in _searched(runs, _YEAR, 1):
        yield "year", _fact(year, text, place)


def _credit_facts(runs: Sequence[Run], _as_of: date, _known: Mapping[str, Fact]) -> Iterator[tuple[str, Fact]]:
    """The code anywhere; a name that stands alone; any day, the earliest, since the oldest page decides."""
    yield from _licence_facts(runs, _as_of, _known)
    yield from _alone(runs)
    days = [(day, text, place) for day, text, place in _searched(runs, _DATE) if values.iso_date(day)]
    if days:
        day, text, place = min(days, key=lambda item: str(values.iso_date(item[0])))
        yield "made_on", _fact(str(values.iso_date(day)), text, place)


def _declaration_facts(runs: Sequence[Run], as_of: date, _known: Mapping[str, Fact]) -> Iterator[tuple[str, Fact]]:
    """The name under the text, else the one that it speaks in."""
    yield from _last_day(runs, as_of)
    yield from _alone(list(reversed(runs)))
    for name, text, place in _searched(runs, _SELF, "name"):
        match = organisation().match(name)
        if match:
            yield "subject", _fact(match[0], text, place)


def _lease_facts(runs: Sequence[Run], as_of: date, _known: Mapping[str, Fact]) -> Iterator[tuple[str, Fact]]:
    """Where the room lies, how large it is, from when to when."""
    for found, text, place in _searched(runs, _SITUATED, "place"):
        yield "address", _fact(found, text, place)
    for area, text, place in _searched(runs, _AREA, 1):
        yield "area", _fact(area.replace(",", ""), text, place)
    for text, place in _pieces(runs):
        match = _TERM.search(re.sub(r"\s+", "", text))
        if match:
            for key, part in (("term_from", match["from"]), ("term_until", match["until"])):
                day = values.iso_date(part)
                if day:
                    yield key, _fact(day, text, place)
    yield from _last_day(runs, as_of)


def _other_facts(runs: Sequence[Run], as_of: date, _known: Mapping[str, Fact]) -> Iterator[tuple[str, Fact]]:
    """Whom a paper is addressed to, and its last day."""
    subject = _addressee(runs)
    if subject:
        yield "subject", subject
    yield from _licence_facts(runs, as_of, _known)
    yield from _last_day(runs, as_of)


def _alone(runs: Sequence[Run]) -> Iterator[tuple[str, Fact]]:
    """A line that is nothing but the name of an organisation."""
    for text, place in _pieces(runs):
        bare = re.sub(r"\s|[（(](?:公章|盖章|签章|单位盖章|加盖公章)[)）]|[:：]$", "", text)
        if (
            len(bare) >= 6
            and organisation().fullmatch(bare)
            and not re.search(r"公示系统|信用中国$|信息化局$|管理局$", bare)
        ):
            yield "subject", _fact(bare, text, place)


def _addressee(runs: Sequence[Run]) -> Fact | None:
    """Whom a report is addressed to (…有限公司全体股东：)."""
    roles = "|".join(words().lists["addressees"])
    line = re.compile(rf"^(?P<name>{organisation().pattern})(?:全体)?(?:{roles})*[:：](?=$|我们|你单位|贵)")
    for text, place in _pieces(runs):
        match = line.match(re.sub(r"\s", "", text))
        if match and not any(
            match["name"].rstrip("（）()普通合伙特殊").endswith(firm) for firm in words().lists["auditors"]
        ):
            return _fact(match["name"], text, place)
    return None


def _audited(runs: Sequence[Run]) -> Fact | None:
    """Of whom the running text of a report speaks."""
    for pattern in _AUDITED:
        for name, text, place in _searched(runs, pattern, "name"):
            match = organisation().fullmatch(name)
            if match:
                return _fact(name, text, place)
    return None


_OTHERS: Mapping[str, Callable[[Sequence[Run], date, Mapping[str, Fact]], Iterator[tuple[str, Fact]]]] = {
    "licence": _licence_facts,
    "audit": _audit_facts,
    "credit": _credit_facts,
    "declaration": _declaration_facts,
    "lease": _lease_facts,
    "property": _lease_facts,
}


def _title_count(passages: Sequence[Passage], tables: Sequence[Grid], as_of: date) -> dict[str, Fact]:
    named = titled_enterprises(passages, tables, as_of)
    if not named:
        return {}
    first = named[0]
    return {"title_count": Fact(str(len({one.key for one in named if one.sure})), first.text, first.place)}


_NAME_SOURCES = {
    "business_licence": "licence",
    "legal_person_certificate": "licence",
    "audit_report": "audit",
    "financial_statements": "audit",
    "special_audit_report": "special_audit",
    "declaration": "declaration",
}


def fact_figures(kind: str, facts: Mapping[str, Fact], as_of: date) -> list[Figure]:
    """The figures that the facts of one paper state: the applicant's name, its founding, its city."""
    figures: list[Figure] = []
    source = _NAME_SOURCES.get(kind)
    if source and "subject" in facts:
        figures.append(_figure("applicant_name", source, facts["subject"].value, facts["subject"]))
    if source != "licence":
        return figures
    founded = facts.get("registered_on")
    if founded:
        figures.append(_figure("registered_on", "licence", founded.value, founded))
        years = years_between(founded.value, as_of)
        if years is not None:
            figures.append(_figure("operating_years", "licence", years, founded))
    address = facts.get("address")
    city = city_of(address.value) if address else None
    if address and city:
        figures.append(_figure("registered_in", "licence", city, address))
    return figures


def _figure(measure: str, source: str, value: Value, fact: Fact) -> Figure:
    return figure(measure, source, value, fact.text, [fact.evidence])
