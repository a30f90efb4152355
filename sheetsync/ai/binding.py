"""What ties answers to questions: the first message to its variants, an answer to its row and form."""

import json
from dataclasses import replace

from sheetsync.ai.asking import Request
from sheetsync.ai.jobs import Answer, JobState
from sheetsync.ai.outcome import Reply, Trouble
from sheetsync.ai.reading import Values, read_values

FIRST_MESSAGE, VARIANTS = "f", "g"
"""The jobs of which one binds the other."""


def variants_wait(message: Answer) -> Answer:
    """What becomes of variants whose first message is not there."""
    if message.state is JobState.LATER:
        return message
    return Answer(
        {},
        state=JobState.WAITING,
        why="the first message comes before its variants, and there is none yet",
    )


def quotes_of(message: Answer) -> tuple[str, ...]:
    """What a first message quotes, in one order whatever the run."""
    return tuple(
        sorted({" ".join(c.quote.split()) for c in message.claims if c.column == "AI draft"})
    )


def checked(reply: Reply, request: Request, nonce: str) -> Reply:
    """Take an answer only in the form and for the row that was asked; keep it without the mark."""
    if reply.trouble is not None:
        return reply
    values = read_values(reply.text, request.schema, nonce)
    if isinstance(values, Trouble):
        return replace(reply, text="", trouble=values)
    return replace(reply, text=json.dumps(values, ensure_ascii=False))


def values_of(reply: Reply) -> Values | Trouble:
    """What a kept outcome says."""
    if reply.trouble is not None:
        return reply.trouble
    values: Values = json.loads(reply.text)
    return values
