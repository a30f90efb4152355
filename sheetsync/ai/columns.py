"""Which AI cells need an answer, and what an answer becomes in the sheet.

A cell is filled when it is blank, or when it holds the sync's own text and its
inputs, its prompt or the model have changed. A person's text locks the cell. A cell
that stays blank because of what people have decided says so.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from sheetsync.ai import origin, whose
from sheetsync.ai.jobs import (
    MESSAGES,
    NONE_FOUND,
    UNKNOWN,
    Answer,
    Job,
    JobSpec,
    JobState,
    grounded,
    question,
)
from sheetsync.cells import Scalar
from sheetsync.events import Event
from sheetsync.finding import Finding
from sheetsync.work import Work


@dataclass(frozen=True, slots=True)
class OpenJob:
    """A job that a row needs answered, or would need.

    Attributes:
        index: The row.
        job: The job.
        rests_on: The hash that the answer rests on.
        skipped: Why it is not asked although a cell of it is blank: what people have
            decided. ``""`` for a job that is to be asked.
    """

    index: int
    job: Job
    rests_on: str
    skipped: str = ""


def open_jobs(
    work: Work,
    specs: Sequence[JobSpec],
    model: str,
    active: Iterable[int],
    inputs_of: Callable[[int], Mapping[str, str]],
    *,
    today: date,
    skipped: Mapping[int, str] = MappingProxyType({}),
) -> list[OpenJob]:
    """Say which jobs the rows need, and which they would need if people had not decided.

    Args:
        work: The tab.
        specs: The tab's jobs.
        model: Who would answer; an answer of another model is made again.
        active: Rows (by index) for which AI is on.
        inputs_of: The row's input cells by column, for all jobs of the tab.
        today: The day on which they are asked.
        skipped: Rows (by index) that will not be asked for, and why.
    """
    found = [*_skipped_jobs(work, specs, skipped, inputs_of)]
    for index in active:
        everything = inputs_of(index)
        answered: Mapping[str, str] = work.states[index].get("ai", {})
        for spec in specs:
            inputs = {name: everything[name] for name in spec.inputs if everything.get(name)}
            job = Job(spec, work.identity.ids[index], inputs, today)
            if not job.runs:
                continue
            rests_on = question(spec, model, inputs)
            columns = (*spec.outputs, origin.EVIDENCE)
            blank = any(whose.blank(work, index, column) for column in columns)
            if answered.get(spec.job) == rests_on and not blank:
                origin.put_fresh(work, index, spec.job)
                continue
            if blank or any(whose.own(work, index, column) for column in spec.outputs):
                redo = _redo(work, index, spec, rests_on)
                own = replace(job, redo=redo, quoted=_quoted(work, index, spec, specs))
                found.append(OpenJob(index, own, rests_on))
    return found


def _skipped_jobs(
    work: Work,
    specs: Sequence[JobSpec],
    skipped: Mapping[int, str],
    inputs_of: Callable[[int], Mapping[str, str]],
) -> Iterable[OpenJob]:
    """The jobs that have a blank cell and all that they need; a row that is not that far says nothing."""
    for index, why in skipped.items():
        without = [s for s in specs if any(whose.blank(work, index, c) for c in s.outputs)]
        everything = inputs_of(index) if without else {}
        for spec in without:
            inputs = {name: everything[name] for name in spec.inputs if everything.get(name)}
            job = Job(spec, work.identity.ids[index], inputs)
            if job.runs:
                yield OpenJob(index, job, "", why)


def with_evidence(
    jobs: Sequence[OpenJob], evidence: Mapping[str, Mapping[str, str]]
) -> list[OpenJob]:
    """Give the jobs that write messages the lead's evidence cells, for the gate.

    Args:
        jobs: Open jobs.
        evidence: Each lead's evidence cells by column.
    """
    return [
        replace(asked, job=replace(asked.job, evidence=found))
        if (found := evidence.get(asked.job.lead_id.partition("/")[0]))
        else asked
        for asked in jobs
    ]


def _redo(work: Work, index: int, spec: JobSpec, rests_on: str) -> int:
    """How often a person has asked for another answer: by clearing the cell that held one.

    A failed answer left the cell blank; there it is ``AI evidence``, which says so, that
    is cleared.
    """
    before = int(work.states[index].get("redo", {}).get(spec.job, 0))
    done = work.states[index].get("ai", {}).get(spec.job) == rests_on
    failed = work.states[index].get("failed", {}).get(spec.job) == rests_on
    cleared = done and any(whose.blank(work, index, column) for column in spec.outputs)
    return before + int(cleared or (failed and whose.blank(work, index, origin.EVIDENCE)))


def _quoted(
    work: Work, index: int, spec: JobSpec, specs: Sequence[JobSpec]
) -> tuple[str, ...] | None:
    """What the row's first message quotes by ``AI evidence``, for variants; ``None`` if not known."""
    if not any(output.form == "variants" for output in spec.outputs.values()):
        return None
    groups = origin.groups(str(work.table.cells[origin.EVIDENCE][index] or ""))
    lines = [
        line.partition(": “")[2].removesuffix("”")
        for other in specs
        for column, output in other.outputs.items()
        if output.form == "message"
        for line in groups.get(other.job, "").split("\n")
        if line.startswith(f"{column} ← ")
    ]
    return tuple(sorted(set(lines))) or None


