"""One pass over a snapshot, without a model and without a plan: what a book comes to.

It does what a sync does between reading and planning, so that a book can be judged
as it is and as it would be. Nothing here writes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sheetsync.chain import work_through
from sheetsync.check import Table, Tested, check
from sheetsync.clock import Clock
from sheetsync.context import Context, read_context
from sheetsync.contract import Contract
from sheetsync.finding import Finding
from sheetsync.snapshot import Snapshot
from sheetsync.work import Work
from sheetsync.worked import Worked


@dataclass(frozen=True, slots=True)
class Pass:
    """What one pass over the book came to.

    Attributes:
        tables: The tabs as read.
        context: Settings, now, the Map.
        worked: What the chain came to.
        findings: Everything found, the structure of the tabs aside.
    """

    tables: Mapping[str, Table]
    context: Context
    worked: Worked
    findings: tuple[Finding, ...]

    @property
    def tested(self) -> tuple[Tested, ...]:
        """What Pandera said, for the next pass."""
        return tuple(table.tested for table in self.tables.values())

    def work(self, title: str) -> Work | None:
        """A block's tab with its computed cells; ``None`` if its rules did not run."""
        return next((work for work in self.worked.works if work.title == title), None)


def run_pass(
    snapshot: Snapshot, contract: Contract, clock: Clock, known: Iterable[Tested] = ()
) -> Pass:
    """Check a snapshot and work through the chain.

    Args:
        snapshot: The book as it is, or as it would be.
        contract: Its tabs and columns.
        clock: The moment of the run.
        known: What Pandera has said before, see :func:`sheetsync.check.check`.
    """
    tables = check(snapshot, known)
    context, troubles = read_context(tables, contract, clock, "")
    worked = work_through(tables, context, None, troubles)
    findings = [found for settled in worked.settled.values() for found in settled.findings]
    return Pass(tables, context, worked, tuple(findings))


def rows_of(work: Work) -> Iterator[tuple[str, int]]:
    """The rows of a tab whose id is clear: the lead, and the row's index."""
    for index, row_id in enumerate(work.identity.ids):
        if index not in work.identity.frozen:
            yield row_id.partition("/")[0], index
