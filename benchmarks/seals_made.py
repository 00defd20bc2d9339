"""Made-up pictures of pages with and without seals, as scanners and phones give them; all from a seed."""

from __future__ import annotations

import io
import math
import random
from dataclasses import dataclass, field

import cv2
import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

MM = 72 / 25.4
WIDE, HIGH = 595, 842
HANZI = "示例样本测试演示清河云山平湖松江东岭南浦北雁蓝桥星垣春润秋实青禾麦岸启帆服务中心有限公司管理咨询"
INKS = [(225, 35, 40), (200, 20, 30), (235, 70, 55), (190, 40, 60), (215, 60, 90), (228, 66, 72), (170, 25, 30)]
PAPERS = [(255, 255, 255), (252, 251, 247), (248, 244, 232), (240, 240, 244), (255, 240, 242), (236, 226, 205)]

Picture = NDArray[np.uint8]
Box = tuple[float, float, float, float]


@dataclass
class Made:
    """A picture, its resolution, and the seals on it: kind and box in points."""

    picture: Picture
    dpi: int
    truth: list[tuple[str, Box]] = field(default_factory=list)
    what: str = ""


def words(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(HANZI) for _ in range(count))


def rendered(canvas: Canvas, buffer: io.BytesIO, dpi: int) -> Picture:
    canvas.showPage()
    canvas.save()
    with pdfium.PdfDocument(buffer.getvalue()) as document:
        shown = document[0].render(scale=dpi / 72, rev_byteorder=True).to_numpy()[:, :, :3]
    return np.ascontiguousarray(shown)


