"""A clerk's whole day in the browser: people, assignment, states and deadlines over the files that screening writes.

The files stay the truth: whatever changes a result goes through the functions behind ``screen``, ``decide`` and
``sample``; the database holds work, never judgement. Where a new page, act or model goes: docs/console.md.
"""
