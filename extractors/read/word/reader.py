"""Read a DOCX: one page per section, paragraphs and tables in the order of the text.

Out:    a page for each section, then one for each of its pictures that holds writing; paragraphs with place ``段12``
        (those that hold text, counted through the document), tables with cells ``表2!R3C4``; headers and footers
        apart; text boxes after the paragraph they hang on; nested tables after their outer one. Tracked changes
        are accepted; comments and notes are not text.
Raises: UnreadableDocument for a damaged, locked or oversized file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from extractors.read import pictures_in
from extractors.read.contained.office import opened_objects
from extractors.read.media_type import DAMAGED, DOCX
from extractors.read.ocr.scope import OcrScope
from extractors.read.office_package import RELATED, Package, Relation
from extractors.read.refusals import refusal
from extractors.read.word.bound import BINDINGS, stored_data
from extractors.read.word.comments import comment_texts, said_in_notes
from extractors.read.word.controls import W
from extractors.read.word.diagrams import diagram_words
from extractors.read.word.numbering import read_lists
from extractors.read.word.run_looks import any_switch, run_looks
from extractors.read.word.state import SectionPictures, Story
from extractors.read.word.tabbed import with_tabbed_tables
from extractors.read.word.tables import framed, read_tables
from extractors.read.word.text import ParagraphState, read_line, unwrapped
from extractors.read.word.type_colour import white_is_seen
from schemas.document import Block, Comment, Document, Page, Paragraph, Table
from schemas.errors import UnreadableDocument
from schemas.trust import NONE, Doubts

_TWIPS = 20
_BRIGHT = re.compile("(?:F[0-9A-F]){3}", re.IGNORECASE)


@dataclass(slots=True)
class _BodyState:
    """The document while it is read: finished pages, the blocks of the section at hand."""

    package: Package
    relations: dict[str, Relation]
    story: Story
    pages: list[Page] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    carried: str = ""
    scope: OcrScope | None = None
    pictures: dict[str, bool] = field(default_factory=dict)
    """The parts of pictures that were tried, and whether they gave a page."""
    furniture: dict[tuple[str, str], tuple[Paragraph, ...]] = field(default_factory=dict)


def read(data: bytes, path: str, sha256: str, scope: OcrScope | None = None) -> Document:
    """The document as a person sees it, with every block's place."""
    package = Package(data, path)
    main = package.main_part("word/document.xml")
    root = package.tree(main)
    content = root.find(W + "body")
    if content is None:
        raise UnreadableDocument(path, *refusal(DAMAGED))
    story = Story(lists=read_lists(None, None), opened=opened_objects(package, main))
    body = _BodyState(package, package.relations(main), story, scope=scope)
    _prepare(body, root)
    story.diagrams = {
        key: tuple(diagram_words(package.tree(relation.target)))
        for key, relation in body.relations.items()
        if relation.kind == "diagramData" and relation.target in package
    }
    comments = _target(body, "comments")
    story.comments = comment_texts(package.tree(comments)) if comments in package else {}
    if next(root.iter(*BINDINGS), None) is not None:
        story.stores = stored_data(package, body.relations.values())
    _walk(content, body)
    if body.blocks or body.carried or body.story.pictures.count or not body.pages:
        _close_section(None, body)
    note = "；".join([*story.remarks(), *_notes(body, root)])
    unread, hung = tuple(story.left_unread()), tuple(_comments(story))
    return Document(path, sha256, DOCX, tuple(body.pages), note=note, unread=unread, comments=hung)


def _notes(body: _BodyState, root: Element) -> Iterator[str]:
    """What stands in the footnotes and endnotes that the text refers to."""
    for kind, called in (("footnote", "脚注"), ("endnote", "尾注")):
        part = _target(body, f"{kind}s")
        if part in body.package and next(root.iter(f"{W}{kind}Reference"), None) is not None:
            yield from said_in_notes(body.package.tree(part), kind, called)


