"""The schema takes our own files and refuses a wrong key, and an editor is told what each key means."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import yaml

from pipeline.rulebook.find import available
from pipeline.rulebook.grammar import form_grammar, rulebook_grammar
from pipeline.rulebook.json_schema import json_schema
from schemas.data_files import data_folder

_TYPES = {"string": str, "number": (int, float), "integer": int, "boolean": bool, "object": dict, "array": list}


def fits(value: Any, schema: Any, whole: Any) -> bool:
    """As much of JSON Schema as ours uses."""
    if "$ref" in schema:
        return fits(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole)
    plain = (
        ("anyOf" not in schema or any(fits(value, one, whole) for one in schema["anyOf"]))
        and value in schema.get("enum", [value])
        and _of_type(value, schema.get("type", []))
        and re.search(schema.get("pattern", ""), str(value)) is not None
    )
    members = value if isinstance(value, list) else []
    keys = _fits_keys(value, schema, whole) if isinstance(value, dict) else True
    return plain and keys and all(fits(one, schema.get("items", {}), whole) for one in members)


def _of_type(value: Any, types: Any) -> bool:
    listed = [types] if isinstance(types, str) else types
    return not listed or any(
        isinstance(value, _TYPES[one]) and (one == "boolean") == isinstance(value, bool) for one in listed
    )


def _fits_keys(value: Any, schema: Any, whole: Any) -> bool:
    if not set(schema.get("required", ())) <= set(value):
        return False
    keys, more = schema.get("properties", {}), schema.get("additionalProperties", {})
    if more is False and set(value) - set(keys):
        return False
    return all(fits(inner, keys.get(key, more or {}), whole) for key, inner in value.items())


def loaded(path):
    """The file as an editor sees it: JSON has no days."""

    def without_days(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): without_days(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [without_days(one) for one in value]
        return value.isoformat() if isinstance(value, date) else value

    return without_days(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def of_rulebooks():
    return json_schema(rulebook_grammar(), "规则文件")


@pytest.mark.parametrize("name", available())
def test_our_rulebooks_fit(of_rulebooks, name):
    assert fits(loaded(data_folder() / "rulebooks" / f"{name}.yaml"), of_rulebooks, of_rulebooks)


def test_our_forms_fit():
    schema = json_schema(form_grammar(), "表格文件")
    for path in sorted((data_folder() / "forms").glob("*.yaml")):
        assert fits(loaded(path), schema, schema), path.name


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        pytest.param((), {"isuer": "某局"}, id="a-key-that-nobody-knows"),
        pytest.param(("conditions", 2), {"at_least": "三十"}, id="a-number-in-words"),
        pytest.param(("procedures", "application", "materials", 0), {"sealed": "是"}, id="a-truth-in-words"),
        pytest.param(("in_force",), {"from": "2022年1月1日"}, id="a-day-in-another-form"),
    ],
)
def test_a_wrong_one_does_not(of_rulebooks, where, wrong):
    book = loaded(data_folder() / "rulebooks" / "harbin.yaml")
    at = book
    for step in where:
        at = at[step]
    at |= wrong
    assert not fits(book, of_rulebooks, of_rulebooks)


def test_an_editor_is_offered_the_words_and_their_meaning(of_rulebooks):
    said = [
        one
        for one in of_rulebooks["$defs"].values()
        if "at_least" in one["properties"] and "measure" in one["properties"]
    ]
    assert any("total_assets" in str(one["properties"]["measure"]) for one in said)
    assert all("不少于" in one["properties"]["at_least"]["description"] for one in said)
