"""Which made-up name has the n-th person, the n-th enterprise, the n-th phone?

No two numbers give the same name, and no two enterprises' names differ in their legal form only.
"""

from __future__ import annotations

from pipeline.demo.texts import Plain


def person(number: int, words: Plain) -> str:
    """A surname and two given characters."""
    surnames, given = words["surnames"], words["given"]
    turn, first = divmod(number, len(surnames))
    round_, second = divmod(turn, len(given))
    return str(surnames[first] + given[second] + given[(round_ + 11 + first) % len(given)])


def enterprise(number: int, city: str, words: Plain) -> str:
    """City, trade name, marker, industry and legal form."""
    trades, marks, industries = words["trades"], words["marks"], words["industries"]
    turn, trade = divmod(number, len(trades))
    round_, mark = divmod(turn, len(marks))
    return f"{city}{trades[trade]}{marks[mark]}{industries[(number + round_) % len(industries)]}有限公司"


def phone(number: int) -> str:
    """A mobile number of a range that nobody has been given."""
    return f"1990000{number:04d}"
