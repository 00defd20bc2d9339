"""What holds for every answer: headers that let nothing of anybody else run, old browsers told, idle sessions ended."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

Answer = Callable[[HttpRequest], HttpResponseBase]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_TOUCHED_EVERY = 60
"""Seconds: a session is not written anew at every request."""


class OwnHeaders:
    """The policy that lets only our own files run; an answer that has its own, stricter one keeps it."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer to this request."""
        response = self.answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class OldBrowsers:
    """Internet Explorer and its modes get one page that says which browser to open."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer to this request."""
        told = request.headers.get("User-Agent", "")
        if ("MSIE " in told or "Trident/" in told) and not request.path.startswith(settings.STATIC_URL):
            return render(request, "old_browser.html", {"place": request.build_absolute_uri("/")})
        return self.answer(request)


class IdleSessions:
    """Whoever has done nothing for half an hour, or logged in ten hours ago, logs in again."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer to this request."""
        if request.user.is_authenticated:
            now = int(time.time())
            seen, began = request.session.get("seen", now), request.session.get("began", now)
            if now - seen > settings.IDLE_SECONDS or now - began > settings.SESSION_COOKIE_AGE:
                logout(request)
            elif now - seen > _TOUCHED_EVERY or "seen" not in request.session:
                # A page that looks after itself (the bar of jobs) is no sign of anybody being there.
                if "HX-Polling" not in request.headers:
                    request.session["seen"] = now
                request.session.setdefault("began", began)
        return self.answer(request)
