"""What the docs say is so: links lead somewhere, commands and make targets exist, the site is whole and asks nobody."""

from __future__ import annotations

import logging
import re
import shlex
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import typer.main
from mkdocs.commands.build import build
from mkdocs.config import load_config

from console.command import app

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "deploy").glob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ +(.+?)\s*$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        place = (page.parent / path).resolve() if path else page
        assert place.exists(), f"{name(page)}: {target}"
        assert place.is_relative_to(ROOT), f"{name(page)}: {target}"
        assert not anchor or anchor in anchors(place), f"{name(page)}: {target}"


def shown() -> Iterator[tuple[str, list[str]]]:
    """Every call of the program in a code block, with its page: its words up to what is explained behind #."""
    for page in PAGES:
        for block in FENCED.findall(page.read_text(encoding="utf-8")):
            for line in block.splitlines():
                if line.startswith("dossier "):
                    yield name(page), shlex.split(line.replace("|", " "), comments=True)


@pytest.mark.parametrize(("page", "words"), list(shown()), ids=lambda value: " ".join(value)[:60])
def test_every_command_that_is_shown_exists_with_its_options(page: str, words: list[str]):
    command: Any = typer.main.get_command(app)
    rest = words[1:]
    while hasattr(command, "commands"):
        assert rest, f"{page}: {words}"
        assert rest[0] in command.commands or rest[0].startswith("--"), f"{page}: {' '.join(words)}"
        if rest[0].startswith("--"):
            break
        command, rest = command.commands[rest[0]], rest[1:]
    known = {option for parameter in command.params for option in parameter.opts + parameter.secondary_opts}
    asked = {word.partition("=")[0] for word in rest if word.startswith("--")}
    assert asked <= known | {"--help"}, f"{page}: {' '.join(words)}"


def test_every_promise_of_security_names_a_test_that_there_is():
    rows = re.findall(
        r"^\| .+ \| .+ \| (.+) \|$", (ROOT / "docs" / "security.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    said = [row for row in rows if row not in {"shown by", "---"}]
    assert said
    for row in said:
        folder = ROOT
        for path in re.findall(r"`([\w/]+(?:\.py|/))`", row):
            # A bare name is in the folder of the one before it, or in the folder of all tests.
            places = [folder / path, ROOT / "tests" / path, ROOT / path]
            there = next((place for place in places if place.exists()), None)
            assert there, f"{path}: {row}"
            folder = there.parent if there.is_file() else there


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"`make ([a-z]+)|^make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert {one or other for one, other in named} <= targets, name(page)


class Links(HTMLParser):
    """The addresses that a page of the site leads to or loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.to: list[str] = []
        self.loaded: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value for key, value in attrs if value}
        if tag == "a" and "href" in said:
            self.to.append(str(said["href"]))
        elif tag in {"script", "img", "iframe"} and "src" in said:
            self.loaded.append(str(said["src"]))
        elif tag == "link" and "href" in said:
            self.loaded.append(str(said["href"]))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as ``make docs`` does: a warning of mkdocs is a fault."""
    folder = tmp_path_factory.mktemp("site")
    warned: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: warned.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        config: Any = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True)
        build(config)
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    assert warned == []
    return folder


def test_the_site_has_no_broken_link(site: Path):
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    assert len(pages) >= len(list((ROOT / "docs").rglob("*.md")))
    for page in pages:
        links = Links(page.read_text(encoding="utf-8"))
        for target in links.to + links.loaded:
            path, _, anchor = unquote(target).partition("#")
            if re.match(r"[a-z]+:", path):
                continue
            place = page.parent / path if path else page
            assert place.is_file(), f"{page.name}: {target}"
            if anchor and place.suffix == ".html":
                assert f'id="{anchor}"' in place.read_text(encoding="utf-8"), f"{page.name}: {target}"


def test_the_site_loads_nothing_from_elsewhere(site: Path):
    for page in site.rglob("*.html"):
        loaded = Links(page.read_text(encoding="utf-8")).loaded
        assert [one for one in loaded if re.match(r"([a-z]+:)?//", one)] == []


NAMED_TEST = re.compile(r"`([\w/]+\.py)::(test_\w+)`")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if NAMED_TEST.search(page.read_text(encoding="utf-8"))], ids=name
)
def test_every_test_that_is_named_exists(page: Path):
    for file, test in NAMED_TEST.findall(page.read_text(encoding="utf-8")):
        path = ROOT / "tests" / file
        assert path.is_file(), file
        assert f"\ndef {test}(" in path.read_text(encoding="utf-8"), f"{file}::{test}"