def paper(rng: random.Random, dpi: int, extra: str = "") -> Picture:
    """A page of type: a declaration, a table, a heading; with red things that are no seals where asked."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDE, HIGH), invariant=1)
    canvas.setFont("STSong-Light", 20)
    canvas.drawCentredString(WIDE / 2, 760, words(rng, rng.randint(6, 12)))
    canvas.setFont("STSong-Light", 12)
    for line in range(rng.randint(3, 28)):
        canvas.drawString(72, 720 - 22 * line, words(rng, rng.randint(8, 37)))
    if rng.random() < 0.3:
        for row in range(9):
            canvas.line(72, 300 + 20 * row, 520, 300 + 20 * row)
        for column in range(5):
            canvas.line(72 + 112 * column, 300, 72 + 112 * column, 460)
    if extra:
        RED_THINGS[extra](canvas, rng)
    return rendered(canvas, buffer, dpi)


def red_head(canvas: Canvas, rng: random.Random) -> None:
    canvas.setFillColorRGB(0.85, 0.05, 0.05)
    canvas.setStrokeColorRGB(0.85, 0.05, 0.05)
    canvas.setFont("STSong-Light", rng.randint(26, 48))
    canvas.drawCentredString(WIDE / 2, 780, words(rng, rng.randint(7, 10)))
    for offset in (0, 4):
        canvas.setLineWidth(rng.choice([1, 2.5]))
        canvas.line(60, 690 - offset, 535, 690 - offset)


def red_lines(canvas: Canvas, rng: random.Random) -> None:
    canvas.setStrokeColorRGB(0.9, 0.1, 0.1)
    for _ in range(rng.randint(2, 6)):
        y, x = rng.uniform(120, 700), rng.uniform(72, 300)
        canvas.setLineWidth(rng.uniform(0.7, 2))
        canvas.line(x, y, x + rng.uniform(60, 220), y + rng.uniform(-3, 3))


def red_grid(canvas: Canvas, rng: random.Random) -> None:
    canvas.setStrokeColorRGB(0.85, 0.2, 0.2)
    canvas.setFillColorRGB(0.85, 0.2, 0.2)
    canvas.setFont("STSong-Light", 10)
    for row in range(8):
        canvas.line(72, 200 + 28 * row, 520, 200 + 28 * row)
        canvas.drawString(76, 208 + 26 * row, words(rng, 6))
    for column in range(6):
        canvas.line(72 + 89.6 * column, 200, 72 + 89.6 * column, 396)


def red_text(canvas: Canvas, rng: random.Random) -> None:
    canvas.setFillColorRGB(0.9, 0.1, 0.1)
    size = rng.choice([11, 14, 18])
    canvas.setFont("STSong-Light", size)
    for line in range(rng.randint(2, 12)):
        canvas.drawString(90, 560 - line * size * 1.3, words(rng, int(380 / size)))


def red_logo(canvas: Canvas, rng: random.Random) -> None:
    x, y, size = rng.uniform(80, 500), rng.uniform(700, 790), rng.uniform(14, 34)
    canvas.setFillColorRGB(0.85, 0.05, 0.1)
    shape = rng.randrange(3)
    if shape == 0:
        canvas.circle(x, y, size, stroke=0, fill=1)
    elif shape == 1:
        canvas.roundRect(x - size, y - size, 2 * size, 2 * size, 4, stroke=0, fill=1)
    else:
        path = canvas.beginPath()
        path.moveTo(x, y + size)
        path.lineTo(x + size, y - size)
        path.lineTo(x - size, y - size)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont("STSong-Light", size)
    canvas.drawCentredString(x, y - size / 3, words(rng, 1))


def emblem(canvas: Canvas, rng: random.Random) -> None:
    x, size = rng.uniform(200, 400), rng.uniform(26, 40)
    canvas.setFillColorRGB(0.85, 0.1, 0.1)
    canvas.circle(x, 770, size, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 0.85, 0.2)
    for turn in range(5):
        canvas.circle(x + size / 2 * math.cos(turn), 770 + size / 2 * math.sin(turn), size / 8, stroke=0, fill=1)


def red_border(canvas: Canvas, rng: random.Random) -> None:
    canvas.setStrokeColorRGB(0.8, 0.15, 0.1)
    canvas.setLineWidth(rng.choice([2, 5]))
    canvas.rect(30, 30, WIDE - 60, HIGH - 60)
    canvas.setLineWidth(1)
    canvas.rect(40, 40, WIDE - 80, HIGH - 80)


def pen_circle(canvas: Canvas, rng: random.Random) -> None:
    canvas.setStrokeColorRGB(0.9, 0.1, 0.15)
    canvas.setLineWidth(1.5)
    x, y = rng.uniform(80, 350), rng.uniform(150, 600)
    canvas.ellipse(x, y, x + rng.uniform(60, 150), y + rng.uniform(25, 90))
    canvas.setLineWidth(rng.uniform(1.5, 5))
    canvas.ellipse(x + 90, y - 120, x + 90 + rng.uniform(64, 90), y - 120 + rng.uniform(64, 90))
    canvas.line(x, y - 20, x + 15, y - 35)
    canvas.line(x + 15, y - 35, x + 45, y + 5)


def chart(canvas: Canvas, rng: random.Random) -> None:
    start = 0.0
    for _ in range(4):
        extent = rng.uniform(40, 110)
        canvas.setFillColorRGB(rng.uniform(0.6, 1), rng.uniform(0, 0.6), rng.uniform(0, 0.4))
        canvas.wedge(220, 150, 360, 290, start, extent, stroke=0, fill=1)
        start += extent
    canvas.setFillColorRGB(1, 1, 1)
    canvas.circle(290, 220, rng.choice([1, 40, 55]), stroke=0, fill=1)


def web_head(canvas: Canvas, rng: random.Random) -> None:
    canvas.setFillColorRGB(*rng.choice([(0.78, 0.1, 0.15), (0.1, 0.3, 0.65)]))
    canvas.rect(0, 770, WIDE, 72, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont("STSong-Light", 18)
    canvas.drawString(40, 800, words(rng, 10))


def photo(canvas: Canvas, rng: random.Random) -> None:
    """A hall with a banner, lanterns and people in all colours."""
    canvas.setFillColorRGB(0.75, 0.72, 0.65)
    canvas.rect(60, 120, 470, 330, stroke=0, fill=1)
    canvas.setFillColorRGB(0.75, 0.1, 0.12)
    canvas.rect(90, 390, 400, 40, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont("STSong-Light", 20)
    canvas.drawString(110, 402, words(rng, 15))
    for place in range(14):
        canvas.setFillColorRGB(rng.uniform(0.2, 0.9), rng.uniform(0.1, 0.5), rng.uniform(0.1, 0.5))
        x, y = 80 + 32 * place, rng.uniform(140, 220)
        canvas.circle(x, y + 30, 12, stroke=0, fill=1)
        canvas.rect(x - 14, y - 15, 28, 34, stroke=0, fill=1)
    for place in range(3):
        canvas.setFillColorRGB(0.85, 0.1, 0.1)
        canvas.ellipse(120 + 140 * place, 300, 180 + 140 * place, 355, stroke=0, fill=1)


def fingerprint(canvas: Canvas, rng: random.Random) -> None:
    canvas.setStrokeColorRGB(0.85, 0.15, 0.15)
    canvas.setLineWidth(0.9)
    x, y = rng.uniform(100, 450), rng.uniform(150, 350)
    for step in range(1, 15):
        canvas.ellipse(x - 1.6 * step, y - 2.1 * step, x + 1.6 * step, y + 2.1 * step)


RED_THINGS = {
    "red head": red_head,
    "red lines": red_lines,
    "red grid": red_grid,
    "red text": red_text,
    "logo": red_logo,
    "emblem": emblem,
    "border": red_border,
    "pen": pen_circle,
    "chart": chart,
    "web page": web_head,
    "photograph": photo,
    "fingerprint": fingerprint,
}


def print_of(kind: str, rng: random.Random, dpi: int) -> NDArray[np.float32]:
    """How much ink a seal leaves where, 0 to 1, drawn at this resolution."""
    wide, high = {
        "round": (rng.uniform(36, 46),) * 2,
        "oval": rng.choice([(40, 30), (45, 30)]),
        "square": (rng.uniform(18, 25),) * 2,
    }[kind]
    wide, high = wide * MM, high * MM
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(wide + 8, high + 8), invariant=1)
    canvas.translate(wide / 2 + 4, high / 2 + 4)
    canvas.setLineWidth(rng.uniform(0.9, 1.4) * MM)
    if kind == "square":
        square(canvas, wide, rng)
    else:
        canvas.ellipse(-wide / 2 + 1, -high / 2 + 1, wide / 2 - 1, high / 2 - 1)
        lettered(canvas, wide, high, rng)
    shown = rendered(canvas, buffer, dpi)
    return (255 - shown[:, :, 0]).astype(np.float32) / 255


def square(canvas: Canvas, size: float, rng: random.Random) -> None:
    canvas.rect(-size / 2 + 2, -size / 2 + 2, size - 4, size - 4)
    canvas.setFont("STSong-Light", size * 0.42)
    for row in range(2):
        canvas.drawCentredString(0, size * (0.06 - 0.42 * row), words(rng, 2))


def lettered(canvas: Canvas, wide: float, high: float, rng: random.Random) -> None:
    """The name around the ring, a star or a number in the middle, at times a line below it."""
    name = words(rng, rng.randint(7, 18))
    size = 0.125 * high
    spread = math.radians(min(30 * len(name), rng.uniform(220, 285)))
    for place, letter in enumerate(name):
        turn = spread * (place / (len(name) - 1) - 0.5)
        canvas.saveState()
        canvas.translate((0.5 * wide - size * 1.5) * math.sin(turn), (0.5 * high - size * 1.5) * math.cos(turn))
        canvas.rotate(-math.degrees(turn))
        canvas.setFont("STSong-Light", size)
        canvas.drawCentredString(0, 0, letter)
        canvas.restoreState()
    if wide == high:
        star(canvas, 0.15 * high)
    else:
        canvas.setFont("Helvetica", size * 0.8)
        canvas.drawCentredString(0, 0, f"9133{rng.randint(10**9, 10**10)}")
    if rng.random() < 0.6:
        canvas.setFont("STSong-Light", size * 0.9)
        canvas.drawCentredString(0, -0.32 * high, words(rng, 5))


def star(canvas: Canvas, size: float) -> None:
    path = canvas.beginPath()
    for tip in range(10):
        reach, turn = (size if tip % 2 == 0 else size * 0.38), math.pi / 2 + tip * math.pi / 5
        (path.moveTo if tip == 0 else path.lineTo)(reach * math.cos(turn), reach * math.sin(turn))
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def stamped(made: Made, kind: str, rng: random.Random, middle: tuple[float, float], pale: float) -> None:
    """Put a seal on the page, turned and unevenly inked; its box in points, cut by the page."""
    page, dpi = made.picture, made.dpi
    ink = print_of(kind, rng, dpi)
    side = int(max(ink.shape) * 1.45)
    pad_down, pad_across = side - ink.shape[0], side - ink.shape[1]
    ink = np.pad(ink, ((pad_down // 2, pad_down - pad_down // 2), (pad_across // 2, pad_across - pad_across // 2)))
    angle = rng.uniform(-35, 35) if kind == "round" else rng.uniform(-12, 12)
    ink = cv2.warpAffine(ink, cv2.getRotationMatrix2D((side / 2, side / 2), angle, 1.0), (side, side))
    shown = np.argwhere(ink > 0.3)
    blotches = np.random.default_rng(rng.randrange(2**31)).random((7, 7)).astype(np.float32)
    ink = ink * (1 - pale * cv2.resize(blotches, (side, side), interpolation=cv2.INTER_CUBIC).clip(0, 1))
    left, top = round(middle[0] * dpi / 72 - side / 2), round(middle[1] * dpi / 72 - side / 2)
    high, wide = page.shape[:2]
    y0, y1, x0, x1 = max(top, 0), min(top + side, high), max(left, 0), min(left + side, wide)
    part = ink[y0 - top : y1 - top, x0 - left : x1 - left, None]
    colour = np.float32(rng.choice(INKS)) / 255
    strength = rng.uniform(0.75, 1.0) * (1 - 0.35 * pale)
    page[y0:y1, x0:x1] = (page[y0:y1, x0:x1] * (1 - part * strength * (1 - colour))).astype(np.uint8)
    (down, across), (deep, far) = shown.min(axis=0), shown.max(axis=0)
    box = (left + across, top + down, left + far, top + deep)
    cut = (max(box[0], 0), max(box[1], 0), min(box[2], wide), min(box[3], high))
    x0, y0, x1, y1 = (float(value) * 72 / dpi for value in cut)
    made.truth.append((kind, (x0, y0, x1, y1)))


def scanned(page: Picture, rng: random.Random) -> Picture:
    """As a scanner gives it: paper's tint, uneven light, noise, blur, JPEG."""
    noise = np.random.default_rng(rng.randrange(2**31))
    tint = np.float32(rng.choice(PAPERS)) / 255
    slope = np.linspace(1.0, rng.uniform(0.8, 1.0), page.shape[1], dtype=np.float32)[None, :, None]
    shown = page.astype(np.float32) * tint * slope
    shown += noise.normal(0, rng.uniform(0, 6), page.shape[:2])[:, :, None]
    shown += noise.normal(0, rng.uniform(0, 4), page.shape)
    picture = np.clip(shown, 0, 255).astype(np.uint8)
    if rng.random() < 0.4:
        picture = cv2.GaussianBlur(picture, (3, 3), 0)
    quality = rng.choice([50, 50, 70, 85])
    packed = cv2.imencode(".jpg", picture[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.ascontiguousarray(cv2.imdecode(packed, cv2.IMREAD_COLOR)[:, :, ::-1])


def skewed(made: Made, rng: random.Random) -> Made:
    """The page lain askew by up to two degrees; boxes keep to the seals' middles."""
    high, wide = made.picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), rng.uniform(-2, 2), 1.0)
    made.picture = cv2.warpAffine(made.picture, matrix, (wide, high), borderValue=(250, 250, 250))
    scale = made.dpi / 72
    moved = []
    for kind, (x0, y0, x1, y1) in made.truth:
        x, y = matrix @ [(x0 + x1) / 2 * scale, (y0 + y1) / 2 * scale, 1]
        half_wide, half_high = (x1 - x0) / 2, (y1 - y0) / 2
        moved.append(
            (kind, (x / scale - half_wide, y / scale - half_high, x / scale + half_wide, y / scale + half_high))
        )
    made.truth = moved
    return made


