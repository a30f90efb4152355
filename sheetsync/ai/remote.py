"""A configured model, before and while it is bound to a book: what ``sync`` pays for, ``plan`` foresees.

Without a book it answers nothing. Only ``sync`` lets it spend; every other command is
told what is in the ledger already, and what the rest would take.
"""

import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sheetsync.ai.batch_session import BatchSession
from sheetsync.ai.budget import Budget, Caps, pico
from sheetsync.ai.collecting import Collected, collect
from sheetsync.ai.estimate import UNASKED, Estimate
from sheetsync.ai.jobs import UNSPENT, Answer, Job, JobState, Spent
from sheetsync.ai.ledger import Ledger, place_of
from sheetsync.ai.reserving import NO_RECORD, OTHER_RUN, waiting
from sheetsync.ai.service import Service
from sheetsync.ai.session import Session
from sheetsync.ai.terms import Progress, Terms
from sheetsync.project import Project


@dataclass(slots=True)
class RemoteModel:
    """A ``Model`` that stands behind a service and is paid by the token.

    Attributes:
        service: The service.
        pays: May it spend? Only with ``sync``.
        batch: Does it send its questions as a batch, for a later sync to collect?
        rows: Most rows to ask for in this run; ``None`` for all.
        watch: Told how far the questions are.
        notices: What the run has to tell the person at the keyboard.
        in_rounds: Is what is answered so far written to the book while the run goes on?
        more: Has something been left for a further round of this run?
        waits: Is a batch out, which the next sync looks for though the book be the same?
    """

    service: Service
    pays: bool = False
    batch: bool = False
    rows: int | None = None
    watch: Callable[[Progress], None] = lambda _: None
    notices: list[str] = field(default_factory=list)
    in_rounds: bool = False
    more: bool = False
    waits: bool = False
    _terms: Terms | None = None
    _collected: Collected | None = None
    _spent: Spent = UNSPENT

    @property
    def name(self) -> str:
        """How the Log and ``AI evidence`` call it."""
        return self.service.model

    @property
    def priced(self) -> bool:
        """Is it known what its answers cost?"""
        return self.service.prices is not None

    def answer(self, jobs: Sequence[Job]) -> Sequence[Answer]:
        """Leave every job: without a book there is neither ledger nor budget."""
        return [UNASKED for _ in jobs]

    @contextmanager
    def bound(self, book: str, project: Project) -> "Iterator[Session | BatchSession | Estimate]":
        """Open the book's ledger for one pass.

        Args:
            book: How the book is called.
            project: Its settings, for the limits of a run.
        """
        place = place_of(book)
        if not self.pays:
            yield self._estimate(place)
            return
        with ExitStack() as stack:
            try:
                ledger = stack.enter_context(Ledger.writing(place))
            except OSError:
                yield self._estimate(place, waiting(NO_RECORD))
                return
            if ledger is None:
                self._say("Another sync of this book is running, so no model was asked.")
                # Nothing is said of it in the sheet, or this run's write would undo the other's.
                yield self._estimate(place, Answer({}, state=JobState.LATER, why=OTHER_RUN))
                return
            costs = self._collect(ledger).costs
            terms = self._terms_of(ledger, project)
            kind = BatchSession if self.batch else Session
            session = kind(self.service, ledger, terms, self._spent, costs)
            try:
                yield session
            finally:
                self.waits = bool(ledger.batches)
                self._tell_sent(session)
        self._spent = session.spent
        self.more = terms.more and not terms.interrupted
        if terms.interrupted:
            self._say("Stopped as you asked. What was answered and paid for is kept and used.")

    def _estimate(self, place: Path, instead: Answer | None = None) -> Estimate:
        try:
            ledger = Ledger.read(place)
        except OSError:
            ledger = Ledger(place)
        self.waits = bool(ledger.batches)
        for sentence in Collected(still_out=len(ledger.out)).sentences():
            self._say(sentence)
        return Estimate(self.service, ledger, instead)

    def _collect(self, ledger: Ledger) -> Collected:
        """Take in what has come of the book's batches, once a run."""
        if self._collected is None:
            self._collected = collect(self.service, ledger, time.time())
            self._spent += self._collected.spent
            for sentence in self._collected.sentences():
                self._say(sentence)
        return self._collected

    def _tell_sent(self, session: Session | BatchSession) -> None:
        if isinstance(session, BatchSession) and session.sent:
            one = session.sent == 1
            self._say(
                f"{'1 question was' if one else f'{session.sent:,} questions were'} sent to "
                f"{self.name} as a batch; the next sync collects the answer{'' if one else 's'}."
            )

    def _terms_of(self, ledger: Ledger, project: Project) -> Terms:
        """The limits of this run, with what the day has taken already."""
        day = datetime.now(UTC).date().isoformat()
        calls, money = ledger.spent_on(day)
        own = self._terms.budget if self._terms is not None else None
        caps = Caps(
            calls_run=project.ai_calls,
            pico_run=pico(project.ai_budget) if self.service.prices is not None else None,
            calls_day=self.service.calls_per_day,
            pico_day=pico(self.service.usd_per_day)
            if self.service.usd_per_day is not None and self.service.prices is not None
            else None,
        )
        budget = Budget(
            caps,
            calls_before=max(0, calls - (own.calls if own else 0)),
            pico_before=max(0, money - (own.spent + own.reserved if own else 0)),
        )
        if own is not None:
            budget.calls, budget.spent, budget.reserved = own.calls, own.spent, own.reserved
        if self._terms is None:
            self._first_words(ledger, project)
            self._terms = Terms(uuid.uuid4().hex[:12], day, budget, self.rows, watch=self.watch)
        self._terms.budget, self._terms.day, self._terms.more = budget, day, False
        if self.batch and self._collected is not None:
            self._terms.stopped = self._terms.stopped or self._collected.stopped
        if self.in_rounds and not self.batch:
            self._terms.until = time.monotonic() + self.service.flush_s
        return self._terms

    def _first_words(self, ledger: Ledger, project: Project) -> None:
        if ledger.set_aside is not None:
            self._say(
                f"The record of paid answers was damaged. What could be read of it is used; the "
                f"damaged file is kept as {ledger.set_aside}."
            )
        if self.service.prices is None and not self.service.is_local:
            self._say(
                f"What {self.name} costs is not known, so the budget of USD {project.ai_budget:.2f} "
                f"cannot be kept; the limit of {project.ai_calls:,} calls a run is. Set "
                f"input_usd_per_million and output_usd_per_million under [ai] in sheetsync.toml."
            )

    def _say(self, sentence: str) -> None:
        if sentence not in self.notices:
            self.notices.append(sentence)
