"""Messages: from sentences to a text that the evidence gate lets pass, or to a person.

The gate decides, never the model. What it holds goes back to the model with the reason,
at most twice; then the quotation itself stands in for a held sentence; then a person is
left to write. A text that is still held becomes no cell.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sheetsync.ai.jobs import MESSAGES, UNKNOWN, Answer, Claim, Job
from sheetsync.ai.reading import unfit
from sheetsync.evidence.gate import judge
from sheetsync.evidence.instead import quoted_instead
from sheetsync.evidence.normalise import caseless
from sheetsync.evidence.verdict import Draft, Verdict, VerdictKind

REWRITES = 2
"""How often a model is asked to write a held message again."""

AROUND = ("Opt-out sentence", "Sender", "Address")
"""Inputs that stand below a message and claim nothing about anybody."""


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence that may not stand in a message, and why."""

    sentence: str
    why: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """A message that the gate does not hold. Only :func:`cleared` makes one.

    Attributes:
        text: The whole message.
        claims: What it claims, each with the quote that the gate found.
        check: A person should look at it, and why; ``""`` if nothing speaks against it.
    """

    text: str
    claims: tuple[Claim, ...]
    check: str = ""


def cleared(job: Job, column: str, text: str) -> Cleared | Held:
    """Put a whole message through the gate, as the sheet will do it.

    Args:
        job: The job; its evidence is the lead's.
        column: The cell that the message is for.
        text: The message with greeting and footer.
    """
    bare = text
    for line in filter(None, (job.inputs.get(name) for name in AROUND)):
        bare = bare.replace(line, "")
    bare = bare.strip()
    if turned := _unfit(bare):
        return Held(bare, turned)
    verdict = judge(Draft(bare), job.evidence or job.inputs)
    if verdict.kind in (VerdictKind.HELD, VerdictKind.STALE):
        return Held(bare, verdict.cell_line)
    found = [Claim(column, claim.quote, claim.column) for claim in verdict.claims if claim.quote]
    check = verdict.cell_line if verdict.kind is VerdictKind.CHECK else ""
    return Cleared(text, tuple(dict.fromkeys(found)), check)


def variants_in(text: str) -> list[tuple[str, str]]:
    """Cut a cell into messages by their letters; a single message has the letter ``""``."""
    parts = re.split(r"(?m)^([B-Z]):[ \t]*\n", text)
    if len(parts) == 1:
        return [("", text)]
    return [(letter, body.strip()) for letter, body in zip(parts[1::2], parts[2::2], strict=True)]


def _unfit(text: str) -> str:
    return next((why for line in text.split("\n") if (why := unfit(line))), "")


def sentences_of(values: Sequence[Mapping[str, Any]]) -> list[str]:
    """The sentences of an answer, each on one line and with its stop; blank ones left out."""
    lines = [" ".join(str(one["text"]).split()) for one in values]
    return [line if line[-1] in '.!?"”' else f"{line}." for line in lines if line]


def held_in(job: Job, sentences: Sequence[str]) -> list[Held]:
    """Say which sentences may not stand, each looked at by itself, with the gate's reason."""
    said = caseless(job.inputs.get("Sent so far", "")).text
    return [Held(sentence, why) for sentence in sentences if (why := _against(job, sentence, said))]


def _against(job: Job, sentence: str, said: str) -> str:
    """What speaks against one sentence, ``""`` for nothing."""
    folded = caseless(sentence).text.strip(" .!?")
    if said and len(folded) > 20 and folded in said:
        return "it was sent before"
    if why := unfit(sentence):
        return why
    verdict = judge(Draft(sentence), job.evidence or job.inputs)
    if verdict.kind is not VerdictKind.OK:
        return verdict.reasons[0]
    return _beyond(job, verdict)


def _beyond(job: Job, verdict: Verdict) -> str:
    """A variant says nothing that the first message does not rest on (R65)."""
    if job.quoted is None:
        return ""
    allowed = [caseless(quote).text for quote in job.quoted]
    for claim in verdict.claims:
        quote = caseless(claim.quote).text
        if claim.column != "Our claims" and not any(
            quote in one or one in quote for one in allowed
        ):
            return "the first message does not say it"
    return ""


def compose(job: Job, sentences: Sequence[str]) -> str:
    """Put greeting and footer around sentences; nobody but the program writes those."""
    first = job.inputs.get("Contact", "").split(" ")[0]
    sender = [job.inputs.get(name, "") for name in ("Sender", "Address")]
    parts = (
        f"Hello {first}," if first else "Hello,",
        " ".join(sentences),
        job.inputs.get("Opt-out sentence", ""),
        "\n".join(["Best regards", *filter(None, sender)]),
    )
    return "\n\n".join(filter(None, parts))


def mended(job: Job, sentences: Sequence[str]) -> list[str]:
    """Put the quotation itself where a sentence is held; where there is none, leave it out."""
    held = {one.sentence for one in held_in(job, sentences)}
    kept: list[str] = []
    for sentence in sentences:
        new = quoted_instead(sentence, job.evidence or job.inputs) if sentence in held else sentence
        if new and new not in kept and not (sentence in held and held_in(job, [new])):
            kept.append(new)
    return kept


def finished(job: Job, column: str, sentences: Sequence[str], limit: int) -> Cleared | Held:
    """Make a message of sentences, as they are; a message without any is none."""
    if not sentences:
        return Held("", "nothing of it could stand")
    text = compose(job, sentences)
    if len(text) > limit:
        return Held(text, "the message is longer than the cell may hold")
    return cleared(job, column, text)


def through_gate(job: Job, answer: Answer) -> Answer:
    """Let no message into its cell that the evidence gate holds, whoever wrote it (R58).

    A message of which nothing may stand becomes "unknown"; of variants, those that may
    are kept.
    """
    columns = [name for name, o in job.spec.outputs.items() if o.form in MESSAGES]
    cells = dict(answer.cells)
    for column in columns:
        if cells[column] == UNKNOWN:
            continue
        parts = variants_in(cells[column])
        kept = [
            f"{letter}:\n{text}" if letter else text
            for letter, text in parts
            if isinstance(cleared(job, column, text), Cleared)
        ]
        if len(kept) < len(parts):
            cells[column] = "\n\n".join(kept) or UNKNOWN
    claims = tuple(claim for claim in answer.claims if cells[claim.column] != UNKNOWN)
    return replace(answer, cells=cells, claims=claims)
