"""How fast and how long Google is asked: a bucket of requests, back-off with jitter, a deadline.

Knows nothing of sheets or of HTTP. Time and chance come in, so that a test can turn the clock.
"""

import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

PER_MINUTE = 60
"""Reads, and writes, that one account may make in a minute (Google Sheets API, usage limits)."""

_MINUTE_S = 61.0
"""A second more than a minute: requests do not take equally long to arrive."""

_FIRST_S, _LONGEST_S = 1.0, 64.0
"""Google's guide asks for a truncated exponential back-off with a maximum of 32 or 64 seconds."""


@dataclass(slots=True)
class Pace:
    """When the next request may leave.

    Attributes:
        deadline_s: Seconds after which one request is not tried again. It is no deadline of a
            run: a run may ask a model for an hour, and its write has its tries all the same.
        per_minute: Requests of each kind in a minute.
        now: A clock that never goes back, in seconds.
        sleep: Waits for so many seconds.
        chance: A number from 0 to 1.
    """

    deadline_s: float = 300.0
    per_minute: int = PER_MINUTE
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    _sent: dict[str, deque[float]] = field(default_factory=dict)

    def wait_for_turn(self, kind: str) -> None:
        """Wait until one more request of a kind stays within the quota."""
        sent = self._sent.setdefault(kind, deque())
        moment = self.now()
        while sent and moment - sent[0] >= _MINUTE_S:
            sent.popleft()
        if len(sent) >= self.per_minute:
            self.sleep(_MINUTE_S - (moment - sent.popleft()))
            moment = self.now()
        sent.append(moment)

    def wait_again(self, attempt: int, asked_s: float | None, *, since: float) -> bool:
        """Wait before another attempt, if there is time for one.

        Args:
            attempt: How often it was tried, from 1.
            asked_s: What the answer asked for (``Retry-After``), in seconds.
            since: When the request was first wanted, by ``now``.

        Returns:
            May it be tried again? ``False`` when the wait would go past the deadline.
        """
        longest = min(_LONGEST_S, _FIRST_S * 2 ** (attempt - 1))
        pause = self.chance() * longest  # full jitter: nobody comes back with everybody else
        pause = max(pause, asked_s or 0.0)
        if self.now() + pause - since > self.deadline_s:
            return False
        self.sleep(pause)
        return True
