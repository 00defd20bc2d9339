"""Read a PDF: pages of paragraphs and tables of cells, every one with its place.

In:     the bytes of one PDF.
Out:    a Document; each page says whether its text can be believed (``kind``), and why not (``note``).
Raises: UnreadableDocument for files that are encrypted, damaged or without pages.
"""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.layout import page_kind
from extractors.layout.continued import OpenPage, joined
from extractors.layout.doubtful import doubted_at
from extractors.layout.page import laid_out
from extractors.read.pdf import fonts as pdf_fonts
from extractors.read.pdf.drawing import TooManyPixels
from extractors.read.pdf.layers import may_have_layers
from extractors.read.pdf.shown import ShownPage, shown
from schemas.document import DAMAGED_PAGE, TOO_MUCH_DRAWN, Comment, Document, Page, Paragraph
from schemas.errors import UnreadableDocument
from schemas.process import heartbeat

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 3000
"""More pages than any dossier has; what comes after them is left unread, and the document says so."""

_XFA = "XFA 动态表单"
_READABLE = ("text", "mixed")
_TOO_MUCH = "页面字符过多，只读取了一部分"


def read(data: bytes, path: str, sha256: str) -> Document:
    """The document of these bytes, page by page."""
    pdf = _opened(data, path)
    try:
        count = len(pdf)
        if count == 0:
            raise UnreadableDocument(path, "PDF 文件中没有页面", "请申请人重新导出后提供")
        comments: list[Comment] = []
        pages = joined(_pages(pdf, min(count, MOST_PAGES), comments, layers=may_have_layers(data)))
        outline = _outline(pdf)
        dynamic = pdf.get_formtype() == raw.FORMTYPE_XFA_FULL
    finally:
        pdf.close()
    told = [f"文件共 {count} 页，只读取了前 {MOST_PAGES} 页"] if count > MOST_PAGES else []
    unread = (_XFA,) if dynamic else ()
    told += [f"文件为{_XFA}，所填内容未能读取，请申请人打印或另存为普通 PDF 后提供"] if dynamic else []
    return Document(path, sha256, MEDIA_TYPE, pages, "；".join(told), outline, unread, tuple(comments))


def _opened(data: bytes, path: str) -> pdfium.PdfDocument:
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableDocument(path, "文件是空的", "请申请人重新提供")
    try:
        return pdf_fonts.opened(data)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == raw.FPDF_ERR_PASSWORD:
            reason, ask = "文件已加密，需要密码才能打开，无法读取", "请申请人提供未加密的版本"
        elif code == raw.FPDF_ERR_SECURITY:
            reason, ask = "文件使用了不支持的加密方式，无法读取", "请申请人提供未加密的版本"
        else:
            reason, ask = "PDF 文件已损坏或不完整，无法打开", "请申请人重新导出后提供"
        raise UnreadableDocument(path, reason, ask) from error


def _pages(pdf: pdfium.PdfDocument, count: int, comments: list[Comment], *, layers: bool) -> Iterator[OpenPage]:
    """The pages one after the other; nothing of a page is kept open when the next begins. Notes their comments."""
    for index in range(count):
        heartbeat.beat(index + 1, count)
        try:
            page = pdf[index]
        except pdfium.PdfiumError:
            yield OpenPage(Page(index + 1, kind="unreliable_text", note=DAMAGED_PAGE))
            continue
        try:
            seen = shown(pdf, page, index, layers=layers)
        except TooManyPixels:
            yield OpenPage(Page(index + 1, kind="unreliable_text", note=TOO_MUCH_DRAWN))
            continue
        finally:
            page.close()
        seen.page.close()
        comments.extend(Comment(text, page=index + 1, bbox=box) for text, box in seen.comments)
        yield _page(seen, index + 1)


def _page(shown_page: ShownPage, number: int) -> OpenPage:
    seen, drawn = shown_page.glyphs, shown_page.drawn
    kind, note = page_kind.kind_of(seen, drawn)
    layout = laid_out(seen, drawn) if kind in _READABLE else None
    remark = layout.remark if layout else ""
    furniture = tuple(Paragraph(text, box) for text, box in seen.askew) if kind in _READABLE else ()
    read = Page(
        number=number,
        kind=kind,
        width=round(seen.turn.width, 2),
        height=round(seen.turn.height, 2),
        rotation=seen.turn.rotation,
        furniture=furniture,
        note="；".join(part for part in (note, *shown_page.remarks, remark, _TOO_MUCH if seen.cut else "") if part),
    )
    return OpenPage(read, layout, doubted_at(shown_page.doubtful))


def _outline(pdf: pdfium.PdfDocument) -> tuple[tuple[str, int], ...]:
    """The bookmarks as (title, page); those that lead nowhere are left out."""
    found = []
    for bookmark in pdf.get_toc(max_depth=8):
        target = bookmark.get_dest()
        index = target.get_index() if target is not None else None
        if index is not None and index >= 0:
            found.append((bookmark.get_title().strip(), index + 1))
        if len(found) >= MOST_PAGES:
            break
    return tuple(found)
