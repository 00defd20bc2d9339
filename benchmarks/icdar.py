"""How well are the tables of the ICDAR-2013 competition read: mean F1 of adjacency relations, a document each.

``python benchmarks/icdar.py FOLDER [-v]``: a folder with ``NAME.pdf`` beside ``NAME-str.xml`` (public; not kept here).
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lxml import etree
from pdf_tables import Placed, ours, score


def truth(path: Path) -> list[Placed]:
    """The tables that the competition states; the regions of one, column by column or page by page, stay apart."""
    root = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False))
    return [
        [_cell(cell) for cell in region.iter("cell")] for table in root.iter("table") for region in table.iter("region")
    ]


def _cell(cell: etree._Element) -> tuple[int, int, int, int, str]:
    row, column = int(cell.get("start-row", 0)), int(cell.get("start-col", 0))
    return (
        row,
        column,
        int(cell.get("end-row", row)) + 1,
        int(cell.get("end-col", column)) + 1,
        "".join(content.text or "" for content in cell.iter("content")),
    )


def main(folder: str, *, verbose: bool) -> None:
    """Prints the figure of every document below the folder, worst first, and their mean."""
    scores = {}
    for path in sorted(Path(folder).rglob("*-str.xml")):
        pdf = path.with_name(path.name.removesuffix("-str.xml") + ".pdf")
        if pdf.exists():
            scores[pdf.stem] = score(truth(path), ours(pdf.read_bytes()))
    if verbose:
        for name, value in sorted(scores.items(), key=lambda item: item[1]):
            print(f"  {name:12} {value:.3f}")
    print(f"documents {len(scores)}, mean F1 of adjacency relations {statistics.mean(scores.values()):.4f}")


if __name__ == "__main__":
    main(sys.argv[1], verbose="-v" in sys.argv)
