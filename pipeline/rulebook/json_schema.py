"""How does an editor know what may stand in a rulebook file? Its grammar as JSON Schema, with meanings in Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.rulebook.grammar import Grammar, Slot
from pipeline.rulebook.key_words import key_meanings, words_behind

Schema = dict[str, Any]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[str, Schema] = {
    # A text may look like a number or a day to YAML; the reader takes it as written.
    "text": {"type": ["string", "number"]},
    "number": {"type": "number", "minimum": 0},
    "whole": {"type": "integer", "minimum": 0},
    "truth": {"type": "boolean"},
    "day": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
}


def json_schema(grammar: Grammar, title: str) -> Schema:
    """The schema of one kind of file."""
    names = {signature: f"m{number}" for number, signature in enumerate(grammar.mappings, 1)}
    shapes = {names[signature]: _mapping(grammar, signature, names) for signature in grammar.mappings}
    return {"$schema": _DRAFT, "title": title, "$ref": f"#/$defs/{names[grammar.root]}", "$defs": shapes}


def _mapping(grammar: Grammar, signature: str, names: dict[str, str]) -> Schema:
    shape = grammar.mappings[signature]
    keys = {key: _described(key, _place(slot, key, names)) for key, slot in shape.keys.items()}
    schema: Schema = {"type": "object", "properties": keys, "additionalProperties": False}
    return {**schema, "required": sorted(shape.required)} if shape.required else schema


def _described(key: str, schema: Schema) -> Schema:
    meaning = key_meanings().get(key, "")
    return {**schema, "description": meaning} if meaning else schema


def _place(slot: Slot, key: str, names: dict[str, str]) -> Schema:
    """What may stand at one place; anything where the reader was never seen to ask."""
    ways = list(_ways(slot, key, names))
    if not ways:
        return {}
    return ways[0] if len(ways) == 1 else {"anyOf": ways}


def _ways(slot: Slot, key: str, names: dict[str, str]) -> Iterator[Schema]:
    for kind in sorted(slot.types & _PLAIN.keys()):
        yield _with_words(_PLAIN[kind], key) if kind == "text" else dict(_PLAIN[kind])
    yield from ({"$ref": f"#/$defs/{names[signature]}"} for signature in sorted(slot.mappings))
    if slot.member is not None:
        yield {"type": "array", "items": _place(slot.member, key, names)}
    if slot.values is not None:
        yield {"type": "object", "additionalProperties": _place(slot.values, key, names)}


def _with_words(schema: Schema, key: str) -> Schema:
    """The known words first, for the editor to offer; a rulebook may bring words of its own."""
    known = words_behind(key)
    return {"anyOf": [{"enum": list(known)}, dict(schema)]} if known else dict(schema)
