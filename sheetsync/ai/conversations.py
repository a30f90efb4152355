"""The offline drafter's reading of pasted conversation: replies, notes, next actions, all verbatim."""

import re
from datetime import date

from sheetsync.ai.jobs import NONE_FOUND, UNKNOWN, Answer, Claim, Job


def read(job: Job) -> Answer:
    """Job i: what a reply reads as, its best words, and its objection or question."""
    from sheetsync.replies.reply import read_reply

    found = read_reply(job.inputs["Reply text"], today=job.today or date.min)
    quote = _as_it_stands(found.summary, job.inputs["Reply text"])
    claims = (Claim("AI reply summary", quote, "Reply text"),) if quote else ()
    return Answer(
        {
            "AI reply kind": found.kind,
            "AI reply summary": found.summary or UNKNOWN,
            "AI objection or question": found.objection or NONE_FOUND,
        },
        claims,
    )


def _as_it_stands(words: str, text: str) -> str:
    """The same words as the text has them, with its line breaks; ``""`` if it does not."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), text) if words else None
    return found[0] if found else ""


def clean(job: Job) -> Answer:
    """Job j: the notes' own sentences, without greetings and quoted mail."""
    from sheetsync.replies.notes import clean_note

    text = clean_note(job.inputs["Conversation notes"], job.spec.outputs["AI clean note"].max)
    pieces = tuple(
        Claim("AI clean note", line, "Conversation notes")
        for line in filter(None, text.split("\n"))
    )
    return Answer({"AI clean note": text or UNKNOWN}, pieces)


def act(job: Job) -> Answer:
    """Job k: what was agreed next, and when."""
    from sheetsync.replies.actions import next_action

    found = next_action(job.inputs["Conversation notes"], today=job.today or date.min)
    if found is None:
        return Answer({"AI next action": UNKNOWN, "AI next action on": UNKNOWN})
    return Answer(
        {
            "AI next action": found.action,
            "AI next action on": found.on.isoformat() if found.on else UNKNOWN,
        },
        (Claim("AI next action", found.quote, "Conversation notes"),),
    )
