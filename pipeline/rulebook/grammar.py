"""Which keys may stand where in a rulebook or form file, and what may stand behind them?

Nobody writes the grammar down a second time: the reader of the file is asked itself. It is given values that answer
whatever they are asked for (a text, a list, a mapping with these keys) and that remember what they were asked. What a
reader reads of one value decides what it reads of the next, so it is run often, each time with other keys present.
"""

from __future__ import annotations

import functools
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from extractors.vocabulary.blank_forms import read_form
from pipeline.rulebook.parse import read_root
from schemas.data_files import data_folder
from schemas.errors import RulebookError
from schemas.strict_yaml import Marked

_RUNS, _DEEPEST = 250, 9
_KINDS = ("mapping", "sequence", "scalar")
_WORD = "word"
_TEXTS = (_WORD, "11.3")
_RARELY, _OFTEN = 0.25, 0.5
_T = TypeVar("_T")


@dataclass(slots=True)
class Slot:
    """What may stand at one place: plain types, mappings by their signature, the members of a list, free keys."""

    types: set[str] = field(default_factory=set)
    mappings: set[str] = field(default_factory=set)
    member: Slot | None = None
    values: Slot | None = None

    def of_member(self) -> Slot:
        """The place of the members of the list that may stand here."""
        self.member = self.member or Slot()
        return self.member

    def of_values(self) -> Slot:
        """The place behind the free keys that may stand here."""
        self.values = self.values or Slot()
        return self.values


@dataclass(slots=True)
class MappingShape:
    """One kind of mapping: the keys that must be there, and every key with its place."""

    required: set[str]
    keys: dict[str, Slot]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The grammar of one kind of file: its mappings by signature, and that of the whole file."""

    mappings: Mapping[str, MappingShape]
    root: str

    def every_key(self) -> tuple[str, ...]:
        """Every key of every mapping, in alphabetical order."""
        return tuple(sorted({key for shape in self.mappings.values() for key in shape.keys}))


@functools.cache
def rulebook_grammar() -> Grammar:
    """The grammar of a rulebook file."""
    some = next(iter(sorted((data_folder() / "rulebooks").glob("*.yaml"))))
    return _explored(lambda root: read_root(root, some, {}))


@functools.cache
def form_grammar() -> Grammar:
    """The grammar of a form file."""
    return _explored(read_form)


def _explored(read: Callable[[Marked], object]) -> Grammar:
    """Ask the reader until it has nothing new to say; the same every time, since the lots are drawn from one seed."""
    mappings: dict[str, MappingShape] = {}
    top = Slot()
    for run in range(_RUNS):
        root = _asked(top, _Exploration(random.Random(run), mappings))
        try:
            read(root)
        except (RulebookError, LookupError, ValueError, OSError):
            # A value that no file would hold; what was asked up to there is remembered.
            continue
    (signature,) = top.mappings
    return Grammar(mappings, signature)


@dataclass(slots=True)
class _Exploration:
    """One run: its lots, and the shapes found so far."""

    lots: random.Random
    mappings: dict[str, MappingShape]


def _asked(slot: Slot, run: _Exploration, depth: int = 0) -> _AskedValue:
    kind = "mapping" if depth == 0 else run.lots.choice(_KINDS)
    return _AskedValue("", 1, "", kind, scalar=_WORD, entries=_AskedEntries(run.lots), slot=slot, run=run, depth=depth)


class _AskedEntries(dict[str, Marked]):
    """Entries of which nobody knows which are there until it is asked; an answer stays."""

    def __init__(self, lots: random.Random) -> None:
        super().__init__()
        self._lots = lots
        self.told: dict[str, bool] = {}
        self.asked: dict[str, Marked] = {}
        """The values that ``fields`` gave out."""

    def __contains__(self, key: object) -> bool:
        return self.told.setdefault(str(key), self._lots.random() < _OFTEN)

    def __getitem__(self, key: str) -> Marked:
        return self.asked[key]

    def get(self, key: str, default: Marked | None = None) -> Marked | None:  # type: ignore[override]
        return self.asked.get(key, default)


@dataclass(frozen=True, slots=True)
class _AskedValue(Marked):
    """A value that is whatever it is asked to be, and remembers it."""

    slot: Slot = field(default_factory=Slot)
    run: _Exploration = field(default_factory=lambda: _Exploration(random.Random(0), {}))
    depth: int = 0

    def amiss(self, _: str, instead: _T) -> _T:
        return instead

    def wrong(self, message: str) -> RulebookError:
        return RulebookError(message)

    def fields(self, required: str, optional: str = "") -> Mapping[str, Marked]:
        signature = f"{required} | {optional}"
        self.slot.mappings.add(signature)
        must, may = required.split(), optional.split()
        shape = self.run.mappings.setdefault(signature, MappingShape(set(must), {key: Slot() for key in (*must, *may)}))
        given: dict[str, Marked] = {key: self._inside(shape.keys[key]) for key in (*must, *self._present(may))}
        if isinstance(self.entries, _AskedEntries):
            self.entries.told |= {key: key in given for key in (*must, *may)}
            self.entries.asked |= given
        return given

    def _present(self, may: list[str]) -> list[str]:
        """Which of the keys that may be there are there this time: none far down, else all, one, or some."""
        lots = self.run.lots
        if self.depth >= _DEEPEST or not may:
            return []
        how = lots.random()
        told = self.entries.told if isinstance(self.entries, _AskedEntries) else {}
        one = lots.choice(may)
        wanted = [key for key in may if how < _RARELY or (key == one if how < _OFTEN else lots.random() < _OFTEN)]
        return [key for key in may if told.get(key, key in wanted)]

    def _inside(self, slot: Slot) -> _AskedValue:
        return _asked(slot, self.run, self.depth + 1)

    def pairs(self) -> tuple[tuple[str, Marked], ...]:
        self.slot.types.add("map")
        return ((_WORD, self._inside(self.slot.of_values())),) if self.depth < _DEEPEST else ()

    def list(self) -> tuple[Marked, ...]:
        self.slot.types.add("list")
        return (self._inside(self.slot.of_member()),) if self.depth < _DEEPEST else ()

    def texts(self) -> tuple[str, ...]:
        self.slot.types.add("list")
        self.slot.of_member().types.add("text")
        return (_WORD,)

    def words(self) -> tuple[str, ...]:
        return self.texts()

    def text(self) -> str:
        self.slot.types.add("text")
        return self.run.lots.choice(_TEXTS)

    def number(self) -> Decimal:
        self.slot.types.add("number")
        return Decimal(1)

    def whole(self) -> int:
        self.slot.types.add("whole")
        return 1

    def truth(self) -> bool:
        self.slot.types.add("truth")
        return self.run.lots.random() < _OFTEN

    def day(self) -> date:
        self.slot.types.add("day")
        return date(2026, 1, 1)
