"""At which address, for which names and with which certificate are the pages served now?

The call goes before what was chosen in the settings: whoever starts the console says where it listens.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from console import network
from console.network import Certificate
from schemas.errors import UsageError

MADE = ("tls/office.pem", "tls/office.key")
"""Below the console's folder: the certificate that the console has made, and its key."""


@dataclass(frozen=True, slots=True)
class AskedOpening:
    """What the call says: an address with its port or nothing, further names, a certificate with its key."""

    root: Path
    address: str = ""
    hosts: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the server listens, by which names it may be called, and its certificate, if it speaks TLS."""

    host: str
    port: int
    hosts: tuple[str, ...]
    certificate: Certificate | None = None

    def address(self, port: int) -> str:
        """What to open in a browser of this machine."""
        name = network.HERE if self.host == network.EVERYWHERE else self.host
        return f"{'https' if self.certificate else 'http'}://{name}:{port}/"


def opened(asked: AskedOpening) -> Opening:
    """What holds now. UsageError where the call cannot be: no address, half a certificate, files that are not there."""
    chosen = network.of(asked.root)
    host, port = _place(asked.address) if asked.address else ("", chosen.port)
    host = host or (network.EVERYWHERE if chosen.lan else network.HERE)
    own = () if host in (network.EVERYWHERE, network.HERE) else (host,)
    names = tuple(dict.fromkeys((*network.known_hosts(chosen), *own, *asked.hosts)))
    return Opening(host, port, names, _certificate(asked, chosen))


def _place(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or not 0 <= int(port) < 65536:
        raise UsageError(f"--address {address} 应如 127.0.0.1:8470。")
    return host, int(port)


def _certificate(asked: AskedOpening, chosen: network.OfficeNetwork) -> Certificate | None:
    if asked.certificate or asked.key:
        if not (asked.certificate and asked.key):
            raise UsageError("--tls-certificate 和 --tls-key 须一并给出。")
        return _there(Certificate(asked.certificate, asked.key))
    if chosen.certificate and chosen.key:
        return _there(Certificate(Path(chosen.certificate), Path(chosen.key)))
    if chosen.made:
        return _there(Certificate(*(asked.root / name for name in MADE)))
    return None


def _there(certificate: Certificate) -> Certificate:
    for path in certificate:
        if not path.is_file():
            raise UsageError(f"证书文件 {path} 不存在。请检查路径，或在设置中重新选择。")
    return certificate
