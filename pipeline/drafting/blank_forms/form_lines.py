"""Where are the blanks in one printed line of a form? The line with {key} where each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.vocabulary.labels import Hit, hits, labels_for
from pipeline.drafting.blank_forms.loose_blanks import with_loose
from schemas.application import BLANKS

_GAP = re.compile(r"[_＿—]")
_LABEL_END = re.compile(r"[)）]?(?:\([^()]*\)|（[^（）]*）)?\s*[:：]?")
_BLANK = re.compile(r"[\s_＿—\u3000]*")
_UNIT = re.compile(r"(?:万元|台（套）|台\(套\)|平方米|平米|人次|人|％|%|[，,、。]|（[^（）]{1,6}）)*")
_DATE = re.compile(r"年[\s_]*月[\s_]*日$")
_UNKNOWN_BEHIND = re.compile(r"([\u4e00-\u9fff]{2,12})[:：]$")


def form_line(text: str, before: Sequence[str]) -> str:
    """The line with its blanks; empty where it has none. ``before``: the blanks that the form has had already."""
    found = list(_fitting(hits(text, labels_for(None)), before))
    known = _with_blanks(text, found) if found else text
    line = with_loose(known, (*before, *(hit.key for hit in found)))
    return line if "{" in line else ""


def _fitting(found: Sequence[Hit], before: Sequence[str]) -> Iterator[Hit]:
    """The labels of blanks: one that belongs behind another (占总资产) only where that one is, none of them twice."""
    seen = list(before)
    for hit in found:
        if hit.key in BLANKS and hit.key not in seen and (not hit.within or set(hit.within) & set(seen[-3:])):
            seen.append(hit.key)
            yield hit


def _with_blanks(text: str, found: Sequence[Hit]) -> str:
    out, at = "", 0
    for hit in found:
        label_end = _past(_LABEL_END, text, _end_of_label(text, hit))
        out += (" " if out else "") + text[at:label_end].strip() + f"{{{hit.key}}}"
        blank_end = _past(_BLANK, text, label_end)
        at = _past(_UNIT, text, blank_end)
        out += text[blank_end:at]
    rest = _UNKNOWN_BEHIND.sub(r" \1：{_}", _DATE.sub("", text[at:]).rstrip(" _＿"))
    return re.sub(r"(?:(?<!\s)\s++)?+([，,])\s*+", r"\1", (out + rest).strip())


def _end_of_label(text: str, hit: Hit) -> int:
    """Where the label ends; of one that is printed round its blank (注册资本 ____ 万元) where the blank begins."""
    gap = _GAP.search(text, hit.start, hit.end)
    return gap.start() if gap else hit.end


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
