"""What each review saves in the Log: its numbers and the rules on record, never changed afterwards.

Week-over-week movement is computed from these lines (R92), whatever has happened to
the rows since.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sheetsync.check import Table
from sheetsync.events import Event
from sheetsync.review.agenda import REVIEW
from sheetsync.review.weeks import week_of

OPENED, CLOSED, DECIDED = "review opened", "review closed", "review decided"
NUMBERS, RULES = "review numbers", "review rules"

_LINE = 1_800
"""Most characters of rules on one line of the Log, below the cap of its Detail."""

_MOVES = frozenset(
    {
        "handoff to Qualification",
        "handoff to Outreach",
        "handoff to Follow-up",
        "handoff to CRM",
        "stage",
        "sent",
        "withdrawn",
        "decision lapsed",
    }
)
"""Events by which a record moves."""

_DECISIONS = frozenset({"decision seen", "reply decided", "approved", DECIDED})
"""Events by which a person decides."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What one week's review has put on record.

    Attributes:
        numbers: Counts by name, as they were when the week opened.
        rules: By tab, each rule's text then.
        opened: The day on which it opened.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    opened: date | None = None


def to_events(
    week: str, numbers: Mapping[str, int], rules: Mapping[str, Mapping[str, str]]
) -> list[Event]:
    """The lines that put a week on record."""
    found = [
        Event(OPENED, REVIEW, detail=f"The review of {week} is open"),
        Event(NUMBERS, REVIEW, detail=_json({"week": week, "numbers": dict(numbers)})),
    ]
    for tab, own in rules.items():
        found += [
            Event(RULES, REVIEW, detail=_json({"week": week, "tab": tab, "rules": part}))
            for part in _parts(own)
        ]
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _parts(rules: Mapping[str, str]) -> Iterable[dict[str, str]]:
    part: dict[str, str] = {}
    size = 0
    for name, text in rules.items():
        length = len(_json({name: text}))
        if part and size + length > _LINE:
            yield part
            part, size = {}, 0
        part[name] = text
        size += length
    yield part


def read_saved(log: Table | None) -> dict[str, Saved]:
    """Read what every week has put on record; a line that somebody has changed is left out."""
    if log is None or log.tab.refused:
        return {}
    numbers: dict[str, dict[str, int]] = {}
    rules: dict[str, dict[str, dict[str, str]]] = {}
    opened: dict[str, date] = {}
    cells = log.cells
    for index, event in enumerate(cells["Event"]):
        if event not in (NUMBERS, RULES):
            continue
        try:
            kept = json.loads(cells["Detail"][index])
            week = str(kept["week"])
            if event == NUMBERS:
                numbers[week] = {str(k): int(v) for k, v in kept["numbers"].items()}
                opened[week] = _day(cells["Time"][index])
            else:
                own = rules.setdefault(week, {}).setdefault(str(kept["tab"]), {})
                own.update({str(k): str(v) for k, v in kept["rules"].items()})
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return {
        week: Saved(own, rules.get(week, {}), opened.get(week)) for week, own in numbers.items()
    }


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    raise ValueError(value)


def movement(log: Table | None, since: date | None, now: Iterable[Event]) -> tuple[int, int]:
    """Count what moved since a day, this run included (R91).

    Args:
        log: The Log.
        since: Count from this day on; ``None`` for everything.
        now: What happened in this run.

    Returns:
        Leads that moved, and decisions that people made.
    """
    leads: set[str] = set()
    decisions = 0
    for at, event, lead_id in _recorded(log):
        if since is not None and (at is None or at < since):
            continue
        if event in _MOVES:
            leads.add(lead_id)
        decisions += event in _DECISIONS
    for happened in now:
        if happened.event in _MOVES:
            leads.add(happened.lead_id)
        decisions += happened.event in _DECISIONS
    return len(leads - {""}), decisions


def by_week(log: Table | None, now: Iterable[Event], today: date) -> dict[str, tuple[int, int]]:
    """Count, for each calendar week, the leads that moved and the decisions that people made.

    Args:
        log: The Log.
        now: What happened in this run, which is today.
        today: The day of this run.
    """
    leads: dict[str, set[str]] = defaultdict(set)
    decisions: Counter[str] = Counter()
    told = [
        *_recorded(log),
        *((today, own.event, own.lead_id) for own in now if own.event in _MOVES | _DECISIONS),
    ]
    for at, event, lead_id in told:
        if at is None:
            continue
        week = week_of(at)
        if event in _MOVES and lead_id:
            leads[week].add(lead_id)
        decisions[week] += event in _DECISIONS
    return {week: (len(leads[week]), decisions[week]) for week in {*leads, *decisions}}


def _recorded(log: Table | None) -> Iterator[tuple[date | None, str, str]]:
    """The moves and decisions of the Log: day, event, Lead ID."""
    if log is None or log.tab.refused:
        return
    cells = log.cells
    for index, event in enumerate(cells["Event"]):
        if event in _MOVES or event in _DECISIONS:
            at = cells["Time"][index]
            yield None if at is None else _day(at), event, cells["Lead ID"][index]
