"""Which database holds the work: SQLite in the console's folder, or the one that DOSSIER_DATABASE names?

``postgresql://user:password@host:5432/name``, further words of libpq behind ``?`` (``host=/run/postgresql`` for a
socket, ``sslmode=verify-full``).
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from schemas.errors import UsageError

VARIABLE = "DOSSIER_DATABASE"
_SCHEMES = ("postgresql", "postgres")


def configured(address: str, file: Path) -> dict[str, Any]:
    """The entry of Django's DATABASES. UsageError for an address that is none, or whose driver is not there."""
    if not address:
        # Measured: eight threads that write at once lose writes with Django's own settings, none with these.
        options = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        }
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": options}
    parts = urlsplit(address)
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in _SCHEMES or not name:
        raise UsageError(f"环境变量 {VARIABLE} 应如 postgresql://用户:密码@主机:5432/数据库。")
    if find_spec("psycopg") is None:
        raise UsageError("使用 PostgreSQL 需要另装一部分程序：pip install 'dossier-intake[postgresql]'。")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 600,
    }
