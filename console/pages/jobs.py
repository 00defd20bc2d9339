"""What the machine is doing: the bar at the foot of every page, all jobs, the buttons that stop one and do it again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from console import events
from console.access.needs import DECIDING, needs
from console.access.visible import who
from console.acts import again as acts
from console.models import Job
from console.models.people import Role
from console.pages.show import open_jobs, show
from console.queries import jobs


@needs()
def bar(request: HttpRequest) -> HttpResponse:
    """The bar alone; once a job has come to its end, the page is asked to look again."""
    response = show(request, "parts/jobs.html", here=request.headers.get("HX-Current-URL", "/"))
    if not open_jobs(who(request)):
        response.headers["HX-Refresh"] = "true"
    return response


@needs()
def listing(request: HttpRequest) -> HttpResponse:
    """The jobs, those under way first; what came of the others."""
    return show(request, "jobs.html", listed=jobs.recent(who(request)))


@needs(*DECIDING, Role.ADMINISTRATOR, methods=("POST",))
def again(request: HttpRequest, job: int) -> HttpResponseBase:
    """A job that failed or was stopped, once more."""
    person = who(request)
    found = jobs.stopped(person, job)
    if found is not None:
        acts.asked(events.actor(request), person, found)
    return redirect("jobs")


@needs(*DECIDING, Role.ADMINISTRATOR, methods=("POST",))
def stop(request: HttpRequest, job: int) -> HttpResponseBase:
    """The job is told to end; what it has finished stands."""
    for one in open_jobs(who(request)):
        if one.pk == job:
            Job.objects.filter(pk=job).update(stop=True)
            events.noted(events.actor(request), "停止任务", one.batch, job=one.title)
    back = request.POST.get("back", "/")
    return redirect(back if url_has_allowed_host_and_scheme(back, {request.get_host()}) else "/")
