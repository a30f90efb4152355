"""What can come of a call besides an answer, each with its plain sentence and what follows from it.

None of the sentences holds anything that a service has said: it may echo a key or a
cell. They are ours, word for word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sheetsync.ai.jobs import JobState


class Trouble(StrEnum):
    """Why there is no answer that could be used."""

    SLOW = "slow"
    LOST = "lost"
    BUSY = "busy"
    BROKEN = "broken"
    UNREACHABLE = "unreachable"
    DENIED = "denied"
    NO_CREDIT = "no credit"
    NO_MODEL = "no model"
    NO_BATCHES = "no batches"
    UNANSWERED = "unanswered"
    OTHERWISE = "otherwise"
    MISSING = "missing"
    NOT_TAKEN = "not taken"
    REFUSED = "refused"
    FILTERED = "filtered"
    CUT = "cut"
    UNREADABLE = "unreadable"
    WRONG_ROW = "wrong row"
    TOO_LONG = "too long"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a trouble means for the cell and for the run.

    Attributes:
        state: Does it pass by itself, or is it this question's own?
        why: The rest of a sentence, for the cell.
        stops: Would every further call end the same way?
        paid: May the call have been paid for?
        again: Is it tried again within the run, after a pause?
    """

    state: JobState
    why: str
    stops: bool = False
    paid: bool = False
    again: bool = False


_WAITS, _FAILED = JobState.WAITING, JobState.FAILED
_REDO = "clear AI evidence in this row to have it asked again, or write the cell yourself"

MEANINGS: Mapping[Trouble, Meaning] = {
    Trouble.SLOW: Meaning(
        _WAITS, "the model did not answer in time; the next sync asks again", paid=True
    ),
    Trouble.LOST: Meaning(
        _WAITS,
        "the connection to the model broke before its answer had come; the next sync asks again",
        paid=True,
    ),
    Trouble.BUSY: Meaning(
        _WAITS,
        "the model's service has too much to do at the moment; the next sync asks again",
        again=True,
    ),
    Trouble.BROKEN: Meaning(
        _WAITS, "the model's service is out of order; the next sync asks again", again=True
    ),
    Trouble.UNREACHABLE: Meaning(
        _WAITS,
        "the model's service cannot be reached; check the connection and the base URL",
        stops=True,
        again=True,
    ),
    Trouble.DENIED: Meaning(
        _WAITS,
        "the model's service does not accept the key; check OPENAI_API_KEY, or the variable that "
        "key_from names",
        stops=True,
    ),
    Trouble.NO_CREDIT: Meaning(
        _WAITS, "the account at the model's service has no credit left; top it up", stops=True
    ),
    Trouble.NO_MODEL: Meaning(
        _WAITS,
        "the model's service knows no such model or address; check the model's name and the base URL",
        stops=True,
    ),
    Trouble.NO_BATCHES: Meaning(
        _WAITS,
        "the model's service did not take the questions as a batch; run the sync without --batch",
        stops=True,
    ),
    Trouble.UNANSWERED: Meaning(
        _WAITS, "the batch ended before the model's service had come to it; it is asked again"
    ),
    Trouble.OTHERWISE: Meaning(
        _WAITS, "the model's service wants its questions put otherwise; it is asked again"
    ),
    Trouble.MISSING: Meaning(
        _WAITS, "its answer was not among those of the batch; it is asked again", paid=True
    ),
    Trouble.NOT_TAKEN: Meaning(
        _FAILED, f"the model's service did not take the question (too long for it?); {_REDO}"
    ),
    Trouble.REFUSED: Meaning(_FAILED, f"the model refused to answer; {_REDO}", paid=True),
    Trouble.FILTERED: Meaning(
        _FAILED, f"the service's content filter kept the answer back; {_REDO}", paid=True
    ),
    Trouble.CUT: Meaning(
        _FAILED, f"the answer was longer than allowed and was cut off; {_REDO}", paid=True
    ),
    Trouble.UNREADABLE: Meaning(
        _FAILED, f"the answer was not in the form that was asked for; {_REDO}", paid=True
    ),
    Trouble.WRONG_ROW: Meaning(
        _FAILED, f"the answer was for another row, so it was not used; {_REDO}", paid=True
    ),
    Trouble.TOO_LONG: Meaning(
        _FAILED, f"the answer was longer than the cell may hold; {_REDO}", paid=True
    ),
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of one call.

    Attributes:
        text: The answer's JSON as it came; ``""`` with a trouble.
        trouble: Why there is none.
        tokens_in: Tokens of the question as the service counted them; ``None`` if it did not.
        tokens_out: Tokens of the answer.
        nonce: The mark that the answer has to give back, while it is kept unchecked; ``""``
            once its form and its row have been checked.
    """

    text: str = ""
    trouble: Trouble | None = None
    tokens_in: int | None = None
    tokens_out: int | None = None
    nonce: str = ""

    @property
    def tokens(self) -> int:
        """Tokens of both, as far as the service has counted them."""
        return (self.tokens_in or 0) + (self.tokens_out or 0)

    @property
    def lasting(self) -> bool:
        """Is this the outcome of the question itself, to be kept and never paid for again?"""
        return self.trouble is None or MEANINGS[self.trouble].state is _FAILED
