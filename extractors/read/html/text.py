"""What does a person read in an element of a page: its words, the states of its controls, where its lines end?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from extractors.read.html.looks import PageStyles
from extractors.read.set_off import NOTE_MARKS, Look, Piece, has_references, read_off
from extractors.read.symbol_fonts import is_symbol_font, shown
from extractors.values.text import cleaned

UNSEEN = frozenset(
    "script style head title meta link template noscript xml object iframe frame base col colgroup rt rp".split()
)
"""What is no text of the page; a reading set small above a name (rt) is none of the name."""
BLOCKS = frozenset(
    "address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol p pre section ul tr caption legend".split()
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_FAMILY = re.compile(r"font-family\s*:\s*[\"']?([^;\"',]+)", re.IGNORECASE)


@dataclass(slots=True)
class PageNotes:
    """What was met on a page and left aside; changed while reading."""

    struck: int = 0
    hidden: int = 0
    """Elements that nobody sees and that hold words."""
    hidden_rows: int = 0
    cut: bool = False
    """A table had more cells than are read."""
    chosen_by_look: bool = False
    references: bool = False
    """A number bears the raised mark of a note."""
    pictures: list[str] = field(default_factory=list)
    """The addresses of its pictures, in order."""

    def remarks(self) -> Iterator[str]:
        """The same in Chinese."""
        if self.hidden:
            yield "网页中隐藏的内容未计入"
        if self.hidden_rows:
            yield f"隐藏行 {self.hidden_rows} 行未计入"
        if self.cut:
            yield "表格内容过多，只读取了前面的部分"
        if self.struck:
            yield f"含划去的文字 {self.struck} 处，未计入"
        if self.chosen_by_look:
            yield "未打钩而以下划线等标出的选项，按已选读取"
        if self.references:
            yield NOTE_MARKS


def line_of(pieces: list[Piece], notes: PageNotes) -> str:
    """The pieces of one stretch of text as a person reads them, line ends kept."""
    notes.struck += any(look is Look.STRUCK and text.strip() for text, look in pieces)
    text, by_look = read_off(pieces)
    notes.chosen_by_look |= by_look
    notes.references |= has_references(pieces)
    lines = (re.sub(r" *\n *", "\n", re.sub(r"[ \t]+", " ", cleaned(text)))).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def pieces_of(element: HtmlElement, styles: PageStyles, notes: PageNotes, look: Look = Look.PLAIN) -> Iterator[Piece]:
    """The text of the element and all in it but tables; a block within ends the line before it."""
    yield styles.words_at(element, "before"), look
    if element.text:
        yield written(element, element.text), look
    for child in element:
        if isinstance(child.tag, str):
            yield from child_pieces(child, styles, notes, look)
        if child.tail:
            yield written(element, child.tail), look
    yield styles.words_at(element, "after"), look


def child_pieces(child: HtmlElement, styles: PageStyles, notes: PageNotes, look: Look) -> Iterator[Piece]:
    """The text of one element within a line, its tail left out."""
    tag = str(child.tag).lower().rsplit(":", 1)[-1]
    if tag in UNSEEN or tag == "table":
        return
    if styles.is_hidden(child) or styles.is_blank(child):
        notes.hidden += bool(child.text_content().strip())
        return
    if tag == "br":
        yield "\n", look
    elif tag == "img":
        notes.pictures.append(child.get("src") or "")
    elif tag in _CONTROLS:
        yield _control(tag, child), look
    else:
        block = tag in BLOCKS
        if block:
            yield "\n", look
        yield from pieces_of(child, styles, notes, styles.look(child, look))
        if block:
            yield "\n", look


_CONTROLS = ("input", "select", "textarea")


def _control(tag: str, control: HtmlElement) -> str:
    """What a control of a page shows: ticked or not, the entry chosen, the words typed in."""
    if tag == "textarea":
        return str(control.text_content())
    if tag == "select":
        return "、".join(one.text_content().strip() for one in _entries_chosen(control))
    kind = (control.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "☑" if control.get("checked") is not None else "□"
    return (control.get("value") or "") if kind in ("text", "number", "tel", "email", "date", "url") else ""


def _entries_chosen(control: HtmlElement) -> list[HtmlElement]:
    """The entries of a list that are chosen; the first where the page chooses none, as a browser shows it."""
    options = list(control.iter("option"))
    return [one for one in options if one.get("selected") is not None] or options[:1]


def written(element: HtmlElement, text: str) -> str:
    """Words of this element as its font shows them; white space is one blank."""
    if str(element.tag).lower() != "pre":
        text = _SPACE.sub(" ", text)
    named = element.get("face") if str(element.tag).lower() == "font" else None
    family = _FAMILY.search(element.get("style") or "")
    font = named or (family[1].strip() if family else None)
    return shown(text, font if is_symbol_font(font) else None)
