"""How is the same work done for many dossiers at once, so that what kills a process costs itself alone?"""

from pipeline.workers.carried import Carried
from pipeline.workers.containment import contained, explained
from pipeline.workers.listener import WorkListener
from pipeline.workers.outcomes import checked, outcomes
from pipeline.workers.plan import LOCAL, Lost, WorkPlan

__all__ = ["LOCAL", "Carried", "Lost", "WorkListener", "WorkPlan", "checked", "contained", "explained", "outcomes"]
