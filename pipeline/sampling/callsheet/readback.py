"""What do the answers on filled call sheets say? What is unclear stays unclear, and says what the clerk must clear up.

Rows may have been sorted, columns moved, rows taken out; several sheets of one sample (the first and its extension)
are read together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from extractors import values
from extractors.values.text import comparable
from pipeline.sampling.callsheet.filled_files import FilledFile, FilledGrid, Record, read_filled
from pipeline.sampling.callsheet.ticks import Boxes, RowAnswer, letters_tick, own_words, row_answer
from pipeline.sampling.callsheet.wording import CallOutcome, WorkPaper, common, paper
from schemas.errors import UsageError
from schemas.names import enterprise_key

Named = TypeVar("Named", bound=Hashable)
AUDITED = "audited"
_NAMED = {"enterprises": "name", "staff": "name", "dossiers": "unit", "platforms": "name"}
"""What the first column of a paper tells of its unit; that of vouchers does not tell which it is."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where on which file a row stands."""

    file: str
    sheet: str | None
    cell: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one unit: its outcome (None: not filled in), or in ``doubt`` why none can be told.

    ``unit`` is what the sheet knows of it; ``place`` where the answer stands; ``audited`` the amount found.
    """

    unit: Record
    outcome: CallOutcome | None
    place: RowPlace
    doubt: str = ""
    remarks: str = ""
    audited: Decimal | None = None

    @property
    def key(self) -> str:
        """Which unit of the frame it is about."""
        return str(self.unit["unit"])

    @property
    def role(self) -> str:
        """picked, certain, reserve or risk."""
        return str(self.unit["role"])

    @property
    def unclear(self) -> bool:
        """Whether something was written that only the clerk can explain."""
        return bool(self.doubt)


@dataclass(frozen=True, slots=True)
class Stranger:
    """A row that was filled in for something that was not drawn."""

    written: str
    place: RowPlace


@dataclass(frozen=True, slots=True)
class Filled:
    """Filled call sheets of one sample: what they are about, an answer for every unit, rows that were not drawn."""

    about: Record
    paper: WorkPaper
    answers: tuple[Answer, ...]
    strangers: tuple[Stranger, ...] = ()


@dataclass(frozen=True, slots=True)
class _Heads:
    """Where on the grid the head ends and which column is which."""

    row: int
    columns: Mapping[str, int]
    outcomes: Mapping[int, CallOutcome]


@dataclass(frozen=True, slots=True)
class CallsheetLayout:
    """Where on a call sheet what stands: its rows by unit, its outcomes and words by column, all counted from 0."""

    sheet: str | None
    rows: Mapping[str, tuple[int, ...]]
    columns: Mapping[str, int]
    outcomes: Mapping[str, int]


def layout_of(path: Path) -> CallsheetLayout:
    """The layout of a call sheet as it is now, sorted or not. UsageError where it is no call sheet of ours."""
    file = read_filled(path)
    grid, heads, form = _headed(file)
    rows = {at: grid.rows[at] for at in range(heads.row + 1, len(grid.rows)) if any(grid.rows[at])}
    placed = _placed(rows, heads, form, file.units)
    return CallsheetLayout(
        grid.sheet,
        {str(unit["unit"]): tuple(placed.get(number, ())) for number, unit in enumerate(file.units)},
        heads.columns,
        {outcome.id: column for column, outcome in heads.outcomes.items()},
    )


def read_callsheets(paths: Sequence[Path]) -> Filled:
    """The answers on the sheets together. UsageError where one is no call sheet of ours, or of another sample."""
    sheets = sorted((_read(read_filled(path)) for path in paths), key=lambda sheet: -len(sheet.answers))
    first, *others = sheets
    if not all(_of_one_draw(first, other) for other in others):
        raise UsageError(f"{paths[0].name} 等核实表不是同一次抽取的，不能合并评价。请分别评价。")
    by_unit: dict[str, list[Answer]] = defaultdict(list)
    for sheet in sheets:
        for answer in sheet.answers:
            by_unit[answer.key].append(answer)
    merged = tuple(_together(by_unit[answer.key]) for answer in first.answers)
    strangers = tuple(stranger for sheet in sheets for stranger in sheet.strangers)
    return Filled(first.about, first.paper, merged, strangers)


def _of_one_draw(larger: Filled, smaller: Filled) -> bool:
    """Whether a sheet is of the same draw, and holds no unit that the larger one lacks."""
    same = all(smaller.about.get(key) == larger.about.get(key) for key in ("of", "seed", "frame_sha256"))
    return same and {answer.key for answer in smaller.answers} <= {answer.key for answer in larger.answers}


def _together(answers: Sequence[Answer]) -> Answer:
    """One unit's answers from several sheets or rows: the one that was given, where all that were given agree."""
    unit = answers[0].unit
    given = [answer for answer in answers if answer.outcome is not None or answer.unclear]
    if not given:
        return answers[0]
    answer = replace(given[0], unit=unit)
    same = all(
        (other.outcome, other.doubt, other.audited) == (answer.outcome, answer.doubt, answer.audited) for other in given
    )
    where = "、".join(dict.fromkeys(f"{other.place.file} {other.place.cell}" for other in given))
    return answer if same else replace(answer, outcome=None, audited=None, doubt=f"填了不止一次而答复不同（{where}）")


def _read(file: FilledFile) -> Filled:
    grid, heads, form = _headed(file)
    return _filled(file, grid, heads, form)


