"""Does the section ``standing`` say what the regulation says of the time after recognition? Both ways.

From the section to the text: the cited article exists, and every number of days, months and years, every day by which
something is due and every name of a site or receiver stands in it. From the text to the section: every such number
outside the articles on 条件, and every clause that takes a title away, has its rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.rulebook.articles import Regulation, normal, plain
from pipeline.rulebook.known_words import Problem
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import spelled
from schemas.days.periods import Span
from schemas.regulation.standing import DueDay, ReportRule, Standing

_PER: dict[Span, tuple[str, ...]] = {"quarter": ("季度",), "half": ("半年",), "year": ("每年", "年度")}
_LAST_MONTH: dict[Span, int] = {"quarter": 0, "half": 6, "year": 12}
_COUNT = r"(?:\d{1,4}|[一二两三四五六七八九十]{1,5})"
# What a text may say of the time after recognition that a rule must answer: the kind of clause → its words.
_CLAUSES = {
    "公示天数": re.compile(rf"公示{_COUNT}个?(?:工作日|日|天)"),
    "有效期": re.compile(rf"有效期(?:限)?(?:为)?{_COUNT}年"),
    "复核周期": re.compile(rf"每{_COUNT}年复[核审]"),
    "报送期限": re.compile(r"(?<!\d年)(?<!\d)(?:\d{1,2}|元|次)月(?:\d{1,2}日|底)前?"),
    "不得申报的年限": re.compile(rf"{_COUNT}年内不得(?:再次)?申报"),
    "连续几次不合格": re.compile(rf"连续{_COUNT}次"),
    "检查次数": re.compile(rf"每(?:半年|季度|年)不少于{_COUNT}次"),
}
_NUMBERED = re.compile(r"\d|[一二两三四五六七八九十](?:年|次|个|家)|[元次]月")
_TAKEN = re.compile(r"(?:撤[销消]|取消)[^，。；]{0,12}(?:称号|资格|平台)|予以撤[销消]")


@dataclass(frozen=True, slots=True)
class _Wording:
    """What a rule says stands in its article: any one of these wordings."""

    line: int
    article: str
    said: str
    wordings: tuple[str, ...]


def check_standing(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """Everything wrong with the section; nothing where the rulebook has none."""
    section = parsed.rulebook.standing
    if section is None:
        return
    claims = list(_claims(section, parsed))
    for claim in claims:
        yield from _stands(claim, regulation)
    yield from _forgotten(parsed, section, regulation, claims)


def _claims(section: Standing, parsed: Parsed) -> Iterator[_Wording]:
    yield from _terms(section, parsed)
    for report in section.reports:
        yield from _of_report(report, parsed.lines[report])
    for inspection in section.inspections:
        line, article = parsed.lines[inspection], inspection.article
        yield _Wording(line, article, "检查", ("检查", "抽查", "考核", "测评"))
        if inspection.per and inspection.at_least is None:
            yield _Wording(line, article, f"按{_PER[inspection.per][0]}检查", _PER[inspection.per])
        if inspection.per and inspection.at_least is not None:
            words = _counted("每" + _PER[inspection.per][0].removeprefix("每") + "不少于{}次", inspection.at_least)
            yield _Wording(line, article, f"检查至少 {inspection.at_least} 次", words)
    for ground in section.lost:
        line = parsed.lines[ground]
        yield _Wording(line, ground.article.partition("（")[0], f"“{ground.act}”", (ground.act,))
        if ground.bar_years is not None:
            words = _counted("{}年内不得", ground.bar_years)
            yield _Wording(line, ground.article, f"{ground.bar_years} 年内不得申报", words)
        if ground.hint and ground.hint.in_a_row > 1:
            words = _counted("连续{}次", ground.hint.in_a_row)
            yield _Wording(line, ground.article, f"连续 {ground.hint.in_a_row} 次", words)
    if section.survey is not None:
        words = _counted("随机抽取,不少于{}家", section.survey.at_least)
        yield _Wording(parsed.lines[section.survey], "", f"抽取不少于 {section.survey.at_least} 家", words)


def _terms(section: Standing, parsed: Parsed) -> Iterator[_Wording]:
    if section.publicity is not None:
        line, article = parsed.lines[section.publicity], section.publicity.article
        yield _Wording(line, article, "公示", ("公示",))
        if section.publicity.working_days is not None:
            words = _counted("公示{}个工作日", section.publicity.working_days)
            yield _Wording(line, article, f"公示 {section.publicity.working_days} 个工作日", words)
        yield from (_Wording(line, article, f"“{site}”", (site,)) for site in section.publicity.sites)
    line = parsed.lines[section.listing]
    for site in section.listing.sites:
        yield _Wording(line, section.listing.article, f"“{site}”", (site,))
    if section.valid is not None:
        years, line = section.valid.years, parsed.lines[section.valid]
        words = _counted("有效期{}年", years) + _counted("有效期为{}年", years)
        yield _Wording(line, section.valid.article, f"有效期 {years} 年", words)
        if section.valid.again_in_last_year:
            yield _Wording(line, section.valid.article, "期满当年可再次申报", ("满当年可再次申报",))
    if section.recheck is not None:
        years, line = section.recheck.years, parsed.lines[section.recheck]
        yield _Wording(line, section.recheck.article, f"每 {years} 年复核", _counted("每{}年复核", years))
    cited = (section.listing, section.recommendation, section.experts)
    for rule in (one for one in cited if one is not None):
        yield _Wording(parsed.lines[rule], rule.article, "", ())


def _of_report(report: ReportRule, line: int) -> Iterator[_Wording]:
    yield _Wording(line, report.article, "报送", ("报送", "上报", "报市", "报省", "报工", "报告市"))
    if report.to:
        yield _Wording(line, report.article, f"“{report.to}”", (report.to,))
    if report.period is not None:
        said = _PER[report.period] + (("上一年度", "下年") if report.period == "year" else ())
        yield _Wording(line, report.article, f"按{_PER[report.period][0]}报送", said)
    if report.due is not None and report.period is not None:
        words = tuple(_due_wordings(report.due, report.period))
        yield _Wording(line, report.article, f"“{words[0]}前”", words)


def _due_wordings(due: DueDay, span: Span) -> Iterator[str]:
    named = ["次"]
    if _LAST_MONTH[span]:
        month = (_LAST_MONTH[span] + due.months_after - 1) % 12 + 1
        named = [str(month), "元"] if month == 1 else [str(month)]
    for one in named:
        yield f"{one}月底" if due.day is None else f"{one}月{due.day}日"


def _counted(pattern: str, number: int) -> tuple[str, ...]:
    """The pattern with the number in figures and in words: 3年, 三年; of two, 两年 too."""
    words = [str(number), *([spelled(number)] if number < 100 else []), *(["两"] if number == 2 else [])]
    return tuple(pattern.format(word) for word in words)


def _stands(claim: _Wording, regulation: Regulation) -> Iterator[Problem]:
    piece = regulation.piece(claim.article) if claim.article else regulation.whole
    if piece is None:
        yield Problem(claim.line, f"办法里没有{claim.article}，请改正条款号")
    elif claim.wordings and not any(plain(words) in piece.text for words in claim.wordings):
        yield Problem(claim.line, f"{claim.article or '附件'}里没有{claim.said}，请改正数字、用词或条款号")


def _forgotten(parsed: Parsed, section: Standing, regulation: Regulation, claims: list[_Wording]) -> Iterator[Problem]:
    """The clauses of the text that no rule of the section answers."""
    line = parsed.lines["standing"]
    own = normal(parsed.rulebook.in_force.article)
    grounds = {normal(ground.article) for ground in section.lost}
    for article in _articles(regulation):
        if article != own:
            yield from _unanswered(article, regulation, claims, line)
        yield from _ungrounded(article, regulation, grounds, line)


def _unanswered(article: str, regulation: Regulation, claims: list[_Wording], line: int) -> Iterator[Problem]:
    """Numbers of days and years, days by which something is due."""
    claimed = [plain(words) for claim in claims if _within(claim.article, article) for words in claim.wordings]
    for kind, pattern in _CLAUSES.items():
        for match in pattern.finditer(regulation.pieces[article].text):
            if not any(_answers(words, match[0]) for words in claimed):
                yield Problem(line, f"{article}的“{match[0]}”（{kind}）在 standing 中没有对应的规则，请补上")


def _ungrounded(article: str, regulation: Regulation, grounds: set[str], line: int) -> Iterator[Problem]:
    """Clauses that take a title away."""
    taken = _TAKEN.search(regulation.pieces[article].text)
    if taken is None:
        return
    if not any(_within(ground, article) for ground in grounds):
        yield Problem(line, f"{article}的“{taken[0]}”在 standing.lost 中没有对应的情形，请补上")
    for item in regulation.items(article):
        if item not in grounds:
            yield Problem(line, f"{item}在 standing.lost 中没有对应的情形，请补上")


def _articles(regulation: Regulation) -> Iterator[str]:
    for citation in regulation.pieces:
        if re.fullmatch(r"第[一二三四五六七八九十]+条", citation) and citation not in regulation.conditions:
            yield citation


def _within(article: str, whole: str) -> bool:
    return normal(article) == whole or normal(article).startswith(f"{whole}（")


def _answers(words: str, said: str) -> bool:
    """Whether a wording with a number (5个工作日, 次月25日) is that of the clause; 公示 alone answers nothing."""
    return bool(_NUMBERED.search(words)) and (words in said or said in words)