def _comments(story: Story) -> Iterator[Comment]:
    """The comments, each with the address where it hangs; one that nothing refers to hangs nowhere."""
    for number, text in story.comments.items():
        yield Comment(text, cell=story.commented.get(number))


def _prepare(body: _BodyState, root: Element) -> None:
    """Read the numbering and the styles, where the document makes use of them."""
    numbering, styles = _target(body, "numbering"), _target(body, "styles")
    lists = numbering in body.package and _counts(root, body.package.read(numbering))
    prompts = next(root.iter(W + "showingPlcHdr"), None) is not None
    looks = styles in body.package and (any_switch(body.package.read(styles)) or _in_white(root))
    if not lists and not prompts and not looks:
        return
    style_tree = body.package.tree(styles) if styles in body.package else None
    if lists:
        body.story.lists = read_lists(body.package.tree(numbering), style_tree)
    if style_tree is None:
        return
    if prompts:
        body.story.prompt_styles = _prompt_styles(style_tree)
    if looks:
        body.story.looks = run_looks(style_tree, white_is_seen=white_is_seen(root))


def _in_white(root: Element) -> bool:
    """Whether any type is white: whether it is seen depends on what the styles lay under it."""
    return any(_BRIGHT.fullmatch(node.get(W + "val") or "") for node in root.iter(W + "color"))


def _target(body: _BodyState, kind: str) -> str:
    """The part of this kind that the body refers to; "" where there is none."""
    return {relation.kind: relation.target for relation in body.relations.values()}.get(kind, "")


def _counts(root: Element, numbering: bytes) -> bool:
    """Whether any paragraph can be numbered: by its own word, or by a style that a list names."""
    if next(root.iter(W + "numPr"), None) is not None:
        return True
    return b"<w:num " in numbering and next(root.iter(W + "pStyle"), None) is not None


def _prompt_styles(styles: Element) -> frozenset[str]:
    named = ((style.find(W + "name"), style.get(W + "styleId") or "") for style in styles.iter(W + "style"))
    return frozenset(
        key for name, key in named if name is not None and (name.get(W + "val") or "").lower() == "placeholder text"
    )


def _walk(container: Element, body: _BodyState) -> None:
    for element in unwrapped(container, body.story):
        if element.tag == W + "p":
            _paragraph(element, body)
        elif element.tag == W + "tbl":
            _table(element, body)
        elif element.tag == W + "sectPr":
            _close_section(element, body)
        elif element.tag in (W + "altChunk", W + "subDoc"):
            body.story.objects.append(element.get(RELATED + "id") or "")


def _table(element: Element, body: _BodyState) -> None:
    """A table; one that is only a frame around others is none: what stands in it is read as if it stood on the page."""
    cells = framed(element, body.story)
    _flush(body)
    for cell in cells:
        _walk(cell, body)
    if not cells:
        body.blocks.extend(read_tables(element, body.story))


def _paragraph(element: Element, body: _BodyState) -> None:
    properties = element.find(W + "pPr")
    line = read_line(element, body.story)
    text = body.carried + line.text
    doubts = line.doubts()
    body.carried = ""
    if properties is not None and _mark_removed(properties):
        # The end of the paragraph was deleted: what follows runs on in the same one.
        body.story.revised = True
        body.carried = text
    elif text.strip():
        _add(f"{body.story.lists.label(properties)}{text}", body, doubts)
    body.story.hang(line.comments, f"段{body.story.paragraphs}")
    _boxes(line, body)
    section = None if properties is None else properties.find(W + "sectPr")
    if section is not None:
        _close_section(section, body)


