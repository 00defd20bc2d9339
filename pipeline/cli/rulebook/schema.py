"""The command `dossier rulebook schema`: the JSON Schema of a rulebook file, for editors."""

from __future__ import annotations

import json

from pipeline.cli.options.rulebook import SchemaOptions
from pipeline.cli.said import say
from pipeline.rulebook.grammar import form_grammar, rulebook_grammar
from pipeline.rulebook.json_schema import json_schema


def run(asked: SchemaOptions) -> None:
    """Print it on standard output."""
    grammar, title = (form_grammar(), "表格文件") if asked.form else (rulebook_grammar(), "规则文件")
    say(json.dumps(json_schema(grammar, title), ensure_ascii=False, indent=1))
