"""Follow-up: touch, pause or stop? One row a planned touch; a reply holds everything.

The next touch exists before the current one is done (R32). What a reply means is
a person's decision (R68); an opt-out and a bounce stop without waiting for it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from sheetsync import state
from sheetsync.ai.columns import OpenJob, open_jobs, suggestion
from sheetsync.ai.jobs import for_tab
from sheetsync.cells import Scalar
from sheetsync.check import Table
from sheetsync.desk import Desk
from sheetsync.events import Event
from sheetsync.identity import Identity
from sheetsync.lead import Lead, as_text
from sheetsync.message import Message, Wording, keep_sent, weigh
from sheetsync.rules.outreach import FirstTouch
from sheetsync.sequence import STOPS_AT_ONCE, Heard, Position, Step
from sheetsync.settle import READY, STATUS, Work, grow
from sheetsync.state import State

FOLLOWUP = "Follow-up"

_REPEATS = 0.8
"""Share of a message's five-word runs that stand in an earlier one, from which it repeats it."""

_RUN = 5

_UNHEARD = Heard("")
"""A row without a reply."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A touch that gets its row in this run."""

    lead: Lead
    number: int


def steps_of(
    outreach: Table | None,
    followup: Table | None,
    identity: Identity | None,
    kinds: Mapping[int, Heard],
) -> dict[str, list[Step]]:
    """Read every lead's touches from the people's cells.

    Args:
        outreach: The tab of first messages.
        followup: The tab of further touches.
        identity: Its rows' ids.
        kinds: What each reply (by row index in Follow-up) is read as.

    Returns:
        Steps by Lead ID, in order of their number; of a frozen row only its answer counts.
    """
    found: dict[str, list[Step]] = defaultdict(list)
    if outreach is not None:
        ids, sent = outreach.cells["Lead ID"], outreach.cells["Sent on"]
        for lead_id, sent_on in zip(ids, sent, strict=True):
            if lead_id:
                found[lead_id].append(Step(1, sent_on=sent_on))
    if followup is not None and identity is not None:
        named = followup.cells["Lead ID"]
        for index, touch_id in enumerate(identity.ids):
            lead_id, _, number = touch_id.partition("/")
            if not number.isdecimal():
                continue
            step = _step(followup, index, int(number), kinds.get(index, _UNHEARD))
            if index not in identity.frozen:
                found[lead_id].append(step)
            elif step.answered:
                # Whose row it is is not clear; an answer on it holds whoever it may be.
                for lead in {lead_id, named[index]} - {""}:
                    found[lead].append(replace(step, decision=""))
    return {lead: sorted(steps, key=lambda s: s.number) for lead, steps in found.items()}


def _step(table: Table, index: int, number: int, heard: Heard) -> Step:
    cells = table.cells
    decision: str = cells["Reply decision"][index] if cells["Decided by"][index] else ""
    return Step(
        number=number,
        sent_on=cells["Sent on"][index],
        reply=cells["Reply text"][index],
        received_on=cells["Reply received on"][index],
        kind=heard.kind,
        decision="" if heard.changed and decision != "stop" else decision,
        resume_on=cells["Resume on"][index],
        cause=cells["Stop cause"][index],
    )


def reply_mark(text: str) -> str:
    """A mark of one reply, to notice another one."""
    return state.digest([text])[:10]


def decided_before(table: Table, index: int, own: State) -> bool:
    """Was the row's decision taken when another reply, or none, stood there (R74)?"""
    taken, kept = _taken(table, index), own.get("answer")
    if not (taken and isinstance(kept, list) and len(kept) == 2 and kept[0] == taken):
        return False
    return bool(kept[1] != reply_mark(table.cells["Reply text"][index]))


def _taken(table: Table, index: int) -> str:
    """A mark of the person's decision about a reply; ``""`` while there is none."""
    cells = table.cells
    parts = [str(cells[title][index]) for title in ("Reply decision", "Decided by", "Stop cause")]
    return state.digest(parts)[:10] if parts[0] and parts[1] else ""


