"""What does an image file hold, whichever format a telephone or scanner wrote, and where is a long screenshot cut?

HEIC and AVIF are opened by libheif. A screenshot of a whole list is many times as tall as it is wide: at the size of a
page nothing of it could be read, so it is cut into pages where nothing is cut through.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageOps

_HEIF = b"ftyp"
_SCAN = b"\xff\xda"
_MOST_SCANS = 300
"""Passes over a JPEG that gets finer with each: programs write ten, and every one costs the whole picture."""
TALL = 2.6
"""From this height over its width on, and taller than ``TALLEST``, a picture is no page: telephones are 2.2 tall."""
TALLEST = 2000
NARROWEST = 200
"""Pixels across: what is narrower holds no list, a rule or a border rather."""
PAGE = 1.35
"""Height over width of the pages that a tall picture is cut into."""
MARGIN = 24
_FROM = 0.75
"""A page is cut no higher than this part of its full height."""
SHADE, DARK, EVEN = 8, 80, 0.55
"""Greys that are one shade; a ground below this is dark, where so much of the picture is of its shade. Range of the
last 0.4-0.7: of pages scanned in dark the writing takes less, of photographs no shade has so much."""
_MOST_PIXELS = 120_000_000
_INK, _RULE = 60, 0.6
"""How much darker than its paper a pixel of writing is; the share of such pixels that makes a line of them a rule."""


def opened(data: bytes) -> Image.Image:
    """The image in these bytes. Raises what Pillow raises."""
    if data[:2] == b"\xff\xd8" and data.count(_SCAN) > _MOST_SCANS:
        raise Image.DecompressionBombError
    if data[4:8] == _HEIF:
        import pi_heif  # noqa: PLC0415  few pictures are in its formats

        pi_heif.register_heif_opener()
    return Image.open(io.BytesIO(data))


def is_tall(image: Image.Image) -> bool:
    """Whether the picture is a long screenshot."""
    wide, high = image.size
    alone = getattr(image, "n_frames", 1) == 1
    return alone and wide >= NARROWEST and high > TALLEST and high > TALL * wide and wide * high <= _MOST_PIXELS


def pages_of(image: Image.Image) -> Iterator[Image.Image]:
    """The pages of a long screenshot, from the top down."""
    upright = ImageOps.exif_transpose(image) or image
    coloured = on_light(upright.convert("RGB"))
    for top, bottom in cuts(np.asarray(coloured.convert("L"))):
        # A rule at the very edge of a picture is taken for its frame: every page gets a margin.
        page = Image.new("RGB", (coloured.width, bottom - top + 2 * MARGIN), "white")
        page.paste(coloured.crop((0, top, coloured.width, bottom)), (0, MARGIN))
        yield page


def on_light(image: Image.Image) -> Image.Image:
    """The picture dark on light: a screen set to dark shows light words on one dark ground, a photograph never does."""
    counts = image.convert("L").histogram()
    shades = [sum(counts[first : first + SHADE]) for first in range(0, len(counts), SHADE)]
    ground = max(range(len(shades)), key=shades.__getitem__)
    # What is of one shade alone shows nothing: a bar, a patch.
    is_dark = ground * SHADE < DARK and EVEN * sum(shades) <= shades[ground] < sum(shades)
    return ImageOps.invert(image.convert("RGB")) if is_dark else image


def cuts(grey: np.ndarray) -> list[tuple[int, int]]:
    """The first and the last row of each page: cut along a rule, which both pages keep, else where there is no ink."""
    high, wide = grey.shape
    page = round(PAGE * wide)
    found: list[tuple[int, int]] = []
    top = 0
    while high - top > page * (2 - _FROM):
        first, last = top + round(page * _FROM), top + page
        ink = _ink(grey[first:last])
        ruled = np.flatnonzero(ink >= _RULE)
        if len(ruled):
            end = first + int(ruled[-1])
            begin = end
            while begin > first and ink[begin - first - 1] >= _RULE:
                begin -= 1
            found.append((top, end + 1))
            top = begin
        else:
            end = first + _middle_of_longest(ink <= ink.min())
            found.append((top, end))
            top = end
    return [*found, (top, high)]


def _ink(rows: np.ndarray) -> np.ndarray:
    """The share of each row that is darker than its paper."""
    paper = int(np.median(rows))
    return np.asarray((np.abs(rows.astype(np.int16) - paper) > _INK).mean(axis=1))


def _middle_of_longest(clear: np.ndarray) -> int:
    """The middle of the longest run of clear rows."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], clear.astype(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    longest = int(np.argmax(ends - starts))
    return int(starts[longest] + ends[longest]) // 2
