"""Lists as they are handed in, with the truth of every cell: scanned, photographed, faxed, copied.

Made by arithmetic with fixed seeds: the same pages every time. The letters are those of the font that is named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import cv2
import numpy as np
from chinese_font import font_file
from PIL import Image, ImageDraw, ImageFont
from scans_made import Picture, scanned

HEADS = ("序号", "服务的中小企业名称", "联系人", "联系电话", "服务内容", "是否签订服务协议", "满意", "不满意")
_WIDTHS = (90, 400, 130, 220, 220, 150, 90, 100)
_SURNAMES = "赵钱孙李周吴郑王冯陈卜卫蒋沈韩杨"
_NAMES = "建凤敏涛静立海云博强晶远"
_WORKS = ("新材料", "电气设备", "检测技术", "农业科技", "塑料制品", "仪器仪表")
_SERVICES = ("技术咨询", "政策申报辅导", "工业设计", "知识产权代理")
_A4 = (1654, 2339)


def rows(seed: int, count: int = 24) -> list[list[str]]:
    """The cells of a list."""
    rng = np.random.default_rng(seed)

    def pick(words: str | tuple[str, ...]) -> str:
        return words[int(rng.integers(len(words)))]

    found = []
    for number in range(1, count + 1):
        name = f"北川{pick(_NAMES)}{pick(_NAMES)}示例{pick(_WORKS)}{pick(('', '股份'))}有限{pick(('', '责任'))}公司"
        content = bool(rng.random() < 0.85)
        person = pick(_SURNAMES) + pick(_NAMES) + pick(("", pick(_NAMES)))
        marks = ["√", ""] if content else ["", "√"]
        signed = "是" if rng.random() < 0.8 else "否"
        found.append([str(number), name, person, f"199{rng.integers(10**8):08d}", pick(_SERVICES), signed, *marks])
    return found


def drawn(cells: list[list[str]]) -> Picture:
    """The list as printed, its cells wrapped tight as programs do."""
    page = Image.new("RGB", _A4, "white")
    draw = ImageDraw.Draw(page)
    draw.text((560, 130), "服务的中小企业名单", "black", _font(54))
    top = 240
    for row, texts in enumerate([list(HEADS), *cells]):
        wrapped = [_wrapped(text, wide - 16) for text, wide in zip(texts, _WIDTHS, strict=True)]
        high = max(30 * max(map(len, wrapped)) + 14, 80 if row == 0 else 62)
        left = 127
        for lines, wide in zip(wrapped, _WIDTHS, strict=True):
            draw.rectangle((left, top, left + wide, top + high), outline="black", width=2)
            for at, line in enumerate(lines):
                start = left + (wide - draw.textlength(line, _font(28))) / 2
                _written(draw, line, (start, top + (high - 30 * len(lines)) / 2 + 30 * at - 3))
            left += wide
        top += high
    return np.asarray(page)


def _written(draw: ImageDraw.ImageDraw, line: str, at: tuple[float, float]) -> None:
    x, y = at
    if line == "√":
        draw.line([(x + 2, y + 18), (x + 9, y + 27), (x + 24, y + 5)], "black", 3)
    else:
        draw.text(at, line, "black", _font(28))


def _wrapped(text: str, wide: int) -> list[str]:
    lines = [""]
    for char in text:
        if _font(28).getlength(lines[-1] + char) > wide:
            lines.append("")
        lines[-1] += char
    return lines


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(), size)


def photographed(page: Picture, seed: int) -> Picture:
    """Lying on a desk and bent, taken from aside with a telephone that makes pictures small, a shadow over it."""
    rng = np.random.default_rng(seed)
    high, wide = page.shape[:2]
    x, y = np.meshgrid(np.linspace(0, 1, wide, dtype=np.float32), np.linspace(0, 1, high, dtype=np.float32))
    bow = (rng.uniform(-22, 22) * np.sin(np.pi * x), rng.uniform(-18, 18) * np.sin(np.pi * y))
    bent = cv2.remap(page, x * (wide - 1) + bow[1], y * (high - 1) + bow[0], cv2.INTER_LINEAR, borderValue=(250,) * 3)
    corners = np.float32([[130, 90], [1520, 90], [1520, 2010], [130, 2010]]) + rng.uniform(-45, 45, (4, 2))
    matrix = cv2.getPerspectiveTransform(
        np.float32([[0, 0], [wide, 0], [wide, high], [0, high]]), corners.astype(np.float32)
    )
    desk = np.full((2100, 1650, 3), (92, 86, 80), np.uint8)
    taken = cv2.warpPerspective(bent, matrix, (1650, 2100), desk, borderMode=cv2.BORDER_TRANSPARENT)
    shade = 0.72 + 0.28 / (1 + np.exp(-(np.linspace(-9, 9, 1650) + rng.uniform(-4, 4))))
    small = cv2.resize(taken * shade[None, :, None].astype(np.float32), (1200, 1527), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), 0.6) + rng.normal(0, 3, small.shape)
    return np.clip(soft, 0, 255).astype(np.uint8)


def faxed(page: Picture, seed: int) -> Picture:
    """In black and white, askew, strewn with specks."""
    rng = np.random.default_rng(seed)
    grey = cv2.cvtColor(scanned(page, seed), cv2.COLOR_RGB2GRAY)
    black = np.where(cv2.GaussianBlur(grey, (0, 0), 0.9) > 150, 255, 0).astype(np.uint8)
    for across, down in rng.integers((0, 0), (_A4[0] - 8, _A4[1] - 8), (420, 2)):
        size = int(rng.integers(2, 6))
        black[down : down + size, across : across + int(rng.integers(2, 6))] = 0
    return np.repeat(black[:, :, None], 3, axis=2)


def copied(page: Picture, seed: int) -> Picture:
    """A copy of a copy: pale, grey, its contrast gone."""
    rng = np.random.default_rng(seed)
    grey = cv2.cvtColor(scanned(page, seed), cv2.COLOR_RGB2GRAY).astype(np.float32)
    pale = cv2.GaussianBlur(grey, (0, 0), 1.1) * 0.45 + 120 + rng.normal(0, 6, grey.shape)
    return np.repeat(np.clip(pale, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)


HANDS: Mapping[str, Callable[[Picture, int], Picture]] = {
    "scanned": scanned,
    "photographed": photographed,
    "faxed": faxed,
    "copied": copied,
}


def folded(page: Picture, seed: int) -> Picture:
    """Folded to fit an envelope: dark creases across the sheet and down its middle."""
    shaded = scanned(page, seed).astype(np.float32)
    high, wide = shaded.shape[:2]
    for at in (high // 3 + 17, 2 * high // 3 - 23):
        away = np.arange(high) - at
        shaded *= (1 - 0.45 * np.exp(-((away / 3.0) ** 2)) - 0.12 * np.exp(-(((away - 25) / 30.0) ** 2)))[:, None, None]
    shaded *= (1 - 0.35 * np.exp(-(((np.arange(wide) - wide // 2 - 31) / 2.5) ** 2)))[None, :, None]
    return np.clip(shaded, 0, 255).astype(np.uint8)


def aslant(page: Picture, seed: int) -> Picture:
    """Taken with a telephone from far aside, the sheet bent, most of it in shadow."""
    rng = np.random.default_rng(seed)
    high, wide = page.shape[:2]
    x, y = np.meshgrid(np.linspace(0, 1, wide, dtype=np.float32), np.linspace(0, 1, high, dtype=np.float32))
    down = y * (high - 1) + 55 * np.sin(np.pi * x * 1.3 + 0.3) * (y - 0.2)
    bent = cv2.remap(page, x * (wide - 1), down.astype(np.float32), cv2.INTER_LINEAR, borderValue=(245,) * 3)
    matrix = cv2.getPerspectiveTransform(
        np.float32([[0, 0], [wide, 0], [wide, high], [0, high]]),
        np.float32([[420, 200], [1500, 120], [1660, 2080], [60, 1900]]),
    )
    desk = np.full((2200, 1720, 3), (150, 140, 120), np.uint8)
    taken = cv2.warpPerspective(bent, matrix, (1720, 2200), desk, borderMode=cv2.BORDER_TRANSPARENT).astype(np.float32)
    across, along = np.meshgrid(np.linspace(0, 1, 1720), np.linspace(0, 1, 2200))
    taken *= (0.5 + 0.5 * np.clip(1.2 - np.hypot(across - 0.7, along - 0.3), 0, 1))[:, :, None]
    return _pressed(cv2.GaussianBlur(taken, (0, 0), 0.7) + rng.normal(0, 3, taken.shape), 75)


def faxed_coarsely(page: Picture, seed: int) -> Picture:
    """A fax of 200 by 100 dots to the inch."""
    grey = cv2.cvtColor(scanned(page, seed), cv2.COLOR_RGB2GRAY)
    high, wide = grey.shape
    small = cv2.resize(grey, (wide, high // 2), interpolation=cv2.INTER_AREA)
    black = np.where(small > 150, 255, 0).astype(np.uint8)
    return np.repeat(cv2.resize(black, (wide, high), interpolation=cv2.INTER_NEAREST)[:, :, None], 3, axis=2)


def copied_thrice(page: Picture, seed: int) -> Picture:
    """Copied three times: harder, softer and a little more askew each time, with specks."""
    rng = np.random.default_rng(seed)
    grey = cv2.cvtColor(scanned(page, seed), cv2.COLOR_RGB2GRAY).astype(np.float32)
    for _ in range(3):
        grey = np.clip((cv2.GaussianBlur(grey, (0, 0), 0.9) - 190) * 1.35 + 175, 0, 255)
        dirt = rng.random(grey.shape)
        grey[dirt < 0.0004], grey[dirt > 0.9996] = 0, 255
        matrix = cv2.getRotationMatrix2D((800, 1100), float(rng.uniform(-0.4, 0.4)), 1.0)
        grey = cv2.warpAffine(grey, matrix, (grey.shape[1], grey.shape[0]), borderValue=255)
    return np.repeat(grey.astype(np.uint8)[:, :, None], 3, axis=2)


def pressed(page: Picture, seed: int) -> Picture:
    """Made small and pressed hard, as messengers do."""
    return _pressed(cv2.resize(scanned(page, seed), None, fx=0.72, fy=0.72, interpolation=cv2.INTER_AREA), 30)


def from_a_screen(page: Picture, seed: int) -> Picture:
    """Taken from a screen, whose dots beat against those of the camera."""
    high, wide = page.shape[:2]
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    beat = 0.86 + 0.10 * np.sin(x * 1.9 + y * 0.03) * np.sin(y * 2.05)
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), 1.3, 0.92)
    shown = cv2.warpAffine(page * beat[:, :, None], matrix, (wide, high), borderValue=(40, 40, 40))
    small = cv2.resize(shown, None, fx=0.78, fy=0.78, interpolation=cv2.INTER_LINEAR)
    return _pressed(small + np.random.default_rng(seed).normal(0, 4, small.shape), 60)


def _pressed(picture: Picture, quality: int) -> Picture:
    whole = np.clip(picture, 0, 255).astype(np.uint8)
    kept = cv2.imencode(".jpg", whole, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(kept, cv2.IMREAD_COLOR), np.uint8)


HARDER: Mapping[str, Callable[[Picture, int], Picture]] = {
    "folded": folded,
    "aslant": aslant,
    "faxed coarsely": faxed_coarsely,
    "copied thrice": copied_thrice,
    "pressed": pressed,
    "from a screen": from_a_screen,
}
"""Hands of which no tolerance was measured."""