def begin(
    table: Table,
    identity: Identity,
    states: Sequence[State],
    arrivals: Sequence[Arrival],
) -> Work:
    """Set up the tab, with a row for each touch that is planned in this run."""
    records = [
        {
            "Touch ID": f"{arrival.lead.lead_id}/{arrival.number}",
            "Lead ID": arrival.lead.lead_id,
            "Company": arrival.lead.company,
            "Contact": arrival.lead.contact,
        }
        for arrival in arrivals
    ]
    return grow(table, identity, states, records, key="Touch ID")


def arrivals(
    identity: Identity, table: Table, first: Mapping[str, FirstTouch], desk: Desk
) -> list[Arrival]:
    """Say which touches are to be planned now: the one after each that is sent or may be soon.

    A message that a person has approved can go out at any hour, so the one after it
    gets its row in the same run (R32).
    """
    here: dict[str, int] = defaultdict(lambda: 1)
    sent: dict[str, int] = {lead: 1 for lead, touch in first.items() if touch.sent_on}
    approved: set[tuple[str, int]] = set()
    for index, touch_id in enumerate(identity.ids):
        lead_id, _, number = touch_id.partition("/")
        if not number.isdecimal():
            continue
        here[lead_id] = max(here[lead_id], int(number))
        if table.cells["Sent on"][index] is not None:
            sent[lead_id] = max(sent.get(lead_id, 0), int(number))
        elif table.cells["Approved by"][index]:
            approved.add((lead_id, int(number)))
    found: list[Arrival] = []
    for lead_id, touch in first.items():
        lead, position = desk.leads.get(lead_id), desk.positions[lead_id]
        if lead is None:
            continue
        done = max(sent.get(lead_id, 0), 1 if touch.ready else 0)
        if lead_id in sent and (lead_id, done + 1) in approved:
            done += 1
        wanted = min(done + 1, desk.context.project.sequence_length)
        # A reply to the last message needs a row to be pasted on, so the second row always comes.
        open_ = position.may_send or (sent.get(lead_id) == 1 and here[lead_id] == 1)
        if done and open_:
            found += [Arrival(lead, number) for number in range(here[lead_id] + 1, wanted + 1)]
    return found


def jobs(work: Work, desk: Desk, first: Mapping[str, FirstTouch]) -> list[OpenJob]:
    """Say which AI cells need an answer: the next touch (h) of each running sequence."""
    context = desk.context
    if not context.model or not context.gates[FOLLOWUP].automated or work.table.tab.refused:
        return []
    cells, ids = work.table.cells, work.identity.ids
    messages, sent_on = _messages(work, first), _sent_days(work, first)

    def before_is_sent(touch_id: str) -> bool:
        lead_id, _, number = touch_id.partition("/")
        return int(number) - 1 in sent_on[lead_id]

    def inputs_of(index: int) -> Mapping[str, str]:
        lead_id, _, number = ids[index].partition("/")
        lead, project = desk.leads[lead_id], desk.context.project
        return {
            "Company": lead.company,
            "Contact": lead.contact,
            "Touch": number,
            "Sent so far": "\n\n".join(text for n, text in messages[lead_id] if n < int(number)),
            "Verified signal": first[lead_id].signal,
            "Probable problem": desk.evidence[lead_id].get("Probable problem", ""),
            "Relevance signal": desk.evidence[lead_id].get("Relevance signal", ""),
            "Evidence note": desk.evidence[lead_id].get("Evidence note", ""),
            "Source notes": lead.notes,
            "Our claims": desk.evidence[lead_id].get("Our claims", ""),
            "Sender": project.sender_name,
            "Address": project.sender_address,
            "Opt-out sentence": project.opt_out_sentence,
        }

    active = [
        index
        for index, touch_id in enumerate(ids if not desk.unset else ())
        if index not in work.identity.frozen
        and touch_id.partition("/")[0] in first
        and touch_id.partition("/")[0] in desk.leads
        and desk.positions[touch_id.partition("/")[0]].standing == "running"
        and before_is_sent(touch_id)
        and cells["Sent on"][index] is None
    ]
    every = for_tab(context.contract[FOLLOWUP])
    touch = [spec for spec in every if spec.job == "h"]
    reply = [spec for spec in every if spec.job == "i"]
    replied = [
        index
        for index, text in enumerate(cells["Reply text"])
        if text and index not in work.identity.frozen
    ]
    today = context.today
    return [
        *open_jobs(work, touch, context.model, active, inputs_of, today=today),
        *open_jobs(
            work,
            reply,
            context.model,
            replied,
            lambda index: {"Reply text": cells["Reply text"][index]},
            today=today,
        ),
    ]


