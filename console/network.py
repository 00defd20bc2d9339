"""From where may the pages be opened (network.yaml of the console)? From this machine alone, until 局域网 is chosen.

``CHANGED`` is set where somebody has chosen otherwise; whoever serves the pages opens them anew then.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

import psutil
import yaml

from pipeline.results import files as result_files
from schemas.errors import UsageError
from schemas.strict_yaml import read_marked

FILE = "network.yaml"
PORT = 8470
HERE = "127.0.0.1"
EVERYWHERE = str(ipaddress.IPv4Address(0))
"""Every card of the machine; only where somebody has chosen 局域网."""

CHANGED = threading.Event()
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.\-]{0,251}[A-Za-z0-9])?")
_MOST_PORT = 65535


class Certificate(NamedTuple):
    """Two files in PEM: the certificate (with those above it, if any), and its key."""

    path: Path
    key: Path


@dataclass(frozen=True, slots=True)
class OfficeNetwork:
    """What was chosen. ``lan``: whether other machines may open the pages; ``hosts``: further names for this machine.

    ``certificate`` and ``key``: the office's own files; both empty where it has none. ``made``: whether one that the
    console has made is used.
    """

    lan: bool = False
    port: int = PORT
    hosts: tuple[str, ...] = ()
    certificate: str = ""
    key: str = ""
    made: bool = False


def of(root: Path) -> OfficeNetwork:
    """What was chosen; RulebookError, with line and remedy, for a file that is amiss."""
    path = root / FILE
    if not path.is_file():
        return OfficeNetwork()
    fields = read_marked(path).fields("", " ".join(OfficeNetwork.__slots__))
    texts = {key: fields[key].text() for key in ("certificate", "key") if key in fields}
    port = fields["port"].whole() if "port" in fields else PORT
    if not 1 <= port <= _MOST_PORT:
        raise fields["port"].wrong(f"应为 1 至 {_MOST_PORT}")
    return OfficeNetwork(
        lan="lan" in fields and fields["lan"].truth(),
        port=port,
        hosts=fields["hosts"].words() if "hosts" in fields else (),
        made="made" in fields and fields["made"].truth(),
        **texts,
    )


def write(root: Path, network: OfficeNetwork) -> None:
    """This from now on; whoever serves hears of it."""
    told = {key: value for key, value in asdict(network).items() if value not in ("", ())}
    told |= {"hosts": list(network.hosts)} if network.hosts else {}
    result_files.write(root / FILE, yaml.safe_dump(told, allow_unicode=True, sort_keys=False).encode())
    CHANGED.set()


def hosts_in(text: str) -> tuple[str, ...]:
    """The names in what somebody typed, parted by spaces, commas or lines. UsageError for what no browser can call."""
    names = tuple(dict.fromkeys(re.split(r"[\s,，、;；]+", text.strip().lower()))) if text.strip() else ()
    for name in names:
        if not _NAME.fullmatch(name):
            raise UsageError(
                f"“{name[:60]}”不能作为主机名，应如 shenbao.example.cn 或 192.168.1.5，不带 http:// 和端口。"
            )
    return names


def own_addresses() -> tuple[str, ...]:
    """The IPv4 addresses under which other machines reach this one, private ones first."""
    found = {
        one.address
        for of_card in psutil.net_if_addrs().values()
        for one in of_card
        if one.family == socket.AF_INET and not ipaddress.ip_address(one.address).is_loopback
    }
    return tuple(sorted(found, key=lambda one: (not ipaddress.ip_address(one).is_private, ipaddress.ip_address(one))))


def own_name() -> str:
    """The machine's name, as others of the network may call it; empty where it has none that can be called."""
    name = socket.gethostname().lower()
    return name if _NAME.fullmatch(name) else ""


def known_hosts(network: OfficeNetwork) -> tuple[str, ...]:
    """The names by which a browser may call: of this machine alone, and where 局域网 is chosen, its others."""
    here = (HERE, "localhost")
    if not network.lan:
        return here
    return tuple(dict.fromkeys(name for name in (*here, *own_addresses(), own_name(), *network.hosts) if name))
