"""Is a run that is killed at any moment finished by the next one, to the byte, with nothing left behind?

    python benchmarks/killed.py [--times 100] [--seed 1] [INBOX]

Each time a run begins with nothing kept, is ended at a random moment (the parent killed, ended or interrupted, or one
of its workers killed), and the same command is run again to its end. Told are the moments that came out otherwise, and
what was left in the temporary folder: there should be none. Without an INBOX some small dossiers of the demo are taken.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pipeline import demo

WAYS = {
    "parent": signal.SIGKILL,
    "SIGTERM": signal.SIGTERM,
    "SIGHUP": signal.SIGHUP,
    "Ctrl-C": signal.SIGINT,
}
LINE = "from pipeline.cli.main import main; main()"


def begun(*words: str | Path, told: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
    """The command as a process; a killed one is not listened to, since its workers hold its outputs open."""
    return subprocess.Popen(
        [sys.executable, "-c", LINE, *map(str, words)],
        stdout=subprocess.DEVNULL,
        stderr=told,
        encoding="utf-8",
    )


def written(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]


def children(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(entry.name))
    return found


def killed(process: subprocess.Popen[str], moment: float, rng: random.Random) -> str:
    """Wait for the moment, then kill the parent, as often end it in another way, or kill a worker; says which."""
    time.sleep(moment)
    way, whom = rng.choice(list(WAYS.items())), process.pid
    if rng.random() < 0.5 and (workers := children(process.pid)):
        way, whom = ("worker", signal.SIGKILL), rng.choice(workers)
    try:
        os.kill(whom, way[1])
    except ProcessLookupError:
        return "nobody"
    if whom == process.pid:
        process.wait()
    return way[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inbox", type=Path, nargs="?")
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="results with other bytes are copied there, and the right ones")
    asked = parser.parse_args()
    # Begun in the background, this process and its children would ignore these.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    rng = random.Random(asked.seed)  # noqa: S311  moments, no secrets
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["TMPDIR"] = str(folder / "tmp")
        (folder / "tmp").mkdir()
        inbox = asked.inbox or _small(folder)
        call = ("screen", inbox, "--as-of", "2026-03-15", "--jobs", "2")
        start = time.perf_counter()
        begun(*call, "--out", folder / "out", "--no-cache").wait()
        whole = time.perf_counter() - start
        expected = written(folder / "out")
        if asked.keep:
            shutil.copytree(folder / "out", asked.keep / "expected")
        wrong = left = 0
        whose: dict[str, int] = {}
        for number in range(asked.times):
            shutil.rmtree(folder / "out")
            shutil.rmtree(folder / "kept", ignore_errors=True)
            more = ("--out", folder / "out", "--cache", folder / "kept")
            process = begun(*call, *more)
            whom = killed(process, rng.uniform(0, whole), rng)
            whose[whom] = whose.get(whom, 0) + 1
            process.wait()
            second = begun(*call, *more, told=subprocess.PIPE)
            said = second.communicate()[1]
            other = differing(written(folder / "out"), expected)
            same = not other
            time.sleep(0.3)
            litter = list((folder / "tmp").iterdir())
            wrong, left = wrong + (not same), left + bool(litter)
            print(f"{number + 1:4} {whom:7} {'same bytes' if same else 'OTHER BYTES'} {litter or ''}", flush=True)
            if other and asked.keep:
                shutil.copytree(folder / "out", asked.keep / str(number + 1))
            if other:
                print(f"     ended with {second.returncode}; {', '.join(other)}\n{said}", flush=True)
        print(f"{asked.times} times ({whose}): {wrong} with other bytes, {left} with something left behind")


def _small(folder: Path) -> Path:
    """Some dossiers of the demo, of Word files and workbooks: a run takes seconds, not minutes."""
    demo.write(folder / "all")
    for dossier in sorted((folder / "all").iterdir())[:4]:
        for path in sorted(dossier.rglob("*.docx"))[:3] if dossier.is_dir() else ():
            (folder / "inbox" / dossier.name).mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder / "inbox" / dossier.name)
    return folder / "inbox"


if __name__ == "__main__":
    main()
