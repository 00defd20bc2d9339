"""What is shown where something is not there, not allowed, or was sent from elsewhere?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from console.pages.show import show


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or not for this person."""
    del exception
    return show(request, "failure.html", status=404, title="没有这一页", why="可能已经归档，或者您不在这一批次中。")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The person's roles do not include this."""
    del exception
    return show(request, "failure.html", status=403, title="没有这项权限", why="需要时请联系管理员调整角色。")


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that this console has not given out, or from before the last login."""
    del reason
    return show(request, "failure.html", status=403, title="页面已过期", why="请返回上一页，刷新后再试一次。")


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return show(
        request, "failure.html", status=500, title="程序出错", why="没有任何内容因此改动。请再试一次，或告知管理员。"
    )
