"""The command `dossier cache clear`: what was read before is let go."""

from __future__ import annotations

from extractors.kept.store import KeptStore, default_folder
from pipeline.cli.options.cache import ClearCacheOptions
from pipeline.cli.said import say


def run(asked: ClearCacheOptions) -> None:
    """Remove what we kept there, and say how much that was."""
    store = KeptStore(asked.cache or default_folder())
    count = store.clear() if store.folder.is_dir() else 0
    say(f"已删除 {store.folder} 中以前读取的结果 {count} 项。")
