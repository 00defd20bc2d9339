"""Which dossiers need not be screened again, because what they rest on is as it was and their files lie there whole?

What is kept of a finished dossier: its screening, what the rest of a batch needs of it (``brief``), and with each the
SHA-256 of its files, under the fingerprint of all that it depends on (``inputs``); and under the place of its
screening.json what last stood there, for when the rest of a batch is written again without looking at its papers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from extractors.kept import codec, store
from pipeline import file_names
from pipeline.again import screenings
from pipeline.again.brief import Brief
from pipeline.results.as_json import SCREENING
from schemas.dossier import Screening

Shape = TypeVar("Shape")
_RESULTS = "results"
_BRIEFS = "briefs"
_PLACES = "places"


@dataclass(frozen=True, slots=True)
class Finished:
    """A screening, and name → SHA-256 of the files that tell of it."""

    files: Mapping[str, str]
    screening: Screening


@dataclass(frozen=True, slots=True)
class FinishedBrief:
    """The same of what the rest of the batch needs."""

    files: Mapping[str, str]
    brief: Brief


@dataclass(frozen=True, slots=True)
class ResultPlace:
    """The folder of one dossier's results, and which names we write there."""

    folder: Path
    ours: tuple[str, ...]

    def hashes(self) -> dict[str, str]:
        """Name → SHA-256 of those that are there."""
        found: dict[str, str] = {}
        for name in self.ours:
            path = file_names.reachable(self.folder / name)
            if path.is_symlink():
                return {}
            with suppress(FileNotFoundError):
                found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        return found


def keep(
    place: ResultPlace, fingerprint: str, screening: Screening, files: Mapping[str, bytes], brief: Brief | None = None
) -> None:
    """Note that this dossier is finished, and how its files read."""
    kept = store.current()
    if kept is None or not fingerprint:
        return
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    with suppress(codec.Foreign):
        kept.put(_RESULTS, fingerprint, screenings.packed(Finished(hashes, screening), Finished))
        if brief is not None:
            kept.put(_BRIEFS, fingerprint, screenings.packed(FinishedBrief(hashes, brief), FinishedBrief))
        kept.put(_PLACES, _key(place, hashes.get(SCREENING, "")), fingerprint.encode())


def unchanged(place: ResultPlace, fingerprint: str) -> Screening | None:
    """The screening of a dossier of which nothing has changed and whose files lie there whole; else None."""
    finished = _kept(_RESULTS, fingerprint, Finished)
    return finished.screening if finished and _lies_there(place, finished.files, fingerprint) else None


def unchanged_brief(place: ResultPlace, fingerprint: str) -> Brief | None:
    """What the rest of a batch needs of such a dossier; else None."""
    finished = _kept(_BRIEFS, fingerprint, FinishedBrief)
    return finished.brief if finished and _lies_there(place, finished.files, fingerprint) else None


def standing(place: ResultPlace) -> Screening | None:
    """The screening whose files lie there, whatever has become of the papers since; None where it is not kept."""
    return unchanged(place, _last_there(place))


def standing_brief(place: ResultPlace) -> Brief | None:
    """What the rest of a batch needs of it; None where it is not kept."""
    return unchanged_brief(place, _last_there(place))


def _last_there(place: ResultPlace) -> str:
    """The fingerprint under which the screening.json that lies there was written; empty where it is not known."""
    kept = store.current()
    path = file_names.reachable(place.folder / SCREENING)
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
    named = kept.get(_PLACES, _key(place, digest)) if kept else None
    return "" if named is None else named.decode("utf-8", "replace")


def _kept(kind: str, fingerprint: str, of: type[Shape]) -> Shape | None:
    kept = store.current()
    body = kept.get(kind, fingerprint) if kept and fingerprint else None
    if body is not None:
        with suppress(codec.Foreign):
            return screenings.unpacked(body, of)
    return None


def _lies_there(place: ResultPlace, files: Mapping[str, str], fingerprint: str) -> bool:
    try:
        there = place.hashes() == dict(files)
    except OSError:
        return False
    kept = store.current()
    if there and kept is not None:
        # Results that were moved are known where they lie now.
        key = _key(place, files.get(SCREENING, ""))
        if kept.get(_PLACES, key) != fingerprint.encode():
            kept.put(_PLACES, key, fingerprint.encode())
    return there


def _key(place: ResultPlace, digest: str) -> str:
    return store.key_of(str(place.folder.absolute()), digest)


def places(out: Path, folders: Mapping[str, str], reports: Iterable[str]) -> dict[str, ResultPlace]:
    """Dossier → where its results lie."""
    ours = (SCREENING, *reports)
    return {dossier: ResultPlace(out / folder, ours) for dossier, folder in folders.items()}
