"""Which paper is which: documents, and segmentes within one, matched to the kinds that checklists name.

In:     a document as a reader saw it; the names under which it was handed in.
Out:    papers, each with its first place, how sure the match is, the runner-up and the parts found inside.
Raises: nothing. What is not known is no paper; a weak match says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.content.lines import Text
from extractors.papers.parts import HEADING, parts_in
from extractors.values.numbering import numbering
from extractors.vocabulary.papers import named_kinds, plain, title_kinds, vocabulary
from schemas.document import Document
from schemas.locator import Locator
from schemas.papers import Kind, Paper
from schemas.trust import NONE, Doubt

PAGE_TOP, SHORT = 5, 44
"""At most this many lines of at most this length above a title belong to it (the firm above 审计报告)."""
AGREEING = 2
"""So many of a kind's words bear out a file name where the paper has no title."""
ROWS = 8
"""A list's title with fewer lines below it is an entry of a contents page or an empty template."""
_HINTED = frozenset({Doubt.HINTED})
_PICTURE = frozenset({Doubt.FROM_PICTURE})


@dataclass(slots=True)
class PaperSegment:
    """Lines from one title up to the next."""

    kinds: list[str]
    lines: list[Text] = field(default_factory=list)


def recognise(document: Document, lines: Sequence[Text]) -> list[tuple[Paper, list[Text]]]:
    """The papers of one readable document, each with its lines, by their titles and words."""
    papers: list[tuple[Paper, list[Text]]] = []
    for segment in _segmentes(lines):
        papers.extend((paper, segment.lines) for paper in _papers_of(document, segment))
    known = {paper.kind for paper, _ in papers}
    names = named_kinds(document.path.rsplit("/", 1)[-1])
    for paper in _by_body(document, lines, names):
        if paper.kind not in known:
            first, last = paper.pages or (0, 0)
            papers.append((paper, [line for line in lines if first <= line.page <= last]))
    return papers


def by_name(path: str, place: Locator, by: str = "") -> list[Paper]:
    """What a file that cannot be read may hold, by its own name, else by the names of its folders."""
    *folders, name = path.split("/")
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name)
    papers: list[Paper] = []
    for level, spoken in enumerate((stem, *reversed(folders))):
        kinds = named_kinds(spoken)
        if not kinds:
            continue
        reason = by or ("文件名" if level == 0 else "文件夹名") + f"“{spoken}”"
        for kind in kinds:
            if kind not in {paper.kind for paper in papers}:
                photo = vocabulary().kinds[kind].picture
                doubts = _PICTURE if photo else _PICTURE | {Doubt.NAMED_ONLY}
                papers.append(Paper(kind, path, place, doubts, reason))
    return papers


def _rows(segment: PaperSegment) -> int:
    """How many lines a person sees: those that were broken by hand within a paragraph count each."""
    return sum(1 + line.text.count("\n") for line in segment.lines)


def _segmentes(lines: Sequence[Text]) -> Iterator[PaperSegment]:
    """The document cut at its titles; what stands before the first title is a segment of no kind."""
    current = PaperSegment([])
    before: Text | None = None
    for line in lines:
        kinds = title_kinds(line.text) if line.alone else []
        if not kinds and before is not None and line.row is None:
            kinds = _two_lines(before, line)
        if kinds and not set(kinds) <= set(current.kinds) and not _inside(kinds, current.kinds):
            moved = _page_top(current, line)
            yield current
            current = PaperSegment(kinds, moved)
        current.lines.append(line)
        before = line if line.row is None and line.text.strip() else before
    yield current


def _inside(kinds: Sequence[str], current: Sequence[str]) -> bool:
    """Whether what this title begins is a part of the paper it stands in (statements in an audit report)."""
    known = vocabulary().kinds
    return all(set(known[kind].inside) & set(current) for kind in kinds)


def _page_top(current: PaperSegment, title: Text) -> list[Text]:
    """The few short lines above a title on its page: they are the new paper's head, taken out of the segment before."""
    if not current.lines or (current.kinds and current.lines[0].page == title.page):
        return []
    top = [line for line in current.lines if line.page == title.page]
    if len(top) > PAGE_TOP or any(len(plain(line.text)) > SHORT for line in top):
        return []
    current.lines = [line for line in current.lines if line.page != title.page]
    return top


