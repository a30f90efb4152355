"""What the sending blocks know of all leads at once: who may be written to, and on what evidence."""

from collections.abc import Mapping
from dataclasses import dataclass

from sheetsync.context import Context
from sheetsync.lead import Lead
from sheetsync.rules.passage import Passage
from sheetsync.sequence import Position
from sheetsync.suppression import Suppression
from sheetsync.workdays import Workdays


@dataclass(slots=True)
class Allowance:
    """How many messages may go out today: what is sent counts, and what is offered as ready.

    Attributes:
        cap: Most messages a day.
        sent: Messages that went out today, over all leads.
        offered: Rows that were called ready in this run.
    """

    cap: int
    sent: int
    offered: int = 0

    def take(self) -> bool:
        """Offer one more, if there is room."""
        if self.sent + self.offered >= self.cap:
            return False
        self.offered += 1
        return True


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything besides the row itself that a message depends on.

    Attributes:
        context: Settings, today, the Map.
        days: The team's calendar.
        leads: Every lead, by id.
        passages: What Qualification says of each.
        positions: Where each sequence stands.
        evidence: Each lead's evidence cells, with its names and the team's claims.
        suppression: The Do not contact list, with what this run adds.
        allowance: The daily cap, and what counts against it.
        unread: Tabs that say who may not be written to and cannot be read.
        elsewhere: Leads that another one at the same address keeps from being written to, and why.
        owners: Who a person has named as owner of a lead: in CRM, else in Follow-up.
    """

    context: Context
    days: Workdays
    leads: Mapping[str, Lead]
    passages: Mapping[str, Passage]
    positions: Mapping[str, Position]
    evidence: Mapping[str, Mapping[str, str]]
    suppression: Suppression
    allowance: Allowance
    elsewhere: Mapping[str, str]
    owners: Mapping[str, str]
    unread: tuple[str, ...] = ()

    @property
    def exempt(self) -> tuple[str, ...]:
        """Sentences that need no evidence: the team's own footer."""
        project = self.context.project
        return (project.opt_out_sentence, project.sender_name, project.sender_address)

    @property
    def unset(self) -> tuple[str, ...]:
        """Which of the rules that follow-up needs the team has switched off (R36)."""
        project = self.context.project
        rules = (
            ("Follow-up window (days)", project.window_days),
            ("Cadence (business days)", project.cadence),
            ("Live stages", project.live_stages),
        )
        return tuple(name for name, value in rules if not value)

    def moment_trouble(self) -> str:
        """Why nothing at all goes out at this moment, ``""`` if it may."""
        project = self.context.project
        if self.unread:
            return f"{' and '.join(self.unread)} cannot be read"
        if self.allowance.sent >= self.allowance.cap:
            return f"the daily cap of {self.allowance.cap} is reached"
        return self.days.closed_now(self.context.now, project)