def _headed(file: FilledFile) -> tuple[FilledGrid, _Heads, WorkPaper]:
    form = paper(str(file.about["of"]))
    for grid in file.grids:
        heads = _heads(grid.rows, form)
        if heads is not None:
            return grid, heads, form
    raise UsageError(
        f"{file.name} 中找不到核实表的表头（{'、'.join(outcome.head for outcome in form.outcomes)}）。请勿改动表头；"
        "如表头变成了问号，是保存时丢失了汉字，请另存为 XLSX。"
    )


def _heads(rows: Sequence[Sequence[str]], form: WorkPaper) -> _Heads | None:
    """The head: the first rows that name all outcomes between them."""
    outcomes = {comparable(outcome.head): outcome for outcome in form.outcomes}
    titles = {comparable(head): key for key, head in form.columns}
    titles |= {comparable(common().number): "number", comparable(common().remarks): "remarks"}
    texts = [[comparable(text) for text in row] for row in rows]
    for at, first in enumerate(texts):
        below = texts[at + 1] if at + 1 < len(texts) else []
        places = [(column, text) for row in (first, below) for column, text in enumerate(row)]
        by_column = {column: outcome for outcome, column in _columns_of(places, outcomes).items()}
        if len(by_column) == len(outcomes) and not {*outcomes, *titles}.isdisjoint(first):
            deep = not outcomes.keys().isdisjoint(below)
            return _Heads(at + (1 if deep else 0), _columns_of(places, titles), dict(sorted(by_column.items())))
    return None


def _columns_of(places: Iterable[tuple[int, str]], named: Mapping[str, Named]) -> dict[Named, int]:
    """The first column that bears the name of each."""
    columns: dict[Named, int] = {}
    for column, text in places:
        if text in named:
            columns.setdefault(named[text], column)
    return columns


def _filled(file: FilledFile, grid: FilledGrid, heads: _Heads, form: WorkPaper) -> Filled:
    rows = {at: grid.rows[at] for at in range(heads.row + 1, len(grid.rows)) if any(grid.rows[at])}
    boxes = {at: _boxes(row, heads, form) for at, row in rows.items()}
    lettered = letters_tick(box.texts for box in boxes.values())
    row_answers = {at: row_answer(box, heads.outcomes, form, lettered=lettered) for at, box in boxes.items()}
    placed = _placed(rows, heads, form, file.units)
    answers = tuple(
        _answer(file, grid, heads, unit, [(at, row_answers[at]) for at in placed.get(number, ())])
        for number, unit in enumerate(file.units)
    )
    taken = {at for places in placed.values() for at in places}
    strange = {at: row for at, row in rows.items() if at not in taken and row_answers[at].says_something}
    return Filled(file.about, form, answers, tuple(_strangers(file, grid, heads, form, strange)))


def _strangers(
    file: FilledFile, grid: FilledGrid, heads: _Heads, form: WorkPaper, rows: Mapping[int, Sequence[str]]
) -> Iterator[Stranger]:
    for at, row in rows.items():
        if written := _written(row, heads, form):
            place = RowPlace(file.name, grid.sheet, grid.cell(at, heads.columns.get(form.columns[0][0], 0)))
            yield Stranger(written, place)


def _boxes(row: Sequence[str], heads: _Heads, form: WorkPaper) -> Boxes:
    column = heads.columns.get("remarks")
    return Boxes({at: _at(row, at) for at in heads.outcomes}, own_words(_at(row, column), form), column)


def _written(row: Sequence[str], heads: _Heads, form: WorkPaper) -> str:
    return _at(row, heads.columns.get(form.columns[0][0]))


def _answer(
    file: FilledFile, grid: FilledGrid, heads: _Heads, unit: Record, placed: Sequence[tuple[int, RowAnswer]]
) -> Answer:
    """The unit's answer; a row that was taken out is no answer."""
    if not placed:
        return Answer(unit, None, RowPlace(file.name, grid.sheet, ""))
    first = next(iter(heads.outcomes))
    answers = []
    for at, answer in placed:
        place = RowPlace(file.name, grid.sheet, grid.cell(at, first if answer.column is None else answer.column))
        row = grid.rows[at]
        audited = values.amount(_at(row, heads.columns.get(AUDITED)), "元")
        answers.append(
            Answer(unit, answer.outcome, place, answer.doubt, _at(row, heads.columns.get("remarks")), audited)
        )
    return _together(answers)


def _placed(
    rows: Mapping[int, Sequence[str]], heads: _Heads, form: WorkPaper, units: Sequence[Record]
) -> dict[int, list[int]]:
    """The rows that each unit stands in: by its name, else by its label where no other name is written there."""
    label_of = {at: comparable(_at(row, heads.columns.get("number"))) for at, row in rows.items()}
    key_of = {at: enterprise_key(_written(row, heads, form)) for at, row in rows.items()}
    by_label, by_name = _index(label_of), _index(key_of)

    def of_unit(unit: Record) -> list[int]:
        labelled = by_label.get(comparable(str(unit["label"])), [])
        if form.of not in _NAMED:
            return labelled
        named = by_name.get(enterprise_key(str(unit.get(_NAMED[form.of]) or unit["unit"])), [])
        # Namesakes among the staff are told apart by their labels.
        apart = [at for at in named if at in labelled]
        if apart and len(named) > 1 and form.of == "staff":
            return apart
        return named or [at for at in labelled if not key_of[at]]

    return {number: of_unit(unit) for number, unit in enumerate(units)}


def _index(texts: Mapping[int, str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, text in texts.items():
        places[text].append(at)
    return places


def _at(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def units_of(answers: Iterable[Answer], role: str) -> list[str]:
    """The units of a role, in the order of the sheet."""
    return [answer.key for answer in answers if answer.role == role]
