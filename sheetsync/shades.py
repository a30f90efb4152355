"""Conditional colours: which cells are painted while their words say something.

The words in a cell always say the same as its colour, so nobody needs to tell
colours apart. Each condition becomes a formula that Excel and Google Sheets read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from sheetsync.contract import TabContract
from sheetsync.look import Paint

RED = Paint("8A1C12", "FBE0DC")
ORANGE = Paint("7A3A00", "FCE6D2")
AMBER = Paint("6B4A00", "FDF1CC")
GREEN = Paint("1E5631", "DFF2E3")
BLUE = Paint("1B4B7A", "E0ECF8")
QUIET = Paint("5F6368", "ECEEF0")
AWAITED = Paint("3C4043", "FFFAD9")
"""A blank cell that a person fills in next."""


@dataclass(frozen=True, slots=True)
class Filled:
    """Any text at all."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing but spaces."""


@dataclass(frozen=True, slots=True)
class NotTicked:
    """Anything but TRUE."""


@dataclass(frozen=True, slots=True)
class Begins:
    """Text that begins with one of the words, upper or lower case."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtMost:
    """A number up to and including this one."""

    number: float


Test = Filled | Blank | NotTicked | Begins | AtMost


@dataclass(frozen=True, slots=True)
class Shade:
    """Paint a cell of ``column`` while each named cell of its row meets its test."""

    column: str
    paint: Paint
    when: tuple[tuple[str, Test], ...]


_STATES: Mapping[str, tuple[tuple[Test, Paint], ...]] = {
    "Flags": ((Filled(), ORANGE),),
    "Status": (
        (Begins(("not automated", "not yet")), AMBER),
        (Begins(("Ready", "Complete", "Handed", "working")), GREEN),
        (Begins(("automated",)), BLUE),
    ),
    "Due": (
        (Begins(("overdue",)), RED),
        (Begins(("today", "nothing")), AMBER),
        (Begins(("upcoming",)), GREEN),
        (Begins(("closed",)), QUIET),
    ),
    "Ready to send": ((Begins(("yes",)), GREEN), (Begins(("no",)), AMBER)),
    "Draft check": (
        (Begins(("HELD",)), RED),
        (Begins(("CHECK", "STALE")), AMBER),
        (Begins(("ok",)), GREEN),
    ),
    "Kind": (
        (Begins(("overdue",)), RED),
        (Begins(("problem",)), ORANGE),
        (Begins(("decision",)), BLUE),
        (Begins(("gap",)), AMBER),
    ),
    "Priority": ((AtMost(1), RED), (AtMost(2), AMBER)),
}

_NEXT: Mapping[str, tuple[tuple[str, str, Test], ...]] = {
    "Start here": tuple(
        (title, "Block", Filled())
        for title in (
            "Current owner",
            "Current output",
            "Missing rule",
            "Fix this week",
            "Stop rule",
        )
    ),
    "Segments": (("Approved by", "Segment", Filled()),),
    "Our claims": (("Approved by", "Claim", Filled()),),
    "Research": tuple(
        (title, "Company", Filled())
        for title in (
            "Role",
            "Channel",
            "Reachable path",
            "Probable problem",
            "Relevance signal",
            "Signal source",
            "Confidence",
        )
    ),
    "Qualification": (
        ("Decision", "Lead ID", Filled()),
        ("Reason", "Decision", Filled()),
        ("Decided by", "Decision", Filled()),
        ("Evidence note", "Decision", Begins(("pursue",))),
        ("Risk or missing evidence", "Decision", Begins(("pursue",))),
    ),
    "Outreach": (
        ("Angle", "Decision", Begins(("pursue",))),
        ("Variant", "Angle", Filled()),
        ("Approved by", "Angle", Filled()),
        ("Stop condition", "Angle", Filled()),
    ),
    "Follow-up": (
        ("Reply decision", "Reply text", Filled()),
        ("Decided by", "Reply decision", Filled()),
        ("Resume on", "Reply decision", Begins(("pause",))),
        ("Stop cause", "Reply decision", Begins(("stop",))),
        ("Next action", "Reply decision", Begins(("live",))),
    ),
    "CRM": (
        ("Deal confirmed by", "Deal stage", Begins(("Meeting", "Proposal", "Won"))),
        ("Lost reason", "Deal stage", Begins(("Lost",))),
        ("Next action on", "Next action", Filled()),
    ),
    "Review": (("Decision", "Item", Filled()), ("Decided by", "Decision", Filled())),
}
"""What a person fills in next: a column, and what must stand elsewhere in its row first."""

_ACCEPT = "Accept suggestions"
_COVERED = frozenset(
    {"Probable problem", "Relevance signal", "Evidence note", "Risk or missing evidence"}
)


def shades(tab: TabContract) -> tuple[Shade, ...]:
    """The conditional colours of a tab; of two that apply to a cell the first one counts.

    Where a tab has ``Flags``, the first column turns orange too: it stays in view
    while the flags themselves stand at the far right. A column that the contract
    lacks gets no colour.
    """
    found = [
        Shade(column.title, paint, ((column.title, test),))
        for column in tab.columns
        for test, paint in _STATES.get(column.title, ())
    ]
    for title, on, test in _NEXT.get(tab.tab, ()):
        covered = title in _COVERED and _ACCEPT in tab.by_title
        unless = ((_ACCEPT, NotTicked()),) if covered else ()
        found.append(Shade(title, AWAITED, ((on, test), (title, Blank()), *unless)))
    if tab.rows in ("leads", "touches"):
        found.append(Shade(tab.columns[0].title, ORANGE, (("Flags", Filled()),)))
    known = tab.by_title
    return tuple(
        shade
        for shade in found
        if shade.column in known and all(title in known for title, _ in shade.when)
    )


def formula(shade: Shade, cells: Mapping[str, str]) -> str:
    """Say a shade's conditions as a formula, without the leading ``=``.

    Args:
        shade: The shade.
        cells: The first row's cell of each column by title, such as ``$W3``.
    """
    parts = [_condition(test, cells[title]) for title, test in shade.when]
    return parts[0] if len(parts) == 1 else f"AND({','.join(parts)})"


def _condition(test: Test, cell: str) -> str:
    match test:
        case Filled():
            return f"LEN(TRIM({cell}))>0"
        case Blank():
            return f"LEN(TRIM({cell}))=0"
        case NotTicked():
            return f"NOT({cell}=TRUE)"
        case Begins(words):
            each = [f'LEFT({cell},{len(word)})="{word}"' for word in words]
            return each[0] if len(each) == 1 else f"OR({','.join(each)})"
        case AtMost(number):
            return f"AND(ISNUMBER({cell}),{cell}<={number:g})"
        case _:
            assert_never(test)
