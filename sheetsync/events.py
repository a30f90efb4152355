"""What happened in a run, as values; each becomes one line of the Log."""

from dataclasses import dataclass

ADDED = "lead added"
"""A lead got its id; the Log's lines of this kind are every lead there has ever been."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the Log.

    Attributes:
        event: What kind of thing happened, in plain words.
        tab: Where, ``""`` for the whole book.
        lead_id: Whose row, ``""`` for none.
        detail: What exactly.
        by: Who did it: a person's name, a model, or ``sheetsync``.
    """

    event: str
    tab: str = ""
    lead_id: str = ""
    detail: str = ""
    by: str = "sheetsync"
