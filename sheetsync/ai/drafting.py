"""The gate in the loop: which call comes next for a job, until its answer stands or a person is left.

A dialogue is a generator: it yields requests and is sent what came of each, so that the
same lines serve a live service, the ledger of an earlier run, and a batch.
"""

from collections.abc import Generator, Mapping, Sequence
from typing import Any

from sheetsync.ai.asking import Request, held_back
from sheetsync.ai.jobs import MESSAGES, Answer, Claim, Job, JobState
from sheetsync.ai.outcome import MEANINGS, Trouble
from sheetsync.ai.reading import Values, read_answer
from sheetsync.ai.writing import REWRITES, Cleared, Held, finished, held_in, mended, sentences_of

Dialogue = Generator[Request, "Values | Trouble | Answer", Answer]
"""Yields requests; is sent the values of the answer, what went wrong, or a final word instead."""

_WRITE = "write the message yourself in Final message, or clear AI evidence in this row to have it asked again"


def dialogue(job: Job, model: str) -> Dialogue:
    """Ask for one job until it is answered."""
    skipped = _skipped(job)
    if skipped:
        return Answer({}, state=JobState.SKIPPED, why=skipped)
    request = Request(job, model)
    came = yield request
    if not isinstance(came, Mapping):
        return _without(came)
    plain = read_answer(job, came)
    column = next((n for n, o in job.spec.outputs.items() if o.form in MESSAGES), "")
    if not column:
        return plain
    written = yield from _written(job, model, column, came)
    if written.state is not JobState.DONE:
        return written
    return Answer(
        {**plain.cells, **written.cells},
        (*plain.claims, *written.claims),
        judged=plain.judged | written.judged,
    )


def _skipped(job: Job) -> str:
    """Why a job is not asked as things are: the weekly review has stopped what it would write."""
    stopped = {each.strip() for each in job.inputs.get("Stopped variants", "").split(",")}
    forms = {output.form for output in job.spec.outputs.values()}
    if "message" in forms and "A" in stopped:
        return "the weekly review has stopped variant A of this angle"
    if "variants" in forms and {"B", "C"} <= stopped:
        return "the weekly review has stopped variants B and C of this angle"
    return ""


def _without(came: Trouble | Answer) -> Answer:
    if isinstance(came, Answer):
        return came
    meaning = MEANINGS[came]
    return Answer({}, state=meaning.state, why=meaning.why)


def _written(job: Job, model: str, column: str, values: Values) -> Dialogue:
    """Have a message written, and written again while the gate holds some of it."""
    drafts = _drafts(job, values[column])
    for _ in range(REWRITES):
        held = [one for sentences in drafts.values() for one in held_in(job, sentences)]
        if not held and drafts:
            break
        back = [(one.sentence, one.why) for one in held] or [("", "there was no sentence")]
        came = yield Request(job, model, held_back(back))
        if isinstance(came, Answer):
            return came
        if isinstance(came, Mapping):
            drafts = _drafts(job, came[column]) or drafts
        elif MEANINGS[came].state is JobState.WAITING:
            return _without(came)
    return _stood(job, column, drafts)


def _drafts(job: Job, value: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The sentences of each message in an answer, by its letter; a single one has none."""
    if value and "letter" not in value[0]:
        return {"": sentences_of(value)}
    stopped = {each.strip() for each in job.inputs.get("Stopped variants", "").split(",")}
    return {
        one["letter"]: sentences_of(one["sentences"])
        for one in reversed(value)
        if one["letter"] not in stopped
    }


def _stood(job: Job, column: str, drafts: Mapping[str, Sequence[str]]) -> Answer:
    """Take what passes, mended where needed; nothing that is held comes out of here."""
    limit = job.spec.outputs[column].max // max(len(drafts), 1) - 5
    texts: list[str] = []
    claims: list[Claim] = []
    why = "nothing of it could stand"
    for letter in sorted(drafts):
        done: Cleared | Held = Held("", why)
        for sentences in (drafts[letter], mended(job, drafts[letter])):
            if not held_in(job, sentences):
                done = finished(job, column, sentences, limit)
            if isinstance(done, Cleared):
                break
        if isinstance(done, Held):
            held = held_in(job, drafts[letter])
            why = held[0].why if held else done.why
            continue
        texts.append(f"{letter}:\n{done.text}" if letter else done.text)
        claims += done.claims
    if not texts:
        return Answer(
            {}, state=JobState.FAILED, why=f"no draft passed the evidence check: {why}; {_WRITE}"
        )
    text = "\n\n".join(texts)
    return Answer({column: text}, tuple(dict.fromkeys(claims)), judged=frozenset({column}))
