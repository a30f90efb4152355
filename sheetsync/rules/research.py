"""Research: does this lead deserve attention? Rules, status, and the handoff to Qualification.

A lead passes on only when it is complete (R11, R15), nothing on its row is
wrong, and the Map says that the block is automated (R94).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sheetsync import state
from sheetsync.ai.columns import OpenJob, effective, open_jobs
from sheetsync.ai.jobs import for_tab
from sheetsync.cells import Scalar
from sheetsync.check import Table
from sheetsync.context import Context
from sheetsync.events import ADDED, Event
from sheetsync.identity import Identity, LookAlike, possible_duplicates
from sheetsync.lead import Lead, as_text
from sheetsync.review.agenda import NEW
from sheetsync.review.rulings import Ruling
from sheetsync.rules.paths import path_trouble
from sheetsync.rules.ruled import standing_ruling
from sheetsync.state import State
from sheetsync.work import STATUS, Work

RESEARCH = "Research"

_SKIP_OVERRULES = (
    "Company",
    "Reachable path",
    "Source notes",
    "Relevance signal",
    "Probable problem",
)
"""Who changes one of these takes a lead up again that the review has skipped."""

_LIST_LINE = re.compile(r"[^:]{1,80}: ")


@dataclass(frozen=True, slots=True)
class Routing:
    """What Qualification says of a lead so far.

    Attributes:
        decision: pursue, nurture or skip once it counts; ``""`` before.
        reason: The person's reason.
        seen: Has the lead a row in Qualification?
    """

    decision: str = ""
    reason: str = ""
    seen: bool = False


def begin(table: Table, identity: Identity, states: Sequence[State]) -> Work:
    """Set up the tab with its ids and everything that reading found."""
    work = Work(table, len(table), identity, states)
    for index, lead_id in enumerate(identity.ids):
        if index not in identity.frozen:
            if states[index].get("id", lead_id) != lead_id:
                # A copied row: nothing that is known of the other lead counts, but the texts
                # that the sync wrote there are still its own.
                for key in states[index].keys() - {"w"}:
                    del states[index][key]
            work.remember(index, "id", lead_id)
    work.take_up((*table.findings, *identity.findings))
    return work


def added(work: Work) -> list[Event]:
    """Say which leads are new in this run."""
    companies, ids = work.table.cells["Company"], work.identity.ids
    return [
        Event(ADDED, RESEARCH, ids[index], companies[index])
        for index in sorted(work.identity.fresh)
    ]


def jobs(work: Work, context: Context, routing: Mapping[str, Routing]) -> list[OpenJob]:
    """Say which AI cells of Research need an answer (jobs a and b).

    A skipped lead is not researched again; its look-alikes are flagged with its reason (R27).
    Where a cell of it is blank, that is said.
    """
    if not context.model or not context.gates[RESEARCH].automated or work.table.tab.refused:
        return []
    contract = context.contract[RESEARCH]
    specs = for_tab(contract)
    wanted = {title for spec in specs for title in spec.inputs}
    cells = {title: work.table.cells[title] for title in wanted}
    ids = work.identity.ids
    rows = {
        index: _set_aside(ids[index], context, routing)
        for index in range(len(work.table))
        if index not in work.identity.frozen and index not in work.withheld
    }
    return open_jobs(
        work,
        specs,
        context.model,
        (index for index, why in rows.items() if not why),
        lambda index: {title: values[index] for title, values in cells.items()},
        today=context.today,
        skipped={index: why for index, why in rows.items() if why},
    )


def _set_aside(lead_id: str, context: Context, routing: Mapping[str, Routing]) -> str:
    """Where people have skipped a lead, as the rest of a sentence; ``""`` if nobody has."""
    if routing.get(lead_id, Routing()).decision == "skip":
        return "the lead is skipped in Qualification"
    ruling = context.rulings.on(NEW, lead_id, "skip")
    return f"the lead is skipped in {ruling.source}" if ruling is not None else ""


def rule(
    work: Work, context: Context, routing: Mapping[str, Routing], *, writable: bool
) -> tuple[dict[str, Lead], list[Event]]:
    """Run the rules of Research on every row.

    Args:
        work: The tab; flags, computed cells and states are filled in.
        context: Settings, today, the Map.
        routing: What Qualification has decided, by lead.
        writable: Can Qualification take new rows?

    Returns:
        Every lead that is not frozen by its id, and what happened.
    """
    table, ids = work.table, work.identity.ids
    duplicates = possible_duplicates(table, ids, table.cells["Reachable path"])
    skipped = {lead: route for lead, route in routing.items() if route.decision == "skip"}
    statuses: list[Scalar] = []
    leads: dict[str, Lead] = {}
    events: list[Event] = []
    for index in range(len(table)):
        if index in work.identity.frozen:
            statuses.append("Frozen: the Lead ID is not clear")
            continue
        lead = _read(work, index)
        route = routing.get(lead.lead_id, Routing())
        skipping = _skipping(work, index, context, route)
        if skipping is not None:
            statuses.append(f"Skipped in {skipping.source} by {skipping.by}")
            leads[lead.lead_id] = replace(lead, handed=None, skipped=skipping.source)
            continue
        missing = _rules(work, index, lead, context)
        if index in duplicates:
            work.flag(index, "ID002", _look_alike(duplicates[index], skipped), "Company")
        complete = not missing and not work.blocked(index)
        passes = (
            complete
            and context.gates[RESEARCH].automated
            and writable
            and index not in work.withheld
        )
        handed = lead.handed if route.seen or not writable else None
        if passes and not route.seen:
            handed = context.today
            detail = as_text(lead.record, lead.suggested)
            events.append(Event("handoff to Qualification", RESEARCH, lead.lead_id, detail))
        elif route.seen and handed is None:
            handed = context.today
        work.remember(index, "handed", handed.isoformat() if handed else None)
        _overdue(work, index, context, route, handed)
        statuses.append(_status(work, index, missing, context, route=route, handed=handed))
        leads[lead.lead_id] = replace(lead, complete=complete, handed=handed)
    work.cells["Lead ID"] = list(ids)
    work.cells[STATUS] = statuses
    return leads, events


def _skipping(work: Work, index: int, context: Context, route: Routing) -> Ruling | None:
    """The review's word that a lead is not worth more research (R83)."""
    ruling = context.rulings.on(NEW, work.identity.ids[index], "skip")
    found = standing_ruling(work, index, "review", ruling, _SKIP_OVERRULES)
    return None if route.seen else found


