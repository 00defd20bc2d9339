"""Which box of a made-up form is ticked, where the form prints several to choose from?"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.demo.texts import Texts
from pipeline.rehearsal.amounts import StatedAmounts

_BOXES = re.compile(r"\{(?P<key>\w+)\}(?P<options>(?:\s*□[^□\s{}]+){2,})")


def ticked(texts: Texts, amounts: StatedAmounts) -> tuple[Texts, dict[str, str]]:
    """The forms with the boxes of a blank as its answer, and which box is ticked in each."""
    ticks: dict[str, str] = {}
    forms = {}
    for name, form in texts.forms.items():
        for line in form.lines:
            for match in _BOXES.finditer(line):
                options = match["options"].replace("□", " ").split()
                answer = amounts.answers.get(match["key"], options[0])
                ticks[match["key"]] = " ".join(f"{'☑' if one == answer else '□'}{one}" for one in options)
        lines = tuple(_BOXES.sub(lambda match: f"{{{match['key']}}}", line) for line in form.lines)
        forms[name] = replace(form, lines=lines)
    return replace(texts, forms=forms), ticks
