"""A pass that asks nobody: what the ledger knows is answered, the rest is reckoned up."""

from collections.abc import Sequence

from sheetsync.ai.asking import Request
from sheetsync.ai.binding import in_order, talked, told_of, values_of
from sheetsync.ai.budget import PICO
from sheetsync.ai.drafting import dialogue
from sheetsync.ai.jobs import Answer, Job, JobState, Spent
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.outcome import Trouble
from sheetsync.ai.reading import Values
from sheetsync.ai.reserving import OUT
from sheetsync.ai.service import Service

UNASKED = Answer({}, state=JobState.LATER, why="not asked in this command")


class Estimate:
    """A ``Model`` that asks nobody.

    Args:
        service: Who would be asked.
        ledger: The book's ledger as it is.
        instead: What becomes of each question that the ledger does not answer; ``None`` if
            it just was not meant to be asked, and is reckoned up.
    """

    def __init__(self, service: Service, ledger: Ledger, instead: Answer | None = None) -> None:
        self.name = service.model
        self.spent = Spent()
        self._service, self._ledger, self._instead = service, ledger, instead

    def answer(self, jobs: Sequence[Job]) -> Sequence[Answer]:
        """Answer from the ledger, in order; see :class:`sheetsync.ai.jobs.Model`."""
        return in_order(jobs, self._answer)

    def _answer(self, job: Job, message: Answer | None) -> Answer:
        """Variants are reckoned up although their message, which they wait for, is not there."""
        bound = told_of(job, message) if message is not None else job
        if not isinstance(bound, Answer):
            return talked(dialogue(bound, self.name), self._come)
        talked(dialogue(job, self.name), self._come)
        return bound

    def _come(self, request: Request) -> Values | Trouble | Answer:
        known = self._ledger.answers.get(request.key)
        if known is not None:
            return values_of(known, request)
        if self._instead is not None:
            return self._instead
        if request.key in self._ledger.out:
            return OUT
        tokens, prices = request.expected_tokens, self._service.prices
        cost = prices.of(*tokens) / PICO if prices is not None else 0.0
        self.spent += Spent(1, sum(tokens), cost)
        return UNASKED
