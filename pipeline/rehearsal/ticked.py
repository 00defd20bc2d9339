"""Which box of a made-up form is ticked, where the form prints several to choose from?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.demo.texts import Texts
from pipeline.rehearsal.amounts import StatedAmounts
from schemas.measures import MEASURES

_BOXES = re.compile(r"\{(?P<key>\w+)\}(?P<options>(?:\s*□[^□\s{}]+){2,})")


def ticked(texts: Texts, amounts: StatedAmounts) -> tuple[Texts, dict[str, str]]:
    """The forms with the boxes of a blank as its answer, and which box is ticked in each.

    Yes or no (a way around the points is claimed) is left alone: yes would claim what the dossier has no papers for.
    """
    ticks: dict[str, str] = {}
    forms = {}
    for name, form in texts.forms.items():
        for line in form.lines:
            for match in _chosen_in(line):
                options = match["options"].replace("□", " ").split()
                answer = amounts.answers.get(match["key"], options[0])
                ticks[match["key"]] = " ".join(f"{'☑' if one == answer else '□'}{one}" for one in options)
        lines = tuple(
            _BOXES.sub(lambda match: f"{{{match['key']}}}" if match["key"] in ticks else match[0], line)
            for line in form.lines
        )
        forms[name] = replace(form, lines=lines)
    return replace(texts, forms=forms), ticks


def _chosen_in(line: str) -> Iterator[re.Match[str]]:
    return (one for one in _BOXES.finditer(line) if one["key"] not in MEASURES or MEASURES[one["key"]].kind != "truth")
