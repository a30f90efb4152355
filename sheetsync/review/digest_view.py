"""One week as the digest shows it: its rows, the leads behind each of its numbers, the week before.

Every number is counted here from the leads or lines that are listed for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sheetsync.review import told
from sheetsync.review.agenda import Area
from sheetsync.review.digest_lists import Lists, each
from sheetsync.review.digest_record import CHAIN, Logged, Record, decides, moves
from sheetsync.review.facts import Facts
from sheetsync.review.leaks import Leak
from sheetsync.review.saved import Saved
from sheetsync.review.tab import Line, Written
from sheetsync.review.weeks import week_of
from sheetsync.rules.outreach import OUTREACH
from sheetsync.rules.qualification import QUALIFICATION
from sheetsync.rules.research import RESEARCH

_NO_FACTS = Facts(
    leads={},
    states={},
    passages={},
    positions={},
    steps={},
    records={},
    messages={},
    ready={},
    scores={},
    said={},
)


@dataclass(frozen=True, slots=True)
class View:
    """What the parts of the page are made from.

    Attributes:
        written: What becomes of the Review tab.
        record: Where rows stand, and the Log.
        today: The date in the team's time zone.
        facts: What the chain came to.
        lists: The lists behind the numbers, filled as the page is made.
        week: The week that is shown.
        lines: Its rows in the tab.
        held: Is there a review of it?
        closed: When and by whom it was closed, ``""`` while it is not.
        before: The last week before it with a review, ``""`` for none.
        since: The day from which on movement counts, ``None`` for ever.
    """

    written: Written
    record: Record
    today: date
    facts: Facts
    lists: Lists
    week: str
    lines: Sequence[Line]
    held: bool
    closed: str
    before: str
    since: date | None
    _log: Sequence[Logged] = field(default=())

    @property
    def saved_before(self) -> Mapping[str, int]:
        """The numbers that the week before has put on record."""
        return self.written.history.get(self.before, Saved()).numbers

    @property
    def leaks(self) -> list[Leak]:
        """Where leads stop."""
        return list(self.written.leaks)

    def of(self, area: Area) -> list[Line]:
        """The week's rows of an area."""
        return [line for line in self.lines if line["Area"] == area.title]

    def moves(self) -> list[Logged]:
        """The last line by which each lead moved since the week before."""
        last = {line.event.lead_id: line for line in self._log if moves(line)}
        return [line for lead_id, line in last.items() if lead_id]

    def decisions(self) -> list[Logged]:
        """The lines by which a person decided since the week before."""
        return [line for line in self._log if decides(line)]

    def reached(self) -> dict[str, dict[str, str]]:
        """By block the leads that have come so far, each with the state it is in."""
        facts = self.facts
        out = [
            lead_id
            for lead_id, own in facts.passages.items()
            if own.record is not None or facts.sent(lead_id)
        ]
        by_block = (
            facts.leads,
            facts.passages,
            out,
            [lead_id for lead_id in facts.leads if facts.sent(lead_id)],
            facts.records,
        )
        return {
            block: each(leads, self.state) for block, leads in zip(CHAIN, by_block, strict=True)
        }

    def state(self, lead_id: str) -> str:
        """A lead's one state."""
        own = self.facts.states.get(lead_id)
        return own.state if own is not None else "In CRM only"

    def stops(self) -> dict[str, dict[str, str]]:
        """By block the leads that stop there, each with why."""
        found: dict[str, dict[str, str]] = {block: {} for block in CHAIN}
        for leak in self.written.leaks:
            own = found.setdefault(leak.block, {})
            for lead_id in leak.leads:
                why = self.stuck(leak, lead_id)
                own[lead_id] = f"{own[lead_id]}; {why}" if lead_id in own else why
        return found

    def stuck(self, leak: Leak, lead_id: str) -> str:
        """Why a lead stops in a block: the kind of leak, and what its row says."""
        said = self.facts.why(leak.block, lead_id)
        if leak.block == OUTREACH:
            said = self.facts.ready.get(lead_id, "").removeprefix("no: ") or said
        return f"{leak.kind}: {said}" if said else leak.kind

    def stopping(self, block: str) -> str:
        """How many leads stop in a block, as a link to them."""
        kinds = [leak for leak in self.written.leaks if leak.block == block and leak.leads]
        title = kinds[0].item if len(kinds) == 1 else f"{block}: all that stop there"
        return self.lists.leads(title, self.stops()[block], tab=block)

    def why(self, lead_id: str) -> str:
        """Why a lead is in its state."""
        facts = self.facts
        passage, position = facts.passages.get(lead_id), facts.positions.get(lead_id)
        if passage is None:
            return facts.why(RESEARCH, lead_id) or "In research"
        held = passage.hold or facts.why(QUALIFICATION, lead_id)
        if not passage.decision or passage.hold:
            return held or "Waits for a decision"
        return position.why if position is not None and position.why else passage.decision

    def answers(self, kind: str) -> tuple[dict[str, str], int]:
        """The leads that answered in some way, and how many answers those are."""
        said: dict[str, str] = {}
        number = 0
        for lead_id, steps in self.facts.steps.items():
            own = [step for step in steps if step.answered and (step.kind or "neutral") == kind]
            if own:
                number += len(own)
                days = ", ".join(f"touch {step.number}" for step in own)
                said[lead_id] = f"Answered to {days}"
        return said, number

    def sent(self) -> tuple[dict[str, str], int]:
        """The leads that were written to, and how many messages those are."""
        days = {lead_id: self.facts.sent(lead_id) for lead_id in self.facts.steps}
        said = {
            lead_id: "Sent on " + ", ".join(day.isoformat() for day in own)
            for lead_id, own in days.items()
            if own
        }
        return said, sum(len(own) for own in days.values())


def view_of(written: Written, record: Record, today: date) -> View:
    """Put together what the page shows: the open week, else the last one that the tab holds."""
    lines = written.as_written()
    last = written.week or told.last_week(lines)
    week = last or week_of(today)
    before = max((name for name in written.history if name < week), default="")
    since = written.history[before].opened if before else None
    facts = written.facts or _NO_FACTS
    return View(
        written=written,
        record=record,
        today=today,
        facts=facts,
        lists=Lists(facts, record),
        week=week,
        lines=told.of_week(lines, week),
        held=bool(last),
        closed=told.closed_by(lines, week),
        before=before,
        since=since,
        _log=tuple(record.since(since)),
    )
