"""How are old documents turned into new ones by LibreOffice, many in one call, without trusting them?

LibreOffice gets a profile and a folder of its own, no macros, no links, no network, and a time limit; whatever is
left of it when the time is up is ended with all its children.
Raises: Missing where no LibreOffice is installed.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from extractors.kept import version

VARIABLE = "DOSSIER_SOFFICE"
"""The environment variable that names the program where it is not found by itself."""

# The first call of a fresh profile takes some seconds on an old office machine, a page some hundredths.
_START, _EACH = 90.0, 20.0
# After a call that hung or crashed the rest is tried one by one, for this long in all.
_ALONE, _ALL_ALONE = 45.0, 300.0
# Windows takes 32 767 characters in a command line.
_PER_CALL = 200

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}
</oor:items>
"""
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", 3),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", True),
    ("Office.Common/Security/Scripting", "DisableActiveContent", True),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", True),
    ("Office.Common/Misc", "FirstRun", False),
    ("Office.Writer/Content/Update", "Link", 0),
    ("Office.Calc/Content/Update", "Link", 2),
    # A proxy that is not there: what asks for the network all the same gets no answer.
    ("Inet/Settings", "ooInetProxyType", 2),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", 9),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", 9),
)


class Missing(Exception):
    """No LibreOffice is installed."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to convert; ``suffix`` (``.doc``) is what its content is, whatever it was called."""

    content: bytes
    suffix: str


def program() -> str | None:
    """The path of LibreOffice's program, None where there is none."""
    named = os.environ.get(VARIABLE)
    if named:
        return shutil.which(named)
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((str(path) for path in _usual_places() if path.is_file()), None)


def stamp() -> str:
    """Which LibreOffice is installed, as far as its file tells: another one converts otherwise."""
    where = program()
    return version.of_program_file(Path(where).resolve()) if where else ""


def _usual_places() -> Iterator[Path]:
    """Where installers put LibreOffice without putting it on the path."""
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        folder = os.environ.get(variable)
        if folder:
            # soffice.com waits until the work is done, soffice.exe may not.
            yield Path(folder, "LibreOffice", "program", "soffice.com")
            yield Path(folder, "LibreOffice", "program", "soffice.exe")
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")


def converted(sources: Sequence[Source], target: str = "docx") -> list[bytes | None]:
    """Each file as a ``target``, in order; None where LibreOffice could not, or not in time."""
    where = program()
    if where is None:
        raise Missing
    # ignore_cleanup_errors: on Windows a child that is just ending may still hold a file.
    with tempfile.TemporaryDirectory(prefix="dossier-office-", ignore_cleanup_errors=True) as name:
        office = _OfficeRun(where, Path(name), target)
        for index, source in enumerate(sources):
            (office.folder / f"{index}{source.suffix}").write_bytes(source.content)
        names = [f"{index}{source.suffix}" for index, source in enumerate(sources)]
        for start in range(0, len(names), _PER_CALL):
            office.convert_all(names[start : start + _PER_CALL])
        return [office.result(name) for name in names]


class _OfficeRun:
    """LibreOffice with a folder and a profile of its own."""

    def __init__(self, where: str, folder: Path, target: str) -> None:
        self.folder = folder / "in"
        self._out = folder / "out"
        self._profile = folder / "profile"
        self._where, self._target = where, target
        self.folder.mkdir()
        user = self._profile / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_PROFILE.format(items="\n".join(_items())), encoding="utf-8")

    def convert_all(self, names: list[str]) -> None:
        """Convert these in one call; where it did not end well, those it left one by one."""
        if self._run(names, _START + _EACH * len(names)):
            return
        until = time.monotonic() + _ALL_ALONE
        for name in names:
            left = until - time.monotonic()
            if left > 0 and self.result(name) is None:
                self._run([name], min(_ALONE, left))

    def result(self, name: str) -> bytes | None:
        """The converted file, None where there is none."""
        made = self._out / f"{name.split('.', 1)[0]}.{self._target}"
        with suppress(OSError):
            return made.read_bytes() or None
        return None

    def _run(self, names: list[str], seconds: float) -> bool:
        """Whether the program came to its end by itself, and well."""
        command = [
            self._where,
            f"-env:UserInstallation={self._profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--convert-to", self._target),
            *("--outdir", str(self._out), *names),
        ]
        process = subprocess.Popen(  # noqa: S603  our own arguments; the files are called 0.doc, 1.doc …
            command,
            cwd=self.folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            # A group of its own, to end it with its children; in the worker's session, to be found when that dies.
            process_group=None if sys.platform == "win32" else 0,
        )
        try:
            return process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end(process)


def _items() -> Iterator[str]:
    for path, name, value in _SETTINGS:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        prop = f'<prop oor:name="{name}" oor:op="fuse"><value>{text}</value></prop>'
        yield f'<item oor:path="/org.openoffice.{path}">{prop}</item>'


def _environment() -> Mapping[str, str]:
    """Ours without what would lead LibreOffice to a screen, a Python or a proxy of ours."""
    aside = ("DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH", "PYTHONHOME")
    kept = {
        name: value for name, value in os.environ.items() if name not in aside and not name.lower().endswith("_proxy")
    }
    return {**kept, "SAL_USE_VCLPLUGIN": "svp"}


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and whatever it started; nothing where all is over already."""
    if sys.platform == "win32":
        if process.poll() is None:
            taskkill = shutil.which("taskkill") or "taskkill"
            subprocess.run([taskkill, "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True)  # noqa: S603  the system's own program, and the number of our own process
    else:
        # The group outlives its leader as long as a child of it runs.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
