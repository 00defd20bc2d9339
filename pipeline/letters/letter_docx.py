"""How is a letter (补正通知书, 不符合条件告知书, 核实函) written, in the bureau's own template?"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from pipeline import file_names, wording
from pipeline.letters import letter as letters
from pipeline.letters import own_template
from pipeline.letters.letter import Letter
from pipeline.letters.notice import LETTER, SECOND_LETTER
from pipeline.results.batch import ReportContext
from pipeline.timeless import timeless
from schemas.data_files import data_folder

TEMPLATES = "letters"
SUPPLEMENT_TEMPLATE, INELIGIBLE_TEMPLATE = "supplement.docx", "ineligible.docx"
# A cell of ten thousand characters is not repeated in full: the report has it.
_LONGEST, _HEAD, _TAIL = 600, 200, 100
_ORDINALS = "一二三四"


def render(context: ReportContext) -> bytes | None:
    """letter.docx: the one letter that the verdict calls for; None where it calls for none."""
    return _called_for(context, LETTER)


def render_supplement(context: ReportContext) -> bytes | None:
    """letter-supplement.docx: 补正通知书 beside a 不符合条件告知书."""
    return _called_for(context, SECOND_LETTER)


def _called_for(context: ReportContext, file: str) -> bytes | None:
    letter = letters.called_for(context).get(file)
    return None if letter is None else document(letter)


def template_of(kind: str) -> str:
    """The name of the template for a letter of this kind."""
    return INELIGIBLE_TEMPLATE if kind == "ineligible" else SUPPLEMENT_TEMPLATE


def document(letter: Letter, templates: Path | None = None) -> bytes:
    """The letter as a DOCX: of a screening, or as a person changed it.

    ``templates``: where the bureau's own templates lie. One that cannot be filled in any more gives way to ours.
    """
    own = own_template.place(templates, template_of(letter.kind))
    if own is not None:
        with suppress(*own_template.BROKEN):
            return document_in(file_names.reachable(own).read_bytes(), letter)
    return filled(template_of(letter.kind), _shown(letter))


def document_in(template: bytes, letter: Letter) -> bytes:
    """The letter in a template that is not ours: its marks are obeyed in a sandbox. Raises ``own_template.BROKEN``."""
    made = own_template.opened(template)
    made.render(_shown(letter), jinja_env=own_template.sandbox(), autoescape=True)
    out = io.BytesIO()
    made.save(out)
    return timeless(out.getvalue())


def _shown(letter: Letter) -> dict[str, Any]:
    """What a template may say of the letter, by the names that stand in it."""
    notice = letter.notice
    # Sections are numbered as they come: one without rows is not there.
    ordinals = iter(_ORDINALS[1:] if notice.requests else _ORDINALS)
    second = next(ordinals) if notice.questions else ""
    shown = {
        "title": letter.title,
        **_cells(asdict(letter.head)),
        "requests": _numbered(notice.requests),
        "questions": _numbered(notice.questions),
        "shortfalls": _numbered(notice.shortfalls),
        "second": second,
        "third": next(ordinals),
    }
    shown["applicant"] = shown["applicant"] or "【申报单位全称】"
    return shown


def filled(template: str, shown: Mapping[str, Any]) -> bytes:
    """One of the templates with these words in it."""
    made = DocxTemplate(data_folder() / TEMPLATES / template)
    made.render(dict(shown), autoescape=True)
    out = io.BytesIO()
    made.save(out)
    return timeless(out.getvalue())


def _numbered(rows: Sequence[Any]) -> list[dict[str, object]]:
    return [{"no": number, **_cells(asdict(row))} for number, row in enumerate(rows, 1)]


def _cells(row: Mapping[str, object]) -> dict[str, object]:
    return {key: clean(value) if isinstance(value, str) else value for key, value in row.items()}


def clean(text: str) -> str:
    """The text as a template takes it: nothing in it is obeyed, and what is too long is shortened in its middle."""
    shown = "\n".join(_short(line) for line in wording.visible(text).split("\n"))
    # docxtpl takes {_{ for an escaped {{; a word joiner, which does not show, keeps it as it was written.
    return shown.replace("{_", "{\u2060_").replace("_}", "_\u2060}").replace("%_", "%\u2060_")


def _short(line: str) -> str:
    """A line without its middle where it is too long: what is wrong with it stands at its end."""
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_HEAD]}……（共 {len(line)} 字，此处从略）……{line[-_TAIL:]}"
