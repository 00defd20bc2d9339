"""A dossier as applicants hand it in: papers scanned or photographed, mostly certificates and photographs of events.

What stands in it is that of the demo's first dossier, which is complete: form, report and lists are left as they are,
papers that the demo writes as PDF become scans. Made by arithmetic with fixed seeds: the same pages every time.
"""

from __future__ import annotations

import io
import math
from dataclasses import replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from chinese_font import font_file
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from pipeline.demo.facts import facts
from pipeline.demo.packing import WRITERS
from pipeline.demo.paper import Break, DemoLine, DemoPaper, DemoTable, Title, spans
from pipeline.demo.papers import papers
from pipeline.demo.texts import load

Picture = NDArray[np.uint8]

DPI = 200
_A4 = (1654, 2339)
_NUMBERED = "证书编号：示例{no:08d}"
_STUDIED = "学生{name}，于2008年9月至2012年7月在本校工商管理专业学习，"
_CERTIFICATES = (
    ("毕业证书", _STUDIED + "修完本科教学计划规定的全部课程，成绩合格，准予毕业。", _NUMBERED),
    ("专业技术职称资格证书", "姓名：{name}", "资格名称：工程师", "批准时间：2019年11月", _NUMBERED),
    ("学士学位证书", _STUDIED + "业已毕业，经审核符合规定，授予管理学学士学位。", _NUMBERED),
    ("荣誉证书", "授予{name}同志“2025年度先进工作者”荣誉称号，特发此证，以资鼓励。", "二〇二六年一月"),
)