def _read(work: Work, index: int) -> Lead:
    cells = work.table.cells
    signal, origin = effective(work, index, "Relevance signal", "AI suggested signal")
    problem, whose = effective(work, index, "Probable problem", "AI suggested problem")
    origins = {"Relevance signal": origin, "Probable problem": whose}
    if signal and origin == "person" and not cells["Signal source"][index]:
        work.flag(index, "RS005", "The relevance signal names no source.", "Signal source")
    return Lead(
        lead_id=work.identity.ids[index],
        company=cells["Company"][index],
        contact=cells["Contact"][index],
        role=cells["Role"][index],
        segment=cells["Segment"][index],
        channel=cells["Channel"][index],
        path=cells["Reachable path"][index],
        signal=signal,
        problem=problem,
        confidence=cells["Confidence"][index],
        value=cells["Estimated value"][index],
        sensitive=cells["Sensitive"][index],
        notes=cells["Source notes"][index],
        suggested=frozenset(title for title, from_ in origins.items() if from_ == "ai"),
        complete=False,
        handed=state.day(work.states[index], "handed"),
    )


def _rules(work: Work, index: int, lead: Lead, context: Context) -> list[str]:
    """Raise the flags of one row; returns what is missing for the handoff."""
    missing = [
        (title, column)
        for title, column, text in (
            ("company", "Company", lead.company),
            ("role", "Role", lead.role),
            ("probable problem", "Probable problem", lead.problem),
            ("reachable path", "Reachable path", lead.path),
            ("relevance signal", "Relevance signal", lead.signal),
        )
        if not text
    ]
    if missing:
        names = ", ".join(title for title, _ in missing)
        work.flag(index, "RS001", f"Research is incomplete: {names} missing.", missing[0][1])
    rest = [
        (title, column)
        for title, column, text in (
            ("channel", "Channel", lead.channel),
            ("confidence", "Confidence", lead.confidence),
        )
        if not text
    ]
    if rest and not missing:
        names = ", ".join(title for title, _ in rest)
        work.flag(index, "RS006", f"Qualification still needs: {names}.", rest[0][1])
    cap = context.project.notes_cap
    if len(lead.notes) > cap:
        message = f"Source notes have {len(lead.notes):,} characters; at most {cap:,} are needed."
        work.flag(index, "RS002", message, "Source notes")
    if lead.path and lead.channel:
        trouble = path_trouble(lead.channel, lead.path, context.project.holidays_country)
        if trouble:
            work.flag(index, "RS003", trouble, "Reachable path")
    listed = work.states[index].get("extra", "")
    if not lead.notes or (listed and not _describes(lead.notes)):
        message = "Source notes hold no description" + (
            ", only other columns of the imported list." if lead.notes else "."
        )
        work.flag(index, "RS007", message, "Source notes")
    for title, text in lead.record.items():
        if len(text) > context.project.handoff_cap:
            message = (
                f"{title} has {len(text):,} characters; "
                f"at most {context.project.handoff_cap:,} are handed on."
            )
            work.flag(index, "HO001", message, title)
    return [title for title, _ in (*missing, *rest)]


