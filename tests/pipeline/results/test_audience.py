"""What is written for the public holds nobody's phone and nobody's name."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from pipeline import batch, demo
from pipeline.progress import Lines
from pipeline.results.audience import Audience
from pipeline.screen import Settings
from pipeline.workers import WorkPlan
from schemas.application import entries_of
from schemas.tables import rows_of

ONE = "06-秦皇岛-数据不一致"


def test_no_report_for_the_public_names_a_person_or_a_phone(tmp_path: Path) -> None:
    demo.write(tmp_path / "all")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "all" / ONE).rename(tmp_path / "inbox" / ONE)
    settings = Settings(demo.AS_OF, audience=Audience.PUBLIC)
    done = batch.run(tmp_path / "inbox", tmp_path / "out", settings, WorkPlan(1), Lines(io.StringIO()))
    contents = done.screenings[0].contents
    people = {str(row.values["name"]) for row in rows_of(contents.tables["staff"])}
    phones = {str(row.values["phone"]) for row in rows_of(contents.tables["enterprises"])}
    phones |= {entries_of(contents.application)["mobile"].text}
    hidden = {word for word in people | phones if word}
    assert len(hidden) > 20
    for path in (tmp_path / "out").rglob("*.*"):
        told = _words(path)
        assert not {word for word in hidden if word in told}, path.name


def _words(path: Path) -> str:
    if path.suffix not in (".xlsx", ".docx"):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
