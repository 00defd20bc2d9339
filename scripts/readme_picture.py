"""Draws the picture of the README: a report of the demo, as a browser shows it. docs/pictures/report.png.

``python -m scripts.readme_picture``. Needs Chromium (or what DOSSIER_BROWSER names) and a Chinese font.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.builders import browser

TARGET = Path(__file__).resolve().parents[1] / "docs" / "pictures" / "report.png"
DOSSIER = "06-秦皇岛-数据不一致"
SIZE = (1180, 860)
COLOURS = 64


def drawn(report: Path, target: Path) -> None:
    """The top of a page as a picture of few colours."""
    program = browser.installed()
    if program is None:
        raise SystemExit("no browser is installed: set DOSSIER_BROWSER")
    window = f"--window-size={SIZE[0]},{SIZE[1]}"
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as scratch:
        shot = Path(scratch, "shot.png")
        call = [program, "--headless", "--hide-scrollbars", *root, window, f"--user-data-dir={scratch}/profile"]
        subprocess.run([*call, f"--screenshot={shot}", report.as_uri()], check=True, capture_output=True)  # noqa: S603  our own page
        target.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(shot) as picture:
            picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


def main() -> None:
    """Screen the demo and draw one of its reports."""
    with tempfile.TemporaryDirectory() as scratch:
        call = [sys.executable, "-c", "from pipeline.cli import main; main()", "demo", scratch]
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own command
        drawn(Path(scratch, "screening-inbox", DOSSIER, "report.html"), TARGET)


if __name__ == "__main__":
    main()
