"""How does a frozen value become bytes that run no code when they are read, and the very same value again?

The annotations of the dataclasses say what is written and what may be read: a value of another kind is refused on
both ways. What is written is JSON without keys, so its form is that of the classes as they stand: whoever keeps it
keeps the version of the code with it (``version``).

In:     frozen dataclasses of text, numbers, dates, words of an enumeration, tuples, sets, mappings and each other.
Out:    compressed JSON, and the value.
Raises: Foreign, in both directions: what is not of this kind, and bytes that say something else.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Shape = TypeVar("Shape")
Kind: TypeAlias = Any
"""A type as annotations write it."""
Json: TypeAlias = Any
"""What JSON holds."""
One: TypeAlias = Any
"""A value whose type is being asked."""

MOST = 512 << 20
"""Bytes of JSON that one value may have: what unpacks to more was not written by us."""

_LEVEL = 1


class Foreign(Exception):
    """A value that is not of its type, or bytes that no such value was written as."""


class Coding(NamedTuple):
    """How values of one type are written into JSON, and read from it."""

    into: Callable[[Any], Any]
    out_of: Callable[[Any], Any]


def packed(value: object, kind: Kind) -> bytes:
    """The value as bytes. Raises Foreign where it is not of this kind."""
    return zlib.compress(json.dumps(coding(kind).into(value), separators=(",", ":")).encode(), _LEVEL)


def unpacked(data: bytes, kind: type[Shape]) -> Shape:
    """The value of this kind in the bytes. Raises Foreign."""
    try:
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(data, MOST)
        if not unpacker.eof or unpacker.unused_data:
            raise Foreign("cut short, or too long")
        return cast("Shape", coding(kind).out_of(json.loads(text)))
    except (zlib.error, ValueError, TypeError, RecursionError, MemoryError) as error:
        raise Foreign(type(error).__name__) from error


def coding(kind: Kind) -> Coding:
    """How values of this type are written and read. TypeError where it is none that can be."""
    known = _made.get(kind)
    if known is None:
        known = _made[kind] = _coding(kind)
    return known


def learn(kind: Kind, how: Coding) -> None:
    """From now on values of this type, which is no dataclass, are written and read like this."""
    _made[kind] = how


def _coding(kind: Kind) -> Coding:
    origin = get_origin(kind)
    if origin is not None:
        return _BUILT[origin](get_args(kind))
    if is_dataclass(kind):
        return _of_dataclass(cast("type", kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _of_words(kind)
    raise TypeError(f"no coding for {kind}")


def _exact(*types_: type) -> Coding:
    """A value that JSON knows as it is, and of none but these types."""

    def checked(value: One) -> Json:
        if type(value) not in types_:
            raise Foreign(f"{type(value).__name__}")
        return value

    return Coding(checked, checked)


def _number(value: One) -> Json:
    """A number; one of a library's own kind as Python's, which is the same number."""
    if type(value) in (int, float):
        return value
    if isinstance(value, float):
        return float(value)
    raise Foreign(type(value).__name__)


_TAGGED: Mapping[type, tuple[str, Callable[[Any], str], Callable[[str], Any]]] = {
    Decimal: ("decimal", str, Decimal),
    datetime: ("datetime", datetime.isoformat, datetime.fromisoformat),
    date: ("date", date.isoformat, date.fromisoformat),
    time: ("time", time.isoformat, time.fromisoformat),
}
_BY_TAG = {tag: read for tag, _, read in _TAGGED.values()}


def _any_into(value: One) -> Json:
    if value is None or type(value) in (str, int, bool, float):
        return value
    if type(value) not in _TAGGED:
        raise Foreign(type(value).__name__)
    tag, write, _ = _TAGGED[type(value)]
    return {tag: write(value)}


def _any_out_of(raw: Json) -> One:
    if raw is None or type(raw) in (str, int, bool, float):
        return raw
    if type(raw) is not dict or len(raw) != 1:
        raise Foreign("no single value")
    ((tag, text),) = raw.items()
    if tag not in _BY_TAG or type(text) is not str:
        raise Foreign(str(tag))
    return _read(_BY_TAG[tag], text)


def _read(read: Callable[[str], One], text: str) -> One:
    try:
        return read(text)
    except (ValueError, InvalidOperation) as error:
        raise Foreign(type(error).__name__) from error


def _as_text(kind: type) -> Coding:
    _, write, read = _TAGGED[kind]

    def into(value: One) -> Json:
        if type(value) is not kind:
            raise Foreign(type(value).__name__)
        return write(value)

    def out_of(raw: Json) -> One:
        if type(raw) is not str:
            raise Foreign(type(raw).__name__)
        return _read(read, raw)

    return Coding(into, out_of)


_PLAIN: Mapping[Any, Coding] = {
    str: _exact(str),
    int: _exact(int),
    bool: _exact(bool),
    float: Coding(_number, _number),
    object: Coding(_any_into, _any_out_of),
    type(None): _exact(type(None)),
    **{kind: _as_text(kind) for kind in _TAGGED},
}


def _of_dataclass(kind: type) -> Coding:
    """The values of the fields in their order; those at the end that say what goes without saying are left out."""
    hints = get_type_hints(kind)
    named = fields(cast("Any", kind))
    parts = [(one.name, coding(hints[one.name])) for one in named]
    least = sum(one.default is MISSING and one.default_factory is MISSING for one in named)
    return Coding(
        _fields_into(kind, parts, [one.default for one in named]),
        _fields_out_of(kind, [part.out_of for _, part in parts], least),
    )


def _fields_into(kind: type, parts: Sequence[tuple[str, Coding]], defaults: Sequence[object]) -> Callable[[One], Json]:
    """How a value of this dataclass is written: up to the last field that says more than its default."""

    def into(value: One) -> Json:
        if type(value) is not kind:
            raise Foreign(type(value).__name__)
        values = [getattr(value, name) for name, _ in parts]
        count = len(values)
        while count and defaults[count - 1] is not MISSING and _same(values[count - 1], defaults[count - 1]):
            count -= 1
        return [part.into(one) for (_, part), one in zip(parts[:count], values, strict=False)]

    return into


def _fields_out_of(kind: type, parts: Sequence[Callable[[Json], One]], least: int) -> Callable[[Json], One]:
    """How a value of this dataclass is read: from ``least`` fields, those without a default, up to all of them."""

    def out_of(raw: Json) -> One:
        if type(raw) is not list or not least <= len(raw) <= len(parts):
            raise Foreign(kind.__name__)
        return kind(*[read(one) for read, one in zip(parts, raw, strict=False)])

    return out_of


def _same(value: object, default: object) -> bool:
    return type(value) is type(default) and value == default


def _of_words(kind: type[StrEnum]) -> Coding:
    known = {str(word): word for word in kind}

    def into(value: One) -> Json:
        if type(value) is not kind:
            raise Foreign(type(value).__name__)
        return str(value)

    def out_of(raw: Json) -> One:
        if type(raw) is not str or raw not in known:
            raise Foreign(kind.__name__)
        return known[raw]

    return Coding(into, out_of)


def _of_literal(words: tuple[Any, ...]) -> Coding:
    known = frozenset(words)

    def checked(value: One) -> Json:
        if type(value) is not str or value not in known:
            raise Foreign("no such word")
        return value

    return Coding(checked, checked)


def _of_union(kinds: tuple[Any, ...]) -> Coding:
    """One of several: of classes of ours by its number, of single values by what JSON calls it."""
    others = tuple(kind for kind in kinds if kind is not type(None))
    if len(others) == 1:
        return _optional(coding(others[0]))
    if not all(is_dataclass(kind) for kind in others):
        return _PLAIN[object]
    codings = [coding(kind) for kind in others]
    number = {kind: at for at, kind in enumerate(others)}

    def into(value: One) -> Json:
        if type(value) not in number:
            raise Foreign(type(value).__name__)
        at = number[type(value)]
        return [at, codings[at].into(value)]

    def out_of(raw: Json) -> One:
        if type(raw) is not list or len(raw) != 2 or type(raw[0]) is not int or not 0 <= raw[0] < len(codings):
            raise Foreign("no such kind")
        return codings[raw[0]].out_of(raw[1])

    return Coding(into, out_of)


def _optional(one: Coding) -> Coding:
    return Coding(
        lambda value: None if value is None else one.into(value),
        lambda raw: None if raw is None else one.out_of(raw),
    )


def _of_tuple(kinds: tuple[Any, ...]) -> Coding:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return _of_many(coding(kinds[0]), tuple)
    codings = [coding(kind) for kind in kinds]

    def into(value: One) -> Json:
        if not isinstance(value, tuple) or len(value) != len(codings):
            raise Foreign(type(value).__name__)
        return [one.into(part) for one, part in zip(codings, value, strict=True)]

    def out_of(raw: Json) -> One:
        if type(raw) is not list or len(raw) != len(codings):
            raise Foreign("no such tuple")
        return tuple([one.out_of(part) for one, part in zip(codings, raw, strict=True)])

    return Coding(into, out_of)


def _of_many(one: Coding, made: Callable[[list[Any]], Any]) -> Coding:
    def into(value: One) -> Json:
        if not isinstance(value, (tuple, frozenset)):
            raise Foreign(type(value).__name__)
        written = [one.into(part) for part in value]
        return sorted(written) if isinstance(value, frozenset) else written

    def out_of(raw: Json) -> One:
        if type(raw) is not list:
            raise Foreign(type(raw).__name__)
        return made([one.out_of(part) for part in raw])

    return Coding(into, out_of)


def _of_mapping(kinds: tuple[Any, ...]) -> Coding:
    """A mapping, in its order; of names to values as JSON's own."""
    key, value = (coding(kind) for kind in kinds)

    def into(mapping: One) -> Json:
        if not isinstance(mapping, Mapping):
            raise Foreign(type(mapping).__name__)
        return [[key.into(name), value.into(one)] for name, one in mapping.items()]

    def out_of(raw: Json) -> One:
        if type(raw) is not list or not all(type(pair) is list and len(pair) == 2 for pair in raw):
            raise Foreign("no mapping")
        return {key.out_of(name): value.out_of(one) for name, one in raw}

    return Coding(into, out_of)


_BUILT: Mapping[Any, Callable[[tuple[Any, ...]], Coding]] = {
    tuple: _of_tuple,
    frozenset: lambda kinds: _of_many(coding(kinds[0]), frozenset),
    Mapping: _of_mapping,
    dict: _of_mapping,
    Literal: _of_literal,
    Union: _of_union,
    types.UnionType: _of_union,
}

_made: dict[Kind, Coding] = dict(_PLAIN)