def _describes(notes: str) -> bool:
    """Do notes hold more than the "Header: value" lines that an import leaves there?"""
    lines = filter(None, map(str.strip, notes.split("\n")))
    return any(_LIST_LINE.match(line) is None for line in lines)


def _look_alike(found: LookAlike, skipped: Mapping[str, Routing]) -> str:
    """Add why a look-alike was skipped, so that it is not taken up again by accident (R27)."""
    for lead in found.others:
        if lead in skipped:
            return f"{found.sentence} {lead} was skipped: {skipped[lead].reason or 'no reason'}."
    return found.sentence


def _overdue(work: Work, index: int, context: Context, route: Routing, handed: date | None) -> None:
    limit = context.project.route_within
    if handed is None or route.decision or limit is None:
        return
    if context.today > handed + timedelta(days=limit):
        message = (
            f"Handed to Qualification on {handed.isoformat()} and not decided "
            f"within {limit} day{'s' if limit != 1 else ''}."
        )
        decides = context.gates["Qualification"].owner
        work.flag(index, "RS004", message, since=handed + timedelta(days=limit), who=decides)


def _status(
    work: Work,
    index: int,
    missing: Sequence[str],
    context: Context,
    *,
    route: Routing,
    handed: date | None,
) -> str:
    if route.decision:
        return f"Decided in Qualification: {route.decision}"
    if missing:
        return f"Incomplete: {', '.join(missing)} missing"
    errors = work.errors(index)
    if errors:
        why = errors[0].meaning.rstrip(".").partition(":")[0]
        return f"Not handed on: {why[0].lower()}{why[1:]}"
    gate = context.gates[RESEARCH]
    if handed is not None:
        return f"Handed to Qualification on {handed.isoformat()}"
    if not gate.automated:
        return f"Complete; waits because Research is not automated ({gate.reason})"
    return "Complete; waits because Qualification cannot be written"


def active(work: Work, routing: Mapping[str, Routing]) -> Iterable[int]:
    """The rows that Research still works on: everything that is not decided yet."""
    ids = work.identity.ids
    return (
        index for index in range(len(work.table)) if not routing.get(ids[index], Routing()).decision
    )
