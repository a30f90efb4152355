"""The chain, block by block: each hands its leads to the next within one pass.

Pure but for the model's answers, which are asked for between reading a block and
judging it. A tab that is refused takes no part; the blocks around it still run.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from sheetsync import logbook
from sheetsync.ai.columns import with_evidence
from sheetsync.ai.jobs import Model
from sheetsync.ai.others import Others, others_of
from sheetsync.check import Table
from sheetsync.context import Context
from sheetsync.finding import Finding
from sheetsync.identity import Identity, highest, identify_leads, identify_rows
from sheetsync.review.agenda import REVIEW
from sheetsync.review.chart_columns import CHARTS
from sheetsync.review.charts import settle_charts
from sheetsync.review.facts import Facts, collect
from sheetsync.review.leaks import leaks, lost
from sheetsync.review.week import Asked, Pass, hold
from sheetsync.rules import crm, followup, outreach, qualification, research
from sheetsync.rules.crm import CRM
from sheetsync.rules.first_message import FirstTouch
from sheetsync.rules.followup import FOLLOWUP
from sheetsync.rules.lists import read_segments, settle_list
from sheetsync.rules.map import MAP, Lost, settle_map
from sheetsync.rules.outreach import OUTREACH
from sheetsync.rules.passage import Passage
from sheetsync.rules.qualification import QUALIFICATION
from sheetsync.rules.research import RESEARCH
from sheetsync.rules.scorecard import read_scorecard
from sheetsync.sending import Sending, happened, prepare, reply_kinds, standings
from sheetsync.settle import Settled, settle
from sheetsync.standing import Standing
from sheetsync.state import State
from sheetsync.suppression import DO_NOT_CONTACT
from sheetsync.work import READY, STATUS, Work, states_of
from sheetsync.worked import Worked, withhold

CHAIN = (RESEARCH, QUALIFICATION, OUTREACH, FOLLOWUP, CRM)
"""The five blocks in order (R1)."""

LISTS = ("Segments", "Our claims")
"""Tabs of the team's own whose rows get a computed Status."""

COMPUTED_ELSEWHERE = (MAP, "To do", logbook.LOG)
"""Tabs that are made from what the others come to."""


def work_through(
    tables: Mapping[str, Table],
    context: Context,
    model: Model | None,
    setting_findings: Sequence[Finding],
    asked: Asked = "",
) -> Worked:
    """Run every block's rules, in the order of the chain.

    Args:
        tables: The book's tabs as read, by title.
        context: Settings, today, the Map.
        model: Who answers AI jobs; ``None`` for nobody.
        setting_findings: What reading the Settings found.
        asked: What the command line asks of the weekly review.
    """
    rows = _identified(tables)
    worked = Worked(others=cache(lambda: _others(tables, rows, context)))
    if RESEARCH in tables:
        _research(worked, tables, rows, context, model)
    passages: dict[str, Passage] = {}
    if _open_up_to(tables, QUALIFICATION):
        passages = _qualification(worked, tables, rows, context, model)
    sending = _send(worked, tables, rows, _Asked(context, model), passages)
    states = standings(sending, tables)
    for work in worked.works:
        _show_states(work, states)
        worked.settled[work.title] = settle(work)
    _review(worked, tables, context, collect(worked.works, sending, states), asked)
    for title in LISTS:
        if title in tables:
            worked.settled[title] = settle_list(tables[title], context.today)
    for title in tables:
        if title not in worked.settled and title not in COMPUTED_ELSEWHERE:
            found = setting_findings if title == "Settings" else ()
            _checked_only(worked, tables[title], rows.get(title), found)
    if MAP in tables:
        worked.settled[MAP] = settle_map(tables[MAP], context.contract, context.gates, worked.lost)
    return worked


def _writable(tables: Mapping[str, Table], title: str) -> bool:
    return title in tables and not tables[title].tab.refused


def _open_up_to(tables: Mapping[str, Table], title: str) -> bool:
    """May a block's rules run? Only if every block before it is in order.

    A block rests on the ones before it: while one of them cannot be read, the rows
    behind it are left as they are, rather than called orphans.
    """
    return all(_writable(tables, block) for block in CHAIN[: CHAIN.index(title) + 1])


@dataclass(frozen=True, slots=True)
class _Rows:
    """One tab's rows: whose they are, and what the sync knows of them."""

    identity: Identity
    states: Sequence[State]


