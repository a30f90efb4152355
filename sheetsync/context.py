"""Everything besides the rows that the rules may look at: settings, today, the Map, the reviews."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sheetsync.contract import Contract
from sheetsync.project import Project
from sheetsync.review.rulings import Rulings
from sheetsync.rules.map import Gate


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
    """

    contract: Contract
    project: Project
    now: datetime
    gates: Mapping[str, Gate]
    model: str
    rulings: Rulings = field(default_factory=Rulings)

    @property
    def today(self) -> date:
        """The date in the team's time zone."""
        return self.now.date()
