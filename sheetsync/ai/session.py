"""One pass over a book with a paid model: each question from the ledger, else reserved, asked, kept.

The calls run side by side in an event loop of their own, at most so many at once. What
comes back from here is always one answer a job, in order; what could not be asked says why.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace

from sheetsync.ai import ledger as records
from sheetsync.ai.asking import Request
from sheetsync.ai.binding import FIRST_MESSAGE, VARIANTS, checked, told_of, values_of
from sheetsync.ai.budget import PICO
from sheetsync.ai.drafting import Dialogue, dialogue
from sheetsync.ai.jobs import UNSPENT, Answer, Job, JobState, Spent
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.openai_model import Caller, calling
from sheetsync.ai.outcome import MEANINGS, Reply, Trouble
from sheetsync.ai.reading import Values
from sheetsync.ai.reserving import NO_RECORD, OUT, cost_of, kept_back, set_aside, waiting
from sheetsync.ai.sealed import Record
from sheetsync.ai.service import Service
from sheetsync.ai.terms import Progress, Terms, interruptible

_IN_A_ROW = 5
"""Questions in a row that end in the same passing trouble, after which no more are asked."""


class Session:
    """A ``Model`` that pays, bound to one book's ledger and budget.

    Args:
        service: Who is asked.
        ledger: The book's ledger, open for writing.
        terms: What may be done.
        spent: What the run has spent in earlier rounds.
        costs: What answers have cost that came back in a batch, by key, in parts.
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
        self._service, self._ledger, self._terms = service, ledger, terms
        self._costs = dict(costs or {})
        self._flying: dict[str, asyncio.Future[Reply | Answer]] = {}
        self._pending: list[tuple[Record, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None
        self._open: Callable[[], Awaitable[Caller]] | None = None
        self._row = (Trouble.BUSY, 0)

    def answer(self, jobs: Sequence[Job]) -> Sequence[Answer]:
        """Answer each job, in order; see :class:`sheetsync.ai.jobs.Model`."""
        with interruptible(self._terms.interrupt):
            return asyncio.run(self._answer_all(jobs))

    async def _answer_all(self, jobs: Sequence[Job]) -> list[Answer]:
        loop = asyncio.get_running_loop()
        coming = [loop.create_future() for _ in jobs]
        first = {(job.lead_id, job.spec.job): came for job, came in zip(jobs, coming, strict=True)}
        places = iter(range(len(jobs)))
        done = 0
        async with AsyncExitStack() as stack:
            self._open = _once(lambda: stack.enter_async_context(calling(self._service)))

            async def work() -> None:
                nonlocal done
                for place in places:
                    answer = await self._answer(jobs[place], first)
                    coming[place].set_result(answer)
                    done += 1
                    self._tell(done, len(jobs))

            async with asyncio.TaskGroup() as group:
                for _ in range(min(self._service.at_once, len(jobs))):
                    group.create_task(work())
        return [came.result() for came in coming]

    def _tell(self, done: int, jobs: int) -> None:
        cost = self._terms.budget.spent / PICO
        self._terms.watch(Progress(done, jobs, cost, self._service.prices is not None))

    async def _answer(
        self, job: Job, others: "dict[tuple[str, str], asyncio.Future[Answer]]"
    ) -> Answer:
        """Answer one job; variants wait for the first message, whose quotes bind them (R65)."""
        before = others.get((job.lead_id, FIRST_MESSAGE)) if job.spec.job == VARIANTS else None
        bound = told_of(job, await before) if before is not None else job
        return bound if isinstance(bound, Answer) else await self._talk(dialogue(bound, self.name))

    async def _talk(self, talk: Dialogue) -> Answer:
        cost = 0
        try:
            request = next(talk)
            while True:
                came = await self._come(request)
                cost += self._costs.pop(request.key, 0)
                request = talk.send(came)
        except StopIteration as end:
            answer: Answer = end.value
            return replace(answer, cost_usd=cost / PICO)

    async def _come(self, request: Request) -> Values | Trouble | Answer:
        """What comes of one question: known, or asked now; a question is asked by one alone."""
        known = self._ledger.answers.get(request.key)
        if known is not None:
            return values_of(known, request)
        if request.key in self._ledger.out:
            return OUT
        flying = self._flying.get(request.key)
        if flying is None:
            flying = self._flying[request.key] = asyncio.get_running_loop().create_future()
            try:
                flying.set_result(await self._pay(request))
            finally:
                del self._flying[request.key]
                if not flying.done():
                    flying.cancel()
        came = await flying
        return came if isinstance(came, Answer) else values_of(came, request)

    async def _pay(self, request: Request) -> Reply | Answer:
        """Reserve, ask, keep; in this order, so that no crash pays twice or forgets a cost."""
        terms = self._terms
        kept = kept_back(terms, self._service, request)
        if kept is not None:
            return kept
        most = set_aside(terms, self._service.prices, request)
        if isinstance(most, Answer):
            return most
        if not await self._note(records.reserve(request.key, terms.run, terms.day, most)):
            terms.budget.give_back(most)
            return waiting(NO_RECORD)
        nonce = secrets.token_hex(8)
        assert self._open is not None, "questions are asked inside _answer_all()"
        caller = await self._open()
        reply = checked(await caller.call(request, nonce), request, nonce)
        return await self._keep(request, reply, most)

    async def _keep(self, request: Request, reply: Reply, most: int) -> Reply | Answer:
        """Settle the reservation and write the outcome down before anybody sees it."""
        terms = self._terms
        if not reply.lasting:
            assert reply.trouble is not None, "what does not last has a trouble"
            paid = MEANINGS[reply.trouble].paid
            if paid:
                terms.budget.settle(most, most)
                self.spent += Spent(1, 0, most / PICO)
            else:
                terms.budget.give_back(most)
            await self._note(records.passing(request.key, terms.run, terms.day, paid=paid))
            self._count(reply.trouble)
            return reply
        self._row = (Trouble.BUSY, 0)
        cost = cost_of(reply, self._service.prices, most)
        terms.budget.settle(most, cost)
        self.spent += Spent(1, reply.tokens, cost / PICO)
        self._costs[request.key] = cost
        kept = records.outcome(request.key, terms.run, terms.day, cost, reply)
        if not await self._note(kept):
            return waiting(NO_RECORD)
        return reply

    def _count(self, trouble: Trouble) -> None:
        """Ask no more where every further question would end the same way."""
        if MEANINGS[trouble].state is not JobState.WAITING:
            return
        last, count = self._row
        self._row = (trouble, count + 1 if trouble is last else 1)
        if MEANINGS[trouble].stops or self._row[1] >= _IN_A_ROW:
            self._terms.stopped = self._terms.stopped or MEANINGS[trouble].why

    async def _note(self, record: Record) -> bool:
        """Write a record down, together with others that come at the same moment.

        Returns:
            Does it stand on the disk? If not, no further call is made.
        """
        written = asyncio.get_running_loop().create_future()
        self._pending.append((record, written))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        try:
            await written
        except OSError:
            self._terms.stopped = self._terms.stopped or NO_RECORD
            return False
        return True

    async def _write(self) -> None:
        while self._pending:
            batch, self._pending = self._pending, []
            try:
                await asyncio.to_thread(self._ledger.append, [record for record, _ in batch])
            except OSError as error:
                for _, written in batch:
                    written.set_exception(error)
            else:
                for _, written in batch:
                    written.set_result(None)


def _once(make: Callable[[], Awaitable[Caller]]) -> Callable[[], Awaitable[Caller]]:
    """Open the connection with the first question that has to be asked."""
    made: asyncio.Task[Caller] | None = None

    async def opened() -> Caller:
        nonlocal made
        if made is None:
            made = asyncio.ensure_future(make())
        return await made

    return opened
