"""Which address is which page of the ledger?"""

from __future__ import annotations

from django.urls import path

from console.pages.standing import due, papers, platform, publicity, register

of_ledger = [
    path("standing", register.listing, name="standing"),
    path("standing/export", register.export, name="standing-export"),
    path("standing/import", register.bring, name="standing-import"),
    path("standing/due", due.months, name="standing-due"),
    path("standing/due/export", due.export, name="standing-due-export"),
    path("standing/platform", platform.one, name="standing-platform"),
    path("standing/new", platform.newcomer, name="standing-new"),
    path("standing/record", platform.put_down, name="standing-record"),
    path("standing/void", platform.take_back, name="standing-void"),
    path("standing/publicity", publicity.listing, name="standing-publicity"),
    path("standing/publicity/publish", publicity.publish, name="standing-publish"),
    path("standing/publicity/recognise", publicity.recognise, name="standing-recognise"),
    path("standing/publicity/objected", publicity.objected, name="standing-objected"),
    path("standing/papers", papers.listing, name="standing-papers"),
    path("standing/papers/file", papers.paper, name="standing-paper"),
    path("standing/papers/all", papers.together, name="standing-papers-all"),
]