def _mark_removed(properties: Element) -> bool:
    mark = properties.find(W + "rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def _add(text: str, body: _BodyState, doubts: Doubts = NONE) -> None:
    body.story.paragraphs += 1
    body.blocks.append(Paragraph(text.strip(), cell=f"段{body.story.paragraphs}", doubts=doubts))


def _flush(body: _BodyState) -> None:
    if body.carried.strip():
        _add(body.carried, body)
    body.carried = ""


def _boxes(line: ParagraphState, body: _BodyState) -> None:
    """What stands in the text boxes of this paragraph, as blocks of their own."""
    for box in line.boxes:
        _flush(body)
        _walk(box, body)


def _close_section(properties: Element | None, body: _BodyState) -> None:
    """Finish the page of this section; the pictures that hold writing follow it as pages of their own."""
    _flush(body)
    body.blocks = with_tabbed_tables(body.blocks)
    size = None if properties is None else properties.find(W + "pgSz")
    written = _is_written(body.blocks)
    number = len(body.pages) + 1
    shown, unread, large = _pictured(body, number + 1 if written else number)
    body.story.unread_pictures += large
    page = Page(
        number=number,
        blocks=tuple(body.blocks),
        kind=("mixed" if large else "text") if written else "scan" if unread else "blank",
        width=_points(size, "w"),
        height=_points(size, "h"),
        furniture=_furniture(properties, body),
        note=f"含图片 {unread} 张，图中文字未读取" if unread else "",
    )
    if written or not shown:
        body.pages.append(page)
    body.pages.extend(shown)
    body.blocks = []
    body.story.pictures = SectionPictures()


def _is_written(blocks: list[Block]) -> bool:
    return any(
        any(cell.text for cell in block.cells) if isinstance(block, Table) else bool(block.text) for block in blocks
    )


def _pictured(body: _BodyState, number: int) -> tuple[list[Page], int, int]:
    """The pages of this section's pictures, and how many of all and of the large ones were left unread."""
    pictures = body.story.pictures
    targets = dict.fromkeys(_part(identifier, body) for identifier in pictures.large)
    new = [target for target in targets if target in body.package and target not in body.pictures]
    shown: list[Page] = []
    if new:
        contents = [body.package.raw(target) for target in new]
        read = pictures_in.pages(contents, body.package.path, body.scope, len(body.pictures))
        body.pictures.update((target, page is not None) for target, page in zip(new, read, strict=True))
        shown = [replace(page, number=number + at) for at, page in enumerate(page for page in read if page is not None)]
    left = sum(not body.pictures.get(_part(identifier, body), False) for identifier in pictures.large)
    return shown, pictures.count - len(pictures.large) + left, left


def _part(identifier: str, body: _BodyState) -> str:
    relation = body.relations.get(identifier)
    return "" if relation is None else relation.target


def _points(size: Element | None, side: str) -> float | None:
    value = "" if size is None else size.get(W + side) or ""
    return int(value) / _TWIPS if value.isdecimal() else None


def _furniture(properties: Element | None, body: _BodyState) -> tuple[Paragraph, ...]:
    """The headers and footers of a section; those it does not name are the ones of the section before."""
    named = () if properties is None else tuple(_references(properties, body.relations))
    for key, target in named:
        body.furniture[key] = tuple(_furniture_lines(target, body)) if target in body.package else ()
    texts = dict.fromkeys(
        paragraph.text for key in sorted(body.furniture, reverse=True) for paragraph in body.furniture[key]
    )
    return tuple(Paragraph(text) for text in texts)


def _references(properties: Element, relations: dict[str, Relation]) -> Iterator[tuple[tuple[str, str], str]]:
    for each in properties:
        if each.tag in (W + "headerReference", W + "footerReference"):
            relation = relations.get(each.get(RELATED + "id") or "")
            if relation is not None:
                yield (relation.kind, each.get(W + "type") or "default"), relation.target


def _furniture_lines(target: str, body: _BodyState) -> Iterator[Paragraph]:
    story = Story(lists=read_lists(None, None))
    for element in body.package.tree(target).iter(W + "p"):
        text = read_line(element, story).text.strip()
        if text:
            yield Paragraph(text)
