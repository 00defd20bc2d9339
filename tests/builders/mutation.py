"""A sound rulebook, and what becomes of it when one place is changed."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mutation:
    """One wrong rulebook: what kind of change it is, where, and the whole file.

    ``evidence`` is false where nothing in the regulation's text can show the change to be wrong: counted apart.
    """

    kind: str
    where: str
    text: str
    evidence: bool = True


@dataclass(slots=True)
class Original:
    """The rulebook as YAML gives it; every change is made on a copy."""

    text: str
    book: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        """Read the file once."""
        self.book = yaml.safe_load(self.text)

    def at(self, *path: str | int) -> Any:
        """What stands at this place."""
        return _follow(self.book, path)

    def put(self, kind: str, where: str, path: Path, value: object, *, evidence: bool = True) -> Mutation:
        """Another value at this place."""
        book = copy.deepcopy(self.book)
        _follow(book, path[:-1])[path[-1]] = value
        return Mutation(kind, where, _written(book), evidence)

    def cut(self, kind: str, where: str, path: Path, *, evidence: bool = True) -> Mutation:
        """Without what stands at this place."""
        book = copy.deepcopy(self.book)
        del _follow(book, path[:-1])[path[-1]]
        return Mutation(kind, where, _written(book), evidence)

    def rename(self, kind: str, where: str, path: Path, key: str, value: object) -> Mutation:
        """Another key and value in the place of the last one of the path."""
        book = copy.deepcopy(self.book)
        node = _follow(book, path[:-1])
        del node[path[-1]]
        node[key] = value
        return Mutation(kind, where, _written(book))


def _follow(node: Any, path: Path) -> Any:
    for key in path:
        node = node[key]
    return node


def _written(book: dict[str, Any]) -> str:
    return yaml.safe_dump(book, allow_unicode=True, sort_keys=False, width=1000)
