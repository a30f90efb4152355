"""What a run may still spend: calls and money, by run and by day. Reserved first, settled after.

Pure: it is told what was spent before, and never looks anywhere. Money is counted in
whole millionths of a millionth of a dollar, so that no rounding ever adds up to a cent.
"""

from dataclasses import dataclass

PICO = 1_000_000_000_000
"""Parts of a US dollar in which money is counted."""


def pico(usd: float) -> int:
    """Dollars in whole parts."""
    return round(usd * PICO)


@dataclass(frozen=True, slots=True)
class Prices:
    """What a token costs, in parts of a dollar.

    Attributes:
        per_token_in: A token of the question.
        per_token_out: A token of the answer.
    """

    per_token_in: int
    per_token_out: int

    @classmethod
    def per_million(cls, usd_in: float, usd_out: float) -> "Prices":
        """Prices as services publish them: US dollars a million tokens."""
        return cls(round(usd_in * PICO / 1_000_000), round(usd_out * PICO / 1_000_000))

    def of(self, tokens_in: int, tokens_out: int) -> int:
        """What so many tokens cost."""
        return tokens_in * self.per_token_in + tokens_out * self.per_token_out


@dataclass(frozen=True, slots=True)
class Caps:
    """The most that may be spent; ``None`` is no limit.

    Attributes:
        calls_run: Calls a run.
        pico_run: Money a run.
        calls_day: Calls a day.
        pico_day: Money a day.
    """

    calls_run: int | None = None
    pico_run: int | None = None
    calls_day: int | None = None
    pico_day: int | None = None


class Budget:
    """The counters of one run. At every moment spent + reserved is at most each cap.

    Args:
        caps: The limits.
        calls_before: Calls of earlier runs of the same day, unclear ones included.
        pico_before: What they cost, or at most cost.
    """

    def __init__(self, caps: Caps, *, calls_before: int = 0, pico_before: int = 0) -> None:
        self.caps = caps
        self._before = (calls_before, pico_before)
        self.calls = 0
        self.spent = 0
        self.reserved = 0

    def reserve(self, most: int) -> str:
        """Set the money for one call aside.

        Args:
            most: What the call can cost at most.

        Returns:
            ``""`` if it may be made; otherwise which limit it would pass and what to do,
            as the rest of a sentence.
        """
        calls, money = self.calls + 1, self.spent + self.reserved + most
        caps = self.caps
        if caps.calls_run is not None and calls > caps.calls_run:
            return f"the {caps.calls_run:,} calls of this run are used up; {_LATER}"
        if caps.calls_day is not None and calls + self._before[0] > caps.calls_day:
            then = _tomorrow("calls_per_day", possible=caps.calls_day > 0)
            return f"the {caps.calls_day:,} calls of this day are used up; {then}"
        if caps.pico_run is not None and money > caps.pico_run:
            return f"the budget of this run, {_usd(caps.pico_run)}, is used up; {_LATER}"
        if caps.pico_day is not None and money + self._before[1] > caps.pico_day:
            then = _tomorrow("usd_per_day", possible=most <= caps.pico_day)
            return f"the budget of this day, {_usd(caps.pico_day)}, is used up; {then}"
        self.calls = calls
        self.reserved += most
        return ""

    def settle(self, most: int, cost: int) -> None:
        """Put what a call cost in the place of what was set aside for it."""
        self.reserved -= most
        self.spent += cost

    def give_back(self, most: int) -> None:
        """Take back the reservation of a call that was not made or is not paid for."""
        self.reserved -= most
        self.calls -= 1


_LATER = "a later sync goes on"


def _tomorrow(setting: str, *, possible: bool) -> str:
    """What to do about a limit of the day, which no later sync of the same day gets past."""
    raised = f"raise {setting} in sheetsync.toml"
    return f"tomorrow's sync goes on, or {raised}" if possible else raised


def _usd(parts: int) -> str:
    """A budget as people read it; one below a cent is not shown as nothing."""
    if 0 < parts < PICO // 10_000:
        return "less than USD 0.0001"
    return f"USD {parts / PICO:.{4 if 0 < parts < PICO // 100 else 2}f}"
