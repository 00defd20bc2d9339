"""Which rules has the office given itself for working in the browser (console.yaml in the console's folder)?

What letters say of the office stands in office.yaml, which the commands read too; what only the pages heed stands here.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from pipeline.results import files as result_files
from schemas.strict_yaml import Marked, read_marked

FILE = "console.yaml"
MOST_YEARS = 100
MOST_KEPT = 365


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What the office allows and keeps.

    ``own_check`` (允许自核): somebody may check what he prepared himself; the record and the log say so.
    ``retention_years``: so long a batch that was archived is kept at least. ``backup_to``: the folder that back-ups go
    into, empty for the console's own; ``backup_nightly``: one a night; ``backup_keep``: how many stay.
    ``watch_from``: the folder in which dossiers come to lie, empty for none; ``watch_batch``: the batch into which they
    go by themselves, empty where they wait for a click, and ``watch_by``: the login of whoever has set it so.
    ``scanner``: the command of the virus scanner, written by hand alone; ``scanner_clean``: what it returns for clean.
    """

    own_check: bool = False
    retention_years: int = 10
    backup_to: str = ""
    backup_nightly: bool = True
    backup_keep: int = 7
    watch_from: str = ""
    watch_batch: str = ""
    watch_by: str = ""
    scanner: str = ""
    scanner_clean: int = 0


def of(root: Path) -> HouseRules:
    """The rules that hold; every key may be left out. RulebookError, with line and remedy, for a file that is amiss."""
    path = root / FILE
    if not path.is_file():
        return HouseRules()
    fields = read_marked(path).fields("", " ".join(HouseRules.__slots__))
    given: dict[str, object] = {}
    for key, read in (("own_check", Marked.truth), ("backup_nightly", Marked.truth)):
        if key in fields:
            given[key] = read(fields[key])
    for key in ("backup_to", "watch_from", "watch_batch", "watch_by", "scanner"):
        if key in fields:
            given[key] = fields[key].text()
    if "scanner_clean" in fields:
        given["scanner_clean"] = fields["scanner_clean"].whole()
    for key, most in (("retention_years", MOST_YEARS), ("backup_keep", MOST_KEPT)):
        if key in fields:
            given[key] = _within(fields[key], most)
    return HouseRules(**given)  # type: ignore[arg-type]


def write(root: Path, rules: HouseRules) -> None:
    """These rules from now on."""
    told = {key: value for key, value in asdict(rules).items() if value != ""}
    result_files.write(root / FILE, yaml.safe_dump(told, allow_unicode=True, sort_keys=False).encode())


def _within(marked: Marked, most: int) -> int:
    number = marked.whole()
    if not 1 <= number <= most:
        raise marked.wrong(f"应为 1 至 {most}")
    return number
