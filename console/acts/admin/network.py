"""From where the pages may be opened is chosen: this machine or the network, by which names, with which certificate."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from pathlib import Path

from console import events, network
from console.acts.admin import certificate
from console.events import Actor
from console.network import OfficeNetwork
from console.typed import whole
from schemas.errors import UsageError

NONE, MADE, OWN = "none", "made", "own"
"""Without a certificate, with one made here, with the office's own files."""


def chosen(by: Actor, root: Path, form: Mapping[str, str]) -> OfficeNetwork:
    """What the form says, from now on. UsageError where it cannot be; then nothing changes."""
    before = network.of(root)
    wanted = _wanted(form)
    if wanted.made:
        certificate.made(root, network.known_hosts(wanted))
    network.write(root, wanted)
    events.noted(
        by,
        "修改网络设置",
        before="局域网" if before.lan else "单机",
        after="局域网" if wanted.lan else "单机",
        tls=form.get("tls", NONE),
        hosts=list(wanted.hosts),
        port=wanted.port,
    )
    return wanted


def _wanted(form: Mapping[str, str]) -> OfficeNetwork:
    port = whole(form.get("port", "").strip() or str(network.PORT), 1024, 65535)
    if port is None:
        raise UsageError("端口应为 1024 至 65535 的整数。")
    tls = form.get("tls", NONE)
    if tls not in (NONE, MADE, OWN):
        raise UsageError("请选择是否加密。")
    files = _own_files(form) if tls == OWN else {}
    return OfficeNetwork(
        lan=form.get("lan") == "1",
        port=port,
        hosts=network.hosts_in(form.get("hosts", "")),
        made=tls == MADE,
        **files,
    )


def _own_files(form: Mapping[str, str]) -> dict[str, str]:
    """Paths of a certificate and the key that belongs to it. UsageError where they are none."""
    files = {name: form.get(name, "").strip() for name in ("certificate", "key")}
    for path in files.values():
        if not Path(path).is_absolute() or not Path(path).is_file():
            raise UsageError(f"证书文件“{path[:200]}”不存在。请写出证书和私钥文件的完整路径。")
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(
            files["certificate"], files["key"], password=_no_password
        )
    except (ssl.SSLError, OSError, ValueError) as error:
        raise UsageError("证书和私钥不是一对，或不是 PEM 格式，或私钥设有密码。请核对两个文件。") from error
    return files


def _no_password() -> str:
    """A key behind a password would keep the console from starting by itself."""
    raise ValueError("a password is asked for")