def sealed(seed: int) -> Made:
    """A page with one or two seals: over text, pale, cut by the top or the bottom, beside other red things."""
    rng = random.Random(seed)  # noqa: S311  made-up pages, no secrets
    dpi = rng.choice([100, 120, 150, 200])
    extra = rng.choice(["", "", "", "red head", "red lines", "web page", "border", "red grid", "emblem"])
    page = paper(rng, dpi, extra)
    kind = rng.choice(["round", "round", "round", "round", "oval"])
    pale = rng.choice([0.0, 0.3, 0.6, 0.8])
    y = rng.choice([rng.uniform(150, 780)] * 6 + [25.0, HIGH - 25.0])
    middle = (rng.uniform(90, 330), y)
    made = Made(page, dpi, [], f"{kind}, pale {pale}, {extra or 'plain'}")
    stamped(made, kind, rng, middle, pale)
    if rng.random() < 0.3:
        beside = (middle[0] + rng.uniform(75, 200), min(max(y + rng.uniform(-20, 20), 80), 760))
        stamped(made, "round", rng, beside, 0.2)
    made = skewed(made, rng)
    made.picture = scanned(made.picture, rng)
    return made


def unsealed(seed: int) -> Made:
    """A page without a seal, most with something red."""
    rng = random.Random(seed)  # noqa: S311  made-up pages, no secrets
    dpi = rng.choice([100, 120, 150, 200])
    extra = rng.choice(["", *RED_THINGS])
    made = skewed(Made(paper(rng, dpi, extra), dpi, [], extra or "plain"), rng)
    made.picture = scanned(made.picture, rng)
    return made


def others(seed: int) -> Made:
    """A page with a square name seal, or with the slice of a seal over many pages at its right edge."""
    rng = random.Random(seed)  # noqa: S311  made-up pages, no secrets
    dpi = rng.choice([100, 150, 200])
    made = Made(paper(rng, dpi), dpi)
    if rng.random() < 0.5:
        stamped(made, "square", rng, (rng.uniform(100, 480), rng.uniform(150, 700)), 0.3)
        return made
    stamped(made, "round", rng, (WIDE + rng.uniform(-12, 35), rng.uniform(200, 600)), 0.3)
    made.truth = [("paging", box) for _, box in made.truth]
    return made
