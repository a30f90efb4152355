"""What has happened in each lead's sequence, read touch by touch from what people entered.

It only reads: where a sequence stands by this is decided in :mod:`sheetsync.sequence`.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sheetsync.ai.columns import suggestion
from sheetsync.check import Table
from sheetsync.identity import Identity
from sheetsync.rules.first_message import FirstTouch
from sheetsync.sequence import Heard, Step
from sheetsync.work import Work

UNHEARD = Heard("")
"""A row without a reply."""


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
        named, unsure = followup.cells["Lead ID"], _unsure(followup)
        for index, touch_id in enumerate(identity.ids):
            lead_id, _, number = touch_id.partition("/")
            if not number.isdecimal():
                continue
            heard = kinds.get(index, UNHEARD)
            step = _step(followup, index, int(number), heard, unsure=index in unsure)
            if index not in identity.frozen:
                found[lead_id].append(step)
            elif step.answered:
                # Whose row it is is not clear; an answer on it holds whoever it may be.
                for lead in {lead_id, named[index]} - {""}:
                    found[lead].append(replace(step, decision=""))
    return {lead: sorted(steps, key=lambda s: s.number) for lead, steps in found.items()}


def _unsure(table: Table) -> frozenset[int]:
    """Rows that hold something about an answer which cannot be read, or which nobody has signed."""
    tab, cells = table.tab, table.cells
    found = {
        index
        for index, decision in enumerate(cells["Reply decision"])
        if decision and not cells["Decided by"][index]
    }
    for title in ("Reply text", "Reply received on", "Reply decision"):
        place = tab.places.get(title, -1)
        for index, raw in enumerate(tab.values(title)):
            written = raw is not None and bool(str(raw).strip())
            if (written or (tab.rows[index], place) in tab.grid.formulas) and not cells[title][
                index
            ]:
                found.add(index)
    return frozenset(found)


def _step(table: Table, index: int, number: int, heard: Heard, *, unsure: bool) -> Step:
    cells = table.cells
    decision: str = cells["Reply decision"][index] if cells["Decided by"][index] else ""
    return Step(
        number=number,
        sent_on=cells["Sent on"][index],
        reply=cells["Reply text"][index],
        received_on=cells["Reply received on"][index],
        seen_on=heard.seen_on,
        kind=heard.kind,
        decision="" if heard.changed and decision != "stop" else decision,
        resume_on=cells["Resume on"][index],
        cause=cells["Stop cause"][index],
        unsure=unsure,
    )


def sent_messages(work: Work, first: Mapping[str, FirstTouch]) -> dict[str, list[tuple[int, str]]]:
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


def sent_days(work: Work, first: Mapping[str, FirstTouch]) -> dict[str, dict[int, date]]:
    """When each lead's touches went out, by touch number."""
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


def last_rows(work: Work) -> dict[str, int]:
    """The row (by index) of each lead's highest touch."""
    found: dict[str, tuple[int, int]] = {}
    for index, touch_id in enumerate(work.identity.ids):
        lead_id, _, number = touch_id.partition("/")
        if number.isdecimal():
            found[lead_id] = max(found.get(lead_id, (0, 0)), (int(number), index))
    return {lead: index for lead, (_, index) in found.items()}
