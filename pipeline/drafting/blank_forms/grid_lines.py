"""Which blanks does one row of a table on a blank form print: each label with the empty cell that is to be filled?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.drafting.blank_forms.form_lines import form_line
from pipeline.drafting.blank_forms.loose_blanks import unit_known, with_name, without_unit
from pipeline.drafting.vocabulary import draft_words

_LONGEST_LABEL = 40
_OPTIONS = re.compile(r"^(?:[□☐○]\s*[^□☐○\s]{1,14}[\s,，、]*){2,}$")
_OPTION = re.compile(r"[□☐○]\s*([^□☐○\s,，、]{1,14})")
_SENTENCE = re.compile(r"[。；;]")
_YEARS_ACROSS = 2
_FEWEST_HEADS = 4
_KEY = re.compile(r"\{(\w+)\}[^{}]{0,6}")


@dataclass(frozen=True, slots=True)
class GridBlank:
    """A label and the cell behind it that is to be filled.

    ``bare`` is the label without the unit in its bracket (工位数 of 工位数（个）), ``unit`` the one printed in either.
    """

    label: str
    bare: str
    unit: str
    cells: tuple[int, ...]
    options: tuple[str, ...] = ()
    """What may be ticked in it (综合性, 专业性)."""


def heads_of_years(cells: Sequence[str]) -> bool:
    """Whether the row is a head of several years: what stands under it has an answer for each."""
    return sum(bool(draft_words().form["year"].fullmatch(cell.strip())) for cell in cells) >= _YEARS_ACROSS


def grid_blanks(cells: Sequence[str]) -> Iterator[GridBlank]:
    """The labels of the row that have an empty cell behind them, left to right."""
    at = 0
    while at + 1 < len(cells):
        label, answer = cells[at].strip(), cells[at + 1].strip()
        if not _is_label(label) or not _is_answer(answer):
            at += 1
            continue
        options = tuple(_OPTION.findall(answer)) if _OPTIONS.match(answer) else ()
        bare, unit = without_unit(label)
        unit = unit or ("" if options else re.sub(r"[\s_＿()（）]", "", answer))
        yield GridBlank(label, bare, unit if unit_known(unit) else "", (at, at + 1), options)
        at += 2


def yearly_blank(cells: Sequence[str]) -> GridBlank | None:
    """The label of a row under a head of years, with an empty cell for each: 研发费用（万元） | | |; None of any other.

    Its unit may stand in a cell of its own.
    """
    label, *rest = [cell.strip() for cell in cells]
    unit = rest[0] if rest and unit_known(rest[0]) else ""
    answers = rest[1:] if unit else rest
    if not _is_label(label) or len(answers) < _YEARS_ACROSS or any(answers):
        return None
    bare, within = without_unit(label)
    return GridBlank(label, bare, unit or within, tuple(range(len(cells))))


def heads_only(cells: Sequence[str]) -> bool:
    """Whether the row is the head of a list: nothing in it is to be filled."""
    signs = "：:_＿□☐○"
    return len(cells) >= _FEWEST_HEADS and all(
        cell.strip() and not _is_answer(cell) and not any(sign in cell for sign in signs) for cell in cells
    )


def grid_line(one: GridBlank, before: Sequence[str]) -> str:
    """The line of the form's file: the label with its blank, {_} where no blank is known for it."""
    found = _KEY.fullmatch(form_line(f"{one.bare}____{one.unit}", before).removeprefix(one.bare).strip(" :："))
    behind = "" if one.label != one.bare else one.unit
    behind += "".join(f" □{option}" for option in one.options) if found is None or found[1] == "_" else ""
    return with_name(f"{one.label}{{{found[1] if found else '_'}}}{behind}", before)


def _is_label(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_LABEL and not _SENTENCE.search(text) and bool(re.search(r"[\u4e00-\u9fff]", text))


def _is_answer(text: str) -> bool:
    """Whether the cell is to be filled: empty, only a unit or the signs of a date, or boxes to tick."""
    bare = re.sub(r"[\s_＿]", "", text)
    return not bare or bool(draft_words().form["empty"].fullmatch(bare)) or bool(_OPTIONS.match(text))
