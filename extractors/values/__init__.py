"""What does a text say as a value? The one door to the modules that read spellings.

Pure functions, ``Decimal`` for numbers; None where the text does not say it, never a guess.
"""

from __future__ import annotations

from extractors.values.amounts import amount, approximate, at_least, holds_number, number, share
from extractors.values.blanks import clean, is_blank, is_ditto, only_unit
from extractors.values.choices import choice, is_free, is_grade, mark, rating, satisfied, small_or_micro, truth
from extractors.values.contacts import (
    phone,
    postcode,
    valid_email,
    valid_landline,
    valid_mobile,
    valid_phone,
    valid_postcode,
)
from extractors.values.dates import iso_date, month, year

__all__ = [
    "amount",
    "approximate",
    "at_least",
    "choice",
    "clean",
    "holds_number",
    "is_blank",
    "is_ditto",
    "is_free",
    "is_grade",
    "iso_date",
    "mark",
    "month",
    "number",
    "only_unit",
    "phone",
    "postcode",
    "rating",
    "satisfied",
    "share",
    "small_or_micro",
    "truth",
    "valid_email",
    "valid_landline",
    "valid_mobile",
    "valid_phone",
    "valid_postcode",
    "year",
]
