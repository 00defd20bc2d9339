"""Who is put into a job of Windows ends when the job is closed; elsewhere a job is nothing."""

from __future__ import annotations

import subprocess
import sys

from pipeline.workers.windows_job import WindowsJob


def test_a_process_in_a_job_that_is_closed() -> None:
    job = WindowsJob(1 << 30)
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    job.take(process.pid)
    job.close()
    if sys.platform == "win32":
        assert process.wait() != 0
    else:
        process.communicate(b"\n")
        assert process.returncode == 0
