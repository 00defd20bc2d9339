"""汇总表 as a Word file, to be stamped and handed on: one row per dossier, from the bureau's own template."""

from __future__ import annotations

import io

from docxtpl import DocxTemplate

from pipeline import wording
from pipeline.letters import templates as letter_templates
from pipeline.letters.letter_docx import clean
from pipeline.reports import register
from pipeline.results.batch import Batch
from pipeline.timeless import timeless
from schemas.data_files import data_folder


def render(batch: Batch) -> bytes:
    """register.docx: the columns of the 汇总表 that a recommending bureau hands on; what it must write stays blank."""
    heads = register.heads()
    kept = {key: heads.index(title) for title, key, _ in letter_templates.SUMMARY_COLUMNS}
    rows = [
        {key: clean(wording.cell(row[at])) for key, at in kept.items()}
        for row in (register.row(one, number, sourced=False) for number, one in enumerate(batch.screenings, 1))
    ]
    made = DocxTemplate(data_folder() / letter_templates.FOLDER / letter_templates.SUMMARY)
    made.render({"rows": rows}, autoescape=True)
    for sentence in sorted({one.unheld for one in batch.screenings if one.unheld}):
        made.docx.add_paragraph(f"注：{sentence}。")
    out = io.BytesIO()
    made.save(out)
    return timeless(out.getvalue())
