"""The command `dossier cache show`: where what was read is kept, and how much of it there is."""

from __future__ import annotations

from extractors.kept.store import MOST, KeptStore, default_folder
from pipeline.cli.options.cache import ShowCacheOptions
from pipeline.cli.said import say

_TITLES = {
    "documents": "读取的文件",
    "recognised": "识别的文字",
    "conversions": "转换的旧版文档",
    "pictures": "原件图片",
    "results": "完成的初审",
    "places": "结果的位置",
}
_MEGABYTE = 1 << 20


def run(asked: ShowCacheOptions) -> None:
    """Print the folder, and what is in it by kind."""
    store = KeptStore(asked.cache or default_folder())
    kinds = store.show() if store.folder.is_dir() else []
    say(f"存放在 {store.folder}")
    for kind in kinds:
        say(f"  {_TITLES.get(kind.kind, kind.kind)}：{kind.things} 项，{kind.size / _MEGABYTE:.1f} MB")
    size = sum(kind.size for kind in kinds)
    say(f"共 {size / _MEGABYTE:.1f} MB；超过 {MOST // _MEGABYTE} MB 时，先删除最久未用的。")
