"""What every weekly review goes through: five areas, each with its question and its decisions.

The texts are the requirement's own (R83 to R89); a person chooses among them in the
column Decision of the tab Review.
"""

from dataclasses import dataclass

REVIEW = "Review"


@dataclass(frozen=True, slots=True)
class Area:
    """One part of the review.

    Attributes:
        title: As it stands in the column Area.
        question: What is asked of each of its rows.
        decisions: What may be answered; empty for rows that only show something.
        nothing: What its one row says when there is nothing to ask.
    """

    title: str
    question: str
    decisions: tuple[str, ...]
    nothing: str = ""

    @property
    def allowed(self) -> str:
        """The decisions as the tab shows them."""
        return " / ".join(self.decisions)


NEW = Area(
    "New leads",
    "Is there enough research to route it?",
    ("tighten sourcing", "enrich", "qualify", "skip"),
    "No lead waits in Research.",
)
QUALIFIED = Area(
    "Qualified leads",
    "Is the decision backed by evidence?",
    ("approve outreach", "move to nurture", "reject"),
    "No pursued lead waits for its first message.",
)
ACTIVE = Area(
    "Active outreach",
    "How do buyers answer this angle and variant?",
    ("keep", "rewrite", "stop"),
    "No message has gone out yet.",
)
OVERDUE = Area(
    "Overdue follow-up",
    "It was due: what happens now?",
    ("touch", "pause", "stop", "change owner"),
    "Nothing is overdue.",
)
MEETINGS = Area(
    "Meetings booked or lost",
    "Did it advance to a decision, a proposal, won, lost or nurture?",
    ("fix the meeting filter", "fix stage rules", "advance"),
    "No meeting was booked or lost.",
)

AREAS = (NEW, QUALIFIED, ACTIVE, OVERDUE, MEETINGS)
"""The five areas in order (R82)."""

HEADLINE = Area("Headline", "What moved?", ())
LEAKS = Area("Where leads stop", "Where do most leads disappear?", ())
LAST_CHANGE = Area("Last change", "What did the last change do?", ())
MISSED = Area("Missed week", "", ())

CHANGE = Area(
    "The one change",
    "Which one change does the team make? Decided by: its owner. Comment: what, and why.",
    (
        "tighter target segment",
        "clearer scorecard rule",
        "better opener",
        "stricter stop rule",
        "cleaner CRM field",
    ),
)
CLOSE = Area("Close review", "Is everything decided? Then choose close.", ("close",))

BY_TITLE = {
    area.title: area for area in (HEADLINE, LEAKS, LAST_CHANGE, MISSED, *AREAS, CHANGE, CLOSE)
}
"""Every area that a row can stand in."""
