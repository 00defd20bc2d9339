"""Which pictures an image file holds, upright as the camera says, and how large they are on paper.

In:     the bytes of a JPEG, PNG, TIFF, BMP, WebP or GIF file.
Out:    its frames with the points that a pixel stands for.
Raises: UnreadableDocument for files that do not open, or are too large to.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from extractors.read import image_file
from extractors.read.ocr.engine import Picture
from extractors.read.scan.settings import IMAGE_FILE
from schemas.errors import UnreadableDocument

_FINE_ENOUGH = "请申请人以 300 dpi 重新扫描后提供"
_AGAIN = "请申请人重新提交能正常打开的文件"
_DAMAGED = (
    *(UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError),
    # What Pillow's own readers stumble over where tags are missing, doubled or of another kind than they should be.
    *(TypeError, KeyError, IndexError, OverflowError, ZeroDivisionError, struct.error),
    # What the decoder of AVIF says of broken files.
    RuntimeError,
)
_BROKEN = (*_DAMAGED, Image.DecompressionBombError)


class EndedEarly(Exception):
    """The pictures from this number on could not be had."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class PictureFrame(NamedTuple):
    """One picture, the points per pixel, and by how much (clockwise) its file turned it.

    ``larger``: how many times larger the file calls it than it can be.
    """

    picture: Picture
    scale: float
    turn: int = 0
    larger: float = 1.0


def frames(data: bytes, path: str) -> Iterator[PictureFrame]:
    """The pictures of the file, one at a time: a volume of them would fill the memory.

    Raises UnreadableDocument where there is none, EndedEarly where more were there than could be had.
    """
    try:
        with image_file.opened(data) as image:
            if image_file.is_tall(image):
                yield from (_frame(page, path, alone=False) for page in image_file.pages_of(image))
            else:
                yield from _each(image, path)
    except Image.DecompressionBombError as error:
        raise UnreadableDocument(path, "图片过大，无法读取", _FINE_ENOUGH) from error
    except _DAMAGED as error:
        raise UnreadableDocument(path, "图片文件已损坏或不完整，无法打开", _AGAIN) from error


def _each(image: Image.Image, path: str) -> Iterator[PictureFrame]:
    alone = image.format == "GIF" or image_file.is_alone(image)
    for number in range(1 if alone else IMAGE_FILE.most_frames):
        try:
            if number and not image_file.has_picture(image, number):
                return
            frame = _frame(image, path, alone=alone)
        except (UnreadableDocument, *_BROKEN) as error:
            if not number:
                raise
            raise EndedEarly(number + 1) from error
        yield frame
    if not alone and image_file.has_picture(image, IMAGE_FILE.most_frames):
        raise EndedEarly(IMAGE_FILE.most_frames + 1)


def _frame(image: Image.Image, path: str, *, alone: bool) -> PictureFrame:
    wide, high = image.size
    if wide * high > IMAGE_FILE.most_pixels * (IMAGE_FILE.webp if image.format == "WEBP" else 1):
        raise UnreadableDocument(path, f"图片过大（{wide}×{high} 像素），无法读取", _FINE_ENOUGH)
    longer = max(wide, high)
    scale = _points_per_pixel(image.info.get("dpi"), longer)
    if alone and image.format == "JPEG":
        # A JPEG can be had smaller without being unpacked in full.
        image.draft(None, (IMAGE_FILE.longest * wide // longer, IMAGE_FILE.longest * high // longer))
    elif not alone:
        # A copy keeps the turn that the camera noted.
        image = image.copy()
    upright = ImageOps.exif_transpose(_smaller(image)) or image
    upright = image_file.on_light(_smaller(_on_white(upright)))
    scale *= longer / max(upright.size)
    return PictureFrame(np.ascontiguousarray(np.asarray(upright, np.uint8)[:, :, ::-1]), scale)


def _smaller(image: Image.Image) -> Image.Image:
    """The picture no larger than need be; those of two colours or a palette must become grey or coloured first."""
    if max(image.size) > IMAGE_FILE.longest and image.mode == "1":
        image = image.convert("L")
    if max(image.size) > IMAGE_FILE.longest and image.mode in ("L", "RGB", "RGBA", "CMYK", "YCbCr", "LA"):
        image.thumbnail((IMAGE_FILE.longest, IMAGE_FILE.longest), Image.Resampling.BOX, reducing_gap=2.0)
    return image


def finer(picture: Picture, scale: float) -> tuple[Picture, float]:
    """The picture as it is read in full, and its points per pixel: coarse ones are made finer."""
    high, wide = picture.shape[:2]
    if scale <= IMAGE_FILE.fine * IMAGE_FILE.finest or max(high, wide) >= IMAGE_FILE.longest:
        return picture, scale
    larger = min(scale / IMAGE_FILE.finest, IMAGE_FILE.most_larger)
    size = (max(round(wide * larger), 1), max(round(high * larger), 1))
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
        of_scanner = IMAGE_FILE.scanner_coarse <= said <= IMAGE_FILE.scanner_fine
        if of_scanner and IMAGE_FILE.sheet_small <= longer * 72 / said <= IMAGE_FILE.sheet_large:
            return 72 / said
    return IMAGE_FILE.paper / longer
