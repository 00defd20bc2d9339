"""Which paper is which: documents, and stretches within one, matched to the kinds that checklists name.

In:     a document as a reader saw it; the names under which it was handed in.
Out:    papers, each with its first place, how sure the match is, the runner-up and the parts found inside.
Raises: nothing. What is not known is no paper; a weak match says so.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.content.lines import Text
from extractors.values.numbering import Rank, numbering, unnumbered
from extractors.vocabulary.labels import hits, labels_for
from extractors.vocabulary.papers import LINES, named_kinds, plain, title_kinds, vocabulary
from schemas.document import Document
from schemas.locator import Locator
from schemas.papers import Kind, Paper, Part
from schemas.trust import NONE, Doubt

HEADING = 70
PAGE_TOP, SHORT = 5, 44
"""At most this many lines of at most this length above a title belong to it (the firm above 审计报告)."""
AGREEING = 2
"""So many of a kind's words bear out a file name where the paper has no title."""
ROWS = 8
"""A list's title with fewer lines below it is an entry of a contents page or an empty template."""
PROSE = 40
"""A paragraph of this many characters is running text, full stop or not."""
_HINTED = frozenset({Doubt.HINTED})
_PICTURE = frozenset({Doubt.FROM_PICTURE})
_IN_MONEY = re.compile(r"[(（]单位[:：]?(?:人民币)?.?元[)）]")
"""A heading that states a unit of money is a table's (二、平台运营管理（单位：万元）), no section of prose."""


@dataclass(slots=True)
class PaperSegment:
    """Lines from one title up to the next."""

    kinds: list[str]
    lines: list[Text] = field(default_factory=list)


def recognise(document: Document, lines: Sequence[Text]) -> list[tuple[Paper, list[Text]]]:
    """The papers of one readable document, each with its lines, by their titles and words."""
    papers: list[tuple[Paper, list[Text]]] = []
    for stretch in _stretches(lines):
        papers.extend((paper, stretch.lines) for paper in _papers_of(document, stretch))
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
    found: list[Paper] = []
    for level, spoken in enumerate((stem, *reversed(folders))):
        kinds = named_kinds(spoken)
        if not kinds:
            continue
        reason = by or ("文件名" if level == 0 else "文件夹名") + f"“{spoken}”"
        for kind in kinds:
            if kind not in {paper.kind for paper in found}:
                photo = vocabulary().kinds[kind].picture
                doubts = _PICTURE if photo else _PICTURE | {Doubt.NAMED_ONLY}
                found.append(Paper(kind, path, place, doubts, reason))
    return found


def _stretches(lines: Sequence[Text]) -> Iterator[PaperSegment]:
    """The document cut at its titles; what stands before the first title is a stretch of no kind."""
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
    """The few short lines above a title on its page: they are the new paper's head, taken out of the stretch before."""
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


