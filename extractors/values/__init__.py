"""What does a text say as a value? The one door to the modules that read spellings.

Pure functions, ``Decimal`` for numbers; None where the text does not say it, never a guess.
"""

from __future__ import annotations

from extractors.values.amounts import amount, approximate, number, share
from extractors.values.blanks import clean, is_blank, is_ditto
from extractors.values.choices import choice, mark, rating, satisfied, truth
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
    "choice",
    "clean",
    "is_blank",
    "is_ditto",
    "iso_date",
    "mark",
    "month",
    "number",
    "phone",
    "postcode",
    "rating",
    "satisfied",
    "share",
    "truth",
    "valid_email",
    "valid_landline",
    "valid_mobile",
    "valid_phone",
    "valid_postcode",
    "year",
]
