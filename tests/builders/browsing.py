"""A console that is served as it is in an office, for a browser to look at, and what tests ask of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.database import VARIABLE
from tests.builders.browser import Tab
from tests.builders.console import PASSWORD
from tests.builders.served_console import ServedConsole


@contextmanager
def served(folder: Path, database: str = "") -> Iterator[str]:
    """The console of this folder, web process and worker; its address. ``database``: another than its own file."""
    console = ServedConsole(folder, environment={VARIABLE: database} if database else {})
    console.begin()
    try:
        yield console.address
    finally:
        console.end()


def login(tab: Tab, address: str, who: str) -> None:
    """Logged in as a person does it."""
    tab.visit(f"{address}/login")
    for field, text in (("login", who), ("password", PASSWORD)):
        tab.click(f"[name={field}]")
        tab.write(text)
    tab.click("button.main")
    tab.wait("location.pathname === '/' && document.readyState === 'complete'")


def page_says(text: str) -> str:
    """An expression: the page that is being shown holds this text; false while another is being loaded."""
    return f"(document.body?.textContent ?? '').includes('{text}') && document.readyState === 'complete'"


def fill(tab: Tab, css: str, text: str) -> None:
    """A field set to this, where typing would depend on the language of the browser: dates, choices."""
    tab.say(f"void (document.querySelector('{css}').value = '{text}')")


def give_file(tab: Tab, css: str, path: Path) -> None:
    """A file chosen in the field, as the dialog of the system does it."""
    root = tab.call("DOM.getDocument")["root"]["nodeId"]
    node = tab.call("DOM.querySelector", nodeId=root, selector=css)["nodeId"]
    tab.call("DOM.setFileInputFiles", nodeId=node, files=[str(path)])
