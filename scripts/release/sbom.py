"""Writes what the program consists of as a software bill of materials (CycloneDX 1.6, JSON), from the run-time lock.

``python -m scripts.release.sbom FILE``. The same lock gives the same bytes: no clock, no lot.
"""

from __future__ import annotations

import json
import sys
import tomllib
import uuid
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from scripts.release import licences, locked
from scripts.release.locked import Pin

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.lock"
NAME = "dossier-intake"


def version() -> str:
    """The version of the program, from the one place where it stands."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def bill(pins: Sequence[Pin], files: Mapping[str, Sequence[tuple[str, str]]] | None = None) -> dict[str, object]:
    """The bill of these packages. ``files``: of each, the names and SHA-256 of those that are shipped with it."""
    known = licences.load()
    body: dict[str, object] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**_component(NAME, version(), "Apache-2.0"), "type": "application"}},
        "components": [
            {**_component(pin.name, pin.version, known.of(pin.name)), **_shipped((files or {}).get(pin.name, ()))}
            for pin in pins
        ],
        "dependencies": _dependencies(pins),
    }
    named = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(body, sort_keys=True))
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{named}", **body}


def as_text(record: Mapping[str, object]) -> str:
    """The bill as it is written."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _component(name: str, release: str, licence: str) -> dict[str, object]:
    address = f"pkg:pypi/{name}@{release}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": release,
        "licenses": [{"expression": licence}],
        "purl": address,
    }


def _shipped(files: Iterable[tuple[str, str]]) -> dict[str, object]:
    inside = [
        {"type": "file", "name": name, "hashes": [{"alg": "SHA-256", "content": digest}]} for name, digest in files
    ]
    return {"components": inside} if inside else {}


def _dependencies(pins: Sequence[Pin]) -> list[dict[str, object]]:
    """Who needs whom: the lock says it from the other end."""
    refs = {pin.name: f"pkg:pypi/{pin.name}@{pin.version}" for pin in pins}
    refs[NAME] = f"pkg:pypi/{NAME}@{version()}"
    needs: dict[str, list[str]] = {name: [] for name in refs}
    for pin in pins:
        for asker in pin.asked_by:
            if asker in needs:
                needs[asker].append(refs[pin.name])
    return [{"ref": refs[name], "dependsOn": sorted(found)} for name, found in needs.items()]


def main() -> None:
    """Write the bill of the whole lock."""
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(as_text(bill(locked.pins(LOCK))), encoding="utf-8")


if __name__ == "__main__":
    main()
