"""The grammar is what the reader itself asks for: nothing is written down a second time."""

from __future__ import annotations

import pytest
import yaml

from pipeline.rulebook.grammar import form_grammar, rulebook_grammar
from pipeline.rulebook.key_words import key_meanings
from schemas.data_files import data_folder


def test_the_whole_file_has_its_required_keys():
    grammar = rulebook_grammar()
    root = grammar.mappings[grammar.root]
    assert {"id", "title", "conditions", "procedures", "forms"} <= root.required
    assert {"functions", "notes", "manual", "standing"} <= root.keys.keys() - root.required


@pytest.mark.parametrize(
    ("key", "beside"),
    [("may_relax", "at_least"), ("seal_decides", "paper"), ("by_type", "claimed"), ("recheck", "inspections")],
)
def test_keys_stand_beside_each_other(key, beside):
    assert any({key, beside} <= shape.keys.keys() for shape in rulebook_grammar().mappings.values())


def test_every_key_has_a_meaning_and_every_meaning_a_key():
    """Who gives the language a word says in data/vocabulary/rulebook_keys.yaml what it means."""
    keys = {*rulebook_grammar().every_key(), *form_grammar().every_key()}
    assert keys == set(key_meanings())


@pytest.mark.parametrize("folder", ["forms", "rulebooks"])
def test_the_keys_of_our_files_are_in_the_grammar(folder):
    grammar = rulebook_grammar() if folder == "rulebooks" else form_grammar()
    for path in sorted((data_folder() / folder).glob("*.yaml")):
        whole = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert {str(key) for key in whole} <= grammar.mappings[grammar.root].keys.keys()
