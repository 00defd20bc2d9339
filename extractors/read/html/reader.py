"""Read a page of the web, under whatever name: systems export lists as pages called .xls, forms as pages called .doc.

Out:    paragraphs (``段3``) and tables (``表1!R2C3``) in the order of the page, then its pictures that hold writing.
        What the page's own style hides or strikes out is left out and told.
Raises: UnreadableDocument where the bytes are no text, or hold no page; RecursionError where it nests too deep.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from extractors.read import media_type as media_types
from extractors.read import pictures_in
from extractors.read.html.looks import PageStyles, page_styles
from extractors.read.html.selectors import COUNTED, UNFOLLOWED
from extractors.read.html.tables import framed, read_table
from extractors.read.html.text import BLOCKS, UNSEEN, PageNotes, child_pieces, line_of, written
from extractors.read.media_type import is_separated
from extractors.read.ocr.scope import OcrScope
from extractors.read.plain_text import separated_table
from extractors.read.refusals import refusal
from extractors.read.set_off import Look, Piece
from schemas.document import Block, Document, Page, PageKind, Paragraph
from schemas.errors import UnreadableDocument

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_CHINESE = ("gb2312", "gbk", "gb18030", "x-gbk")
_DATA = re.compile(r"data:image/[a-z+.-]+;base64,", re.IGNORECASE)
_FRAMED = "网页框架中显示的网页"
_LARGEST = 64 * 2**20


@dataclass(slots=True)
class _PageState:
    """A page while it is walked."""

    styles: PageStyles
    notes: PageNotes = field(default_factory=PageNotes)
    blocks: list[Block] = field(default_factory=list)
    line: list[Piece] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0


def read(data: bytes, path: str, sha256: str, scope: OcrScope | None = None) -> Document:
    """The page, its pictures after it."""
    text = _text(data)
    if text is None or len(data) > _LARGEST:
        raise UnreadableDocument(path, *refusal(media_types.UNKNOWN))
    made = pages([text], {}, path, scope)
    note = "；".join(dict.fromkeys(page.note for page in made if page.note and not page.is_picture))
    unread = ["网页引用的图片"] if any("图片" in page.note and "不在文件中" in page.note for page in made) else []
    unread += [told for told in (_FRAMED, UNFOLLOWED, COUNTED) if told in note]
    # A page all of which is hidden shows nothing in a browser, and all of it in a program for documents.
    unread += ["网页中隐藏的内容"] if made and not any(page.blocks for page in made) and "隐藏" in note else []
    return Document(path, sha256, media_types.HTML, tuple(made), note=note, unread=tuple(unread))


def _text(data: bytes) -> str | None:
    """The page in the encoding that it declares, else in the one that fits."""
    declared = _CHARSET.search(data[:4096])
    named = declared[1].decode("ascii").lower() if declared else ""
    for encoding in ("gb18030" if named in _CHINESE else named,) if named else ():
        try:
            if data[:2] not in (b"\xff\xfe", b"\xfe\xff") and not encoding.startswith("utf-16"):
                return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            break
    return media_types.decoded(data)


def pages(texts: Sequence[str], shown: Mapping[str, bytes], path: str, scope: OcrScope | None) -> list[Page]:
    """A page for each of these, then for their pictures with writing. ``shown``: pictures by what a page calls them."""
    made: list[Page] = []
    pictures: list[bytes] = []
    counted = [0, 0]
    for text in texts:
        root = _root(text)
        if root is None:
            continue
        state = _PageState(page_styles(root), paragraphs=counted[0], tables=counted[1])
        _walk(root, state, Look.PLAIN)
        _flush(state)
        # The parts of a page saved as one file are all there, and read one by one.
        frames = _frames(root) if len(texts) == 1 else 0
        counted = [state.paragraphs, state.tables]
        names = dict.fromkeys(state.notes.pictures)
        held = [content for name in names if (content := _picture(name, shown))]
        pictures.extend(held)
        remarks = [*state.notes.remarks(), *state.styles.chosen.remarks, *_missing(len(names) - len(held), frames)]
        if state.blocks or remarks:
            kind: PageKind = "text" if state.blocks else "blank"
            made.append(Page(len(made) + 1, tuple(state.blocks), kind, note="、".join(remarks)))
    return [*made, *_pictured(pictures, path, len(made), scope)] or [Page(1, (), "blank")]


def _frames(root: HtmlElement) -> int:
    """How many frames of the page show another page."""
    addresses = [(frame.get("src") or "").strip() for frame in root.iter("frame", "iframe")]
    return sum(bool(address) and not address.startswith(("about:", "javascript:")) for address in addresses)


def _missing(pictures: int, frames: int) -> Iterator[str]:
    """What has to be said of the pictures and pages that a page refers to and that are not there."""
    if frames:
        yield f"{_FRAMED} {frames} 个不在文件中，未读取"
    if pictures:
        yield f"网页引用的图片 {pictures} 张不在文件中，未读取"


def _pictured(pictures: Sequence[bytes], path: str, before: int, scope: OcrScope | None) -> list[Page]:
    if not pictures:
        return []
    read = [page for page in pictures_in.pages(pictures, path, scope) if page is not None]
    return [replace(page, number=before + number) for number, page in enumerate(read, 1)]


def _root(text: str) -> HtmlElement | None:
    bare = _DECLARED.sub("", text)
    if not bare.strip():
        return None
    parser = lxml.html.HTMLParser(huge_tree=False, no_network=True)
    try:
        root = lxml.html.document_fromstring(bare, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    # What lies deeper than the parser goes, and all after it, it leaves out without a word.
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise RecursionError
    return root


def _walk(element: HtmlElement, state: _PageState, look: Look) -> None:
    """Everything in the element, blocks apart; what runs on between them is a paragraph."""
    state.line.append((state.styles.words_at(element, "before"), look))
    if element.text:
        state.line.append((written(element, element.text), look))
    for child in element:
        if isinstance(child.tag, str):
            _step(child, state, look)
        if child.tail:
            state.line.append((written(element, child.tail), look))
    state.line.append((state.styles.words_at(element, "after"), look))


def _step(child: HtmlElement, state: _PageState, look: Look) -> None:
    tag = str(child.tag).lower().rsplit(":", 1)[-1]
    if tag in UNSEEN:
        return
    if state.styles.is_hidden(child) or (tag != "table" and state.styles.is_blank(child)):
        state.notes.hidden += bool(child.text_content().strip())
    elif tag == "table":
        _flush(state)
        _table(child, state)
    elif tag == "pre" and _laid_out(child, state):
        return
    elif tag == "br":
        _flush(state)
    elif tag in BLOCKS or next(child.iter("table", "br", *BLOCKS), None) is not None:
        _flush(state)
        _walk(child, state, state.styles.look(child, look))
        _flush(state)
    else:
        state.line.extend(child_pieces(child, state.styles, state.notes, look))


def _laid_out(element: HtmlElement, state: _PageState) -> bool:
    """Read text that is laid out beforehand as a table, where one sign parts its columns; whether it was."""
    text = element.text or ""
    if next(element.iterchildren(), None) is not None or not is_separated(text):
        return False
    _flush(state)
    blocks, cut = separated_table(text)
    state.blocks.extend(blocks)
    state.notes.cut |= cut
    return True


def _table(element: HtmlElement, state: _PageState) -> None:
    """A table and those within its cells; one that only frames others is read as if they stood on the page."""
    cells = framed(element)
    for cell in cells:
        _walk(cell, state, Look.PLAIN)
        _flush(state)
    if cells:
        return
    for caption in element.findall("caption"):
        _step(caption, state, Look.PLAIN)
    state.tables += 1
    table, nested = read_table(element, state.tables, state.styles, state.notes)
    if table is not None:
        state.blocks.append(table)
    for inner in nested:
        _table(inner, state)


def _flush(state: _PageState) -> None:
    pieces, state.line = state.line, []
    text = line_of(pieces, state.notes) if pieces else ""
    if text:
        state.paragraphs += 1
        state.blocks.append(Paragraph(text, cell=f"段{state.paragraphs}"))


def _picture(name: str, shown: Mapping[str, bytes]) -> bytes | None:
    """The bytes of a picture: laid into the page itself, or a part of the same file."""
    embedded = _DATA.match(name)
    if embedded:
        try:
            return base64.b64decode(name[embedded.end() :])
        except (binascii.Error, ValueError):
            return None
    return shown.get(name) or shown.get(name.replace("\\", "/").rsplit("/", 1)[-1])
