"""Which model answers, where, and within which limits: from ``sheetsync.toml`` and the environment.

The key is read from the environment, is sent to the model's service, and appears nowhere else.
"""

import ipaddress
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sheetsync.ai.budget import Prices
from sheetsync.errors import UsageError

CONFIG = "sheetsync.toml"
CONCURRENCY, MOST_AT_ONCE = 8, 32
EXAMPLES, MOST_EXAMPLES = 3, 5
TIMEOUT_S = 60.0
_OPENAI_BATCH_SHARE = 0.5
"""What OpenAI takes for a batch, as a share of its ordinary prices (its Batch API guide)."""

FLUSH_S = 60.0
"""Seconds after which what is answered so far is written to the book before the run goes on."""


class Secret:
    """A key that no message, log or traceback shows."""

    def __init__(self, value: str) -> None:
        self._value = value

    def __repr__(self) -> str:
        return "Secret(…)"

    def __bool__(self) -> bool:
        return bool(self._value)

    def reveal(self) -> str:
        """The key itself, for the one who sends it."""
        return self._value


@dataclass(frozen=True, slots=True)
class Service:
    """A configured model.

    Attributes:
        model: Its name, as its service knows it.
        base_url: Where it is; ``None`` for OpenAI itself.
        key: What it is called with; empty for a service that needs none.
        prices: What a token costs; ``None`` if nobody has said.
        batch_price_share: What a batch costs, as a share of the same calls made one by one.
        calls_per_day: Most calls a day for one book; ``None`` for no limit.
        usd_per_day: Most US dollars a day for one book.
        at_once: Most calls at the same time.
        timeout_s: Seconds after which a call counts as lost.
        flush_s: Seconds after which answers are written to the book before the run goes on.
        examples: Most texts of other rows that a question shows for a column, 0 to 5.
    """

    model: str
    base_url: str | None = None
    key: Secret = field(default_factory=lambda: Secret(""))
    prices: Prices | None = None
    batch_price_share: float = 1.0
    calls_per_day: int | None = None
    usd_per_day: float | None = None
    at_once: int = CONCURRENCY
    timeout_s: float = TIMEOUT_S
    flush_s: float = FLUSH_S
    examples: int = EXAMPLES

    @property
    def batch_prices(self) -> Prices | None:
        """What a token costs in a batch."""
        if self.prices is None:
            return None
        share = self.batch_price_share
        own = self.prices
        return Prices(round(own.per_token_in * share), round(own.per_token_out * share))

    @property
    def is_local(self) -> bool:
        """Does it run on this machine or in its own network?"""
        return self.base_url is not None and is_local_address(self.base_url)

    @property
    def needs_key(self) -> bool:
        """Would every call be turned away for want of a key?"""
        return not self.key and not self.is_local


def read_service(folder: Path, environment: Mapping[str, str]) -> Service | None:
    """Read which model is configured.

    Args:
        folder: Where ``sheetsync.toml`` may stand.
        environment: The environment.

    Returns:
        ``None`` if no model is named: then the offline drafter answers.

    Raises:
        UsageError: A line under ``[ai]`` cannot be used.
    """
    own = _table(folder)
    unknown = sorted(own.keys() - _KNOWN)
    if unknown:
        raise _bad(unknown[0], "is not known", f"known are {', '.join(sorted(_KNOWN))}")
    model = _text(own, "model") or environment.get("SHEETSYNC_MODEL", "").strip()
    if not model:
        return None
    base_url = _text(own, "base_url") or environment.get("OPENAI_BASE_URL", "").strip() or None
    if base_url is not None and not _is_address(base_url):
        raise _bad("base_url", "is not a web address", "such as https://api.example.com/v1")
    rates = [_number(own, name) for name in ("input_usd_per_million", "output_usd_per_million")]
    if (rates[0] is None) != (rates[1] is None):
        raise _bad("input_usd_per_million", "needs output_usd_per_million beside it", "or neither")
    share = _number(own, "batch_price_share")
    if share is not None and not 0 < share <= 1:
        raise _bad("batch_price_share", "is not a share of the price", "such as 0.5, at most 1")
    at_once = _number(own, "concurrency")
    calls = _number(own, "calls_per_day")
    timeout = _number(own, "timeout_seconds")
    flush = _number(own, "flush_seconds")
    return Service(
        model=model,
        base_url=base_url,
        key=_key(own, environment, base_url),
        prices=Prices.per_million(rates[0], rates[1])
        if rates[0] is not None and rates[1] is not None
        else None,
        batch_price_share=share or (_OPENAI_BATCH_SHARE if base_url is None else 1.0),
        calls_per_day=int(calls) if calls is not None else None,
        usd_per_day=_number(own, "usd_per_day"),
        at_once=max(1, min(MOST_AT_ONCE, int(at_once))) if at_once is not None else CONCURRENCY,
        timeout_s=timeout or TIMEOUT_S,
        flush_s=flush or FLUSH_S,
        examples=_examples(own),
    )


_KNOWN = frozenset(
    "model base_url key_from input_usd_per_million output_usd_per_million batch_price_share "
    "calls_per_day usd_per_day concurrency timeout_seconds flush_seconds examples".split()
)


def _key(own: Mapping[str, Any], environment: Mapping[str, str], base_url: str | None) -> Secret:
    """The key for this address.

    The environment's own key is that of a service on the web: it is not handed to a
    server on this machine, nor sent unencrypted, unless ``key_from`` names it.
    """
    named = _text(own, "key_from")
    if named:
        return Secret(environment.get(named, "").strip())
    open_ = base_url is not None and (
        is_local_address(base_url) or urlsplit(base_url).scheme != "https"
    )
    return Secret("" if open_ else environment.get("OPENAI_API_KEY", "").strip())


def _is_address(text: str) -> bool:
    try:
        return urlsplit(text).scheme in ("http", "https")
    except ValueError:
        return False


def is_local_address(address: str) -> bool:
    """Is an address on this machine or in its own network?"""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    if host == "localhost" or host.endswith((".localhost", ".local")):
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


def _table(folder: Path) -> Mapping[str, Any]:
    try:
        with (folder / CONFIG).open("rb") as file:
            own = tomllib.load(file).get("ai", {})
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        return {}  # an unreadable file is said where it is looked for the book
    return own if isinstance(own, dict) else {}


def _text(own: Mapping[str, Any], name: str) -> str:
    value = own.get(name, "")
    if not isinstance(value, str):
        raise _bad(name, "is not a text", f'such as {name} = "…"')
    return value.strip()


def _number(own: Mapping[str, Any], name: str) -> float | None:
    value = own.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e9:
        raise _bad(name, "is not a number", f"such as {name} = 5")
    return float(value)


def _examples(own: Mapping[str, Any]) -> int:
    number = _number(own, "examples")
    if number is None:
        return EXAMPLES
    if number > MOST_EXAMPLES or not number.is_integer():
        raise _bad(
            "examples", f"is not a whole number from 0 to {MOST_EXAMPLES}", "such as examples = 3"
        )
    return int(number)


def _bad(name: str, what: str, example: str) -> UsageError:
    return UsageError(
        f"In {CONFIG}, under [ai], {name} {what}.",
        not_done="Nothing was done.",
        next_step=f"Correct the line: {example}.",
    )
