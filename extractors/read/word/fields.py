"""Which fields of a DOCX show something that the file does not hold: a result that no program stored?

A mail merge that was never carried out («人数»), a property of the document, a sum: on the page stands a value, or its
placeholder, and nobody can tell from the file which.
Source: ECMA-376 part 1, 17.16 (fields).
"""

from __future__ import annotations

import re

_SHOWING = re.compile(
    r"(?:=|(?:MERGEFIELD|DOCPROPERTY|DOCVARIABLE|REF|IF|QUOTE|DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|FILLIN|ASK|"
    r"INCLUDETEXT|LINK|DDE|DDEAUTO|DATABASE|COMPARE|STYLEREF|AUTHOR|TITLE|SUBJECT|COMMENTS|KEYWORDS|INFO)\b)",
    re.IGNORECASE,
)
_MERGE = re.compile(r"MERGEFIELD\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"[«‹<]{1,2}[^«»]{1,100}[»›>]{1,2}")


def lacks_result(instruction: str) -> bool:
    """Whether a field with this instruction, and no result, would show something if it were worked out."""
    return _SHOWING.match(instruction.strip()) is not None


def is_placeholder(instruction: str, result: str) -> bool:
    """Whether the result is only the name of what a mail merge would put there: «人数»."""
    return _MERGE.match(instruction.strip()) is not None and _PLACEHOLDER.fullmatch(result.strip()) is not None
