"""What does a clerk see of a draft? One page without a network: the regulation on the left, the draft on the right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.drafting.draft import Drafted
from pipeline.drafting.points import Draft, DraftMark, Point, full_width
from pipeline.reports.html_pages import page, script
from pipeline.rulebook.articles import Regulation
from pipeline.rulebook.quantities import quantities

_TOPICS = {
    "head": "题名和施行",
    "conditions": "认定条件",
    "relaxations": "放宽",
    "functions": "服务功能",
    "judgements": "由人判断",
    "materials": "申报材料",
    "review": "复核材料",
    "notes": "附件备注",
}
_MARKS = {DraftMark.CERTAIN: "照抄", DraftMark.CONFIRM: "请确认", DraftMark.ASKED: "待定"}
_ORDER = (DraftMark.ASKED, DraftMark.CONFIRM, DraftMark.CERTAIN)
_NONE = "none"
_ARTICLE = re.compile(r"^(第[一二三四五六七八九十百]+条)")


@dataclass(frozen=True, slots=True)
class ColouredText:
    """A stretch of the regulation's text: ``number`` of the point that it belongs to (0: none), and its colour."""

    text: str
    number: int = 0
    colour: str = ""


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """One point as a card."""

    number: int
    point: Point
    mark: str
    quoted: str
    others: bool
    """Beyond the first few choices there are more, which a list holds."""


@dataclass(frozen=True, slots=True)
class ReviewedDraft:
    """What the page shows: the regulation's text piece by piece, and under each topic the draft's cards."""

    title: str
    articles: list[list[ColouredText]]
    topics: list[tuple[str, list[ShownPoint]]]
    counts: Mapping[str, int]
    open: int
    """Points that wait for a person."""
    remarks: list[str]
    problems: list[str]


def reviewed(whole: Drafted, remarks: Sequence[str], problems: Sequence[str]) -> ReviewedDraft:
    """The draft as it is shown, on the offline page and wherever else a person answers it."""
    draft = whole.draft
    numbers = {point.id: number for number, point in enumerate(draft.points, 1)}
    return ReviewedDraft(
        title=_title(draft),
        articles=list(_articles(whole.regulation, draft, numbers)),
        topics=list(_cards(draft, numbers)),
        counts={_MARKS[mark]: sum(one.mark is mark for one in draft.points) for mark in _ORDER},
        open=sum(one.mark is not DraftMark.CERTAIN and not one.answered for one in draft.points),
        remarks=list(remarks),
        problems=list(problems),
    )


def review_page(shown: ReviewedDraft) -> bytes:
    """The page. What is chosen on it is kept in the browser, and leaves it as the file answers.yaml."""
    told, digest = script("draft.js")
    return page(
        "draft.html",
        title=shown.title,
        articles=shown.articles,
        topics=shown.topics,
        counts=shown.counts,
        remarks=shown.remarks,
        problems=shown.problems,
        script=told,
        script_digest=digest,
    )


def _title(draft: Draft) -> str:
    point = next(one for one in draft.points if one.id == "head·title")
    return full_width(point.told or point.quoted)


def _cards(draft: Draft, numbers: Mapping[str, int]) -> Iterator[tuple[str, list[ShownPoint]]]:
    """The points under their topics, as in the file."""
    for topic, title in _TOPICS.items():
        shown = [_shown(point, numbers[point.id]) for point in draft.points if point.topic.startswith(topic)]
        if shown:
            yield title, shown


def _shown(point: Point, number: int) -> ShownPoint:
    return ShownPoint(number, point, colour(point), full_width(point.quoted), len(point.choices) > 1)


def colour(point: Point) -> str:
    """answered, certain, confirm or asked: the class of its card and of its stretch of text."""
    return "answered" if point.answered else point.mark.value


def _articles(regulation: Regulation, draft: Draft, numbers: Mapping[str, int]) -> Iterator[list[ColouredText]]:
    """The text piece by piece, every point's stretch in its colour; a number that no point speaks of in red."""
    spans = [(span, point) for point in draft.points for span in point.spans]
    wholes = {key for key in regulation.pieces if f"{key}·首" in regulation.pieces}
    for citation, piece in regulation.pieces.items():
        if citation in wholes:
            continue
        mine = [(span.start, span.end, point) for span, point in spans if span.piece in (citation, citation + "·首")]
        first, *rest = _stretches(piece.text, mine, numbers)
        yield [replace(first, text=_ARTICLE.sub(r"\1　", first.text)), *rest]


def _stretches(
    text: str, spans: Sequence[tuple[int, int, Point]], numbers: Mapping[str, int]
) -> Iterator[ColouredText]:
    at = 0
    for start, end, point in sorted(spans, key=lambda one: (one[0], -one[1])):
        if start < at:
            continue
        yield from _unspoken(text[at:start])
        yield ColouredText(full_width(text[start:end]), numbers[point.id], colour(point))
        at = end
    yield from _unspoken(text[at:])


def _unspoken(text: str) -> Iterator[ColouredText]:
    """Text that no point speaks of, its numbers marked."""
    at = 0
    for one in quantities(text):
        if one.start >= at:
            yield ColouredText(full_width(text[at : one.start]))
            yield ColouredText(full_width(one.text), 0, _NONE)
            at = one.end
    yield ColouredText(full_width(text[at:]))
