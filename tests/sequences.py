"""Simulated teams: random events on many leads over many days, and what must never happen.

The oracle keeps its own record of what people did; it never asks the rules. One lead's
events are one sequence. ``make simulate`` plays 100,000 of them, which takes an hour:

    python -m tests.sequences [--sequences 100000] [--seed 1] [--processes 2]

Exit code 1: something happened that must not; it is printed with the seed of its team.
"""

import argparse
import os
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta

from sheetsync.ai.offline import OfflineDrafter
from sheetsync.clock import Clock
from sheetsync.contract import Contract, load
from sheetsync.snapshot import Snapshot, take
from sheetsync.sync import sync
from tests.memory_book import MemoryBook

START = date(2026, 3, 2)
LENGTH, WINDOW = 4, 30
EDITS = (
    "Hello Pat,\n\nDo you plan dock slots by hand?",
    "Hello Pat,\n\nHow do you plan dock slots today?",
    "Hello Pat,\n\nWho plans the dock slots at your port?",
    "Hello Pat,\n\nYou opened a second warehouse in Ghent. Who plans its slots?",
    "Hello Pat,\n\nYou run 40 warehouses in Ghent.",
)
DAYS = 12
"""How often each team works and syncs; up to a week lies between two syncs."""

TEAM = 200
"""Leads of a team in a long run."""

REPLIES = {
    "Yes, let us talk next week.": "",
    "What does it cost?": "",
    "Not now, please come back in March.": "",
    "I am out of the office until 20 April.": "",
    "We are fine, thank you.": "",
    "Please unsubscribe me from this list.": "opt-out",
    "Do not contact me again.": "opt-out",
    "Delivery to the following recipient failed permanently: 550 5.1.1 user unknown": "bounce",
}
NOTES = (
    "Harbour {n} opened a second warehouse in Ghent in January. Slots are planned in spreadsheets.",
    "Harbour {n} opened a second warehouse in Ghent in January. The page lists 12 open roles.",
)


@dataclass
class Told:
    """What the oracle knows of one lead."""

    path: str
    silenced: bool = False
    decided: str = ""
    touched: dict[int, date] = field(default_factory=dict)
    open_replies: set[int] = field(default_factory=set)
    approvals: dict[int, tuple[str, ...]] = field(default_factory=dict)
    ended: bool = False
    rests_until: date | None = None


