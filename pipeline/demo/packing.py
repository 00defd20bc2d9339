"""How do the papers of a dossier lie in the inbox: as a folder of files, or as one archive?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from pipeline.demo import to_docx, to_pdf, to_xlsx
from pipeline.demo.facts import Facts
from pipeline.demo.paper import DemoPaper
from pipeline.timeless import archive

WRITERS: Mapping[str, Callable[[DemoPaper], bytes]] = {
    "docx": to_docx.file,
    "xlsx": to_xlsx.file,
    "pdf": to_pdf.file,
}


def pack(inbox: Path, facts: Facts, papers: Iterable[DemoPaper]) -> None:
    """Write the dossier into the inbox; its name there is its id."""
    files = {
        f"{number:02d} {paper.name}.{paper.format}": WRITERS[paper.format](paper)
        for number, paper in enumerate(papers, start=1)
    }
    target = inbox / str(facts.dossier["id"])
    if facts.dossier.get("pack") == "zip":
        target.with_name(f"{target.name}.zip").write_bytes(archive(files))
        return
    target.mkdir(exist_ok=True)
    for name, data in files.items():
        (target / name).write_bytes(data)
