"""The addresses of 办法."""

from __future__ import annotations

from django.urls import path

from console.pages.rules import drafts, regulations

of_rules = [
    path("rules", regulations.listing, name="rules"),
    path("rules/add", drafts.add, name="rulebook-add"),
    path("rules/of/<slug:book>", regulations.one, name="rulebook"),
    path("rules/of/<slug:book>/draft", drafts.draft, name="rulebook-draft"),
    path("rules/of/<slug:book>/rehearsal", drafts.rehearsal, name="rulebook-rehearsal"),
]