class Team:
    """One simulated team and its book."""

    def __init__(self, seed: int, leads: int, contract: Contract) -> None:
        self.random = random.Random(seed)
        self.contract = contract
        self.today = START
        self.told: dict[str, Told] = {}
        self.variant_stopped = False
        filled = {
            "Current owner": "Ana",
            "Current output": "work",
            "Missing rule": "none",
            "Stop rule": "reply",
        }
        self.book = MemoryBook.laid_out(
            contract,
            {
                "Start here": [{"Block": tab.tab, **filled} for tab in contract.blocks],
                "Segments": [{"Segment": "Ports", "Approved by": "Ana"}],
                "Our claims": [
                    {"Claim": "We plan dock slots for small ports.", "Approved by": "Ana"}
                ],
                "Research": [self._lead(number) for number in range(leads)],
            },
        )
        self._sync()
        for row, lead_id in enumerate(self._column("Research", "Lead ID")):
            path = self._column("Research", "Reachable path")[row]
            self.told[str(lead_id)] = Told(str(path))

    def _lead(self, number: int) -> dict[str, str]:
        # Every tenth lead shares its address with the one before it.
        who = number - 1 if number % 10 == 9 else number
        return {
            "Company": f"Harbour {number}",
            "Contact": "Pat Lee",
            "Role": "Port captain",
            "Segment": "Ports",
            "Channel": "email",
            "Reachable path": f"pat@harbour{who}.example",
            "Source notes": NOTES[0].format(n=number),
            "Probable problem": "Slots are planned in spreadsheets",
            "Relevance signal": "opened a second warehouse in Ghent",
            "Signal source": "news page",
            "Confidence": "high",
        }

    def _sync(self) -> None:
        clock = Clock.system(today=self.today)
        sync(self.book, self.contract, clock, OfflineDrafter())
        self.shot: Snapshot = take(self.book.read(), self.contract)

    def _column(self, tab: str, title: str) -> list[object]:
        return list(self.shot.tabs[tab].values(title))

    def _set(self, tab: str, row: int, **cells: object) -> None:
        own = self.shot.tabs[tab]
        named = {title.replace("_", " "): value for title, value in cells.items()}
        self.book.type(
            own.grid.title,
            {(own.rows[row], own.places[t]): v for t, v in named.items()},  # type: ignore[misc]  # values are scalars
        )

    def live_a_day(self) -> None:
        """Let people do random things, then let days pass and sync."""
        for tab in ("Qualification", "Outreach", "Follow-up", "CRM"):
            for row, lead_id in enumerate(self._column(tab, "Lead ID")):
                if self.random.random() < 0.55:
                    self._act(tab, row, str(lead_id))
        for row in range(len(self._column("Research", "Lead ID"))):
            if self.random.random() < 0.02:
                text = self.random.choice(NOTES).format(n=row)
                self._set("Research", row, Source_notes=text)
        if self.random.random() < 0.3:
            self._add_to_list()
        self._review()
        self.today += timedelta(days=self.random.choice((0, 1, 1, 2, 3, 7)))
        self._sync()
        self._note_approvals()

    def _review(self) -> None:
        """Decide on some items of the last week's review; what counts is what it leads to."""
        own = self.shot.tabs["Review"]
        weeks, areas, leads = (own.values(t) for t in ("Week", "Area", "Leads"))
        statuses, allowed = own.values("Status"), own.values("Allowed decisions")
        for row, week in enumerate(weeks):
            if week != max(map(str, weeks)) or statuses[row] != "open" or not leads[row]:
                continue
            chance = 0.01 if areas[row] == "Active outreach" else 0.15
            if self.random.random() > chance:
                continue
            decision = self.random.choice(str(allowed[row]).split(" / "))
            until = self.today + timedelta(days=self.random.randrange(8, 30))
            names = {"change owner": "Dora", "pause": f"until {until}"}
            self._set(
                "Review", row, Decision=decision, Decided_by="Cleo", Comment=names.get(decision)
            )
            if areas[row] == "Active outreach":
                self.variant_stopped = decision == "stop"
            elif areas[row] in ("Overdue follow-up", "Qualified leads"):
                told = self.told[str(leads[row])]
                told.ended = told.ended or decision in ("stop", "reject", "move to nurture")
                told.rests_until = until if decision == "pause" else None

    def _add_to_list(self) -> None:
        lead = self.random.choice(list(self.told.values()))
        own = self.shot.tabs["Do not contact"]
        cells = {"Address or domain": lead.path, "Reason": "asked by phone", "Added by": "Ana"}
        self.book.type(
            "Do not contact", {(own.next_row, own.places[t]): v for t, v in cells.items()}
        )
        self._silence(lead.path)

    def _silence(self, path: str) -> None:
        for told in self.told.values():
            if told.path == path:
                told.silenced = True

    def _act(self, tab: str, row: int, lead_id: str) -> None:
        getattr(self, f"_in_{tab.replace('-', '').lower()}")(row, self.told[lead_id], lead_id)

    def _in_qualification(self, row: int, told: Told, _: str) -> None:
        decided = self._column("Qualification", "Decision")[row]
        if decided and self.random.random() < 0.9:
            return
        choice = self.random.choices(("pursue", "nurture", "skip"), (8, 1, 1))[0]
        told.ended, told.rests_until = False, None
        self._set(
            "Qualification",
            row,
            Decision=choice,
            Reason=f"because {self.random.randrange(1000)}",
            Evidence_note="opened a second warehouse in Ghent",
            Risk_or_missing_evidence="none found",
            Decided_by="Ben",
        )

    def _in_outreach(self, row: int, told: Told, lead_id: str) -> None:
        angle = self._column("Outreach", "Angle")[row]
        acts = ("approve", "approve", "send", "send", "send", "edit") if angle else ("angle",)
        act = self.random.choice(acts)
        if act == "angle":
            self._set("Outreach", row, Angle="the warehouse", Variant="A", Stop_condition="a reply")
        elif act == "approve":
            name = f"Ben {self.random.randrange(10_000)}"
            self._set("Outreach", row, Approved_by=name, Variant="A", Stop_condition="a reply")
            told.approvals[1] = ("new",)
        elif act == "edit" and self._column("Outreach", "Sent on")[row] is None:
            self._set("Outreach", row, Final_message=self.random.choice(EDITS))
        elif act == "send" and self._column("Outreach", "Sent on")[row] is None:
            ready = str(self._column("Outreach", "Ready to send")[row] or "")
            if ready == "yes" or self.random.random() < 0.05:
                self._set("Outreach", row, Sent_on=self.today)
                told.touched[1] = self.today

    def _in_followup(self, row: int, told: Told, lead_id: str) -> None:
        number = int(str(self._column("Follow-up", "Touch")[row]).split(".")[0])
        rows = [r for r, own in enumerate(self._column("Follow-up", "Lead ID")) if own == lead_id]
        fresh = not self._column("Follow-up", "Approved by")[row]
        acts = ("approve",) if fresh else ("send", "send", "send", "reply", "decide", "approve")
        act = self.random.choice(acts)
        if act == "approve":
            name = f"Ben {self.random.randrange(10_000)}"
            self._set("Follow-up", row, Approved_by=name)
            told.approvals[number] = ("new",)
        elif act == "send" and self._column("Follow-up", "Sent on")[row] is None:
            ready = str(self._column("Follow-up", "Ready to send")[row] or "")
            if ready == "yes" or self.random.random() < 0.03:
                self._set("Follow-up", row, Sent_on=self.today)
                told.touched[number] = self.today
        elif act == "reply" and row == rows[-1] and told.touched and self.random.random() < 0.5:
            text = self.random.choice(list(REPLIES))
            self._set(
                "Follow-up",
                row,
                Reply_text=text,
                Reply_received_on=self.today,
                Reply_decision=None,
                Decided_by=None,
            )
            if REPLIES[text]:
                self._silence(told.path)
            else:
                told.open_replies.add(number)
        elif act == "decide" and number in told.open_replies:
            choice = self.random.choice(("stop", "pause", "continue", "live"))
            by = self.random.choice(("Ben", None))
            self._set(
                "Follow-up",
                row,
                Reply_decision=choice,
                Decided_by=by,
                Stop_cause="other",
                Resume_on=self.today + timedelta(days=5),
            )
            if by:
                told.open_replies.discard(number)

    def _in_crm(self, row: int, told: Told, _: str) -> None:
        if self.random.random() < 0.05:
            by = self.random.choice(("Cleo", None))
            self._set("CRM", row, Deal_stage="Meeting", Deal_confirmed_by=by)

    def _note_approvals(self) -> None:
        """Record, at the first sync after it, the text and evidence that an approval was for."""
        for _, number, lead_id, basis in self._bases():
            told = self.told[lead_id]
            if told.approvals.get(number) == ("new",):
                told.approvals[number] = basis

    def _bases(self) -> Iterator[tuple[str, int, str, tuple[str, ...]]]:
        notes = dict(
            zip(
                self._column("Research", "Lead ID"),
                self._column("Research", "Source notes"),
                strict=True,
            )
        )
        replies: dict[object, str] = defaultdict(str)
        for own, text in zip(
            self._column("Follow-up", "Lead ID"),
            self._column("Follow-up", "Reply text"),
            strict=True,
        ):
            replies[own] += str(text or "")
        for tab, draft in (("Outreach", "AI draft"), ("Follow-up", "AI next touch")):
            numbers = self._column(tab, "Touch") if tab == "Follow-up" else None
            for row, lead_id in enumerate(self._column(tab, "Lead ID")):
                number = int(str(numbers[row]).split(".")[0]) if numbers else 1
                text = str(
                    self._column(tab, "Final message")[row] or self._column(tab, draft)[row] or ""
                )
                yield tab, number, str(lead_id), (text, str(notes[lead_id]), replies[lead_id])

    def breaches(self) -> list[str]:
        """Everything that must never be: empty in a sound product."""
        found: list[str] = []
        bases = {(tab, lead_id, number): basis for tab, number, lead_id, basis in self._bases()}
        decisions = dict(
            zip(
                self._column("Qualification", "Lead ID"),
                self._column("Qualification", "Decision"),
                strict=True,
            )
        )
        for tab in ("Outreach", "Follow-up"):
            numbers = self._column(tab, "Touch") if tab == "Follow-up" else None
            ready = self._column(tab, "Ready to send")
            for row, own in enumerate(self._column(tab, "Lead ID")):
                if ready[row] != "yes":
                    continue
                lead_id, told = str(own), self.told[str(own)]
                number = int(str(numbers[row]).split(".")[0]) if numbers else 1
                where = f"{self.today} {tab} {lead_id}/{number}"
                if told.open_replies:
                    found.append(f"{where}: ready after an answer without a decision")
                if told.silenced:
                    found.append(f"{where}: ready after an opt-out or a bounce at that address")
                if decisions[lead_id] != "pursue":
                    found.append(f"{where}: ready though the lead was routed away")
                if told.ended or (told.rests_until and self.today < told.rests_until):
                    found.append(f"{where}: ready though the review ended or paused it")
                if self.variant_stopped and tab == "Outreach":
                    found.append(f"{where}: ready though the review stopped its variant")
                if number > LENGTH:
                    found.append(f"{where}: ready over the length")
                first = told.touched.get(1)
                if first and self.today > first + timedelta(days=WINDOW):
                    found.append(f"{where}: ready past the window")
                if told.approvals.get(number) != bases[tab, lead_id, number]:
                    found.append(f"{where}: ready with a lapsed approval")
        found += self._states()
        return found

    def _states(self) -> list[str]:
        states: dict[str, set[str]] = defaultdict(set)
        for tab in ("Research", "Qualification", "Outreach", "Follow-up", "CRM"):
            for own, status in zip(
                self._column(tab, "Lead ID"), self._column(tab, "Status"), strict=True
            ):
                states[str(own)].add(str(status).rpartition("state: ")[2])
        return [
            f"{self.today} {lead_id}: states {sorted(own)}"
            for lead_id, own in states.items()
            if len(own) != 1 or "" in own
        ]


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one team: its seed, the touches that were ready, and every breach."""

    seed: int
    ready: int
    breaches: tuple[str, ...]


def play(seed: int, leads: int = TEAM) -> Played:
    """Play one team from its first day to its last."""
    team = Team(seed, leads=leads, contract=load())
    ready, breaches = 0, list[str]()
    for _ in range(DAYS):
        team.live_a_day()
        breaches += team.breaches()
        for tab in ("Outreach", "Follow-up"):
            ready += team._column(tab, "Ready to send").count("yes")
    return Played(seed, ready, tuple(breaches))


def main() -> int:
    parser = argparse.ArgumentParser(description="Play random histories of many leads.")
    parser.add_argument("--sequences", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    given = parser.parse_args()
    seeds = range(given.seed, given.seed + -(-given.sequences // TEAM))
    ready = breached = 0
    with ProcessPoolExecutor(given.processes) as pool:
        for count, played in enumerate(pool.map(play, seeds), 1):
            ready += played.ready
            breached += len(played.breaches)
            for breach in played.breaches[:5]:
                print(f"seed {played.seed}: {breach}")
            if count % 25 == 0 or count == len(seeds):
                print(f"{count * TEAM:,} sequences: {ready:,} times ready, {breached:,} breaches")
                sys.stdout.flush()
    return int(breached > 0 or ready == 0)


if __name__ == "__main__":
    sys.exit(main())
