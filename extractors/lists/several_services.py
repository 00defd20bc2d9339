"""Does a line of a list go on with the one above: an enterprise that got several services, a line for each?

People merge the cells of name and contact over such lines, or fill them on the first line only. It is one enterprise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from extractors.content.tables import Positions
from extractors.lists.headings import Match
from extractors.lists.rows import text_at
from extractors.values.blanks import is_ditto
from schemas.locator import Locator
from schemas.tables import LISTS, Column, Row

_OF_A_SERVICE = frozenset({"service", "fee", "contract_signed", "satisfied"})
"""What may differ from service to service; all other columns say who the enterprise is."""
_LISTS_OF_SERVICES = frozenset({"enterprises"})


def goes_on(match: Match, positions: Positions, index: int, row: Row, above: Row | None) -> bool:
    """Whether the row is but another line of the one above."""
    if above is None:
        return False
    key = LISTS[match.table].key
    if _hangs(match, positions, index, key):
        return True
    if match.table not in _LISTS_OF_SERVICES:
        return False
    if _repeats(match, positions, key):
        return True
    # The name written again on the second line, and nothing but the service beside it.
    again = row.values.get(key) is None or row.values.get(key) == above.values.get(key)
    filled = {column for column, value in row.values.items() if value is not None} - {key}
    return again and bool(filled) and filled <= _OF_A_SERVICE


def _repeats(match: Match, positions: Positions, key: str) -> bool:
    """Whether the cell of the name only points to the line above (同上, 〃)."""
    headed = match.columns.get(key)
    return headed is not None and is_ditto(text_at(positions, headed)[1])


def _hangs(match: Match, positions: Positions, index: int, key: str) -> bool:
    """Whether the cell of the name, and it alone or with others, reaches down from a line above."""
    headed = match.columns.get(key)
    cell = None if headed is None else text_at(positions, headed)[0]
    return cell is not None and cell.row < index and cell.rowspan > 1 and bool(cell.text.strip())


def together(table: str, above: Row, row: Row) -> Row:
    """The row above with what this line adds to it."""
    values = {
        column.key: _both(column, above.values.get(column.key), row.values.get(column.key))
        for column in LISTS[table].columns
        if column.key in above.values or column.key in row.values
    }
    return replace(above, values=values, places=_places(above, row))


def _both(column: Column, one: object, other: object) -> object:
    """What two lines say together: services side by side, fees summed up, content only where content with both."""
    if one is None or other is None or one == other:
        return other if one is None else one
    return _of_both_services(one, other) if column.key in _OF_A_SERVICE else one


def _of_both_services(one: object, other: object) -> object:
    """What two services with different answers say together; the first one's answer where the two are unlike."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one + other
    if isinstance(one, bool) and isinstance(other, bool):
        return one and other
    return f"{one}、{other}" if isinstance(one, str) and isinstance(other, str) else one


def _places(above: Row, row: Row) -> Mapping[str, Locator]:
    """The first line's places; a doubt about any line's cell is a doubt about the whole."""
    places = dict(row.places) | dict(above.places)
    return {key: place.doubted(row.places[key].doubts) if key in row.places else place for key, place in places.items()}
