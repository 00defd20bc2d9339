"""Draws the page on which ``dossier doctor`` tries the recogniser: data/doctor/page.png and what it says.

Drawn once and shipped, because the machine that is looked at may have no Chinese font. Made-up names only.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FOLDER = Path(__file__).resolve().parents[1] / "data" / "doctor"
SIZE = (1240, 1754)
"""A4 at 150 dots an inch, as office scanners are set."""
SHADES = 16

LINES = (
    "某市示范公共服务平台有限公司",
    "关于二〇二五年度服务情况的说明",
    "本公司现有服务人员二十三人，服务面积一千二百平方米。",
    "全年组织培训十六场，参加人员九百四十人次，企业满意率百分之九十六。",
    "统一社会信用代码：91410100MA0000000X",
)
HEADS = ("序号", "服务企业名称", "服务内容", "服务日期", "金额（万元）")
SERVICES = ("融资咨询", "人才培训", "技术支持", "法律服务", "创业辅导")
COLUMNS = (90, 180, 560, 760, 960, 1150)
TOP, STEP, ROWS = 560, 62, 16


def page(font_file: str) -> tuple[Image.Image, list[str]]:
    """The page, a little noisy like paper, and the texts that stand on it."""
    sheet = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(sheet)
    font, title = ImageFont.truetype(font_file, 26), ImageFont.truetype(font_file, 38)
    for number, line in enumerate(LINES):
        draw.text((110, 120 + number * 80), line, font=title if number < 2 else font, fill=20)
    rows = [HEADS, *(list_row(number) for number in range(1, ROWS))]
    for number, row in enumerate(rows):
        high = TOP + number * STEP
        for left, text in zip(COLUMNS, row, strict=False):
            draw.text((left + 14, high + 14), text, font=font, fill=20)
    bottom = TOP + len(rows) * STEP
    for number in range(len(rows) + 1):
        draw.line((COLUMNS[0], TOP + number * STEP, COLUMNS[-1], TOP + number * STEP), fill=40, width=2)
    for left in COLUMNS:
        draw.line((left, TOP, left, bottom), fill=40, width=2)
    soft = np.asarray(sheet.filter(ImageFilter.GaussianBlur(0.6)), np.float32)
    noise = np.random.default_rng(1).normal(0, 4, soft.shape)
    levels = np.clip((soft + noise) / 255 * (SHADES - 1), 0, SHADES - 1).round() * (255 // (SHADES - 1))
    return Image.fromarray(levels.astype(np.uint8)), [*LINES, *(text for row in rows for text in row)]


def list_row(number: int) -> tuple[str, ...]:
    """The cells of one row of the list."""
    lot = random.Random(number)  # noqa: S311  a made-up list, no secret
    name = f"示例{'甲乙丙丁戊己庚辛壬癸'[number % 10]}{'科技商贸制造物流'[number % 4 * 2 :][:2]}有限公司"
    return (
        str(number),
        name,
        SERVICES[number % len(SERVICES)],
        f"2025-{number % 12 + 1:02}-{number + 10}",
        f"{lot.randint(100, 990) / 100:.2f}",
    )


def main() -> None:
    """Write both files; the font is named on the command line."""
    picture, texts = page(sys.argv[1])
    FOLDER.mkdir(parents=True, exist_ok=True)
    picture.quantize(SHADES).save(FOLDER / "page.png", optimize=True, dpi=(150, 150))
    (FOLDER / "page.txt").write_text("\n".join(texts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
