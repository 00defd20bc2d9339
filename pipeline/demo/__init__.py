"""Which made-up dossiers does the demo screen, and what do they look like on disk?

data/demo/dossiers.yaml says what stands in each and what is wrong with it; here they become real DOCX, XLSX and
PDF files. The same bytes every time: nothing is drawn by lot, no file tells the time.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.demo.facts import facts
from pipeline.demo.packing import pack
from pipeline.demo.papers import papers
from pipeline.demo.texts import load

AS_OF = date(2026, 3, 15)


def write(folder: Path) -> None:
    """Write the demo inbox into the folder: one child per dossier."""
    texts = load()
    folder.mkdir(parents=True, exist_ok=True)
    for number, dossier in enumerate(texts.dossiers):
        dossier_facts = facts(dossier, number, texts)
        pack(folder, dossier_facts, papers(dossier_facts, texts))
