"""Throws broken files at every reader and keeps those that break something.

``python -m fuzz [SUFFIX…] [--seconds N] [--seed N] [--seeds FOLDER]… [--finds FOLDER]``: N seconds for each kind of
file (60 without it), all kinds or those named. A find is a file at which the process died, gave no answer within half a
minute, let out an exception that is not the product's own, or broke a rule. Exit status 1 where there is one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import selectors
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from fuzz.mutate import mutated
from fuzz.seeds import seeds

PATIENCE = 30.0
"""Seconds of the process's own work without an answer that count as for ever, however busy the machine is."""
STANDING = 240.0
"""Seconds on the clock after which a process that does not work either stands still."""
TURNS = 2_000
"""Files after which a fresh process is taken."""


class Child:
    """The process that takes the files; replaced when it has died or stands still."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.start()

    def start(self) -> None:
        """A fresh process."""
        command = [sys.executable, "-m", "fuzz.child", str(self.folder)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.turns = 0

    def stop(self) -> int:
        """End it, and say how it ended."""
        self.process.kill()
        return self.process.wait()

    def answer(self, name: str) -> str:
        """What is wrong with how this file was taken, empty where nothing is."""
        if self.turns >= TURNS:
            self.stop()
            self.start()
        self.turns += 1
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            self.process.stdin.write(json.dumps(name).encode() + b"\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline() if self._heard() else b"late"
        except OSError:
            line = b""
        if line.endswith(b"\n"):
            return str(json.loads(line))
        died = self.process.poll()
        self.stop()
        self.start()
        return f"no answer in {PATIENCE:.0f} s" if line == b"late" else f"the process died ({died})"

    def _heard(self) -> bool:
        """Whether the process answers before patience is at an end."""
        assert self.process.stdout is not None
        began, worked = time.monotonic(), _worked(self.process.pid)
        with selectors.DefaultSelector() as waiting:
            waiting.register(self.process.stdout, selectors.EVENT_READ)
            while not waiting.select(1.0):
                waited = time.monotonic() - began
                now = _worked(self.process.pid)
                spent = waited if worked is None or now is None else now - worked
                if spent > PATIENCE or waited > STANDING:
                    return False
        return True


def _worked(pid: int) -> float | None:
    """Processor seconds of a process and of the children it has waited for; None where the system does not say."""
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
        return sum(map(int, after_name[11:15])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError):
        return None


def main(given: Sequence[str] | None = None) -> int:
    """Print per kind how many files were thrown and what was found."""
    parser = argparse.ArgumentParser(prog="fuzz", description="Broken files thrown at every reader.")
    parser.add_argument("suffix", nargs="*")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seeds", action="append", default=[])
    parser.add_argument("--finds", default="build/fuzz")
    asked = parser.parse_args(given)
    finds = Path(asked.finds)
    found = 0
    with tempfile.TemporaryDirectory() as scratch:
        child = Child(Path(scratch))
        for suffix, sound in seeds(asked.seeds).items():
            if not asked.suffix or suffix in asked.suffix:
                found += _thrown(child, suffix, sound, asked, finds)
        child.stop()
    return 1 if found else 0


def _thrown(child: Child, suffix: str, sound: list[tuple[str, bytes]], asked: argparse.Namespace, finds: Path) -> int:
    rng = random.Random(f"{suffix} {asked.seed}")
    until, thrown, kinds = time.monotonic() + asked.seconds, 0, set[str]()
    while time.monotonic() < until:
        data = mutated(rng, rng.choice(sound)[1])
        name = f"{hashlib.sha256(data).hexdigest()[:8]}.{suffix}"
        (child.folder / name).write_bytes(data)
        wrong = child.answer(name)
        (child.folder / name).unlink()
        thrown += 1
        if wrong and wrong.splitlines()[-1] not in kinds:
            kinds.add(wrong.splitlines()[-1])
            finds.mkdir(parents=True, exist_ok=True)
            (finds / name).write_bytes(data)
            print(f"  {name}: {wrong}", flush=True)
    print(f"{suffix:6} {len(sound):4} seeds {thrown:8} files {len(kinds):4} kinds of find", flush=True)
    return len(kinds)


if __name__ == "__main__":
    sys.exit(main())
