"""How is the regulation called, by whom was it issued, for which place, from when to when?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from extractors.values.cities import divisions_of
from extractors.values.numerals import numeral
from pipeline.drafting.articles import articles
from pipeline.drafting.points import full_width
from pipeline.rulebook.articles import Regulation, plain
from pipeline.rulebook.checks.vocabulary import rule_words

_TITLE = re.compile(
    r"[\u4e00-\u9fff〔〕()\d]{4,60}?(?:办法|细则|规定|标准|规程|条件及申报材料)(?:\((?:试行|暂行|修订)\))?"
)
_QUOTED = re.compile(r"《([^《》]{6,60}(?:办法|细则|规定|标准|规程)(?:\((?:试行|暂行)\))?)》")
_ISSUING = re.compile(r"印发[^。]{0,4}$")
_BEGINNING = re.compile(r"第[一1]章|第[一1]条|^[一]、")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,8}〔\d{4}〕\d+号")
_ISSUED_WITH = re.compile(r"^.*?(印发|发布|文件|公布)")
_EXPLAINED = re.compile(r"由(?P<body>[^,;。由]{2,24}?)负责解释")
_SHORT = re.compile(r"(?P<whole>[\u4e00-\u9fff]{4,24})\(以下简称“?(?P<short>[\u4e00-\u9fff]{2,10})”?\)")
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_TERM = re.compile(r"(?:有效期|试行期)(?:限)?(?:为)?(?P<years>[一二三四五六七八九十两\d]+)年")
_REGION = re.compile(r"^[\u4e00-\u9fff]{2,12}?(?:自治区|自治州|省|市|州|盟|区|县|旗)")
_BEGINS = re.compile("施行|实施|生效|执行")
# 关于开展2026年度株洲市……备案工作的通知: what stands ahead of the place.
_ABOUT = re.compile(r"^关于(?:组织|做好|开展|印发|申报|进行|启动)*(?:\d{4}年?(?:度)?)?(?:第[一二三四]批)?")
_EVERYWHERE = "全国"
_LONGEST_TITLE = 4
UNSTATED = "正文未载明"


def head(regulation: Regulation, raw: str) -> Mapping[str, object]:
    """title, issuer, number, region and in_force as they stand in the file; what the text does not say says so."""
    title = _title(regulation, raw)
    region = region_of(title)
    return {
        "title": full_width(title),
        "issuer": _issuer(regulation, region),
        "number": _number(regulation, raw),
        "region": region,
        "in_force": dict(_in_force(regulation)),
        "titles": [full_width(_object(title))],
    }


def _title(regulation: Regulation, raw: str) -> str:
    """The name between 印发《…》, else the lines right before the first chapter or article."""
    text = plain(raw)
    for match in _QUOTED.finditer(text[: len(regulation.preamble) + 1] or text):
        if _ISSUING.search(text[: match.start()]):
            return match[1]
    lines = [plain(line.strip(" #*\t")) for line in raw.splitlines()]
    lines = [line for line in lines if line]
    at = next((number for number, line in enumerate(lines) if _BEGINNING.match(line)), len(lines))
    for count in range(1, _LONGEST_TITLE + 1):
        joined = "".join(lines[max(0, at - count) : at])
        if _TITLE.fullmatch(joined) and region_of(joined):
            return joined
    found = next((line for line in lines[:at] if _TITLE.fullmatch(line)), "")
    return found or (lines[0] if lines else UNSTATED)


def region_of(title: str) -> str:
    """郑州市 of 郑州市……办法; 全国 of 国家……办法; empty where the title begins with no place."""
    title = _ABOUT.sub("", title)
    if title.startswith(("国家", "全国")):
        return _EVERYWHERE
    for end in range(len(title), 1, -1):
        name = title[:end]
        if _REGION.fullmatch(name) and divisions_of(name):
            return name
    return ""


def _object(title: str) -> str:
    """What is recognised, by which a dossier speaks of it: the title without 认定管理办法."""
    return re.split(r"认定|管理|评价|创建|建设|申报", title)[0] or title


def _issuer(regulation: Regulation, region: str) -> str:
    """The body that explains it, by its full name where the text gives it."""
    text = regulation.whole.text
    explained = _EXPLAINED.search(text)
    if explained is None:
        return UNSTATED
    body = explained["body"]
    whole = {match["short"]: match["whole"] for match in _SHORT.finditer(text)}
    return _with_region(whole.get(body, body), region)


def _with_region(body: str, region: str) -> str:
    """经郑州市工业和信息化局: the name from its place on; 市工业和信息化局 with its place before it."""
    if region in ("", _EVERYWHERE):
        return body
    if region in body:
        return body[body.index(region) :]
    level = region[-1]
    return region + body.removeprefix(level) if body.startswith(level) else body


def _number(regulation: Regulation, raw: str) -> str:
    """The number of the notice that issued it: before the first article, or behind the last one."""
    around = _round_brackets(regulation.preamble + "".join(line for _, line in regulation.annexes))
    for line in raw.splitlines():
        match = _NUMBER.search(_round_brackets(plain(line)))
        if match and match[0] in around:
            return _ISSUED_WITH.sub("", match[0])
    return f"{UNSTATED}文号"


def _round_brackets(text: str) -> str:
    return text.replace("[", "〔").replace("]", "〕")


def _in_force(regulation: Regulation) -> Iterator[tuple[str, object]]:
    """The article on 施行, the days it names or that follow from its term."""
    article = _article(regulation)
    text = regulation.pieces[article].text if article else ""
    text = "。".join(one for one in re.split("[。;]", text) if rule_words().begins.search(one))
    days = [date(*map(int, match.groups())) for match in _DAY.finditer(text) if _BEGINS.search(text)]
    since = days[0] if days else _issued(regulation)
    if since is not None:
        yield "from", since
    until = days[1] if len(days) > 1 else _after(since, text)
    if until is not None:
        yield "until", until
    if article and _BEGINS.search(text):
        yield "article", article
    if since is None:
        yield "note", "正文没有写明起始日期和有效期，请向制定机关核实"


def _article(regulation: Regulation) -> str:
    found = [one for one in articles(regulation) if rule_words().begins.search(regulation.pieces[one].text)]
    return found[-1] if found else ""


def _issued(regulation: Regulation) -> date | None:
    """The day under the notice that issued it."""
    days = [date(*map(int, match.groups())) for match in _DAY.finditer(regulation.preamble)]
    return days[-1] if days else None


def _after(since: date | None, text: str) -> date | None:
    match = _TERM.search(text)
    years = numeral(match["years"]) if match else None
    return since.replace(year=since.year + int(years)) if since and years else None
