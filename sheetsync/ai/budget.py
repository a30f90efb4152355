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
            ``""`` if it may be made; otherwise which limit it would pass, as the rest
            of a sentence.
        """
        calls, money = self.calls + 1, self.spent + self.reserved + most
        for cap, count, name in (
            (self.caps.calls_run, calls, "calls of this run"),
            (self.caps.calls_day, calls + self._before[0], "calls of this day"),
        ):
            if cap is not None and count > cap:
                return f"the {cap:,} {name} are used up"
        for cap, sum_, name in (
            (self.caps.pico_run, money, "this run"),
            (self.caps.pico_day, money + self._before[1], "this day"),
        ):
            if cap is not None and sum_ > cap:
                return f"the budget of {name}, USD {cap / PICO:.2f}, is used up"
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
