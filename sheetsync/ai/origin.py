"""What ``AI evidence`` says of each of the row's jobs: its quotes and origin, or why it has no answer.

One group of lines a job, in order of the letters. A person's text there is never changed.
"""

from collections.abc import Mapping

from sheetsync.ai.jobs import Answer, Job
from sheetsync.ai.whose import blank, own
from sheetsync.settle import Work

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
    now = work.ai.get(EVIDENCE, {}).get(index, work.table.cells[EVIDENCE][index])
    if not blank(work, index, EVIDENCE) and not own(work, index, EVIDENCE):
        return
    found = {**groups(str(now or "")), letter: lines}
    text = "\n".join(found[each] for each in sorted(found))
    work.ai.setdefault(EVIDENCE, {})[index] = text


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
