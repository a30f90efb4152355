"""A configured model, before and while it is bound to a book: what ``sync`` pays for, ``plan`` foresees.

Without a book it answers nothing. Only ``sync`` lets it spend; every other command is
told what is in the ledger already, and what the rest would take.
"""

import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from sheetsync.ai.binding import FIRST_MESSAGE, VARIANTS, quotes_of, values_of
from sheetsync.ai.budget import PICO, Budget, Caps, pico
from sheetsync.ai.drafting import Dialogue, dialogue
from sheetsync.ai.jobs import UNSPENT, Answer, Job, JobState, Spent
from sheetsync.ai.ledger import Ledger, place_of
from sheetsync.ai.service import Service
from sheetsync.ai.session import NO_RECORD, OTHER_RUN, Session
from sheetsync.ai.terms import Progress, Terms
from sheetsync.project import Project

_UNASKED = Answer({}, state=JobState.LATER, why="not asked in this command")


@dataclass(slots=True)
class RemoteModel:
    """A ``Model`` that stands behind a service and is paid by the token.

    Attributes:
        service: The service.
        pays: May it spend? Only with ``sync``.
        rows: Most rows to ask for in this run; ``None`` for all.
        watch: Told how far the questions are.
        notices: What the run has to tell the person at the keyboard.
        in_rounds: Is what is answered so far written to the book while the run goes on?
        more: Has something been left for a further round of this run?
    """

    service: Service
    pays: bool = False
    rows: int | None = None
    watch: Callable[[Progress], None] = lambda _: None
    notices: list[str] = field(default_factory=list)
    in_rounds: bool = False
    more: bool = False
    _terms: Terms | None = None
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
        return [_UNASKED for _ in jobs]

    @contextmanager
    def bound(self, book: str, project: Project) -> "Iterator[Session | Estimate]":
        """Open the book's ledger for one pass.

        Args:
            book: How the book is called.
            project: Its settings, for the limits of a run.
        """
        place = place_of(book)
        if not self.pays:
            yield Estimate(self.service, _readable(place))
            return
        with ExitStack() as stack:
            try:
                ledger = stack.enter_context(Ledger.writing(place))
            except OSError:
                yield Estimate(self.service, _readable(place), NO_RECORD, JobState.WAITING)
                return
            if ledger is None:
                self._say("Another sync of this book is running, so no model was asked.")
                # Nothing is said of it in the sheet, or this run's write would undo the other's.
                yield Estimate(self.service, _readable(place), OTHER_RUN)
                return
            terms = self._terms_of(ledger, project)
            session = Session(self.service, ledger, terms, self._spent)
            yield session
        self._spent = session.spent
        self.more = terms.more and not terms.interrupted
        if terms.interrupted:
            self._say("Stopped as you asked. What was answered and paid for is kept and used.")

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
            pico_before=max(0, money - (own.spent if own else 0)),
        )
        if own is not None:
            budget.calls, budget.spent = own.calls, own.spent
        if self._terms is None:
            self._first_words(ledger, project)
            self._terms = Terms(uuid.uuid4().hex[:12], day, budget, self.rows, watch=self.watch)
        self._terms.budget, self._terms.day, self._terms.more = budget, day, False
        if self.in_rounds:
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


def _readable(place: Path) -> Ledger:
    try:
        return Ledger.read(place)
    except OSError:
        return Ledger(place)


class Estimate:
    """A ``Model`` that asks nobody: what the ledger knows is answered, the rest is reckoned up.

    Args:
        service: Who would be asked.
        ledger: The book's ledger as it is.
        why: Why nothing can be asked, ``""`` if it just was not meant to be.
        state: How the jobs stand that the ledger does not answer.
    """

    def __init__(
        self, service: Service, ledger: Ledger, why: str = "", state: JobState = JobState.LATER
    ) -> None:
        self.name = service.model
        self.spent = Spent()
        self._service, self._ledger, self._why, self._state = service, ledger, why, state

    def answer(self, jobs: Sequence[Job]) -> Sequence[Answer]:
        """Answer from the ledger, in order; see :class:`sheetsync.ai.jobs.Model`."""
        found: list[Answer] = []
        first: dict[str, Answer] = {}
        for job in jobs:
            before = first.get(job.lead_id) if job.spec.job == VARIANTS else None
            known = before is not None and before.state is JobState.DONE
            own = replace(job, quoted=quotes_of(before)) if before is not None and known else job
            found.append(self._talk(dialogue(own, self.name)))
            if job.spec.job == FIRST_MESSAGE:
                first[job.lead_id] = found[-1]
        return found

    def _talk(self, talk: Dialogue) -> Answer:
        try:
            request = next(talk)
            while True:
                known = self._ledger.answers.get(request.key)
                if known is None:
                    tokens = request.expected_tokens
                    prices = self._service.prices
                    cost = prices.of(*tokens) / PICO if prices is not None else 0.0
                    if not self._why:
                        self.spent += Spent(1, sum(tokens), cost)
                        return _UNASKED
                    return Answer({}, state=self._state, why=self._why)
                request = talk.send(values_of(known))
        except StopIteration as end:
            answer: Answer = end.value
            return answer
