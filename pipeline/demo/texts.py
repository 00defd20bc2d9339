"""What do the data files of the demo say?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from extractors.vocabulary.blank_forms import load_forms
from schemas.data_files import data_folder
from schemas.forms import FormSpec

Plain = Mapping[str, Any]
"""What a YAML mapping holds; the shapes stand at the head of each file in data/demo."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The three data files and the blank forms that the dossiers fill."""

    words: Plain
    papers: Plain
    defaults: Plain
    places: Plain
    dossiers: tuple[Plain, ...]
    forms: Mapping[str, FormSpec]


def load() -> Texts:
    """Everything that the demo is made from."""
    folder = data_folder()
    words, papers, dossiers = (
        yaml.safe_load((folder / "demo" / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in ("words", "papers", "dossiers")
    )
    return Texts(
        words,
        papers,
        dossiers["defaults"],
        dossiers["places"],
        tuple(dossiers["dossiers"]),
        load_forms(folder / "forms"),
    )
