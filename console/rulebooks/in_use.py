"""Which of the office's own rulebooks are dossiers recognised by, and may this one be?

A rulebook is taken into use as it stands: a copy of its files, so that work on it changes nothing for the dossiers
that are screened meanwhile. It must hold against its text and have been rehearsed as it stands, every case as it
should be.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from console.rulebooks import own
from console.rulebooks.own import OwnRulebook
from console.rulebooks.rehearsed import rehearsed
from pipeline.again import trees
from pipeline.results import private
from schemas.errors import UsageError

_ASIDE = (own.SOURCE, own.REHEARSAL)
"""What a rulebook was made from, and what came of its rehearsal, says nothing to a dossier."""


def is_in_use(root: Path, one: OwnRulebook) -> bool:
    """Whether dossiers are recognised by it."""
    return _copy(root, one).path.is_file()


def is_as_it_stands(root: Path, one: OwnRulebook) -> bool:
    """Whether what is in use is what the files say now."""
    return is_in_use(root, one) and _said(_copy(root, one)) == _said(one)


def why_not(one: OwnRulebook) -> str:
    """What must be done first; empty where it may be taken into use."""
    if not one.title:
        return "规则文件还不能使用，请先完成草案。"
    if own.checked(one.path).problems:
        return "与办法文本核对还有问题，请先改正。"
    cases = rehearsed(one.rehearsal)
    if not cases:
        return "还没有演练，请先演练。"
    if one.rehearsal.stat().st_mtime < max(path.stat().st_mtime for path in _files(one).values()):
        return "演练之后规则又有改动，请再演练一次。"
    if not all(case.holds for case in cases):
        return "演练中有规则没有按要求起作用，请先改正。"
    return ""


def take(root: Path, one: OwnRulebook) -> None:
    """Take it into use as it stands. UsageError where it may not be."""
    why = why_not(one)
    if why:
        raise UsageError(why)
    # Beside the folder that is looked into, so that nobody finds half a rulebook there.
    coming = root.with_name(f"{root.name}-coming") / one.name
    for folder in (root, coming.parent):
        private.make_folder(folder)
    shutil.rmtree(coming, ignore_errors=True)
    shutil.copytree(one.folder, coming, ignore=shutil.ignore_patterns(*_ASIDE))
    leave(root, one)
    coming.rename(root / one.name)


def leave(root: Path, one: OwnRulebook) -> None:
    """No dossier is recognised by it any more."""
    shutil.rmtree(root / one.name, ignore_errors=True)


def _copy(root: Path, one: OwnRulebook) -> OwnRulebook:
    return OwnRulebook(one.name, root / one.name)


def _said(one: OwnRulebook) -> dict[str, str]:
    """Its files, each with a fingerprint."""
    return {name: trees.of_file(path) for name, path in _files(one).items()}


def _files(one: OwnRulebook) -> dict[str, Path]:
    """Name → place of each file that a dossier is held against."""
    inside = {path.relative_to(one.folder): path for path in sorted(one.folder.rglob("*")) if path.is_file()}
    return {str(name): path for name, path in inside.items() if name.parts[0] not in _ASIDE}
