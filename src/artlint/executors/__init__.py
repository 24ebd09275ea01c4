"""Ways to run the map over many articles; all hand the same function to a different `map`."""

from artlint.executors.examiner import Examined, Examiner, RunSpec, Task
from artlint.executors.processes import examine_all

__all__ = ["Examined", "Examiner", "RunSpec", "Task", "examine_all"]
