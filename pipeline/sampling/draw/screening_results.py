"""What did ``dossier screen`` write: the batch, and one dossier's screening.json?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import file_names
from pipeline.results.as_json import SCREENING
from schemas.errors import UsageError

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Results:
    """A folder of results: its dossiers' records by id, in the order of the batch, and where each lies."""

    folder: Path
    places: Mapping[str, Path]

    def screening(self, dossier: str) -> Record:
        """The dossier's screening.json."""
        if dossier not in self.places:
            raise UsageError(f"结果中没有卷宗“{dossier}”。有：{_some(list(self.places))}。")
        return read_json(self.places[dossier])

    def only(self, dossier: str) -> str:
        """The dossier asked for, or the only one there is."""
        if dossier or len(self.places) != 1:
            if not dossier:
                raise UsageError(f"请用 --dossier 指明卷宗。有：{_some(list(self.places))}。")
            return dossier
        return next(iter(self.places))


def read_results(folder: Path) -> Results:
    """The results in a folder that ``dossier screen`` wrote; a single dossier's folder will do."""
    if (folder / SCREENING).is_file():
        record = read_json(folder / SCREENING)
        return Results(folder, {str(record["dossier"]["id"]): folder / SCREENING})
    if not (folder / "batch.json").is_file():
        raise UsageError(f"{folder} 不是初审结果文件夹（其中没有 batch.json）。请先运行 dossier screen。")
    batch = read_json(folder / "batch.json")
    places = {
        str(entry["id"]): folder / str(entry.get("folder") or file_names.folder_name(str(entry["id"]))) / SCREENING
        for entry in batch["dossiers"]
    }
    return Results(folder, {dossier: place for dossier, place in places.items() if place.is_file()})


def read_json(path: Path) -> Record:
    """The JSON object in a file of ours. UsageError where it is none."""
    try:
        record = json.loads(file_names.reachable(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"无法读取 {path}。请重新运行 dossier screen。") from error
    if not isinstance(record, dict):
        raise UsageError(f"{path} 的内容不是初审结果。请重新运行 dossier screen。")
    return record


def _some(ids: Sequence[str]) -> str:
    return "、".join(ids[:20]) + ("等" if len(ids) > 20 else "")
