"""A reply on a row of Follow-up: what it waits for, and which decision was taken on which reply.

What a reply means is a person's decision (R68). It is logged and handed to CRM
once, and it does not count for another reply that is pasted over the first.
"""

from datetime import date

from sheetsync import state
from sheetsync.ai.columns import suggestion
from sheetsync.check import Table
from sheetsync.events import Event
from sheetsync.lead import as_text
from sheetsync.rules.row import Row
from sheetsync.sequence import STOPS_AT_ONCE, Heard
from sheetsync.state import State


def reply_mark(table: Table, index: int) -> str:
    """A mark of the reply on a row, or of its day where only that is known."""
    cells = table.cells
    return state.digest([cells["Reply text"][index] or str(cells["Reply received on"][index])])[:10]


def decided_before(table: Table, index: int, own: State) -> bool:
    """Was the row's decision taken when another reply, or none, stood there (R74)?"""
    taken, kept = _taken(table, index), own.get("answer")
    if not (taken and isinstance(kept, list) and len(kept) == 2 and kept[0] == taken):
        return False
    return bool(kept[1] != reply_mark(table, index))


def first_seen(own: State, mark: str) -> date | None:
    """The day on which a sync first saw the reply, as far as it was kept."""
    kept = own.get("came")
    if not (isinstance(kept, list) and len(kept) == 2 and kept[0] == mark):
        return None
    return state.day({"on": kept[1]}, "on")


def _taken(table: Table, index: int) -> str:
    """A mark of the person's decision about a reply; ``""`` while there is none."""
    cells = table.cells
    parts = [str(cells[title][index]) for title in ("Reply decision", "Decided by", "Stop cause")]
    return state.digest(parts)[:10] if parts[0] and parts[1] else ""


def judge_reply(row: Row, heard: Heard, events: list[Event], *, cap: int) -> None:
    """Flag what a reply on this row needs, and log a decision when it is first seen.

    Args:
        row: The row of Follow-up.
        heard: What its reply reads as.
        events: What happened; a decision that is new is added.
        cap: Most characters of a field that is handed on to CRM.
    """
    cells = row.work.table.cells
    text, decision = row.cell("Reply text"), row.cell("Reply decision")
    by = row.cell("Decided by")
    answered = bool(text) or cells["Reply received on"][row.index] is not None
    open_ = heard.changed or not (decision and by)
    if answered and open_ and heard.kind not in STOPS_AT_ONCE:
        since = cells["Reply received on"][row.index]
        if not decision or by or heard.changed:
            row.flag("FU001", _waits(heard), "Reply decision", since)
    if decision and not by and not heard.changed:
        waits = "A reply waits for a decision: " if answered else ""
        message = (
            f"{waits}“{decision}” counts once Decided by is filled in; until then nothing is due."
        )
        row.flag("FU001", message, "Decided by")
    if decision == "pause" and cells["Resume on"][row.index] is None:
        row.flag("FU003", "A pause has no resume date.", "Resume on")
    if decision == "stop" and not row.cell("Stop cause"):
        row.flag("FU004", "A stop has no cause.", "Stop cause")
    row.fits(cap, {title: row.cell(title) for title in ("Next action", "Owner")})
    mark = reply_mark(row.work.table, row.index) if answered else None
    day = heard.resume_on.isoformat() if heard.resume_on else ""
    kept = [mark, heard.kind, day] if mark and heard.kind else None
    row.keep("kind", kept)
    unsaid = mark if cells["Reply received on"][row.index] is None else None
    row.keep("came", [unsaid, str(heard.seen_on)] if unsaid and heard.seen_on else None)
    if mark and row.own.get("reply") != mark and (text or "reply" not in row.own):
        events.append(row.event("reply seen", f"{heard.kind or 'reply'}: {text}"))
    row.keep("reply", mark)
    _keep_decision(row, heard, events)


_READS = {
    "opt-out": "an opt-out",
    "bounce": "a bounce",
    "out-of-office": "an out-of-office answer",
    "question": "a question",
    "positive": "a positive answer",
    "negative": "a negative answer",
}
"""What a person is told that a reply is."""


def _waits(heard: Heard) -> str:
    """What a reply waits for, with what the program reads it as."""
    if heard.changed:
        return (
            "The reply is another one than was decided on: decide again, and change "
            "Reply decision or Decided by."
        )
    on = heard.resume_on
    named = f" and names {on.isoformat()}" if on else ""
    kind = _READS.get(heard.kind, heard.kind)
    said = f" It reads as {kind}{named}; a person decides." if heard.kind else ""
    return f"A reply waits for a decision: stop, pause, continue or live.{said}"


def _keep_decision(row: Row, heard: Heard, events: list[Event]) -> None:
    """Keep which decision was taken on which reply; log it, and hand it on, once (R47)."""
    decision, by = row.cell("Reply decision"), row.cell("Decided by")
    taken = _taken(row.work.table, row.index)
    kept = row.own.get("answer")
    if not taken:
        row.keep("answer", None)
    elif not (isinstance(kept, list) and kept[:1] == [taken]):
        row.keep("answer", [taken, reply_mark(row.work.table, row.index)])
        events.append(row.event("reply decided", decision, by=by))
        record = {
            "Reply status": f"{heard.kind or 'reply'}: {decision}",
            "Objection or question": suggestion(row.work, "AI objection or question", row.index),
            "Next action": row.cell("Next action"),
            "Owner": row.cell("Owner"),
            "Pause or stop": row.cell("Stop cause")
            or str(row.work.table.cells["Resume on"][row.index] or "none"),
        }
        events.append(row.event("handoff to CRM", as_text(record)))
