"""Where do links of the docs lead on the site? Those that leave docs/ become plain text: the code is not there.

A hook of mkdocs (``on_page_markdown``); a folder (``adr/``) is its index.
"""

from __future__ import annotations

import re
from typing import Any

_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?![a-z]+:|#)([^)\s]+)\)")
_OUTSIDE = "../"


def on_page_markdown(markdown: str, **_: Any) -> str:  # noqa: ANN401  what mkdocs hands to a hook
    """The page's text with the links that the site can follow."""
    return _LINK.sub(_followed, markdown)


def _followed(link: re.Match[str]) -> str:
    text, target = link.groups()
    if target.startswith(_OUTSIDE):
        return text
    if target.endswith("/"):
        return f"[{text}]({target}index.md)"
    return link[0]
