"""Does one place lie in another? A place is written from the province down: 河南省郑州市巩义市.

Where an address lies is told by the national table (data/vocabulary/divisions.yaml) when it is read; a place
written so is compared by its beginning alone.
"""

from __future__ import annotations

import re

_LEVELS = re.compile(
    r"(?P<province>(?:北京|天津|上海|重庆)市|.{2,12}?(?:省|自治区|特别行政区))"
    r"(?P<city>.{1,20}?(?:自治州|地区|[市盟])|.+)?(?P<county>.+)?"
)
_WITHOUT_CITIES = ("北京市", "天津市", "上海市", "重庆市")


def within(place: str, other: str) -> bool | None:
    """Whether the place lies in the other; None where it is told too coarsely to say (河南省, asked for 郑州市)."""
    if place.startswith(other):
        return True
    return None if other.startswith(place) else False


def may_be_one(place: str, other: str) -> bool:
    """Whether the two do not contradict each other down to the city: one may be told more exactly."""
    one, two = city_in(place), city_in(other)
    return within(one, two) is not False or within(two, one) is not False


def city_in(place: str) -> str:
    """The place down to its city; a municipality is one, and so is a county that no city lies above."""
    match = _LEVELS.fullmatch(place)
    if match is None or match["province"] in _WITHOUT_CITIES:
        return place if match is None else match["province"]
    return match["province"] + (match["city"] or "")