def _two_lines(before: Text, line: Text) -> list[str]:
    """The kinds of a title that runs over two lines."""
    if len(plain(before.text + line.text)) > HEADING or before.page != line.page or numbering(plain(line.text)):
        return []
    if title_kinds(before.text) or re.search(r"([：:。；;，,]|内容|目录)\s*$", before.text):
        return []
    return title_kinds(before.text + line.text)


def _papers_of(document: Document, segment: PaperSegment) -> Iterator[Paper]:
    """The papers that one segment is; its words must bear its title out."""
    kinds = vocabulary().kinds
    body = plain("".join(line.text for line in segment.lines))
    likely = sorted(segment.kinds, key=lambda kind: -_support(kinds[kind], body))
    glimpsed = any(line.glimpsed for line in segment.lines)
    kind = next((kind for kind in likely if glimpsed or _borne_out(kinds[kind], body)), None)
    if kind is None or (kinds[kind].boundary and _rows(segment) < ROWS):
        return
    title = next((line for line in segment.lines if title_kinds(line.text)), segment.lines[0])
    yield Paper(
        kind=kind,
        file=document.path,
        evidence=title.place,
        doubts=_HINTED if kinds[kind].boundary else NONE,
        by=f"标题“{title.text.strip()[:40]}”",
        runner_up=next((other for other in likely if other != kind), ""),
        pages=(segment.lines[0].page, segment.lines[-1].page),
        sheet=title.place.sheet,
        parts=parts_in(kinds[kind], segment.lines),
    )


def _support(kind: Kind, body: str) -> int:
    return sum(word in body for word in (*kind.must, *kind.any_of)) * 10 // max(1, len(kind.any_of)) + len(kind.must)


def _borne_out(kind: Kind, body: str) -> bool:
    """Whether the words below a title agree with it."""
    return (
        all(word in body for word in kind.must)
        and (not kind.any_of or any(word in body for word in kind.any_of))
        and not any(word in body for word in kind.must_not)
    )


def _by_body(document: Document, lines: Sequence[Text], names: Sequence[str]) -> Iterator[Paper]:
    """Papers without a title: known by the words of one page together, or by the file's name and words that agree."""
    body = plain("".join(line.text for line in lines))
    sheets = _sheets(lines)
    for kind in vocabulary().kinds.values() if body else ():
        telling = [line for words, sheet in sheets if _tells(kind, words) for line in sheet]
        named = kind.id in names
        agreeing = _agreeing(kind, body) if named else 0
        if telling or agreeing:
            sure = bool(telling) or agreeing >= AGREEING
            yield _untitled(document, kind, list(lines) if named else telling, named=named, sure=sure)


def _agreeing(kind: Kind, body: str) -> int:
    """How many of the kind's words the text has, where it bears out the file's name at all."""
    return sum(word in body for word in kind.any_of) if _borne_out(kind, body) else 0


def _untitled(document: Document, kind: Kind, lines: Sequence[Text], *, named: bool, sure: bool) -> Paper:
    return Paper(
        kind=kind.id,
        file=document.path,
        evidence=lines[0].place,
        doubts=NONE if sure else _HINTED,
        by="文件名与文中用语" if named else "文中用语",
        pages=(lines[0].page, lines[-1].page),
        sheet=lines[0].place.sheet,
        parts=parts_in(kind, lines),
    )


def _tells(kind: Kind, words: str) -> bool:
    """Whether all words of one of the kind's rows stand on the page."""
    return any(all(word in words for word in row) for row in kind.body)


def _sheets(lines: Sequence[Text]) -> list[tuple[str, list[Text]]]:
    """The lines page by page, each with its words run together."""
    pages: dict[int, list[Text]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return [(plain("".join(line.text for line in page)), page) for page in pages.values()]


def outlined(document: Document, unread: Sequence[int]) -> dict[int, str]:
    """The bookmark under which each unreadable page of a bound volume stands, page → title."""
    marks = sorted(document.outline, key=lambda mark: mark[1])
    titles: dict[int, str] = {}
    for page in unread:
        before = [title for title, start in marks if start <= page]
        if before:
            titles[page] = before[-1]
    return titles
