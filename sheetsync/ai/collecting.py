"""What has come of the batches that are out: fetched, written down for good, then closed.

Nothing is waited for: what is not ready stays out for the next sync. Each line is settled
once, whether or not anybody still asks its question.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

from sheetsync.ai import ledger as records
from sheetsync.ai.batch_calls import BatchCalls, Standing, batching
from sheetsync.ai.batches import Batch, Came, Line, became, closing, read_files, sending
from sheetsync.ai.budget import PICO
from sheetsync.ai.jobs import UNSPENT, Spent
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.outcome import MEANINGS, Reply, Trouble
from sheetsync.ai.reserving import NO_RECORD, cost_of, keyless
from sheetsync.ai.sealed import Record
from sheetsync.ai.service import Service

_GIVEN_UP_S = 3 * 86_400
"""Seconds after which a batch counts as gone that its service does not know or has not ended, or
whose answers cannot be read. A batch is worked off within one day, or expires."""

UNKNOWN = "the model's service knows no such batch; check the base URL and the key"


@dataclass(slots=True)
class Collected:
    """What one look at the open batches has brought.

    Attributes:
        answers: Questions that came back with their lasting outcome.
        without: How many came back without one, by reason; they may be asked again.
        still_out: Questions that are still out.
        stopped: Why no further batch is sent in this run, ``""`` if one may be.
        trouble: Why not all was collected that might have been, ``""`` if it was.
        spent: What the answers have cost.
        costs: The same by key, in parts.
    """

    answers: int = 0
    without: Counter[Trouble] = field(default_factory=Counter)
    still_out: int = 0
    stopped: str = ""
    trouble: str = ""
    spent: Spent = UNSPENT
    costs: dict[str, int] = field(default_factory=dict)

    def sentences(self) -> list[str]:
        """The same for the person at the keyboard; nothing where nothing was out."""
        told: list[str] = []
        rest = f"{_questions(self.still_out)} still out in a batch" if self.still_out else ""
        if self.answers:
            came = "1 answer" if self.answers == 1 else f"{self.answers:,} answers"
            told.append(f"{came} of a batch came back{f'; {rest}' if rest else ''}.")
        elif rest:
            told.append(f"{rest[0].upper()}{rest[1:]}; a later sync collects the answers.")
        for trouble, count in self.without.items():
            told.append(
                f"Without an answer: {count:,} of a batch’s questions; {MEANINGS[trouble].why}."
            )
        if self.trouble:
            told.append(f"Not all answers of a batch could be collected: {self.trouble}.")
        return told


def collect(service: Service, ledger: Ledger, now: float) -> Collected:
    """Settle what has come of every open batch.

    Args:
        service: Who was asked.
        ledger: The book's ledger, open for writing.
        now: Seconds since 1970.
    """
    collected = Collected()
    if ledger.batches and keyless(service):
        collected.trouble = keyless(service)
    elif ledger.batches:
        with batching(service) as calls:
            own = _Collecting(service, ledger, calls, collected)
            for batch in list(ledger.batches.values()):
                if not own.collect(batch, now):
                    break
    collected.still_out = len(ledger.out)
    return collected


@dataclass(frozen=True, slots=True)
class _Collecting:
    service: Service
    ledger: Ledger
    calls: BatchCalls
    collected: Collected

    def collect(self, batch: Batch, now: float) -> bool:
        """Settle one batch if it is ready.

        Returns:
            Is there sense in looking at the next one?
        """
        if batch.at > now:
            # The clock was ahead when it was submitted, and its three days begin now.
            batch = replace(batch, at=int(now))
            if not self._append([sending(batch, batch.id, batch.file)]):
                return False
        gone = now - batch.at > _GIVEN_UP_S or not self.ledger.unsettled(batch)
        if not batch.id:
            found = self.calls.find(batch.name)
            if isinstance(found, Trouble):
                return self._not_seen(batch, found, gone=gone)
            if not found[0]:
                if batch.address not in ("", self.service.address):
                    return self._not_seen(batch, Trouble.NO_BATCHES, gone=gone)
                # The run ended before it was created. Should it have been on its way even
                # so, these lines are paid for: what was reserved goes on counting.
                return self._settle(batch, {}, Trouble.MISSING)
            if not self._append([sending(batch, *found)]):
                return False
            batch = self.ledger.batches[batch.name]
        standing = self.calls.look(batch)
        if isinstance(standing, Trouble):
            return self._not_seen(batch, standing, gone=gone)
        return self._take(batch, standing, gone=gone) if standing.ended or gone else True

    def _not_seen(self, batch: Batch, trouble: Trouble, *, gone: bool) -> bool:
        """Leave a batch that could not be looked at for the next sync, but not for ever."""
        if trouble is Trouble.NO_BATCHES:
            if gone:
                return self._settle(batch, {}, Trouble.MISSING)
            self.collected.trouble = UNKNOWN
            return True
        self.collected.trouble = MEANINGS[trouble].why
        return not MEANINGS[trouble].stops

    def _take(self, batch: Batch, standing: Standing, *, gone: bool) -> bool:
        """Fetch what a batch holds that has ended or is given up, and settle its lines by it."""
        texts: list[str] = []
        missing = standing.refused or Trouble.UNANSWERED
        if standing.complete or not standing.ended:
            missing = Trouble.MISSING
        for file in standing.files if self.ledger.unsettled(batch) else ():
            text = self.calls.fetch(file)
            if not isinstance(text, Trouble):
                texts.append(text)
            elif text is not Trouble.NO_BATCHES:
                return self._not_seen(batch, text, gone=gone)
            else:
                missing = Trouble.MISSING  # what stood in it was paid for
        found = read_files(texts)
        if found is None and not gone:
            return self._not_seen(batch, Trouble.BROKEN, gone=gone)
        if standing.refused is not None:
            self.collected.stopped = MEANINGS[standing.refused].why
        return self._settle(
            batch,
            found or {},
            missing if found is not None else Trouble.MISSING,
            files=(batch.file, *standing.files),
        )

    def _settle(
        self,
        batch: Batch,
        found: dict[str, Came],
        missing: Trouble,
        *,
        files: tuple[str, ...] = (),
    ) -> bool:
        """Write down what became of each line, then delete the files, then close the batch."""
        manner = batch.manner
        rows: list[Record] = []
        outcomes: list[tuple[Line, Reply]] = []
        for line in self.ledger.unsettled(batch):
            reply, wanted = became(batch, line, found, self.service, missing=missing)
            manner = manner.joined(wanted)
            outcomes.append((line, reply))
            rows.append(_record(batch, line, reply))
        if not self._append(rows):
            return False
        for line, reply in outcomes:
            self._count(batch, line, reply)
        self.calls.discard(*files)
        return self._append([closing(batch, manner)])

    def _count(self, batch: Batch, line: Line, reply: Reply) -> None:
        cost = cost_of(reply, batch.prices, line.most)
        if reply.lasting:
            self.collected.answers += 1
            self.collected.costs[line.key] = cost
            self.collected.spent += Spent(1, reply.tokens, cost / PICO)
        elif reply.trouble is not None:
            self.collected.without[reply.trouble] += 1
            if MEANINGS[reply.trouble].paid:
                self.collected.spent += Spent(1, 0, line.most / PICO)

    def _append(self, rows: list[Record]) -> bool:
        try:
            self.ledger.append(rows)
        except OSError:
            self.collected.trouble = NO_RECORD
            return False
        return True


def _record(batch: Batch, line: Line, reply: Reply) -> Record:
    if not reply.lasting:
        paid = reply.trouble is not None and MEANINGS[reply.trouble].paid
        return records.passing(line.key, batch.run, batch.day, paid=paid)
    cost = cost_of(reply, batch.prices, line.most)
    return records.outcome(line.key, batch.run, batch.day, cost, reply)


def _questions(count: int) -> str:
    return "1 question is" if count == 1 else f"{count:,} questions are"
