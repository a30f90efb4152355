"""Which cells of a tab are painted while their words say something.

The words in a cell always say the same as its colour, so nobody needs to tell
colours apart. How a spreadsheet is told stands in :mod:`sheetsync.shade`.
"""

from collections.abc import Mapping

from sheetsync.contract import TabContract
from sheetsync.look import Paint
from sheetsync.review.agenda import REVIEW
from sheetsync.review.shades import SHADES
from sheetsync.shade import (
    AMBER,
    AWAITED,
    BLUE,
    GREEN,
    ORANGE,
    QUIET,
    RED,
    AtMost,
    Begins,
    Blank,
    Filled,
    NotTicked,
    Shade,
    Test,
)

_STATES: Mapping[str, tuple[tuple[Test, Paint], ...]] = {
    "Flags": ((Filled(), ORANGE),),
    "Status": (
        (Begins(("not automated", "not yet", "waits for", "expired")), AMBER),
        (Begins(("Ready", "Complete", "Handed", "working", "approved")), GREEN),
        (Begins(("automated",)), BLUE),
    ),
    "Due": (
        (Begins(("overdue",)), RED),
        (Begins(("today", "nothing")), AMBER),
        (Begins(("upcoming",)), GREEN),
        (Begins(("closed",)), QUIET),
    ),
    "Ready to send": (
        (Begins(("yes",)), GREEN),
        (Begins(("no: sent",)), QUIET),
        (Begins(("no",)), AMBER),
    ),
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
    found = list(SHADES) if tab.tab == REVIEW else _states(tab)
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


def _states(tab: TabContract) -> list[Shade]:
    return [
        Shade(column.title, paint, ((column.title, test),))
        for column in tab.columns
        for test, paint in _STATES.get(column.title, ())
    ]
