"""What the run would write, from what the chain came to: one plan, in the order of the book.

Pure. A tab that is refused gets no change; what was not done is said with the plan.
"""

from collections.abc import Iterable, Mapping, Sequence

from sheetsync import logbook, todo
from sheetsync.check import Table
from sheetsync.context import Context
from sheetsync.contract import Contract
from sheetsync.events import Event
from sheetsync.finding import Finding
from sheetsync.plan import AddColumn, AppendRow, Change, Plan, SetCell, build
from sheetsync.rules.catalogue import CATALOGUE
from sheetsync.rules.qualification import QUALIFICATION
from sheetsync.rules.scorecard import read_scorecard
from sheetsync.snapshot import Snapshot
from sheetsync.worked import Worked

_REFUSALS = frozenset({"SY001", "SY005", "SY006", "ID001", "MP002"})


def in_order(worked: Worked, contract: Contract) -> list[Finding]:
    """Every finding of the run, tab by tab in the order of the book."""
    order = {tab.tab: tab.order for tab in contract.tabs}
    titles = sorted(worked.settled, key=order.__getitem__)
    return [finding for title in titles for finding in worked.settled[title].findings]


def planned(
    snapshot: Snapshot,
    tables: Mapping[str, Table],
    context: Context,
    worked: Worked,
    findings: Sequence[Finding],
) -> Plan:
    """Collect every tab's changes, then the To do list and the Log that follow from them."""
    reading = snapshot.reading
    run = f"{context.now:%Y%m%d-%H%M}-{reading.digest[:6]}"
    changes: list[Change] = [*_changes(worked), *_new_columns(tables)]
    links: dict[str, Mapping[tuple[int, str], str]] = {}
    events = list(worked.events)
    list_tab, log = _writable(tables, todo.TODO), _writable(tables, logbook.LOG)
    if list_tab is not None:
        companies = {lead.lead_id: lead.company for lead in worked.leads.values()}
        lines = todo.build_lines(findings, gates=context.gates, companies=companies)
        more, linked = todo.plan_lines(list_tab, lines, snapshot, context.contract, context.today)
        changes += more
        if linked is not None:
            links[todo.TODO] = linked
        events += _refusals(findings, todo.since_of(list_tab))
    if log is not None and (changes or links or events):
        events.append(_summary(changes, findings))
        changes += logbook.append(log, events, run=run, now=context.now)
    return build(
        run=run, book=reading.digest, contract=context.contract, changes=changes, links=links
    )


def _writable(tables: Mapping[str, Table], title: str) -> Table | None:
    table = tables.get(title)
    return None if table is None or table.tab.refused else table


def _changes(worked: Worked) -> list[Change]:
    found: list[Change] = []
    for settled in worked.settled.values():
        title, rows, ids = settled.table.tab.title, settled.table.tab.rows, settled.ids
        found += [
            SetCell(title, ids[index], rows[index], column, before, None if after == "" else after)
            for index, column, before, after in settled.changes
        ]
        found += [
            AppendRow(title, ids[index], rows[index], cells) for index, cells in settled.appended
        ]
    for title, added in worked.additions.items():
        first = worked.settled[title].table.tab.next_row
        found += [AppendRow(title, "", first + place, row) for place, row in enumerate(added)]
    return found


def _new_columns(tables: Mapping[str, Table]) -> list[Change]:
    """Give every new criterion its column in Qualification; none is ever removed."""
    table = _writable(tables, QUALIFICATION)
    if table is None:
        return []
    tab = table.tab
    here = {title.casefold() for title in tab.places}
    wanted = [
        criterion.column
        for criterion in read_scorecard(tables.get("Scorecard"))
        if criterion.column.casefold() not in here
    ]
    spare = [place for places in tab.spares.values() for place in places]
    after = max(len(tab.grid.columns), *(place + 1 for place in tab.places.values()))
    places = [*spare, *range(after, after + len(wanted))]
    return [
        AddColumn(QUALIFICATION, column, place, tab.header)
        for column, place in zip(wanted, places, strict=False)
    ]


def _refusals(
    findings: Sequence[Finding], known: Iterable[tuple[str, str, str, str]]
) -> list[Event]:
    """What is refused in this run and was not before."""
    before = set(known)
    return [
        Event("refused", finding.tab, finding.lead_id, f"{finding.message} [{finding.code}]")
        for finding in findings
        if finding.code in _REFUSALS
        and (finding.code, finding.tab, finding.lead_id, finding.message) not in before
    ]


def _summary(changes: Sequence[Change], findings: Sequence[Finding]) -> Event:
    appended = sum(isinstance(change, AppendRow) for change in changes)
    errors = sum(CATALOGUE[finding.code].severity == "error" for finding in findings)
    return Event(
        "sync",
        detail=f"Cells written: {len(changes) - appended}; rows added: {appended}; "
        f"findings: {len(findings)}, errors among them: {errors}",
    )
