"""Are seals found where they are, and none where there is none? ``python benchmarks/seals.py [COUNT [FOLDER]]``.

Made-up colour pages with seals, as many without (red headings, logos, photographs, pens), as many turned grey.
They are drawn by pdfium with a Chinese font of the system: without one nothing is measured, and it says so.
With a folder, the pictures and PDF pages in it are looked at too and what is found there is listed, for eyes to judge.
"""

from __future__ import annotations

import io
import sys
import time
from collections import Counter
from pathlib import Path

import cv2
import numpy as np
import pypdfium2 as pdfium
from reportlab.pdfgen.canvas import Canvas
from seals_made import Box, Made, others, sealed, unsealed

from extractors.read.seals.detect import Seal, colour_of, seal_state, seals_in


def overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return 0.0
    both = wide * high
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return both / (sum(areas) - both)


def hits(made: Made, found: list[Seal]) -> list[bool]:
    return [any(overlap(box, seal.bbox) >= 0.5 for seal in found) for _, box in made.truth]


def with_seals(count: int) -> None:
    pages = total = right = whole = extra = 0
    missed: list[str] = []
    spent = 0.0
    for seed in range(count):
        made = sealed(seed)
        start = time.perf_counter()
        found = [seal for seal in seals_in(made.picture, made.dpi) if seal.certain]
        spent += time.perf_counter() - start
        seen = hits(made, found)
        total, right = total + len(seen), right + sum(seen)
        pages, whole = pages + 1, whole + all(seen)
        extra += sum(all(overlap(box, seal.bbox) < 0.2 for _, box in made.truth) for seal in found)
        missed += [] if all(seen) else [f"{seed}: {made.what}, {made.dpi} dpi"]
    print(
        f"pages with seals {pages}: all found {whole} ({whole / pages:.1%});"
        f" seals {right} of {total}; certain ones elsewhere {extra}"
    )
    print(f"  {spent / pages * 1000:.0f} ms a page; missed: {missed}")


def without_seals(count: int) -> None:
    states: Counter[str] = Counter()
    wrong: list[str] = []
    doubtful: Counter[str] = Counter()
    spent = 0.0
    for seed in range(10_000, 10_000 + count):
        made = unsealed(seed)
        start = time.perf_counter()
        state = seal_state(made.picture, made.dpi)
        spent += time.perf_counter() - start
        states[state] += 1
        if state == "seen":
            wrong.append(f"{seed}: {made.what}")
        if state == "unknown":
            doubtful[made.what] += 1
    print(f"pages without {count}: {dict(states)}; invented: {wrong}; {spent / count * 1000:.0f} ms a page")
    print(f"  unknown: {dict(doubtful)}")


def grey(count: int) -> None:
    states: Counter[str] = Counter()
    for seed in range(count):
        made = sealed(seed)
        shades = cv2.cvtColor(made.picture, cv2.COLOR_RGB2GRAY)
        if seed % 3 == 0:
            shades = np.where(shades > 140, 255, 0).astype(np.uint8)
        states[seal_state(np.repeat(shades[:, :, None], 3, axis=2), made.dpi)] += 1
    print(f"the same in grey or black and white, {count}: {dict(states)}")


def name_and_slices(count: int) -> None:
    seen: Counter[tuple[str, str]] = Counter()
    for seed in range(count):
        made = others(seed)
        found = seals_in(made.picture, made.dpi)
        kinds = [seal.kind for seal in found if any(overlap(box, seal.bbox) > 0.2 for _, box in made.truth)]
        seen[made.truth[0][0], kinds[0] if kinds else "not seen"] += 1
    print(f"name seals and slices at the edge, {count}: { {f'{a} as {b}': n for (a, b), n in seen.items()} }")


def folder(root: Path) -> None:
    for path in sorted(root.rglob("*")):
        suffix = path.suffix.lower()
        if suffix == ".pdf":
            try:
                document = pdfium.PdfDocument(path)
            except pdfium.PdfiumError:
                continue
            for number, page in enumerate(document, start=1):
                report(
                    page.render(scale=150 / 72, rev_byteorder=True).to_numpy()[:, :, :3], 150, f"{path.name} {number}"
                )
        elif suffix in {".jpg", ".jpeg", ".png"}:
            picture = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)[:, :, ::-1]
            report(picture, max(picture.shape[:2]) * 72 / 842, path.name)


def report(picture: np.ndarray, dpi: float, name: str) -> None:
    found = [(seal.kind, seal.certain, [round(at) for at in seal.bbox]) for seal in seals_in(picture, dpi)]
    print(f"{colour_of(picture):7}{name[-44:]}: {found or '-'}")


def has_font() -> bool:
    """Whether pdfium draws a hanzi on this machine: seals and pages without letters measure nothing."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(60, 60))
    canvas.setFont("STSong-Light", 40)
    canvas.drawString(10, 10, "章")
    canvas.save()
    return int(pdfium.PdfDocument(stream.getvalue())[0].render().to_numpy().min()) < 128


if __name__ == "__main__":
    if not has_font():
        raise SystemExit("pdfium finds no Chinese font on this system: install one (fonts-wqy-zenhei) to measure")
    COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with_seals(COUNT)
    without_seals(COUNT)
    grey(COUNT // 4)
    name_and_slices(COUNT // 4)
    if len(sys.argv) > 2:
        folder(Path(sys.argv[2]))
