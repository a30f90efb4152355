"""Whether a question may be asked now, the money set aside for it, and what it has cost.

The same for a call of its own and for a line of a batch; nothing is asked or kept here.
"""

import time

from sheetsync.ai.asking import Request
from sheetsync.ai.budget import Prices
from sheetsync.ai.jobs import Answer, JobState
from sheetsync.ai.outcome import Reply, Trouble
from sheetsync.ai.service import Service
from sheetsync.ai.terms import STOPPED, Terms

NO_RECORD = (
    "this machine cannot keep the record of paid answers; make room on the disk, or see who may "
    "write to the folder"
)
OTHER_RUN = "another sync of this book is asking the model at this moment; the next sync goes on"
NO_KEY = "no key for the model is set; set OPENAI_API_KEY"
BAD_KEY = (
    "the key for the model holds a character that no key has, such as a curly quotation mark; "
    "correct OPENAI_API_KEY, or the variable that key_from names"
)

OUT = Answer({}, state=JobState.WAITING, why="asked in a batch; a later sync takes in the answer")
"""What becomes of a question that is out. It names no number and no time: a sync that finds
nothing new must find nothing to write either."""


def waiting(why: str) -> Answer:
    """A question that waits, and for what."""
    return Answer({}, state=JobState.WAITING, why=why)


def halted(terms: Terms) -> Answer | None:
    """What becomes of every further question once no more are asked; ``None`` while they are."""
    if terms.interrupted:
        return Answer({}, state=JobState.LATER, why=STOPPED)
    return waiting(terms.stopped) if terms.stopped else None


def keyless(service: Service) -> str:
    """Why no call could be made with the key as it is; ``""`` if one can."""
    if service.needs_key:
        return NO_KEY
    return "" if service.key.can_be_sent else BAD_KEY


def kept_back(terms: Terms, service: Service, request: Request) -> Answer | None:
    """Why a question is not asked at all now; ``None`` if it may be.

    Its row then counts among those that have been asked for.
    """
    lead = request.job.lead_id.partition("/")[0]
    stopped = halted(terms)
    if stopped is not None:
        return stopped
    if time.monotonic() > terms.until:
        terms.more = True
        return Answer({}, state=JobState.LATER, why="the run goes on")
    if terms.rows is not None and lead not in terms.chosen and len(terms.chosen) >= terms.rows:
        return Answer({}, state=JobState.LATER, why=f"only {terms.rows} rows were asked for")
    key = keyless(service)
    if key:
        return waiting(key)
    terms.chosen.add(lead)
    return None


def set_aside(terms: Terms, prices: Prices | None, request: Request) -> int | Answer:
    """Set the money for one question aside.

    Returns:
        What it can cost at most, in parts; or what becomes of it if that is over a limit.
    """
    most = prices.of(*request.most_tokens) if prices is not None else 0
    over = terms.budget.reserve(most)
    return waiting(over) if over else most


def cost_of(reply: Reply, prices: Prices | None, most: int) -> int:
    """What a lasting outcome has cost, in parts.

    Args:
        reply: The outcome.
        prices: What a token costs; ``None`` if nobody has said.
        most: What was set aside; charged where the service did not say what it counted.
    """
    if prices is None or reply.trouble is Trouble.NOT_TAKEN:
        return 0
    if reply.tokens_in is None or reply.tokens_out is None:
        return most
    return prices.of(reply.tokens_in, reply.tokens_out)
