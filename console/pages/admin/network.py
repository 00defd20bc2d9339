"""设置 · 网络: this machine alone or the network, the names it is called by, the certificate."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from console import events, network
from console.access.needs import needs
from console.acts.admin import certificate
from console.acts.admin import network as acts
from console.models.people import Role
from console.network import OfficeNetwork
from console.pages.download import download
from console.pages.show import show
from schemas.errors import UsageError


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def page(request: HttpRequest) -> HttpResponse:
    """What holds, and the form. After a change the page says where it will be found: this address may go."""
    root, why, changed = settings.DATA.root, "", False
    if request.method == "POST":
        try:
            acts.chosen(events.actor(request), root, request.POST.dict())
            changed = True
        except UsageError as error:
            why = str(error)
    now = network.of(root)
    return show(
        request,
        "admin/network.html",
        status=400 if why else 200,
        now=now,
        tls=request.POST.get("tls") or _tls(now),
        addresses=_addresses(now),
        own=network.own_addresses(),
        made=certificate.known(root),
        given={key: request.POST.get(key, "") for key in ("hosts", "port", "certificate", "key")} if why else None,
        changed=changed,
        why=why,
    )


@needs(Role.ADMINISTRATOR)
def authority(request: HttpRequest) -> HttpResponse:
    """The certificate of the office's own authority, which its machines are told to trust."""
    found = certificate.authority_file(settings.DATA.root)
    if found is None:
        raise Http404
    events.noted(events.actor(request), "下载本机构证书")
    return download("office-authority.cer", found)


def _tls(now: OfficeNetwork) -> str:
    return acts.MADE if now.made else acts.OWN if now.certificate else acts.NONE


def _addresses(now: OfficeNetwork) -> list[str]:
    """Where the pages are found by this setting."""
    scheme = "https" if now.made or now.certificate else "http"
    names = network.known_hosts(now) if now.lan else (network.HERE,)
    return [
        f"{scheme}://{name}:{now.port}/" for name in names if not now.lan or name not in (network.HERE, "localhost")
    ]
