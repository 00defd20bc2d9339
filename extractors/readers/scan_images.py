"""Which pictures an image file holds, upright as the camera says, and how large they are on paper.

In:     the bytes of a JPEG, PNG, TIFF, BMP, WebP or GIF file.
Out:    its frames with the points that a pixel stands for.
Raises: UnreadableDocument for files that do not open, or are too large to.
"""

from __future__ import annotations

import io
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from extractors.readers.scan_engine import Picture
from schemas.errors import UnreadableDocument

_MOST_PIXELS = 120_000_000
_MOST_FRAMES = 500
_LONGEST = 2000
"""Longer side of a picture in pixels after which nothing more is read from it (170 dpi of A4)."""

_FINEST = 0.48
_MOST_LARGER = 2.5
"""Coarser pictures than this (points per pixel: 150 dpi) are made finer, so that rules part from letters."""

_PAPER = 842.0
"""Longer side in points that a photograph is given: it says nothing about the size of what it shows."""

_SCANNERS = (90.0, 1300.0)
_SHEETS = (240.0, 1300.0)
"""A resolution is believed where it is one of scanners and makes a sheet between A6 and A3 of the picture."""

_AGAIN = "请申请人重新提交能正常打开的文件"


class Frame(NamedTuple):
    """One picture, the points per pixel, and by how much (clockwise) its file turned it."""

    picture: Picture
    scale: float
    turn: int = 0


def frames(data: bytes, path: str) -> tuple[str, list[Frame]]:
    """The media type and the pictures of the file."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            wide, high = image.size
            if wide * high > _MOST_PIXELS:
                raise UnreadableDocument(
                    path, f"图片过大（{wide}×{high} 像素），无法读取", "请申请人以 300 dpi 重新扫描后提供"
                )
            media_type = Image.MIME.get(image.format or "", "image/unknown")
            dpi, longer = image.info.get("dpi"), max(wide, high)
            if longer >= 2 * _LONGEST and getattr(image, "n_frames", 1) == 1:
                # A photograph is decoded at about the size at which it is read, in a fraction of the time.
                image.draft("RGB", (wide * _LONGEST // longer, high * _LONGEST // longer))
            shrunk = longer / max(image.size)
            return media_type, [_frame(each, dpi, shrunk) for each in _each(image)]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise UnreadableDocument(path, "图片文件已损坏或不完整，无法打开", _AGAIN) from error


def _each(image: Image.Image) -> list[Image.Image]:
    if image.format == "GIF":
        return [image.copy()]
    found = []
    for frame in ImageSequence.Iterator(image):
        # A copy keeps the turn that the camera noted.
        found.append(ImageOps.exif_transpose(frame.copy()))
        if len(found) >= _MOST_FRAMES:
            break
    return found


def _frame(image: Image.Image, dpi: object, shrunk: float) -> Frame:
    """``shrunk`` is by what the picture was made smaller while it was decoded."""
    longer = max(image.size)
    scale = _points_per_pixel(dpi, round(longer * shrunk)) * shrunk
    image = _on_white(image)
    if longer > _LONGEST:
        image.thumbnail((_LONGEST, _LONGEST), Image.Resampling.BOX, reducing_gap=2.0)
        scale *= longer / max(image.size)
    return Frame(np.ascontiguousarray(np.asarray(image, np.uint8)[:, :, ::-1]), scale)


def finer(picture: Picture, scale: float) -> tuple[Picture, float]:
    """The picture as it is read in full, and its points per pixel: coarse ones are made finer."""
    high, wide = picture.shape[:2]
    if scale <= 1.01 * _FINEST or max(high, wide) >= _LONGEST:
        return picture, scale
    larger = min(scale / _FINEST, _MOST_LARGER)
    size = (round(wide * larger), round(high * larger))
    image = Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC)
    return np.asarray(image, np.uint8), scale * max(wide, high) / max(size)


def _on_white(image: Image.Image) -> Image.Image:
    """The picture in three colours; what is transparent is paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer).convert("RGB")
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        values = np.asarray(image, np.float32)
        most = max(float(values.max()), 1.0)
        return Image.fromarray((values * (255.0 / most)).astype(np.uint8)).convert("RGB")
    return image.convert("RGB")


def _points_per_pixel(dpi: object, longer: int) -> float:
    """What the file says of its resolution where a scanner can have said it, else A4's longer side."""
    if isinstance(dpi, tuple) and dpi:
        said = float(dpi[0])
        if _SCANNERS[0] <= said <= _SCANNERS[1] and _SHEETS[0] <= longer * 72 / said <= _SHEETS[1]:
            return 72 / said
    return _PAPER / longer
