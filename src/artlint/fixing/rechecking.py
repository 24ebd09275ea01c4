"""Checking again with some articles' contents replaced: only those are examined, the collection is judged anew."""

from collections.abc import Callable, Iterable, Mapping

from artlint.errors import StoreError
from artlint.examination import Examination
from artlint.executors import Examined
from artlint.report import Report

Examine = Callable[[Mapping[str, bytes]], Iterable[Examined]]
"""Examines articles with these contents, by path."""

ReportOn = Callable[[Examination, Mapping[str, bytes]], Report]
"""The report on examined articles, of which those at these paths have these contents."""


class Recheck:
    """Gives the report that a run would make if articles had other contents than on the disk."""

    def __init__(
        self, examined: Examination, given: Mapping[str, bytes], examine: Examine, report_on: ReportOn
    ) -> None:
        """`examined` holds all articles as they were found; `given` contents stood in for files even then."""
        self._examined = examined
        self._given = given
        self._examine = examine
        self._report_on = report_on
        self._done: dict[tuple[str, bytes], Examined] = {}

    def __call__(self, contents: Mapping[str, bytes]) -> Report:
        """The report with these contents in place of the files'."""
        new = {path: content for path, content in contents.items() if (path, content) not in self._done}
        for each in self._examine(new) if new else ():
            self._done[each.path, new[each.path]] = each
        changed = [self._done[path, content] for path, content in contents.items()]
        return self._report_on(self._with(changed), {**self._given, **contents})

    def _with(self, changed: Iterable[Examined]) -> Examination:
        """The examination of the collection with these results in place of those from the disk."""
        results = {each.path: each.result for each in changed if each.result is not None}
        before = self._examined

        def without_store(error: StoreError) -> Examination:
            if before.without_store is None:
                raise error
            return Examination(before.collection, {**before.without_store(error).new, **results}, beside=before.beside)

        return Examination(
            before.collection,
            {**before.new, **results},
            {path: known for path, known in before.known.items() if path not in results},
            before.store,
            without_store,
            before.beside,
        )
