"""What one run with a paid model may do, what it has done, and how a person ends it."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from sheetsync.ai.budget import Budget

STOPPED = "you stopped the run"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the questions of one tab are.

    Attributes:
        done: Jobs that have their answer.
        jobs: All jobs.
        cost_usd: What the run has cost so far.
        priced: Is it known what a token costs?
    """

    done: int
    jobs: int
    cost_usd: float
    priced: bool


@dataclass(slots=True)
class Terms:
    """What a session may do, and what its run has done already.

    Attributes:
        run: The run's name in the ledger.
        day: The day that its calls count for, in UTC by the machine's clock.
        budget: What may still be spent.
        rows: Most rows to ask for; ``None`` for all.
        until: When no more calls are begun, by the monotonic clock.
        watch: Told how far it is.
        chosen: Rows that have been asked for.
        stopped: Why no further call is made, ``""`` while calls are.
        interrupted: Has a person ended the asking?
        more: Has something been left for the next pass of the same run?
    """

    run: str
    day: str
    budget: Budget
    rows: int | None = None
    until: float = float("inf")
    watch: Callable[[Progress], None] = lambda _: None
    chosen: set[str] = field(default_factory=set)
    stopped: str = ""
    interrupted: bool = False
    more: bool = False

    def interrupt(self) -> None:
        """Take it that a person has ended the asking."""
        self.stopped, self.interrupted = STOPPED, True


@contextmanager
def interruptible(stop: Callable[[], None]) -> Iterator[None]:
    """Let the first Ctrl-C end the asking, not the run: what was paid for is still written.

    A second one ends the run; the ledger keeps what was paid for all the same.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGINT)

    def handle(*_: object) -> None:
        stop()
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)

    with suppress(ValueError):
        signal.signal(signal.SIGINT, handle)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)