def _others(
    tables: Mapping[str, Table], rows: Mapping[str, _Rows], context: Context
) -> Others | None:
    """Whose texts may be shown; nobody's while it cannot be read who may not be written to."""
    told = (RESEARCH, FOLLOWUP, DO_NOT_CONTACT)
    if not context.examples or not all(_writable(tables, title) for title in told):
        return None
    heard = reply_kinds(tables[FOLLOWUP], rows[FOLLOWUP].states, context)
    leads, touches = rows[RESEARCH].identity, rows[FOLLOWUP].identity
    most, project = context.examples, context.project
    return others_of(tables, leads, touches, heard, project, most=most)


def _identified(tables: Mapping[str, Table]) -> dict[str, _Rows]:
    """Check the ids of every tab whose rows have one."""
    found: dict[str, _Rows] = {}
    for title, table in tables.items():
        tab = table.tab.contract
        if tab.rows not in ("leads", "touches") or tab.key is None:
            continue
        states = states_of(table)
        if title != RESEARCH:
            found[title] = _Rows(identify_rows(table, states, key=tab.key), states)
            continue
        known = logbook.known_ids(tables.get(logbook.LOG))
        used = {*known, *(str(own.get("id", "")) for own in states)}
        for other, rows in tables.items():
            if "Lead ID" in rows.tab.places and other != logbook.LOG:
                used.update(rows.cells["Lead ID"])
        given = logbook.companies(tables.get(logbook.LOG))
        identity = identify_leads(table, states, known=known, last=highest(used), given=given)
        found[title] = _Rows(identity, states)
    return found


def _research(
    worked: Worked,
    tables: Mapping[str, Table],
    rows: Mapping[str, _Rows],
    context: Context,
    model: Model | None,
) -> None:
    own, theirs = rows[RESEARCH], rows.get(QUALIFICATION)
    work = research.begin(tables[RESEARCH], own.identity, own.states)
    if work.table.tab.refused:
        worked.settled[RESEARCH] = settle(work)
        worked.lost[RESEARCH] = Lost(None, len(work.table), errors=1)
        return
    withhold(work)
    routing = qualification.read_routing(
        tables.get(QUALIFICATION), theirs.identity if theirs is not None else None
    )
    worked.events += research.added(work)
    if model is not None:
        worked.answer(work, research.jobs(work, context, routing), model, context)
    writable = _writable(tables, QUALIFICATION)
    worked.leads, events = research.rule(work, context, routing, writable=writable)
    worked.finish(work, events)
    waiting = sum(lead.handed is None and not lead.skipped for lead in worked.leads.values())
    errors = sum(work.blocked(index) for index in research.active(work, routing))
    worked.lost[RESEARCH] = Lost(waiting, len(work.table), errors)


