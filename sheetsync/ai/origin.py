"""What ``AI evidence`` says of each of the row's jobs: its quotes and origin, or why it has no answer.

One group of lines a job, in order of the letters. A person's text there is never changed.
"""

from collections.abc import Mapping

from sheetsync.ai.jobs import Answer, Job
from sheetsync.ai.whose import blank, own
from sheetsync.work import Work

EVIDENCE = "AI evidence"


def answered(job: Job, answer: Answer, by: str) -> str:
    """The lines of a job that is answered: each quote, its column, then the origin (R62)."""
    lines = [
        f"{claim.column} ← {claim.source}: “{' '.join(claim.quote.split())}”"
        for claim in dict.fromkeys(answer.claims)
    ]
    lines.append(f"(job {job.spec.job}: {by}, from {', '.join(job.inputs)})")
    return "\n".join(lines)


def put(work: Work, index: int, letter: str, lines: str) -> None:
    """Put a job's lines among those of the row's other jobs."""
    if not blank(work, index, EVIDENCE) and not own(work, index, EVIDENCE):
        return
    found = {**groups(_now(work, index)), letter: lines}
    text = "\n".join(found[each] for each in sorted(found))
    work.ai.setdefault(EVIDENCE, {})[index] = text


def put_stale(work: Work, index: int, letter: str, why: str) -> None:
    """Say of an answer that still stands why there is no newer one; its quotes stay (R60).

    Args:
        work: The tab.
        index: The row.
        letter: The job.
        why: The rest of the sentence, such as "waiting: no key is set".
    """
    before = _standing(work, index, letter) or f"(job {letter}: origin not known)"
    put(work, index, letter, f"{before.removesuffix(')')}{_STALE}{why})")


def put_fresh(work: Work, index: int, letter: str) -> None:
    """Take that back: what the answer rests on is again as it was."""
    if _STALE in _now(work, index):
        before = _standing(work, index, letter)
        if before:
            put(work, index, letter, before)


_STALE = "; stale, its input or the model has changed since; "


def _standing(work: Work, index: int, letter: str) -> str:
    """A job's lines as they were when it was answered."""
    quotes, line, told = groups(_now(work, index)).get(letter, "").rpartition("\n")
    # Only in the last line, which is ours: a quote may hold any words.
    told, stale, _ = told.partition(_STALE)
    return f"{quotes}{line}{told}{')' if stale else ''}"


def _now(work: Work, index: int) -> str:
    return str(work.ai.get(EVIDENCE, {}).get(index, work.table.cells[EVIDENCE][index]) or "")


def groups(text: str) -> Mapping[str, str]:
    """Cut ``AI evidence`` into the lines of each job, by its letter."""
    found: dict[str, str] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        lines.append(line)
        if line.startswith("(job ") and len(line) > 6:
            found[line[5]] = "\n".join(lines)
            lines = []
    return found