def _messages(work: Work, first: Mapping[str, FirstTouch]) -> dict[str, list[tuple[int, str]]]:
    """What each lead has been sent so far, by touch number."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for lead_id, touch in first.items():
        if touch.sent_message:
            found[lead_id].append((1, touch.sent_message))
    kept, cells = work.table.tab.values("Sent message"), work.table.cells
    for index, touch_id in enumerate(work.identity.ids):
        lead_id, _, number = touch_id.partition("/")
        text = str(kept[index] or "")
        if not text and cells["Sent on"][index] is not None:
            # Marked as sent since the last run: this is the text that is about to be frozen.
            text = cells["Final message"][index] or suggestion(work, "AI next touch", index)
        if number.isdecimal() and text:
            found[lead_id].append((int(number), text))
    return found


def _without(text: str, sentences: Sequence[str]) -> str:
    for sentence in filter(None, sentences):
        text = text.replace(sentence, "")
    return text


def repeats(text: str, earlier: str) -> bool:
    """Does a message say an earlier one again (R46)?"""
    runs, before = _runs(text), _runs(earlier)
    if not runs:
        return False
    return len(runs & before) >= _REPEATS * len(runs)


@lru_cache(maxsize=4_096)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.casefold().split()
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))


def rule(
    work: Work, desk: Desk, first: Mapping[str, FirstTouch], kinds: Mapping[int, Heard]
) -> tuple[dict[str, date], list[Event]]:
    """Run the rules of Follow-up on every row.

    Returns:
        When each lead's next unsent touch is due, and what happened.
    """
    tab = work.table.tab
    computed = ("Draft check", "Ready to send", "Sent message", STATUS)
    titles = (*desk.context.contract[FOLLOWUP].handoff, "Touch", "Window ends", *computed)
    columns: dict[str, list[Scalar]] = {title: list(tab.values(title)) for title in titles}
    events: list[Event] = []
    messages = _messages(work, first)
    sent_on = _sent_days(work, first)
    last = _last_rows(work)
    planned: dict[str, date] = {}
    for index, touch_id in enumerate(work.identity.ids):
        lead_id, _, number = touch_id.partition("/")
        if index in work.identity.frozen:
            columns[STATUS][index] = "Frozen: the Touch ID is not clear"
            columns[READY][index] = "no: the Touch ID is not clear"
            continue
        if index in work.withheld:
            continue
        if lead_id not in first or lead_id not in desk.leads or not number.isdecimal():
            message = f"No row in Outreach has the Lead ID {lead_id or '(blank)'}."
            work.flag(index, "HO002", message, "Touch ID")
            columns[STATUS][index] = "Not taken up: no lead in Outreach"
            columns[READY][index] = "no: no lead in Outreach"
            continue
        heard = kinds.get(index, _UNHEARD)
        row = _Row(work, index, desk=desk, first=first[lead_id], heard=heard)
        row.judge(messages[lead_id], sent_on[lead_id], events, is_last=last[lead_id] == index)
        for title, value in row.cells.items():
            columns[title][index] = value
        due = row.cells["Due on"]
        if row.sent_on is None and isinstance(due, date):
            planned[lead_id] = min(due, planned.get(lead_id, due))
    work.cells.update(columns)
    return planned, events


def _sent_days(work: Work, first: Mapping[str, FirstTouch]) -> dict[str, dict[int, date]]:
    found: dict[str, dict[int, date]] = defaultdict(dict)
    for lead_id, touch in first.items():
        if touch.sent_on:
            found[lead_id][1] = touch.sent_on
    for index, touch_id in enumerate(work.identity.ids):
        lead_id, _, number = touch_id.partition("/")
        day = work.table.cells["Sent on"][index]
        if number.isdecimal() and day:
            found[lead_id][int(number)] = day
    return found


def _last_rows(work: Work) -> dict[str, int]:
    found: dict[str, tuple[int, int]] = {}
    for index, touch_id in enumerate(work.identity.ids):
        lead_id, _, number = touch_id.partition("/")
        if number.isdecimal():
            found[lead_id] = max(found.get(lead_id, (0, 0)), (int(number), index))
    return {lead: index for lead, (_, index) in found.items()}


class _Row:
    """One touch while it is judged."""

    def __init__(
        self, work: Work, index: int, *, desk: Desk, first: FirstTouch, heard: Heard
    ) -> None:
        self.work, self.index, self.desk = work, index, desk
        self.first, self.heard, self.kind = first, heard, heard.kind
        self.number = int(work.identity.ids[index].partition("/")[2])
        self.lead = desk.leads[first.lead_id]
        self.position: Position = desk.positions[first.lead_id]
        self.cells: dict[str, Scalar] = {}
        self.sent_on: date | None = work.table.cells["Sent on"][index]

    def judge(
        self,
        messages: Sequence[tuple[int, str]],
        sent: Mapping[int, date],
        events: list[Event],
        *,
        is_last: bool,
    ) -> None:
        """Raise the row's flags and fill its computed cells."""
        before = dict(messages).get(self.number - 1, "")
        previous = sent.get(self.number - 1)
        due = self._due(self.number, sent)
        ends = self._window_ends(sent.get(1))
        self.cells |= {
            "Touch ID": f"{self.lead.lead_id}/{self.number}",
            "Lead ID": self.lead.lead_id,
            "Touch": self.number,
            "Company": self.lead.company,
            "Contact": self.lead.contact,
            "Variant": self.first.variant,
            "Verified signal": self.first.signal,
            "Previous message": before,
            "Due on": due,
            "Window ends": ends,
            "Stop condition": self.first.stop_condition,
        }
        self._reply(events)
        message = self._message()
        self.cells["Draft check"] = message.check
        troubles = self._troubles(message, previous, due, ends)
        self._repeats(message, [text for number, text in messages if number < self.number])
        self._sent(message, troubles, events)
        closed = "" if self.position.may_send else self.position.why
        if self.sent_on is not None:
            self.cells["Ready to send"] = "no: sent"
        elif closed:
            self.cells["Ready to send"] = f"no: {closed}"
        else:
            self.cells["Ready to send"] = f"no: {'; '.join(troubles)}" if troubles else "yes"
        self._to_do(message, due if previous is not None else None)
        self.cells[STATUS] = self._status(due, is_last=is_last)

    def _repeats(self, message: Message, earlier: Sequence[str]) -> None:
        """Flag a message that says again what an earlier one said, the team's footer aside."""
        footer = self.desk.exempt
        text = _without(message.text, footer)
        if self.sent_on is None and any(repeats(text, _without(t, footer)) for t in earlier):
            self._flag("FU007", "The message repeats an earlier one.", "Final message")

    def _to_do(self, message: Message, due: date | None) -> None:
        """Put what a person does next with a touch that is due into To do."""
        open_ = self.sent_on is None and self.position.may_send
        if not open_ or due is None or self.desk.context.today < due:
            return
        if self.cells["Ready to send"] == "yes":
            self._flag("OU010", "Ready: send it and enter the day.", "Sent on", due)
        elif message.text and message.passed and not message.approval:
            self._flag("OU011", "Read the message and approve it.", "Approved by", due)

    def _due(self, number: int, sent: Mapping[int, date]) -> date | None:
        """When a touch is due: by the person's date, else by the cadence from the one before it.

        While the one before it is not sent, the day on which that one is due counts.
        """
        if number <= 2:
            return self.first.planned_on
        cadence = self.desk.context.project.cadence
        previous = sent.get(number - 1) or self._due(number - 1, sent)
        if previous is None or not cadence:
            return None
        step = cadence[min(number - 2, len(cadence) - 1)]
        return self.desk.days.after(previous, step)

    def _window_ends(self, first_sent: date | None) -> date | None:
        days = self.desk.context.project.window_days
        return first_sent + timedelta(days=days) if first_sent and days else None

    def _reply(self, events: list[Event]) -> None:
        """Flag what a reply on this row needs, and log a decision when it is first seen."""
        cells = self.work.table.cells
        text, decision = self._cell("Reply text"), self._cell("Reply decision")
        by = self._cell("Decided by")
        answered = bool(text) or cells["Reply received on"][self.index] is not None
        open_ = self.heard.changed or not (decision and by)
        if answered and open_ and self.kind not in STOPS_AT_ONCE:
            self._flag(
                "FU001", self._waits(), "Reply decision", cells["Reply received on"][self.index]
            )
        if decision == "pause" and cells["Resume on"][self.index] is None:
            self._flag("FU003", "A pause has no resume date.", "Resume on")
        if decision == "stop" and not self._cell("Stop cause"):
            self._flag("FU004", "A stop has no cause.", "Stop cause")
        mark = reply_mark(text) if answered else None
        day = self.heard.resume_on.isoformat() if self.heard.resume_on else ""
        kept = [mark, self.kind, day] if mark and self.kind else None
        self.work.remember(self.index, "kind", kept)
        if mark and self.work.states[self.index].get("reply") != mark:
            events.append(self._event("reply seen", f"{self.kind or 'reply'}: {text}"))
        self.work.remember(self.index, "reply", mark)
        self._decided(decision, by, events)

    def _waits(self) -> str:
        """What a reply waits for, with what the program reads it as."""
        if self.heard.changed:
            return (
                "The reply is another one than was decided on: decide again, and change "
                "Reply decision or Decided by."
            )
        on = self.heard.resume_on
        named = f" and names {on.isoformat()}" if on else ""
        said = f" It reads as {self.kind}{named}; a person decides." if self.kind else ""
        return f"A reply waits for a decision: stop, pause, continue or live.{said}"

    def _decided(self, decision: str, by: str, events: list[Event]) -> None:
        """Keep which decision was taken on which reply; log it, and hand it on, once (R47)."""
        taken = _taken(self.work.table, self.index)
        kept = self.work.states[self.index].get("answer")
        if not taken:
            self.work.remember(self.index, "answer", None)
        elif not (isinstance(kept, list) and kept[:1] == [taken]):
            self.work.remember(self.index, "answer", [taken, reply_mark(self._cell("Reply text"))])
            events.append(self._event("reply decided", decision, by=by))
            record = {
                "Reply status": f"{self.kind or 'reply'}: {decision}",
                "Objection or question": suggestion(
                    self.work, "AI objection or question", self.index
                ),
                "Next action": self._cell("Next action"),
                "Owner": self._cell("Owner"),
                "Pause or stop": self._cell("Stop cause")
                or str(self.work.table.cells["Resume on"][self.index] or "none"),
            }
            events.append(self._event("handoff to CRM", as_text(record)))

    def _message(self) -> Message:
        own, before = self._cell("Final message"), self._cell("AI next touch")
        drafted = suggestion(self.work, "AI next touch", self.index)
        wording = Wording(own or drafted, own or before)
        stored = self.desk.evidence[self.lead.lead_id]
        return weigh(self.work, self.index, wording, stored, self.desk.exempt)

    def _troubles(
        self, message: Message, previous: date | None, due: date | None, ends: date | None
    ) -> list[str]:
        """Every check that keeps this touch from going out."""
        today = self.desk.context.today
        found = [f"“{name}” is not set in Settings" for name in self.desk.unset]
        found += [f"{title} cannot be read" for title in self.work.unreadable(self.index)]
        found += self._over_limits(ends)
        if previous is None:
            found.append("the touch before it is not sent")
        elif due is None or today < due:
            found.append(f"due on {due.isoformat()}" if due else "no due date")
        elif self.sent_on is None and self.position.may_send and today > due:
            self._flag("FU008", f"The touch was due on {due.isoformat()}.", "Sent on", due)
        found += self._unfit(message)
        hit = self.desk.suppression.hit(self.lead.path)
        if hit:
            found.append(f"on Do not contact ({hit})")
        moment = self.desk.moment_trouble()
        return [*found, moment] if moment else found

    def _unfit(self, message: Message) -> list[str]:
        """What is wrong with the message itself."""
        found: list[str] = []
        if not message.text:
            found.append("no message yet")
        elif not message.passed:
            found.append(self._trouble("OU002", message.check, "Final message"))
        if message.changed:
            why = f"{' and '.join(message.changed)} changed after the approval"
            found.append(self._trouble("EV001", why, "Approved by"))
        if message.approval == "lapsed":
            why = "the approval was for another text or other evidence"
            found.append(self._trouble("OU008", why, "Approved by"))
        elif not message.approval:
            found.append("not approved")
        return found

    def _over_limits(self, ends: date | None) -> list[str]:
        """The hard limits (R37, R38): flagged whether or not the touch has been sent."""
        length, day = self.desk.context.project.sequence_length, self.sent_on
        found: list[str] = []
        if self.number > length:
            found.append(f"the sequence has {length} touches at most")
            self._flag(
                "FU006", f"Touch {self.number} is over the {length} that are allowed.", "Touch ID"
            )
        on = day or self.desk.context.today
        open_ = self.position.standing in ("waiting", "running", "done")
        if ends is not None and on > ends and (day is not None or open_):
            found.append(f"the window ended on {ends.isoformat()}")
            self._flag("FU005", f"The window ended on {ends.isoformat()}.", "Window ends")
        return found

    def _sent(self, message: Message, troubles: Sequence[str], events: list[Event]) -> None:
        stopped = self.position.why if self.position.forbids else ""
        sent = keep_sent(self.work, self.index, message, troubles=troubles, stopped=stopped)
        self.cells["Sent message"] = sent.text if sent else None
        if self.sent_on is not None and self.sent_on > self.desk.context.today:
            self._flag("SY002", "Sent on lies in the future.", "Sent on")
        if sent is not None and sent.new:
            detail = f"Touch {self.number} on {self.sent_on}: {sent.text}"
            events.append(self._event("sent", detail, by=self._cell("Approved by") or "a person"))

    def _status(self, due: date | None, *, is_last: bool) -> str:
        if self.sent_on is not None:
            return f"Sent on {self.sent_on.isoformat()}" + (
                f"; {self.position.why}" if is_last and self.position.why else ""
            )
        standing = self.position
        if standing.standing == "live":
            return "Live: a person takes it from here"
        if not standing.may_send:
            why = standing.why
            known = why.startswith(standing.standing)
            return (
                f"{why[0].upper()}{why[1:]}"
                if known
                else f"{standing.standing.capitalize()}: {why}"
            )
        if self.cells["Ready to send"] == "yes":
            return "Ready to send"
        return f"Planned for {due.isoformat()}" if due else "Planned"

    def _cell(self, title: str) -> str:
        return str(self.work.table.cells[title][self.index])

    def _flag(self, code: str, message: str, column: str, since: date | None = None) -> None:
        self.work.flag(self.index, code, message, column, since)

    def _trouble(self, code: str, why: str, column: str) -> str:
        if self.sent_on is None and self.position.may_send:
            self._flag(code, f"{why[0].upper()}{why[1:]}.", column)
        return why

    def _event(self, event: str, detail: str, by: str = "sheetsync") -> Event:
        return Event(event, FOLLOWUP, self.lead.lead_id, detail, by)
