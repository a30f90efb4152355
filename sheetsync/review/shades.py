"""The colours of the Review tab: what is decided next, what counts, what only repeats itself.

Only the review that is open waits for anybody. What an earlier one left open is
quiet, for nothing that is entered there counts any more.
"""

from sheetsync.look import BANNER
from sheetsync.review.agenda import CHANGE, CLOSE, HEADLINE
from sheetsync.shade import (
    AMBER,
    AWAITED,
    BLUE,
    GREEN,
    RED,
    REPEATED,
    AsAbove,
    Begins,
    Blank,
    Filled,
    OpenGroup,
    Shade,
)

_OPEN = ("Week", OpenGroup("Status", "closed on"))
_ASKED = ("Allowed decisions", Filled())
_CLOSING = ("Area", Begins((CHANGE.title, CLOSE.title)))

_WAITING = (
    Shade("Decision", AWAITED, (_ASKED, ("Decision", Blank()), ("Status", Begins(("open",))), _OPEN)),
    Shade("Decided by", AWAITED, (("Decision", Filled()), ("Decided by", Blank()), _OPEN)),
    Shade(
        "Comment",
        AWAITED,
        (
            ("Decision", Begins((*CHANGE.decisions, "change owner"))),
            ("Comment", Blank()),
            _OPEN,
        ),
    ),
)  # fmt: skip

_STATUS = (
    Shade("Status", RED, (("Status", Begins(("cannot close",))),)),
    Shade("Status", AMBER, (("Status", Begins(("not in effect", "not yet", "waits"))),)),
    Shade("Status", GREEN, (("Status", Begins(("decided on", "closed on", "in effect"))),)),
    Shade("Status", BLUE, (("Status", Begins(("open",))), _OPEN)),
    Shade("Status", REPEATED, (("Status", Filled()),)),
)

_GROUPS = (
    *(
        Shade(title, BANNER, (("Area", Begins((HEADLINE.title,))),))
        for title in ("Week", "Area", "Question", "Item", "Leads", "Numbers", "Allowed decisions")
    ),
    *(
        Shade(title, BLUE, (_CLOSING,))
        for title in ("Week", "Area", "Question", "Item", "Allowed decisions")
    ),
    *(Shade(title, REPEATED, ((title, AsAbove()),)) for title in ("Week", "Area", "Question")),
)

SHADES = (*_WAITING, *_STATUS, *_GROUPS)
"""All of them; of two that apply to a cell the first one counts."""