def take_answers(
    work: Work, jobs: Sequence[OpenJob], answers: Sequence[Answer], *, model: str, today: date
) -> list[Event]:
    """Put checked answers into the tab's AI cells that are not a person's.

    Returns:
        One event a row: its jobs, each with who answered, the cost and the quotes.
    """
    told: dict[int, list[str]] = {}
    for asked, raw in zip(jobs, answers, strict=True):
        index, spec = asked.index, asked.job.spec
        answer = _checked(asked.job, raw)
        if answer.state is not JobState.DONE:
            _not_done(work, asked, answer)
            continue
        for column, text in answer.cells.items():
            if whose.blank(work, index, column) or whose.own(work, index, column):
                work.ai.setdefault(column, {})[index] = _typed(work, column, text)
        _remember(work, asked, "ai", asked.rests_on)
        _remember(work, asked, "failed", None)
        lines = origin.answered(asked.job, answer, f"{model}, {today.isoformat()}")
        origin.put(work, index, spec.job, lines)
        quotes = " ".join(
            f"“{quote}” ({source})"
            for quote, source in dict.fromkeys((c.quote, c.source) for c in answer.claims)
        )
        told.setdefault(index, []).append(
            f"Job {spec.job} ({spec.title}) by {model}, USD {raw.cost_usd:.2f}"
            + (f"; rests on {quotes}" if quotes else "")
        )
    _flag_waiting(work, answers)
    ids = work.identity.ids
    return [
        Event("AI job", work.title, ids[index], ".\n".join(lines), by=model)
        for index, lines in told.items()
    ]


def say_skipped(work: Work, jobs: Iterable[OpenJob]) -> None:
    """Say at the row that a job is skipped, and why, so that its blank cell waits for nobody."""
    for each in jobs:
        letter = each.job.spec.job
        line = f"(job {letter}: {JobState.SKIPPED.value}: {each.skipped})"
        origin.put(work, each.index, letter, line)


def _remember(work: Work, asked: OpenJob, key: str, value: Scalar) -> None:
    """Keep in the row's state what a job has come to, and how often it was asked again."""
    letter = asked.job.spec.job
    for name, new in ((key, value), ("redo", asked.job.redo or None)):
        before = work.states[asked.index].get(name, {})
        after = {other: old for other, old in before.items() if other != letter}
        if new is not None:
            after[letter] = new
        work.remember(asked.index, name, after or None)


def _not_done(work: Work, asked: OpenJob, answer: Answer) -> None:
    """Say at the row what has become of a job that has no answer; nothing is written for it."""
    index, spec, now = asked.index, asked.job.spec, answer.state
    if now is JobState.LATER:
        return
    if now is JobState.FAILED:
        _remember(work, asked, "failed", asked.rests_on)
        column = next(iter(spec.outputs))
        work.flag(index, "AI001", f"{', '.join(spec.outputs)}: {answer.why}.", column)
    if any(whose.own(work, index, column) for column in spec.outputs):
        origin.put_stale(work, index, spec.job, f"{now.value}: {answer.why}")
    else:
        origin.put(work, index, spec.job, f"(job {spec.job}: {now.value}: {answer.why})")


def _flag_waiting(work: Work, answers: Sequence[Answer]) -> None:
    """Say once a tab for what its AI columns wait."""
    reasons = Counter(answer.why for answer in answers if answer.state is JobState.WAITING)
    for why, count in reasons.items():
        waits = "1 AI answer waits" if count == 1 else f"{count:,} AI answers wait"
        work.general.append(Finding("AI002", work.title, f"{waits}: {why}."))


def _checked(job: Job, raw: Answer) -> Answer:
    """What of an answer may stand in cells."""
    answer = grounded(job, raw)
    messages = any(output.form in MESSAGES for output in job.spec.outputs.values())
    if answer.state is not JobState.DONE or not job.evidence or not messages:
        return answer
    from sheetsync.ai.writing import through_gate

    return through_gate(job, answer)


def suggestion(work: Work, column: str, index: int) -> str:
    """What an AI cell says after this run; ``""`` for unknown."""
    answers = work.ai.get(column, {})
    text = str(answers[index]) if index in answers else str(work.table.cells[column][index])
    return "" if text.strip().casefold() in (UNKNOWN, "") else text.strip()


def effective(work: Work, index: int, own: str, ai: str) -> tuple[str, str]:
    """The value that counts and whose it is.

    Returns:
        The person's cell; else the AI cell beside it where the person has ticked
        ``Accept suggestions``; else blank. The origin is ``person``, ``ai`` or ``""``.
    """
    text = str(work.table.cells[own][index])
    if text:
        return text, "person"
    if work.table.cells["Accept suggestions"][index]:
        suggested = suggestion(work, ai, index)
        if suggested and (suggested.casefold() != NONE_FOUND or ai == "AI missing evidence"):
            return suggested, "ai"
    return "", ""


def _typed(work: Work, column: str, text: str) -> Scalar:
    """A date column gets a real date; everything else, and "unknown", stays text."""
    if work.table.tab.contract.spec(column).type == "date":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
