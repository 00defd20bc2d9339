"""The addresses of 设置."""

from __future__ import annotations

from django.urls import path

from console.pages.admin import (
    backups,
    batches,
    holidays,
    house_rules,
    incoming,
    machine,
    network,
    office,
    people,
    templates,
)

of_settings = [
    path("admin/people", people.listing, name="admin-people"),
    path("admin/people/<int:person>", people.one, name="admin-person"),
    path("admin/batches", batches.listing, name="admin-batches"),
    path("admin/batches/<int:which>", batches.one, name="admin-batch"),
    path("admin/office", office.page, name="admin-office"),
    path("admin/house", house_rules.page, name="admin-house"),
    path("admin/incoming", incoming.page, name="admin-incoming"),
    path("admin/templates", templates.page, name="admin-templates"),
    path("admin/templates/<slug:kind>", templates.file, name="admin-template"),
    path("admin/templates/<slug:kind>/trial", templates.trial, name="admin-template-trial"),
    path("admin/holidays", holidays.page, name="admin-holidays"),
    path("admin/network", network.page, name="admin-network"),
    path("admin/network/authority.cer", network.authority, name="admin-authority"),
    path("admin/backups", backups.page, name="admin-backups"),
    path("admin/machine", machine.page, name="admin-machine"),
]
