"""The Log tab: one line an event, only ever added to. A run that writes nothing adds none."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sheetsync.cells import Scalar, safe_text
from sheetsync.check import Table
from sheetsync.events import ADDED, Event
from sheetsync.plan import AppendRow

LOG = "Log"
ACCEPTED = "mass change accepted"
DETAIL_CAP = 2_000
"""Most characters of a Detail cell."""


def append(table: Table, events: Iterable[Event], *, run: str, now: datetime) -> list[AppendRow]:
    """Write events below the last line of the Log.

    Args:
        table: The Log tab.
        events: What happened, in order.
        run: Name of the run.
        now: The run's moment; the Log shows it without its zone, as the team's clock does.
    """
    first = table.tab.next_row
    moment = now.replace(tzinfo=None)
    return [
        AppendRow(LOG, event.lead_id, first + place, _cells(event, run, moment))
        for place, event in enumerate(events)
    ]


def _cells(event: Event, run: str, moment: datetime) -> dict[str, Scalar]:
    cells: dict[str, Scalar] = {
        "Time": moment,
        "Run": run,
        "Event": event.event,
        "Tab": event.tab,
        "Lead ID": event.lead_id,
        "Detail": safe_text(event.detail, limit=DETAIL_CAP),
        "By": event.by,
    }
    return {title: value for title, value in cells.items() if value != ""}


def leads_expected(table: Table) -> int:
    """How many leads the sync has seen added since it was last told that many may go."""
    expected = 0
    for event, detail in zip(table.cells["Event"], table.cells["Detail"], strict=True):
        if event == ADDED:
            expected += 1
        elif event == ACCEPTED:
            count = detail.split(" ", 1)[0]
            expected = int(count) if count.isdecimal() else expected
    return expected


def known_ids(table: Table | None) -> frozenset[str]:
    """Every Lead ID that the sync has given; a typed one that it refused is none of them."""
    if table is None:
        return frozenset()
    lines = zip(table.cells["Event"], table.cells["Lead ID"], strict=True)
    return frozenset(own for event, own in lines if event == ADDED)


def companies(table: Table | None) -> dict[str, str]:
    """The company for which each Lead ID was given."""
    if table is None:
        return {}
    lines = zip(table.cells["Event"], table.cells["Lead ID"], table.cells["Detail"], strict=True)
    return {own: detail for event, own, detail in lines if event == ADDED and own and detail}


def of_lead(table: Table, lead_id: str) -> Sequence[Event]:
    """The events of one lead, in order."""
    cells = table.cells
    return [
        Event(cells["Event"][i], cells["Tab"][i], lead_id, cells["Detail"][i], cells["By"][i])
        for i, own in enumerate(cells["Lead ID"])
        if own == lead_id
    ]