def dossier(folder: Path, staff: int = 14, events: int = 14) -> Path:
    """Write the dossier: two certificates for each of ``staff`` people, and so many photographs of events."""
    texts = load()
    found = facts(texts.dossiers[0], 0, texts)
    target = folder / "made-up"
    target.mkdir(parents=True)
    for number, paper in enumerate(papers(found, texts), start=1):
        name = f"{number:02d} {paper.name}"
        if paper.format != "pdf":
            (target / f"{name}.{paper.format}").write_bytes(WRITERS[paper.format](paper))
        elif "证书" not in paper.name:
            (target / f"{name}.pdf").write_bytes(as_pdf([scanned(page, at) for at, page in enumerate(drawn(paper))]))
    people = [str(row["name"]) for row in found.tables["staff"]]
    shown = [certificate(people[at // 2 % len(people)], at) for at in range(2 * staff)]
    (target / "09 学历和职称证书.pdf").write_bytes(as_pdf([scanned(page, at) for at, page in enumerate(shown[:staff])]))
    for at, page in enumerate(shown[staff:]):
        # Half of them scanned one by one, half taken with a telephone.
        picture = scanned(page, at) if at % 2 else photographed(page, at)
        (target / f"09 学历和职称证书{at + 1}.jpg").write_bytes(as_jpeg(picture))
    for at in range(events):
        (target / f"12 活动照片{at + 1}.jpg").write_bytes(as_jpeg(event(at)))
    return target


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(), size)


def drawn(paper: DemoPaper) -> list[Picture]:
    """The pages of a paper as printed."""
    pages: list[Image.Image] = []
    top = _A4[1]
    blocks = list(paper.blocks)
    while blocks:
        block = blocks.pop(0)
        if isinstance(block, Break):
            top = _A4[1]
            continue
        if not pages or top > _A4[1] - 220:
            pages.append(Image.new("RGB", _A4, "white"))
            top = 200
        draw = ImageDraw.Draw(pages[-1])
        if isinstance(block, DemoTable):
            top, left = _ruled(draw, block, top)
            blocks[:0] = [left] if left else []
        else:
            top = _written(draw, block, top)
    return [np.asarray(page) for page in pages]


def _written(draw: ImageDraw.ImageDraw, block: Title | DemoLine, top: int) -> int:
    if isinstance(block, Title):
        font = _font(56)
        draw.text(((_A4[0] - draw.textlength(block.text, font)) / 2, top), block.text, "black", font)
        return top + 110
    for line in _wrapped(block.text, 33, 1330):
        draw.text((162, top), line, "black", _font(33))
        top += 56
    return top


def _wrapped(text: str, size: int, wide: int) -> list[str]:
    lines = [""]
    for char in text:
        if _font(size).getlength(lines[-1] + char) > wide:
            lines.append("")
        lines[-1] += char
    return lines


def _ruled(draw: ImageDraw.ImageDraw, table: DemoTable, top: int) -> tuple[int, DemoTable | None]:
    """The table with its rules, as many rows as the page has room for; what is left of it."""
    width = 1330 // len(table.rows[0])
    room = max((_A4[1] - 150 - top) // 62, 1)
    shown = replace(table, rows=table.rows[:room])
    for span in spans(shown):
        x0, y0 = 162 + span.column * width, top + span.row * 62
        draw.rectangle((x0, y0, x0 + span.columns * width, y0 + span.rows * 62), outline="black", width=2)
        size = 27
        while size > 15 and _font(size).getlength(span.text) > span.columns * width - 10:
            size -= 1
        draw.text((x0 + 6, y0 + 12), span.text, "black", _font(size))
    left = replace(table, rows=table.rows[room:]) if room < len(table.rows) else None
    return top + 62 * len(shown.rows) + 40, left


def certificate(name: str, number: int) -> Picture:
    """A certificate across half a sheet: a coloured border, a title far larger than the rest, a seal."""
    title, *lines = (text.format(name=name, no=number) for text in _CERTIFICATES[number % len(_CERTIFICATES)])
    ink, paper = (("#8a1420", "#fdf8ec"), ("#1b2f7a", "#f4f8ff"), ("#1d5a34", "#fbfff6"))[number % 3]
    page = Image.new("RGB", (1654, 1169), paper)
    draw = ImageDraw.Draw(page)
    draw.rectangle((50, 50, 1604, 1119), outline=ink, width=8)
    draw.text(((1654 - draw.textlength(title, _font(84))) / 2, 150), title, ink, _font(84))
    draw.rectangle((130, 400, 370, 720), outline="#555555", width=2)
    top = 380
    for text in lines:
        for line in _wrapped(text, 42, 1000):
            draw.text((430, top), line, "black", _font(42))
            top += 76
    draw.text((1090, 900), "北川示例大学", "black", _font(42))
    draw.text((1090, 970), "2019年12月1日", "black", _font(36))
    _seal(page, (1230, 890), "北川示例大学学位评定委员会")
    return np.asarray(page)


def _seal(page: Image.Image, middle: tuple[int, int], name: str) -> None:
    """A round seal, 42 mm across."""
    half = round(21 / 25.4 * DPI)
    print_ = Image.new("L", (2 * half + 20,) * 2, 0)
    draw = ImageDraw.Draw(print_)
    draw.ellipse((10, 10, 10 + 2 * half, 10 + 2 * half), outline=255, width=9)
    tips = [
        (half + 10 + 0.33 * half * math.sin(a), half + 10 - 0.33 * half * math.cos(a))
        for a in np.arange(5) * 4 * math.pi / 5
    ]
    draw.polygon(tips, fill=255)
    for at, char in enumerate(name):
        turn = math.radians(-125 + 250 * at / (len(name) - 1))
        letter = Image.new("L", (60, 60), 0)
        ImageDraw.Draw(letter).text((9, 2), char, 255, _font(42))
        letter = letter.rotate(-math.degrees(turn), Image.Resampling.BICUBIC)
        x, y = half + 10 + 0.77 * half * math.sin(turn) - 30, half + 10 - 0.77 * half * math.cos(turn) - 30
        print_.paste(255, (round(x), round(y)), letter)
    page.paste((205, 40, 45), (middle[0] - half, middle[1] - half), print_.point([round(0.85 * n) for n in range(256)]))


def scanned(page: Picture, seed: int) -> Picture:
    """The page as a colour scanner gives it: a little askew, blurred, grainy, its paper not quite white."""
    rng = np.random.default_rng(seed)
    high, wide = page.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), rng.uniform(-1.2, 1.2), 1.0)
    askew = cv2.warpAffine(page, turn, (wide, high), flags=cv2.INTER_LINEAR, borderValue=(250, 250, 250))
    soft = cv2.GaussianBlur(askew, (3, 3), 0.7).astype(np.float32)
    soft = soft * np.float32([0.97, 0.965, 0.94]) + rng.normal(0, 3.5, (high, wide, 1)).astype(np.float32)
    return np.clip(soft, 0, 255).astype(np.uint8)


def photographed(page: Picture, seed: int) -> Picture:
    """The page lying on a desk, taken from a little aside with 12 million pixels, lit from one corner."""
    rng = np.random.default_rng(1000 + seed)
    high, wide = page.shape[:2]
    corners = np.float32([[500, 500], [3500, 500], [3500, 2620], [500, 2620]])
    moved = corners + rng.uniform(-90, 90, (4, 2)).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(np.float32([[0, 0], [wide, 0], [wide, high], [0, high]]), moved)
    desk = np.full((3000, 4000, 3), (92, 74, 60), np.uint8)
    taken = cv2.warpPerspective(page, matrix, (4000, 3000), desk, borderMode=cv2.BORDER_TRANSPARENT)
    return _lit(taken, rng)


def event(seed: int) -> Picture:
    """A photograph of an event: a banner, a screen, rows of people, the day in a corner."""
    rng = np.random.default_rng(2000 + seed)
    scene = Image.new("RGB", (4000, 3000), (198, 204, 208))
    draw = ImageDraw.Draw(scene)
    draw.rectangle((0, 1900, 4000, 3000), fill=(140, 118, 95))
    draw.rectangle((260, 180, 3740, 520), fill=(182, 28, 38))
    banner = ("惠企政策宣讲会", "企业服务对接活动", "数字化转型培训班")[seed % 3]
    font = _font(200)
    draw.text(((4000 - draw.textlength(banner, font)) / 2, 225), banner, (240, 214, 160), font)
    draw.rectangle((1200, 700, 2800, 1600), fill=(226, 230, 240), outline=(60, 60, 60), width=14)
    draw.text((1330, 1060), "政策解读与供需对接", (50, 70, 130), _font(140))
    for row in range(3):
        for seat in range(9):
            x, y = 250 + 430 * seat + rng.integers(-40, 40), 1750 + 380 * row + rng.integers(-30, 30)
            shade = tuple(int(value) for value in rng.integers(30, 120, 3))
            draw.rounded_rectangle((x - 130, y, x + 130, y + 330), 60, fill=shade)
            draw.ellipse((x - 85, y - 150, x + 85, y + 40), fill=(88, 64, 56))
    draw.text((2950, 2830), f"2025/0{seed % 9 + 1}/1{seed % 9} 14:32", (235, 170, 40), _font(110))
    return _lit(np.asarray(scene), rng)


def _lit(scene: Picture, rng: np.random.Generator) -> Picture:
    """Brighter towards one corner, softened by the lens, grainy."""
    high, wide = scene.shape[:2]
    down, across = np.linspace(0, 1, high, dtype=np.float32)[:, None], np.linspace(0, 1, wide, dtype=np.float32)[None]
    light = (0.82 + 0.2 * (down * rng.random() + across * rng.random()))[:, :, None].astype(np.float32)
    soft = cv2.GaussianBlur(scene, (0, 0), 2.0).astype(np.float32) * light
    soft += rng.normal(0, 4, (high, wide, 1)).astype(np.float32)
    return np.clip(soft, 0, 255).astype(np.uint8)


def as_pdf(pages: list[Picture]) -> bytes:
    out = io.BytesIO()
    first, *others = (Image.fromarray(page) for page in pages)
    first.save(out, "PDF", resolution=DPI, save_all=True, append_images=others, quality=80)
    return out.getvalue()


def as_jpeg(picture: Picture) -> bytes:
    out = io.BytesIO()
    dpi = (DPI, DPI) if picture.shape[1] < 3000 else (72, 72)
    Image.fromarray(picture).save(out, "JPEG", quality=85, dpi=dpi)
    return out.getvalue()
