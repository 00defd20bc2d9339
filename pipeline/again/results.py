"""Which dossiers need not be screened again, because what they rest on is as it was and their files lie there whole?

What is kept of a finished dossier: its screening, and the SHA-256 of each of its files, under the fingerprint of all
that it depends on (``inputs``); and under the place of its screening.json what last stood there, for when the rest of
a batch is written again without looking at this dossier's papers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from extractors.kept import codec, store
from pipeline import file_names
from pipeline.again import screenings
from pipeline.results.as_json import SCREENING
from schemas.dossier import Screening

_RESULTS = "results"
_PLACES = "places"


@dataclass(frozen=True, slots=True)
class Finished:
    """A screening, and name → SHA-256 of the files that tell of it."""

    files: Mapping[str, str]
    screening: Screening


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


def keep(place: ResultPlace, fingerprint: str, screening: Screening, files: Mapping[str, bytes]) -> None:
    """Note that this dossier is finished, and how its files read."""
    kept = store.current()
    if kept is None or not fingerprint:
        return
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    with suppress(codec.Foreign):
        kept.put(_RESULTS, fingerprint, screenings.packed(Finished(hashes, screening), Finished))
        kept.put(_PLACES, _key(place, hashes.get(SCREENING, "")), fingerprint.encode())


def unchanged(place: ResultPlace, fingerprint: str) -> Screening | None:
    """The screening of a dossier of which nothing has changed and whose files lie there whole; else None."""
    finished = _finished(fingerprint)
    if finished is None or not _lies_there(place, finished):
        return None
    return finished.screening


def standing(place: ResultPlace) -> Screening | None:
    """The screening whose files lie there, whatever has become of the papers since; None where it is not kept."""
    kept = store.current()
    path = file_names.reachable(place.folder / SCREENING)
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
    named = kept.get(_PLACES, _key(place, digest)) if kept else None
    return None if named is None else unchanged(place, named.decode("utf-8", "replace"))


def _finished(fingerprint: str) -> Finished | None:
    kept = store.current()
    body = kept.get(_RESULTS, fingerprint) if kept and fingerprint else None
    if body is not None:
        with suppress(codec.Foreign):
            return screenings.unpacked(body, Finished)
    return None


def _lies_there(place: ResultPlace, finished: Finished) -> bool:
    try:
        return place.hashes() == dict(finished.files)
    except OSError:
        return False


def _key(place: ResultPlace, digest: str) -> str:
    return store.key_of(str(place.folder.absolute()), digest)


def places(out: Path, folders: Mapping[str, str], reports: Iterable[str]) -> dict[str, ResultPlace]:
    """Dossier → where its results lie."""
    ours = (SCREENING, *reports)
    return {dossier: ResultPlace(out / folder, ours) for dossier, folder in folders.items()}
