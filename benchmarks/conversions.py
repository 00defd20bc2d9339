"""What does the form in which a dossier comes change of what is found in it? Nothing should.

    python benchmarks/conversions.py [FOLDER]

The dossiers of `dossier demo`, their Word files and workbooks converted by LibreOffice: to PDF, ODF, the old binary
formats, web pages, RTF; and to PDF with the columns of the workbooks made so wide that they are printed on pages of
their own. Each is screened and held against the dossier as it was: *accused* are fails and missing papers that it does
not have as it was, *lost* fails that are not found any more, *other* values of the form and rows of lists.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

LINE = "import sys; from pipeline.cli.main import main; sys.exit(main())"
FAMILIES = {
    "pdf": ("pdf", "pdf", 1.0),
    "wide": ("pdf", "pdf", 1.9),
    "odf": ("odt", "ods", 1.0),
    "old": ("doc", "xls", 1.0),
    "web": ("html", "html", 1.0),
    "rtf": ("rtf", "ods", 1.0),
}
"""For Word files, for workbooks, and how many times as wide their columns are made."""


def main(folder: Path) -> int:
    """Print a line for each family, and what was found otherwise; 1 where anybody is accused."""
    _dossier("demo", str(folder))
    # One comes as an archive: what is in it comes in the other five.
    held = sorted(path for path in (folder / "inbox").iterdir() if path.is_dir())
    before = {path.name: _said(folder / "screening-inbox" / path.name / "screening.json") for path in held}
    inbox = folder / "converted"
    for family, kinds in FAMILIES.items():
        for dossier in held:
            _convert(dossier, inbox / f"{dossier.name}--{family}", kinds)
    _dossier("screen", str(inbox), "--out", str(folder / "out"), "--as-of", _as_of(folder))
    accused = 0
    for family in FAMILIES:
        found = [
            _otherwise(before[name], _said(folder / "out" / f"{name}--{family}" / "screening.json")) for name in before
        ]
        sums = {what: sum(len(one[what]) for one in found) for what in ("accused", "lost", "other")}
        accused += sums["accused"]
        print(f"{family:5}", *(f"{what} {count}" for what, count in sums.items()), f"of {len(found)} dossiers")
        for name, one in zip(before, found, strict=True):
            for what, each in one.items():
                print(*(f"      {name} {what}: {line}\n" for line in each), sep="", end="")
    return int(accused > 0)


def _dossier(*words: str) -> None:
    done = subprocess.run([sys.executable, "-c", LINE, *words], capture_output=True, text=True, check=False)
    if done.returncode > 1:
        sys.exit(done.stderr)


def _as_of(folder: Path) -> str:
    one = next(folder.glob("screening-inbox/*/screening.json"))
    return str(json.loads(one.read_text(encoding="utf-8"))["as_of"])


def _convert(dossier: Path, to: Path, kinds: tuple[str, str, float]) -> None:
    words, sheets, wider = kinds
    to.mkdir(parents=True)
    listed: dict[str, list[Path]] = {}
    for file in sorted(dossier.iterdir()):
        kind = {".docx": words, ".xlsx": sheets}.get(file.suffix)
        copy = Path(shutil.copy(file, to))
        if file.suffix == ".xlsx" and wider > 1:
            _widen(copy, wider)
        if kind is not None:
            listed.setdefault(kind, []).append(copy)
    for kind, files in listed.items():
        subprocess.run(
            ["soffice", "--headless", "--convert-to", kind, "--outdir", str(to), *map(str, files)],
            capture_output=True,
            check=True,
        )
        for file in files:
            if not file.with_suffix(f".{kind}").is_file():
                sys.exit(f"LibreOffice wrote no {kind} of {file.name}")
            file.unlink()


def _widen(workbook: Path, times: float) -> None:
    book = openpyxl.load_workbook(workbook)
    for sheet in book:
        for column in sheet.column_dimensions.values():
            column.width = times * (column.width or 10)
    book.save(workbook)


def _said(path: Path) -> Mapping[str, object]:
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _otherwise(before: Mapping, after: Mapping) -> dict[str, list[str]]:  # type: ignore[type-arg]
    old, new = (set(_held_against(said)) for said in (before, after))
    other = [
        f"{key} {entry.get('value')!r} now {(after['application'].get(key) or {}).get('value')!r}"
        for key, entry in before["application"].items()
        if entry.get("value") is not None and (after["application"].get(key) or {}).get("value") != entry["value"]
    ]
    other += [
        f"{table}: {len(rows)} rows, now {len(after['tables'].get(table, ()))}"
        for table, rows in before["tables"].items()
        if len(rows) != len(after["tables"].get(table, ()))
    ]
    return {"accused": sorted(new - old), "lost": sorted(old - new), "other": other}


def _held_against(said: Mapping) -> Iterator[str]:  # type: ignore[type-arg]
    yield from (finding["rule"] for finding in said["findings"] if finding["status"] == "fail")
    yield from (
        f"{one['item']} {one['status']}" for one in said["materials"] if one["status"] in ("missing", "partial")
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main(Path(sys.argv[1])))
    with TemporaryDirectory() as temporary:
        sys.exit(main(Path(temporary)))
