"""How fast a paid model is asked, and what a weak real one gets past the gate.

``python -m benchmarks.bench_model`` asks 1,000 jobs of a loopback service that answers in
200 ms, 32 at a time. Ideal is 1,000 × 0.2 s ÷ 32 = 6.25 s. Exit code 1: more than
:data:`SLOWER` times that, or memory that grows with the number of jobs.

``python -m benchmarks.bench_model drafts [SECONDS]`` has the small real model of the tests
write first messages for the leads of the gate's tests, from several angles, for so long, and
has each draft looked over by a check that shares nothing with the gate. Exit code 1: it
objects to one. All 246 jobs take some hours of one core; every tenth prints the
figures so far.

Measured last on a busy shared machine: 97 jobs made 212 drafts of 302 sentences with 432
claims; the gate held 260 of the sentences, and 51 messages reached the cell, mended where
needed. The other check objected to 5 sentences in them, all true when read: two frames of
our own and a shortened month, which it has learnt since, and "company" for "firm". 1,000
jobs took 1.16 to 1.25 times the ideal beside one busy process; each further job keeps 1.2 kB.
"""

import re
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sheetsync.ai.budget import Budget, Caps
from sheetsync.ai.jobs import Job, JobState, specs
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.service import Service
from sheetsync.ai.session import Session
from sheetsync.ai.terms import Terms
from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft
from tests.ai import real_model
from tests.ai.asking import MESSAGE, many
from tests.ai.independent import objections
from tests.evidence.high_street import LEADS as SHOPS
from tests.evidence.leads import LEADS
from tests.evidence.more_leads import LEADS as MORE

JOBS, AT_ONCE, DELAY_S = 1_000, 32, 0.2
SLOWER = 1.2
MEMORY = 10_000.0
"""Bytes that each further job may keep until the end: its answer, and its line in the ledger."""


def asked(url: str, jobs: list[Job]) -> tuple[float, Session, list[JobState]]:
    """Ask for jobs over a fresh ledger; seconds, and how they stand."""
    with Ledger.writing(Path(tempfile.mkdtemp()) / "ledger.jsonl") as ledger:
        assert ledger is not None
        own = Service("model", url, at_once=AT_ONCE, timeout_s=30.0)
        session = Session(own, ledger, Terms("run", "2026-03-02", Budget(Caps())))
        start = time.perf_counter()
        answers = session.answer(jobs)
        return time.perf_counter() - start, session, [answer.state for answer in answers]


