"""Everything besides the rows that the rules may look at: settings, today, the Map, the reviews."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sheetsync.check import Table
from sheetsync.clock import Clock
from sheetsync.contract import Contract
from sheetsync.finding import Finding
from sheetsync.project import Project, read_settings
from sheetsync.review.agenda import REVIEW
from sheetsync.review.rulings import Rulings, read_rulings
from sheetsync.rules.map import MAP, Gate, read_gates


@dataclass(frozen=True, slots=True)
class Context:
    """What a pass rests on besides the tabs.

    Attributes:
        contract: The tabs and columns.
        project: The team's settings.
        now: The run's moment in the team's zone.
        gates: The Map, by block title.
        model: Name of whoever answers AI jobs; ``""`` with ``--no-ai``.
        rulings: What people decided in the weekly reviews.
        examples: Most texts of other rows that whoever answers AI jobs is shown for a column.
    """

    contract: Contract
    project: Project
    now: datetime
    gates: Mapping[str, Gate]
    model: str
    rulings: Rulings = field(default_factory=Rulings)
    examples: int = 0

    @property
    def today(self) -> date:
        """The date in the team's time zone."""
        return self.now.date()


def read_context(
    tables: Mapping[str, Table], contract: Contract, clock: Clock, model: str, *, examples: int = 0
) -> tuple[Context, list[Finding]]:
    """Read what a pass rests on from the tabs that hold it.

    Args:
        tables: The book's tabs.
        contract: Their contract.
        clock: The moment of the run.
        model: Name of whoever answers AI jobs, ``""`` for nobody.
        examples: Most texts of other rows that it is shown for a column.

    Returns:
        The context, and what could not be read of the Settings.
    """
    project, findings = read_settings(tables.get("Settings"), contract["Settings"])
    now = clock.at(project.zone)
    context = Context(
        contract=contract,
        project=project,
        now=now,
        gates=read_gates(tables.get(MAP), contract),
        model=model,
        rulings=read_rulings(tables.get(REVIEW), now.date()),
        examples=examples,
    )
    return context, findings
