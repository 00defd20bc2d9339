"""How do the letters of a batch become one file to print, each on pages of its own, numbered from one?"""

from __future__ import annotations

import io
from collections.abc import Sequence
from copy import deepcopy

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from docxcompose.composer import Composer

from pipeline.timeless import CREATED, timeless

_HEADS_AND_FEET = (qn("w:headerReference"), qn("w:footerReference"))


def together(letters: Sequence[bytes]) -> bytes:
    """All of these letters (DOCX) in one DOCX, in this order. A letter keeps the paper and margins of its own.

    What stands at the head and foot of the pages is that of the first letter. ValueError where there is no letter, or
    one is no DOCX.
    """
    if not letters:
        raise ValueError("no letters")
    whole, *others = (_opened(data) for data in letters)
    _from_one(whole)
    composer = Composer(whole)
    for other in others:
        last = deepcopy(other.element.body.sectPr)
        _closed(whole)
        composer.append(other)
        _last_section(whole, last)
    properties = whole.core_properties
    properties.created = properties.modified = CREATED
    out = io.BytesIO()
    composer.save(out)
    return timeless(out.getvalue())


def is_letter(data: bytes) -> bool:
    """Whether it opens."""
    try:
        _opened(data)
    except ValueError:
        return False
    return True


def _opened(data: bytes) -> Document:
    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # a broken package breaks in many ways
        raise ValueError(type(error).__name__) from error


def _closed(whole: Document) -> None:
    """The section that ends the document ends here; what is added stands in one of its own, on a new page."""
    paragraph = whole.add_paragraph()
    paragraph.paragraph_format.space_after = 0
    paragraph._p.get_or_add_pPr().append(deepcopy(whole.element.body.sectPr))  # noqa: SLF001  python-docx has no name for it


def _last_section(whole: Document, told: CT_SectPr) -> None:
    """The last section has the paper that its letter had; heads and feet come from the section before."""
    for mark in [child for child in told if child.tag in _HEADS_AND_FEET]:
        told.remove(mark)
    body = whole.element.body
    body.replace(body.sectPr, told)
    whole.sections[-1].start_type = WD_SECTION.NEW_PAGE
    _from_one(whole)


def _from_one(whole: Document) -> None:
    """The pages of the last section are numbered from one."""
    section = whole.element.body.sectPr
    for mark in section.findall(qn("w:pgNumType")):
        section.remove(mark)
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:start"), "1")
    # The order of these marks is the schema's (pgNumType stands before cols); Word refuses another.
    before = section.find(qn("w:cols"))
    if before is None:
        section.append(number)
    else:
        before.addprevious(number)
