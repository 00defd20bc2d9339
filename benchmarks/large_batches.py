"""Do time and memory for one dossier stay the same from ten dossiers to ten thousand?

    python benchmarks/large_batches.py [--sizes 10,100,1000] [--papers 3]
    python benchmarks/large_batches.py --sizes 10,100,1000,10000 --stand-in [--light]

The inboxes are made from the demo: dossier after dossier again, each with its own applicant and its own enterprises,
but for every fiftieth, whose list is that of the one before; papers that tell nothing of their own are the same file
everywhere, so that reading them costs once. ``--stand-in``: nothing is read and judged, a worker gives one of seven
screenings under the dossier's own names, and what is measured is all that a batch adds to its dossiers; ``--light``:
of each of these a few findings and rows, in the process itself, so that ten thousand take minutes. Every run is a
process of its own, with one worker. Told are processor seconds for one dossier, the greatest memory of the parent
and of the worker, and the files of the batch.
"""

from __future__ import annotations

import argparse
import functools
import io
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipeline import batch, demo
from pipeline.intake.inbox import InboxEntry
from pipeline.progress import Lines
from pipeline.screen import Settings
from pipeline.screened import Screened, screen_one
from pipeline.timeless import archive
from pipeline.workers import WorkPlan
from schemas.dossier import Screening

_DIGITS = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")
_SHARED_EVERY = 50
_TEXT = "word/document.xml"


class Run(NamedTuple):
    """What one run took: processor seconds, and the greatest memory of its parent and of a worker in MB."""

    seconds: float
    parent: float
    worker: float


def mark(number: int) -> str:
    """What makes a copy's names its own."""
    return f"{number:05}".translate(_DIGITS)


def made(folder: Path, count: int, papers: int) -> None:
    """An inbox of so many dossiers of so many papers each."""
    with tempfile.TemporaryDirectory() as name:
        demo.write(Path(name))
        models = [sorted(child.glob("*.docx")) for child in sorted(Path(name).iterdir()) if child.is_dir()]
        models = [[(path.name, members(path.read_bytes())) for path in model[:papers]] for model in models]
    for number in range(count):
        place = folder / f"D{number:05}"
        place.mkdir(parents=True)
        alike = number - (number % _SHARED_EVERY == 1)
        for at, (name, parts) in enumerate(models[alike % len(models)]):
            own = mark(number if at == 0 else alike)
            text = parts[_TEXT].decode().replace("有限公司", f"{own}有限公司") if at < 2 else parts[_TEXT].decode()
            (place / name).write_bytes(archive({**parts, _TEXT: text.encode()}))


def members(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@functools.cache
def model(folder: Path, *, light: bool) -> Screening:
    """One dossier of the demo, screened."""
    made = screen_one(Settings(demo.AS_OF), batch.decisions_file.Decided(), InboxEntry(folder.name, folder)).screening
    if not light:
        return made
    contents = made.contents
    few = replace(
        contents,
        tables={name: frame.head(20) for name, frame in contents.tables.items() if name in ("staff", "enterprises")},
        figures=contents.figures.head(12),
        application=contents.application.head(12),
        papers=contents.papers[:3],
        files=contents.files[:3],
    )
    return replace(made, contents=few, findings=made.findings[::12], materials=made.materials[:5])


class StandIn:
    """Takes the place of the work: one of the models, under the names of the dossier."""

    def __init__(self, models: list[Path], *, light: bool) -> None:
        self.models, self.light = models[:2] if light else models, light

    def __call__(self, entry: InboxEntry) -> Screened:
        """What the worker gives."""
        number = int(entry.id[1:])
        alike = number - (number % _SHARED_EVERY == 1)
        screening = model(self.models[alike % len(self.models)], light=self.light)
        contents, own = screening.contents, mark(alike)
        tables = {name: frame.copy() for name, frame in contents.tables.items()}
        for frame in tables.values():
            if "name" in frame:
                frame["name"] = [f"{said}{own}" if said else said for said in frame["name"]]
        files = tuple(replace(one, sha256=f"{one.sha256}{own}") for one in contents.files)
        other = {ord(letter): 0x4E00 + (ord(letter) + alike * 37) % 20000 for letter in set(contents.narrative)}
        told = contents.narrative.translate(other)
        own_contents = replace(
            contents,
            id=entry.id,
            applicant=f"{contents.applicant}{mark(number)}",
            tables=tables,
            files=files,
            narrative=told,
        )
        return Screened(replace(screening, id=entry.id, contents=own_contents), {"screening.json": b"{}\n"})


def inside(inbox: Path, out: Path, models: Path | None, *, light: bool) -> None:
    """One run, in this process and its worker."""
    folders = sorted(child for child in models.iterdir() if child.is_dir()) if models else []
    work = StandIn(folders, light=light) if models else None
    settings = Settings(demo.AS_OF, cache=None if work else out.parent / "kept")
    batch.run(inbox, out, settings, WorkPlan(1, contained=not light), Lines(io.StringIO()), work)


def watched(*words: str | Path) -> Run:
    """The run in a process of its own; its memory and that of its children is looked at until it ends."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen([sys.executable, __file__, *map(str, words)], env=os.environ | {"PYTHONHASHSEED": "0"})
    parent = worker = 0.0
    while process.poll() is None:
        parent = max(parent, peak(process.pid))
        worker = max([worker, *map(peak, children(process.pid))])
        time.sleep(0.2)
    if process.returncode:
        raise SystemExit(process.returncode)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, parent, worker)


def peak(pid: int) -> float:
    try:
        told = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    found = re.search(r"VmHWM:\s+(\d+)", told)
    return int(found[1]) / 1024 if found else 0.0


def children(parent: int) -> list[int]:
    try:
        return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,100,1000")
    parser.add_argument("--papers", type=int, default=3)
    parser.add_argument("--stand-in", action="store_true")
    parser.add_argument("--light", action="store_true")
    parser.add_argument("--inside", nargs="+", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        inside(asked.inside[0], asked.inside[1], asked.inside[2] if len(asked.inside) > 2 else None, light=asked.light)
        return
    print(f"{'dossiers':>9} {'s each':>8} {'parent MB':>10} {'worker MB':>10}   files of the batch, MB", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        demo.write(folder / "models")
        for size in map(int, asked.sizes.split(",")):
            inbox, out = folder / "inbox", folder / "out"
            if asked.stand_in:
                for number in range(size):
                    (inbox / f"D{number:05}").mkdir(parents=True)
            else:
                made(inbox, size, asked.papers)
            more = ["--light"] if asked.light else []
            run = watched(*more, "--inside", inbox, out, *([folder / "models"] if asked.stand_in else []))
            files = " ".join(
                f"{path.name} {path.stat().st_size / 1e6:.1f}" for path in sorted(out.iterdir()) if path.is_file()
            )
            print(f"{size:9} {run.seconds / size:8.3f} {run.parent:10.0f} {run.worker:10.0f}   {files}", flush=True)
            for place in (inbox, out, folder / "kept"):
                shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main()
