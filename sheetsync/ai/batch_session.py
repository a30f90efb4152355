"""One pass over a book with a paid model in batches: what the ledger knows is answered, the rest sent.

The gate looks at a draft when it has come back, so its rewrite goes out with a later
batch; variants, which wait for their first message, likewise.
"""

import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace

from sheetsync.ai import ledger as records
from sheetsync.ai.asking import Request
from sheetsync.ai.batch_calls import UNCLEAR, BatchCalls, batching
from sheetsync.ai.batches import Batch, Line, closing, line_of, opening, portions, sending
from sheetsync.ai.binding import in_order, talked, told_of, values_of
from sheetsync.ai.budget import PICO
from sheetsync.ai.drafting import dialogue
from sheetsync.ai.jobs import UNSPENT, Answer, Job, Spent
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.manner import Manner
from sheetsync.ai.outcome import MEANINGS, Trouble
from sheetsync.ai.reading import Values
from sheetsync.ai.reserving import NO_RECORD, OUT, halted, kept_back, set_aside, waiting
from sheetsync.ai.service import Service
from sheetsync.ai.terms import Terms, interruptible


class BatchSession:
    """A ``Model`` that sends what it is asked as a batch, bound to one book's ledger and budget.

    Args:
        service: Who is asked.
        ledger: The book's ledger, open for writing.
        terms: What may be done.
        spent: What the run has spent in earlier rounds.
        costs: What answers have cost that came back in a batch, by key, in parts.

    Attributes:
        sent: Questions that were sent.
    """

    def __init__(
        self,
        service: Service,
        ledger: Ledger,
        terms: Terms,
        spent: Spent = UNSPENT,
        costs: Mapping[str, int] | None = None,
    ) -> None:
        self.name = service.model
        self.spent = spent
        self.sent = 0
        self._service, self._ledger, self._terms = service, ledger, terms
        self._costs = dict(costs or {})
        self._fates: dict[str, Answer] = {}

    def answer(self, jobs: Sequence[Job]) -> Sequence[Answer]:
        """Answer each job, in order; see :class:`sheetsync.ai.jobs.Model`."""
        unknown: dict[str, Request] = {}
        costs = dict(self._costs)
        answers = self._talk(jobs, unknown, costs)
        if unknown:
            with interruptible(self._terms.interrupt):
                self._send(list(unknown.values()))
            costs = dict(self._costs)
            answers = self._talk(jobs, {}, costs)
        self._costs = costs
        return answers

    def _talk(
        self, jobs: Sequence[Job], unknown: dict[str, Request], costs: dict[str, int]
    ) -> list[Answer]:
        """Lead every job's dialogue as far as what is known goes.

        Args:
            jobs: The jobs.
            unknown: Takes in the questions of which nothing is known.
            costs: What answers have cost; each is taken out by the first job that uses it.
        """

        def answer(job: Job, message: Answer | None) -> Answer:
            bound = told_of(job, message) if message is not None else job
            if isinstance(bound, Answer):
                return bound
            cost = 0

            def come(request: Request) -> Values | Trouble | Answer:
                nonlocal cost
                cost += costs.pop(request.key, 0)
                return self._come(request, unknown)

            return replace(talked(dialogue(bound, self.name), come), cost_usd=cost / PICO)

        return in_order(jobs, answer)

    def _come(self, request: Request, unknown: dict[str, Request]) -> Values | Trouble | Answer:
        known = self._ledger.answers.get(request.key)
        if known is not None:
            return values_of(known, request)
        fate = self._fates.get(request.key)
        if fate is None and request.key not in self._ledger.out:
            unknown.setdefault(request.key, request)
        return fate or OUT

    def _send(self, requests: Sequence[Request]) -> None:
        """Send questions in as few batches as it takes, and note what becomes of each."""
        terms = self._terms
        manner = self._ledger.manners.get(self.name, Manner())
        with ExitStack() as stack:
            calls: BatchCalls | None = None
            for lines, content in portions(self._lines(requests, manner)):
                calls = calls or stack.enter_context(batching(self._service))
                batch = Batch(
                    name=secrets.token_hex(8),
                    run=terms.run,
                    day=terms.day,
                    at=int(time.time()),
                    model=self.name,
                    lines=lines,
                    prices=self._service.batch_prices,
                    manner=manner,
                    address=self._service.address,
                )
                fate = halted(terms)
                if fate is None:
                    fate = self._submit(batch, content, calls)
                else:
                    self._give_back(batch)
                self._fates |= dict.fromkeys((line.key for line in lines), fate)

    def _lines(self, requests: Sequence[Request], manner: Manner) -> Iterator[tuple[Line, bytes]]:
        """The lines of those questions that may be asked, with the money for them set aside."""
        for request in requests:
            kept = kept_back(self._terms, self._service, request)
            if kept is None:
                most = set_aside(self._terms, self._service.batch_prices, request)
                if not isinstance(most, Answer):
                    line = Line(request.key, secrets.token_hex(8), most)
                    yield line, line_of(request, line.nonce, self._service, manner)
                    continue
                kept = most
            self._fates[request.key] = kept

    def _submit(self, batch: Batch, content: bytes, calls: BatchCalls) -> Answer:
        """Reserve, note, submit, note; in this order, so that no crash loses a batch that is paid for."""
        reserved = [
            records.reserve(line.key, batch.run, batch.day, line.most) for line in batch.lines
        ]
        try:
            self._ledger.append([*reserved, opening(batch)])
        except OSError:
            self._give_back(batch)
            self._terms.stopped = self._terms.stopped or NO_RECORD
            return waiting(NO_RECORD)
        file = calls.upload(batch.name, content)
        if isinstance(file, Trouble):
            return self._refused(batch, file)
        stopped = halted(self._terms)
        if stopped is not None:  # a person has ended the run while the file was on its way
            calls.discard(file)
            self._free(batch)
            return stopped
        made = calls.create(batch.name, file)
        if isinstance(made, Trouble):
            if made in UNCLEAR:
                # The next sync looks whether it is there; what was reserved stays reserved.
                self._terms.stopped = self._terms.stopped or MEANINGS[made].why
                return waiting(MEANINGS[made].why)
            calls.discard(file)
            return self._refused(batch, made)
        # Where this cannot be kept, the next sync finds the batch by its name.
        with suppress(OSError):
            self._ledger.append([sending(batch, made, file)])
        self.sent += len(batch.lines)
        return OUT

    def _refused(self, batch: Batch, trouble: Trouble) -> Answer:
        """Ask no more in this run: a further batch would end the same way."""
        self._free(batch)
        why = MEANINGS[trouble].why
        self._terms.stopped = self._terms.stopped or why
        return waiting(why)

    def _free(self, batch: Batch) -> None:
        """Give everything back for a batch that the service has not taken."""
        self._give_back(batch)
        freed = [
            records.passing(line.key, batch.run, batch.day, paid=False) for line in batch.lines
        ]
        # Where this cannot be kept, the money stays reserved, and the next sync looks.
        with suppress(OSError):
            self._ledger.append([*freed, closing(batch, batch.manner)])

    def _give_back(self, batch: Batch) -> None:
        for line in batch.lines:
            self._terms.budget.give_back(line.most)