def _qualification(
    worked: Worked,
    tables: Mapping[str, Table],
    rows: Mapping[str, _Rows],
    context: Context,
    model: Model | None,
) -> dict[str, Passage]:
    own = rows[QUALIFICATION]
    here = set(own.identity.ids)
    arriving = [lead for lead in worked.leads.values() if lead.handed and lead.lead_id not in here]
    work = qualification.begin(tables[QUALIFICATION], own.identity, own.states, arriving)
    withhold(work)
    criteria = read_scorecard(tables.get("Scorecard"))
    if model is not None:
        jobs = qualification.jobs(work, context, worked.leads, criteria)
        worked.answer(work, jobs, model, context)
    segments = read_segments(tables.get("Segments"), context.today)
    passages, events = qualification.rule(work, context, worked.leads, criteria, segments)
    worked.finish(work, events)
    held = sum(bool(passage.hold) for passage in passages.values())
    late = sum(
        finding.code == "RS004"
        for other in worked.works
        for findings in other.by_row.values()
        for finding in findings
    )
    errors = sum(work.blocked(index) for index in range(len(work.table)))
    worked.lost[QUALIFICATION] = Lost(held + late, len(work.table), errors)
    return passages


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who is asked, and in which situation."""

    context: Context
    model: Model | None


def _send(
    worked: Worked,
    tables: Mapping[str, Table],
    rows: Mapping[str, _Rows],
    asked: _Asked,
    passages: Mapping[str, Passage],
) -> Sending:
    """Run Outreach, Follow-up and CRM on one view of all leads."""
    context, model = asked.context, asked.model
    theirs = rows.get(FOLLOWUP)
    sending = prepare(
        tables,
        context,
        identity=theirs.identity if theirs else None,
        states=theirs.states if theirs else (),
        leads=worked.leads,
        passages=passages,
    )
    desk = sending.desk
    first: dict[str, FirstTouch] = {}
    planned: dict[str, date] = {}
    followed: Work | None = None
    if _open_up_to(tables, OUTREACH):
        own = rows[OUTREACH]
        work = outreach.begin(tables[OUTREACH], own.identity, own.states, passages)
        withhold(work)
        if model is not None:
            jobs = with_evidence(outreach.jobs(work, desk), desk.evidence)
            worked.answer(work, jobs, model, context, desk)
        first, events = outreach.rule(work, desk)
        worked.finish(work, events)
    if _open_up_to(tables, FOLLOWUP) and theirs is not None:
        table = tables[FOLLOWUP]
        coming = followup.arrivals(theirs.identity, table, first, desk)
        if not context.gates[OUTREACH].automated:
            coming = []
        work = followed = followup.begin(table, theirs.identity, theirs.states, coming)
        withhold(work)
        if model is not None:
            jobs = with_evidence(followup.jobs(work, desk, first), desk.evidence)
            worked.answer(work, jobs, model, context, desk)
        planned, events = followup.rule(work, desk, first, sending.kinds)
        worked.finish(work, events)
    if _open_up_to(tables, CRM):
        own = rows[CRM]
        work = crm.begin(tables[CRM], own.identity, own.states, desk)
        withhold(work)
        if model is not None:
            worked.answer(work, crm.jobs(work, desk), model, context)
        events = crm.rule(work, desk, happened(sending, tables, first, planned, followed))
        worked.finish(work, events)
    if _writable(tables, DO_NOT_CONTACT):
        worked.additions[DO_NOT_CONTACT] = sending.to_suppress
    return sending


def _review(
    worked: Worked, tables: Mapping[str, Table], context: Context, facts: Facts, asked: Asked
) -> None:
    """Count where leads stop, bring the weekly review up to date, and the charts' numbers."""
    found = leaks(facts)
    for block, stopped in lost(found).items():
        if block in worked.lost and block in facts.said:
            worked.lost[block] = replace(worked.lost[block], stopped=stopped)
    now = Pass(tables, facts, found, context, worked.events, asked)
    written = worked.reviewed = hold(now)
    if written is not None:
        worked.events += written.events
        table = written.table
        worked.settled[REVIEW] = Settled(
            table=table,
            ids=[""] * len(table),
            changes=tuple(written.changes),
            appended=(),
            findings=(*table.findings, *written.findings),
        )
        worked.additions[REVIEW] = tuple(written.rows)
    if CHARTS in tables:
        log = tables.get(logbook.LOG)
        worked.settled[CHARTS] = settle_charts(
            tables[CHARTS], facts, log, worked.events, context.today
        )


def _show_states(work: Work, states: Mapping[str, Standing]) -> None:
    """End each row's Status with the lead's one state, the same on every tab (R7)."""
    statuses = work.cells[STATUS]
    for index, row_id in enumerate(work.identity.ids):
        found = states.get(row_id.partition("/")[0])
        if found is None or index in work.identity.frozen:
            continue
        statuses[index] = f"{statuses[index]} · state: {found.state}"
        if found.conflict and work.title == CRM:
            work.flag(index, "CR007", found.conflict, "Deal stage")


def _checked_only(
    worked: Worked, table: Table, rows: _Rows | None, further: Sequence[Finding]
) -> None:
    """Show what checking found on a tab whose rows are not judged in this run.

    Its cells stay as they are, the flags of an earlier run included.
    """
    count = len(table)
    identity = rows.identity if rows else Identity([""] * count, frozenset(), frozenset(), ())
    work = Work(table, count, identity, rows.states if rows else [{} for _ in range(count)])
    work.take_up((*table.findings, *identity.findings, *further))
    if READY in table.tab.places:
        # What cannot be judged must not go out either.
        said = table.tab.values(READY)
        closed = "no: a tab that this rests on is not in order"
        work.cells[READY] = [closed if str(v or "").startswith("yes") else v for v in said]
        work.only = frozenset({READY})
    else:
        work.withheld = frozenset(range(count))
    worked.settled[table.tab.title] = settle(work)
    if table.tab.contract.block is not None:
        errors = sum(work.blocked(index) for index in range(count)) + table.tab.refused
        worked.lost[table.tab.title] = Lost(None, count, errors)
