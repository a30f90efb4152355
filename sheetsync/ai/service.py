"""Which model answers, where, and within which limits: from ``sheetsync.toml`` and the environment.

The key is read from the environment, is sent to the model's service, and appears nowhere else.
"""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sheetsync.ai.budget import Prices
from sheetsync.ai.settings import bad, number_of, read_table, text_of

CONCURRENCY, MOST_AT_ONCE = 8, 32
EXAMPLES, MOST_EXAMPLES = 3, 5
TIMEOUT_S = 60.0
OPENAI_URL = "https://api.openai.com/v1"
_LEAST_S, _LEAST_SHARE = 0.2, 0.01
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

    @property
    def can_be_sent(self) -> bool:
        """Could a service be shown it? A header takes visible ASCII (RFC 9110, 5.5)."""
        return self._value.isascii() and self._value.isprintable()

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
    def address(self) -> str:
        """Where it is, without the name, password or key that a base URL may hold."""
        parts = urlsplit(self.base_url or OPENAI_URL)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}".rstrip("/")

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
        UsageError: The file cannot be read, or a line under ``[ai]`` cannot be used.
    """
    own = read_table(folder)
    model = text_of(own, "model") or environment.get("SHEETSYNC_MODEL", "").strip()
    if not model:
        return None
    base_url = text_of(own, "base_url") or environment.get("OPENAI_BASE_URL", "").strip() or None
    if base_url is not None and not _is_address(base_url):
        raise bad("base_url", "is not a web address")
    rates = [number_of(own, name) for name in ("input_usd_per_million", "output_usd_per_million")]
    if (rates[0] is None) != (rates[1] is None):
        raise bad("input_usd_per_million", "needs output_usd_per_million beside it", "or neither")
    share = number_of(own, "batch_price_share", least=_LEAST_SHARE, most=1)
    at_once = number_of(own, "concurrency")
    calls = number_of(own, "calls_per_day")
    return Service(
        model=model,
        base_url=base_url,
        key=_key(own, environment, base_url),
        prices=Prices.per_million(rates[0], rates[1])
        if rates[0] is not None and rates[1] is not None
        else None,
        batch_price_share=share or (_OPENAI_BATCH_SHARE if base_url is None else 1.0),
        calls_per_day=int(calls) if calls is not None else None,
        usd_per_day=number_of(own, "usd_per_day"),
        at_once=max(1, min(MOST_AT_ONCE, int(at_once))) if at_once is not None else CONCURRENCY,
        timeout_s=number_of(own, "timeout_seconds", least=_LEAST_S) or TIMEOUT_S,
        flush_s=number_of(own, "flush_seconds", least=_LEAST_S) or FLUSH_S,
        examples=_examples(own),
    )


def _key(own: Mapping[str, Any], environment: Mapping[str, str], base_url: str | None) -> Secret:
    """The key for this address.

    The environment's own key is that of a service on the web: it is not handed to a
    server on this machine, nor sent unencrypted, unless ``key_from`` names it.
    """
    named = text_of(own, "key_from")
    if named:
        return Secret(environment.get(named, "").strip())
    open_ = base_url is not None and (
        is_local_address(base_url) or urlsplit(base_url).scheme != "https"
    )
    return Secret("" if open_ else environment.get("OPENAI_API_KEY", "").strip())


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        host.encode("idna")
        if host.replace(".", "").isdecimal():
            ipaddress.ip_address(host)
    except ValueError:  # a port above 65,535, or a name that no host can have
        return False
    if not host or port == 0 or parts.scheme not in ("http", "https"):
        return False
    spelled = all(letter.isalnum() for letter in host if not letter.isascii())
    return spelled and text.isprintable() and " " not in text


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


def _examples(own: Mapping[str, Any]) -> int:
    number = own.get("examples", EXAMPLES)
    if isinstance(number, bool) or number not in range(MOST_EXAMPLES + 1):
        raise bad("examples", f"is not a whole number from 0 to {MOST_EXAMPLES}")
    return int(number)
