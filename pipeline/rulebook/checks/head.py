"""Does the head of the rulebook name its regulation rightly: title, issuer, number, place, from when to when?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.rulebook.articles import Regulation, UnspacedText, plain
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.known_words import Problem
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import quantities

_EVERYWHERE = "全国"
_OWN_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,8}[〔\[]\d{4}[〕\]]\d+号")
_EXPLAINED = re.compile(r"由(?P<body>[^,;。由]{2,24}?)负责解释")
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}")
_TERM = re.compile(r"(有效期|施行期|试行期)(限)?(为|至|到|[一二三四五六七八九十两\d]+年)")


_COUNTRY = "全国"
"""The whole country; a text of a ministry need not say so."""


def head(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """Everything of the head that the text does not bear out."""
    rulebook, whole = parsed.rulebook, regulation.whole.text
    if plain(rulebook.title) not in whole:
        yield Problem(1, f"办法文本里找不到题名《{rulebook.title}》，请确认对照的是这一部")
    if rulebook.region != _COUNTRY and not _named(rulebook.region, rulebook.title, whole):
        yield Problem(1, f"办法文本里找不到地区“{rulebook.region}”")
    other = _other_issuer(rulebook.issuer, rulebook.region, whole)
    if other:
        yield Problem(1, f"制定机关“{rulebook.issuer}”与办法文本不符，文本里写的是“{other}”")
    yield from _number(rulebook.number, regulation)
    if rulebook.registration and plain(rulebook.registration) not in whole:
        yield Problem(1, f"办法文本里找不到登记号“{rulebook.registration}”")
    yield from _dates(parsed, regulation)


def _named(region: str, title: str, whole: str) -> bool:
    return title.startswith("国家") if region == _EVERYWHERE else plain(region) in whole


def _other_issuer(issuer: str, region: str, whole: str) -> str:
    """The body that the text names instead; empty where it names this one, perhaps in short, or none at all."""
    if any(plain(name) in whole for name in (issuer, issuer.removeprefix(region))):
        return ""
    explained = _EXPLAINED.search(whole)
    if explained is None or _short_for(explained["body"], issuer):
        return ""
    if _short_for(issuer.removeprefix(region), explained["body"]):
        return ""
    return explained["body"]


def _short_for(short: str, whole: str) -> bool:
    """市工信局 is 郑州市工业和信息化局 in short: its signs stand there in this order."""
    signs = iter(plain(whole))
    return all(sign in signs for sign in short)


def _number(number: str, regulation: Regulation) -> Iterator[Problem]:
    behind = "".join(line for _, line in regulation.annexes)
    own = _OWN_NUMBER.search(regulation.preamble) or _OWN_NUMBER.search(behind)
    if own is None:
        return
    if not any(sign.isdigit() for sign in number):
        yield Problem(1, f"办法文本写有文号“{own[0]}”，规则文件里没有写")
    elif _bare(number) not in _bare(regulation.whole.text):
        yield Problem(1, f"办法文本里找不到文号“{number}”，文本里写的是“{own[0]}”")


def _bare(text: str) -> str:
    return re.sub(r"[〔〕\[\]()]", "", plain(text))


def _dates(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    force, line = parsed.rulebook.in_force, parsed.lines[parsed.rulebook.in_force]
    piece = regulation.piece(force.article)
    if piece is not None and not rule_words().begins.search(piece.text):
        yield Problem(line, f"{force.article}没有说何时施行，请改正条款号")
    yield from _begins(force.since, line, piece, regulation)
    if force.until is None:
        if piece is not None and _TERM.search(piece.text) and (force.since or _DAY.search(piece.text)):
            yield Problem(line, f"{force.article}写有有效期，请补上 until")
    elif not _says(regulation.whole, force.until) and not _worked_out(force.since, force.until, piece):
        yield Problem(line, f"{force.article}既没有写日期 {force.until}，也推算不出这一天，请核对截止日期")


def _begins(since: date | None, line: int, piece: UnspacedText | None, regulation: Regulation) -> Iterator[Problem]:
    if since is not None:
        if not _says(regulation.whole, since):
            yield Problem(line, f"办法文本里找不到日期 {since}，请核对起始日期")
        return
    said = (_DAY.search(piece.text) if piece else None) or _DAY.search(regulation.preamble)
    if said:
        yield Problem(line, f"办法文本写有日期 {said[0]}，请补上 from（从哪一天起施行）")


def _worked_out(since: date | None, until: date, piece: UnspacedText | None) -> bool:
    years = [] if piece is None else [int(one.value) for one in quantities(piece.text) if one.unit == "年"]
    return since is not None and any(since.replace(year=since.year + count) == until for count in years)


def _says(piece: UnspacedText, day: date) -> bool:
    return f"{day.year}年{day.month}月{day.day}日" in piece.text or day.isoformat() in piece.text
