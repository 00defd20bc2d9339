"""Read a mail or a page saved as one file: its head and its bodies; attachments are files of their own.

Out:    a page for each body, after the lines of the head.
Raises: UnreadableDocument where the message holds nothing at all.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.read import media_type as media_types
from extractors.read.held import MessageContent
from extractors.read.html import reader as html_reader
from extractors.read.message.attachments import opened
from extractors.read.ocr.scope import OcrScope
from extractors.read.refusals import refusal
from extractors.values.text import cleaned
from schemas.document import Document, Page, Paragraph
from schemas.errors import UnreadableDocument


def read(data: bytes, path: str, sha256: str, scope: OcrScope | None = None) -> Document:
    """The message as a person sees it in a mail program."""
    message = opened(data, path)
    if not message.head and not message.bodies and not message.files:
        raise UnreadableDocument(path, *refusal(media_types.DAMAGED))
    head = _head(message)
    pages = html_reader.pages(
        [text if kind == "html" else _marked_up(text) for kind, text in message.bodies], message.shown, path, scope
    )
    if head:
        pages = _headed(head, pages)
    remarks = [f"邮件附件 {len(message.files)} 个，已作为单独的文件读取"] if message.files else []
    unread = tuple(f"邮件附件 {message.lost} 个" for _ in range(bool(message.lost)))
    remarks += [f"{what}未能取出，未读取" for what in unread]
    kind = media_types.media_type(data, path)
    return Document(path, sha256, kind, tuple(pages), note="；".join(remarks), unread=unread)


def _head(message: MessageContent) -> list[Paragraph]:
    """The lines of the head, the names of the attached files after them."""
    listed = [f"附件：{'、'.join(held.name for held in message.files)}"] if message.files else []
    return [Paragraph(line, cell=f"行{number}") for number, line in enumerate((*message.head, *listed), 1)]


def _headed(head: list[Paragraph], pages: list[Page]) -> list[Page]:
    """The pages with the lines of the head at the top of the first."""
    if not pages or pages[0].is_picture:
        return [Page(1, tuple(head)), *(replace(page, number=page.number + 1) for page in pages)]
    return [replace(pages[0], blocks=(*head, *pages[0].blocks), kind="text"), *pages[1:]]


def _marked_up(text: str) -> str:
    """Plain text as a page of lines."""
    escaped = cleaned(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{line}</p>" for line in escaped.splitlines())
