"""What ties answers to questions: the first message to its variants, an answer to its row and form."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

from sheetsync.ai.asking import Request
from sheetsync.ai.drafting import Dialogue
from sheetsync.ai.jobs import Answer, Job, JobState
from sheetsync.ai.outcome import Reply, Trouble
from sheetsync.ai.reading import Values, read_values

FIRST_MESSAGE, VARIANTS = "f", "g"
"""The jobs of which one binds the other."""

Come = Callable[[Request], Values | Trouble | Answer]
"""Says what comes of one question."""


def told_of(job: Job, message: Answer) -> Job | Answer:
    """Bind variants to the quotes of their first message (R65); without one they wait for it."""
    if message.state is JobState.DONE:
        return replace(job, quoted=quotes_of(message))
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


def in_order(jobs: Sequence[Job], answer: Callable[[Job, Answer | None], Answer]) -> list[Answer]:
    """Answer jobs one after another, variants after their row's first message.

    Args:
        jobs: The jobs, each row's first message before its variants.
        answer: Answers one job, given that message's answer for variants.
    """
    found: list[Answer] = []
    first: dict[str, Answer] = {}
    for job in jobs:
        found.append(answer(job, first.get(job.lead_id) if job.spec.job == VARIANTS else None))
        if job.spec.job == FIRST_MESSAGE:
            first[job.lead_id] = found[-1]
    return found


def talked(talk: Dialogue, come: Come) -> Answer:
    """Lead a dialogue to its end."""
    try:
        request = next(talk)
        while True:
            request = talk.send(come(request))
    except StopIteration as end:
        answer: Answer = end.value
        return answer


def checked(reply: Reply, request: Request, nonce: str) -> Reply:
    """Take an answer only in the form and for the row that was asked; keep it without the mark."""
    if reply.trouble is not None:
        return reply
    values = read_values(reply.text, request.schema, nonce)
    if isinstance(values, Trouble):
        return replace(reply, text="", trouble=values)
    return replace(reply, text=json.dumps(values, ensure_ascii=False), nonce="")


def values_of(reply: Reply, request: Request) -> Values | Trouble:
    """What a kept outcome says; one that came in a batch is checked now, by the question itself."""
    own = checked(reply, request, reply.nonce) if reply.nonce else reply
    if own.trouble is not None:
        return own.trouble
    values: Values = json.loads(own.text)
    return values
