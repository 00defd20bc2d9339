"""A PostgreSQL of the tests' own: one private cluster a process, in a folder of its own, that nobody else reaches."""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

_NOBODY = 65534
_count = itertools.count(1)


def missing() -> str:
    """Why there is none here; empty where one can be started."""
    if sys.platform == "win32":
        return "no unprivileged cluster is started on Windows"
    if _programs() is None:
        return "PostgreSQL is not installed (apt-get install postgresql)"
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "psycopg is not installed (pip install 'dossier-intake[postgresql]')"
    return ""


def address(database: str = "postgres") -> str:
    """What DOSSIER_DATABASE says of a database of the cluster, which is started where it is not yet."""
    return f"postgresql://tester@/{database}?host={_cluster()}"


def fresh(template: str) -> str:
    """Another database, made as a copy of this one."""
    name = f"office_{os.getpid()}_{next(_count)}"
    statement(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return name


def dropped(name: str) -> None:
    """The database, gone."""
    statement(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def statement(text: str) -> None:
    """One statement outside of any transaction."""
    import psycopg

    with psycopg.connect(address(), autocommit=True) as connection:
        connection.execute(text)  # type: ignore[call-overload]  names of our own making


def _programs() -> Path | None:
    found = shutil.which("initdb")
    listed = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in listed if (folder / "initdb").is_file()), None)


@cache
def _cluster() -> Path:
    """The folder of its socket: no port is opened. PostgreSQL refuses root, who starts it as nobody."""
    programs = _programs()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    as_other = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    if as_other:
        os.chown(folder, _NOBODY, _NOBODY)
    data = folder / "data"
    plain = {"stdout": subprocess.DEVNULL, "cwd": folder, **as_other}
    initdb = [programs / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
    subprocess.run(initdb, check=True, **plain)  # type: ignore[call-overload]  # noqa: S603  a program found on this machine
    quick = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=60"
    options = f"-k {folder} -c listen_addresses='' {quick}"
    start = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"]
    subprocess.run(start, check=True, **plain)  # type: ignore[call-overload]  # noqa: S603  the same
    stop = [programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"]

    def ended() -> None:
        subprocess.run(stop, check=False, **plain)  # type: ignore[call-overload]  # noqa: S603  the same
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(ended)
    return folder