def _papers_of(document: Document, stretch: PaperSegment) -> Iterator[Paper]:
    """The papers that one stretch is; its words must bear its title out."""
    if not stretch.kinds:
        return
    body = plain("".join(line.text for line in stretch.lines))
    first = next((line for line in stretch.lines if title_kinds(line.text)), stretch.lines[0])
    scored = sorted(stretch.kinds, key=lambda kind: -_support(vocabulary().kinds[kind], body))
    glimpsed = any(line.glimpsed for line in stretch.lines)
    borne = [kind for kind in scored if glimpsed or _borne_out(vocabulary().kinds[kind], body)]
    runner_up = next((kind for kind in scored if kind not in borne[:1]), "")
    for kind in borne[:1]:
        boundary = vocabulary().kinds[kind].boundary
        if boundary and len(stretch.lines) < ROWS:
            continue
        yield Paper(
            kind=kind,
            file=document.path,
            evidence=first.place,
            doubts=_HINTED if boundary else NONE,
            by=f"标题“{first.text.strip()[:40]}”",
            runner_up=runner_up,
            pages=(stretch.lines[0].page, stretch.lines[-1].page),
            sheet=first.place.sheet,
            parts=parts_in(vocabulary().kinds[kind], stretch.lines),
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
    if not body:
        return
    sheets = _sheets(lines)
    for kind in vocabulary().kinds.values():
        told = [sheet for words, sheet in sheets if any(all(word in words for word in row) for row in kind.body)]
        named = kind.id in names
        borne = [word for word in kind.any_of if word in body] if named and _borne_out(kind, body) else []
        if not told and not borne:
            continue
        own = list(lines) if named or not told else [line for sheet in told for line in sheet]
        yield Paper(
            kind=kind.id,
            file=document.path,
            evidence=own[0].place,
            doubts=NONE if told or len(borne) >= AGREEING else _HINTED,
            by="文件名与文中用语" if named else "文中用语",
            pages=(own[0].page, own[-1].page),
            sheet=own[0].place.sheet,
            parts=parts_in(kind, own),
        )


def _sheets(lines: Sequence[Text]) -> list[tuple[str, list[Text]]]:
    """The lines page by page, each with its words run together."""
    pages: dict[int, list[Text]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return [(plain("".join(line.text for line in page)), page) for page in pages.values()]


def parts_in(kind: Kind, lines: Sequence[Text]) -> dict[str, Locator]:
    """The demanded parts that stand in these lines, each with its place."""
    found: dict[str, Locator] = {}
    for part in kind.parts:
        for index, line in enumerate(lines):
            if _shows(part, lines, index) and (not kind.prose or _has_body(lines, index)):
                found[part.id] = line.place
                break
    return found


def _shows(part: Part, lines: Sequence[Text], index: int) -> bool:
    """Whether this line shows the part: a heading, a table head, a word before a colon, or (``anywhere``) any line."""
    line = lines[index]
    text = plain(line.text)
    if part.anywhere:
        return any(word in text for word in part.words)
    if part.near:
        return line.row is not None and _heads_with(part, lines, line)
    if _IN_MONEY.search(text):
        return False
    bare, spoken = _bare(text)
    if len(bare) > HEADING:
        return any(word in text and re.match(rf".{{0,6}}{re.escape(word)}[:：(]", text) for word in part.words)
    # What stands in brackets behind a heading lists the contents of that section, not another section.
    if bare.startswith(part.words):
        return True
    return bool(spoken) and any(word in spoken for word in part.words)


@functools.lru_cache(maxsize=LINES)
def _bare(text: str) -> tuple[str, str]:
    """A heading without its number and lead, and, where it had a number, without its brackets too."""
    bare = re.sub(r"^(关于|主要|本?(单位|平台)的?)", "", unnumbered(text))
    return bare, re.sub(r"\([^()]*\)?", "", bare) if numbering(text) else ""


def _has_body(lines: Sequence[Text], index: int) -> bool:
    """Whether anything is written under the heading before the next one of its rank.

    Nothing is under an entry of a contents page.
    """
    rank = _rank(lines[index].text)
    for following in lines[index + 1 :]:
        text = plain(following.text)
        sentence = "。" in text[:-1]
        if numbering(text) and len(text) <= HEADING and not sentence:
            return _rank(text) != rank
        if following.row is not None:
            return not _is_of_form(following.text)
        if "。" in text or len(text) >= PROSE:
            return True
        if following.alone and title_kinds(following.text):
            return False
    return False


@functools.lru_cache(maxsize=LINES)
def _is_of_form(text: str) -> bool:
    """Whether a cell begins with a label of the application form: what it stands under is a part of the form."""
    found = hits(text, labels_for(None))
    return bool(found) and found[0].start == 0


def _rank(text: str) -> Rank | None:
    """How a heading is numbered: 一、 or （一） or 1．; headings of one rank are numbered alike."""
    number = numbering(plain(text))
    return None if number is None else number.rank


def _heads_with(part: Part, lines: Sequence[Text], line: Text) -> bool:
    """Whether the line is a table head, one of whose neighbours is one of the words it must stand near."""
    said = plain(line.text)
    heads = [plain(word) for word in part.words if said.startswith(plain(word))]
    if said not in heads and not any(re.fullmatch(rf"{re.escape(head)}\(.*\)", said) for head in heads):
        return False
    beside = [plain(other.text) for other in lines if other.row == line.row and other is not line]
    return any(any(word in text for word in part.near) for text in beside)


def outlined(document: Document, unread: Sequence[int]) -> dict[int, str]:
    """The bookmark under which each unreadable page of a bound volume stands, page → title."""
    marks = sorted(document.outline, key=lambda mark: mark[1])
    titles: dict[int, str] = {}
    for page in unread:
        before = [title for title, start in marks if start <= page]
        if before:
            titles[page] = before[-1]
    return titles
