"""What the tests of batches share: one sync's pass over a ledger that collects, then sends."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from sheetsync.ai.batch_session import BatchSession
from sheetsync.ai.budget import Budget, Caps
from sheetsync.ai.collecting import Collected, collect
from sheetsync.ai.jobs import Answer, Job, JobState
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.service import Service
from sheetsync.ai.terms import Terms
from tests.ai.asking import PRICES, job
from tests.ai.model_server import ModelServer

DAY = "2026-03-02"
_RUNS = count()


@dataclass(frozen=True)
class Pass:
    """What one sync has come to."""

    answers: list[Answer]
    collected: Collected
    sent: int
    budget: Budget

    @property
    def states(self) -> list[JobState]:
        return [answer.state for answer in self.answers]

    @property
    def why(self) -> str:
        return self.answers[0].why


def service_of(server: ModelServer, **changed: Any) -> Service:
    return Service("tiny", server.url, **{"prices": PRICES, "timeout_s": 5.0, **changed})


def sync(
    server: ModelServer,
    place: Path,
    *jobs: Job,
    caps: Caps | None = None,
    terms: Mapping[str, Any] | None = None,
    now: float | None = None,
    **service: Any,
) -> Pass:
    """Collect, then answer jobs or send them; a run of its own, as ``sync --batch`` makes it."""
    import time

    own = service_of(server, **service)
    with Ledger.writing(place) as ledger:
        assert ledger is not None
        collected = collect(own, ledger, time.time() if now is None else now)
        calls, parts = ledger.spent_on(DAY)
        budget = Budget(caps or Caps(), calls_before=calls, pico_before=parts)
        limits = Terms(f"run {next(_RUNS)}", DAY, budget, **(terms or {}))
        limits.stopped = limits.stopped or collected.stopped
        model = BatchSession(own, ledger, limits, collected.spent, collected.costs)
        answers = list(model.answer(jobs or [job()]))
    return Pass(answers, collected, model.sent, budget)


def spent(place: Path) -> tuple[int, int]:
    """Calls of the day and what they cost at most, in parts."""
    return Ledger.read(place).spent_on(DAY)