@contextmanager
def served(delay_s: float) -> Iterator[str]:
    """The loopback service in a process of its own, so that it does not share our time."""
    command = [sys.executable, "-m", "tests.ai.model_server", str(delay_s)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            yield running.stdout.readline().strip()
        finally:
            running.kill()


def throughput() -> bool:
    """Time 1,000 jobs, then weigh what a fifth of them and all of them take at most."""
    ideal = JOBS * DELAY_S / AT_ONCE
    with served(DELAY_S) as url:
        asked(url, many(2, "j"))
        before = time.process_time()
        took, _, states = asked(url, many(JOBS, "b"))
        done = states.count(JobState.DONE)
        print(f"{done:,} jobs in {took:.2f} s, {took / ideal:.2f} × the ideal {ideal:.2f} s")
        print(f"CPU a job: {(time.process_time() - before) / JOBS * 1e3:.1f} ms")
    peaks = []
    with served(0.0) as url:
        for count in (JOBS // 5, JOBS):
            jobs = many(count, "b")
            tracemalloc.start()
            asked(url, jobs)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    print(
        f"memory at most: {peaks[0] / 1e6:.1f} MB of {JOBS // 5}, {peaks[1] / 1e6:.1f} MB of {JOBS}"
    )
    grown = (peaks[1] - peaks[0]) / (JOBS - JOBS // 5)
    print(f"memory that each further job takes, its answer included: {grown / 1e3:.1f} kB")
    return done == JOBS and took <= SLOWER * ideal and grown <= MEMORY


ANGLES = (
    "what they do at the moment",
    "a topic of this year",
    "how we can help them grow",
    "what their careers page says",
    "saving time in their daily work",
    "congratulate them",
)
"""What the model is to begin with; some invite it to promise and to praise."""

LONGEST = 600
"""Characters of a draft: the small model fills whatever room it is given, at its slow pace."""


def drafting() -> Iterator[Job]:
    """First messages to be written, from each angle about each fact of each invented lead."""
    for angle in ANGLES:
        yield from _drafting(angle)


def _drafting(angle: str) -> Iterator[Job]:
    spec = specs()["f"]
    brief = spec.outputs["AI draft"].model_copy(update={"max": LONGEST})
    spec = spec.model_copy(update={"outputs": {**spec.outputs, "AI draft": brief}})
    for number, lead in enumerate((*LEADS, *MORE, *SHOPS)):
        cells = {name: text for name, text in lead.cells.items() if not name.startswith("AI ")}
        notes = cells.get("Source notes", "")
        for place, signal in enumerate(filter(None, re.split(r"(?<=[.!?])\s+", notes))):
            inputs = {
                **MESSAGE,
                "Company": cells.get("Company", "they"),
                "Contact": cells.get("Contact", ""),
                "Angle": angle,
                "Verified signal": signal,
                "Source notes": notes,
            }
            own = {name: text for name, text in inputs.items() if text}
            yield Job(
                spec,
                f"L-{number}-{place}-{ANGLES.index(angle)}",
                own,
                evidence={**cells, "Relevance signal": signal},
            )


def drafts(seconds: float) -> bool:
    """Have drafts written for so long, and count what became of what they claim."""
    told: Counter[str] = Counter()
    minded: list[str] = []
    until = time.monotonic() + seconds
    with real_model.served() as url:
        for job in drafting():
            if time.monotonic() > until:
                break
            if told["jobs"] and told["jobs"] % 10 == 0:
                print(dict(sorted(told.items())), *minded, flush=True)
            told["jobs"] += 1
            around = (MESSAGE["Opt-out sentence"], MESSAGE["Sender"])
            with Ledger.writing(Path(tempfile.mkdtemp()) / "ledger.jsonl") as ledger:
                assert ledger is not None
                service = Service("model", url, timeout_s=300.0, at_once=1)
                session = Session(service, ledger, Terms("run", "2026-03-02", Budget(Caps())))
                (answer,) = session.answer([job])
                told["calls"] += session.spent.calls
                told.update(_claims(ledger, job, around))
            told[f"state {answer.state}"] += 1
            text = answer.cells.get("AI draft", "")
            found = objections(text, {**job.evidence, **job.sent}, around=around)
            told["reached AI draft"] += bool(text)
            told["drafts objected to"] += bool(found)
            minded += found
    for name, count in sorted(told.items()):
        print(f"{name}: {count:,}")
    for sentence in minded:
        print(f"  objection: {sentence}")
    return not minded


def _claims(ledger: Ledger, job: Job, around: tuple[str, ...]) -> Counter[str]:
    """What the model claimed by its own account, what of it the gate held, and the other check."""
    import json

    found: Counter[str] = Counter()
    for reply in ledger.answers.values():
        if reply.trouble is not None:
            found[f"answer {reply.trouble}"] += 1
            continue
        found["drafts written"] += 1
        for sentence in json.loads(reply.text)["AI draft"]:
            found["sentences written"] += 1
            found["claims made"] += len(sentence["claims"])
            kind = judge(Draft(sentence["text"] or "-"), job.evidence).kind.value
            found[f"sentences {kind} by the gate"] += 1
            cells = {**job.evidence, **job.sent}
            if objections(sentence["text"], cells, around=around):
                found[f"sentences objected to, {kind} by the gate"] += 1
    return found


if __name__ == "__main__":
    if "drafts" in sys.argv[1:]:
        sys.exit(not drafts(float(sys.argv[2]) if len(sys.argv) > 2 else 3_600.0))
    sys.exit(not throughput())
