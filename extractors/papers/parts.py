"""Which of the parts that a checklist demands stand in a paper: sections of the report, columns of a table?

In:     the kind of the paper and its lines.
Out:    the parts by id, each with its first place.
Raises: nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from extractors.content.lines import Text
from extractors.values.numbering import Rank, numbering, unnumbered
from extractors.values.text import any_of
from extractors.vocabulary.labels import hits, labels_for
from extractors.vocabulary.papers import LINES, plain, title_kinds
from schemas.locator import Locator
from schemas.papers import Kind, Part
from schemas.regulation.own_words import OwnWords, spoken_words

HEADING = 70
PROSE = 40
"""A paragraph of this many characters is running text, full stop or not."""
_IN_MONEY = re.compile(r"[(（]单位[:：]?(?:人民币)?.?元[)）]")
"""A heading that states a unit of money is a table's (二、平台运营管理（单位：万元）), no section of prose."""


def parts_in(kind: Kind, lines: Sequence[Text]) -> dict[str, Locator]:
    """The demanded parts that stand in these lines, each with its place."""
    first: dict[str, Locator] = {}
    for part in kind.parts:
        shown = (at for at in range(len(lines)) if _shows(part, lines, at) and (not kind.prose or _has_body(lines, at)))
        index = next(shown, None)
        if index is not None:
            first[part.id] = lines[index].place
    return first


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
        return _before_colon(part.words).match(text) is not None
    # What stands in brackets behind a heading lists the contents of that section, not another section.
    return bare.startswith(part.words) or any(word in spoken for word in part.words)


@functools.lru_cache(maxsize=LINES)
def _before_colon(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of the words near the beginning of a long line, with a colon or bracket behind."""
    return re.compile(rf".{{0,6}}(?:{any_of(words)})[:：(]")


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
            return not _is_of_form(following.text, spoken_words())
        if "。" in text or len(text) >= PROSE:
            return True
        if following.alone and title_kinds(following.text):
            return False
    return False


@functools.lru_cache(maxsize=LINES)
def _is_of_form(text: str, _own: OwnWords) -> bool:
    """Whether a cell begins with a label of the application form: what it stands under is a part of the form."""
    labels = hits(text, labels_for(None))
    return bool(labels) and labels[0].start == 0


def _rank(text: str) -> Rank | None:
    """How a heading is numbered: 一、 or （一） or 1．; headings of one rank are numbered alike."""
    number = numbering(plain(text))
    return None if number is None else number.rank


def _heads_with(part: Part, lines: Sequence[Text], line: Text) -> bool:
    """Whether the line is a table head, one of whose neighbours is one of the words it must stand near."""
    text = plain(line.text)
    heads = [plain(word) for word in part.words if text.startswith(plain(word))]
    if text not in heads and not any(re.fullmatch(rf"{re.escape(head)}\(.*\)", text) for head in heads):
        return False
    beside = [plain(other.text) for other in lines if other.row == line.row and other is not line]
    return any(any(word in text for word in part.near) for text in beside)
