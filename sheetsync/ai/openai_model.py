"""Calls to an OpenAI-compatible service: the one place that knows the ``openai`` package.

Every way in which a call can end is a value (``outcome``); no exception of the library
and no word of the service leaves this module. Retries are ours: the library's would
spend without asking.
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sheetsync.ai.asking import Request
from sheetsync.ai.completion import reply_of, trouble_of
from sheetsync.ai.manner import MINDED, Manner, parameters, simpler
from sheetsync.ai.outcome import MEANINGS, Reply, Trouble
from sheetsync.ai.service import OPENAI_URL, Service

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

TRIES = 4
"""Calls made for one question while the service says that it has no time."""

_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.5, 60.0


@dataclass(slots=True)
class Caller:
    """Asks one service, many questions at once.

    Attributes:
        service: The service.
        client: The connection.
        manner: How the service has turned out to want its questions put.
    """

    service: Service
    client: "AsyncOpenAI"
    manner: Manner = field(default_factory=Manner)
    _not_before: float = 0.0

    async def call(self, request: Request, nonce: str) -> Reply:
        """Ask one question, again after a pause while the service has no time.

        Args:
            request: The question.
            nonce: The mark of its row.
        """
        reply = Reply(trouble=Trouble.BUSY)
        for turn in range(TRIES):
            await self._wait()
            reply, pause = await self._once(request, nonce)
            if reply.trouble is None or not MEANINGS[reply.trouble].again or turn == TRIES - 1:
                break
            if pause is None:
                # Full jitter: callers that were turned away together do not come back together.
                pause = random.uniform(0, _FIRST_PAUSE_S * 2**turn)  # noqa: S311 - no secret
            elif pause > _LONGEST_PAUSE_S:
                break
            else:
                self._not_before = max(self._not_before, time.monotonic() + pause)
            await asyncio.sleep(pause)
        return reply

    async def _wait(self) -> None:
        """Keep the pause that the service has asked for, whichever question it said it to."""
        pause = self._not_before - time.monotonic()
        if pause > 0:
            await asyncio.sleep(pause)

    async def _once(self, request: Request, nonce: str) -> tuple[Reply, float | None]:
        """One call, and where the service refuses how it was put, the same put otherwise."""
        import openai

        while True:
            manner = self.manner
            try:
                # The method behind chat.completions.create(), which first spends a third of
                # the time of a call on copying the question, the schema above all.
                body = await self.client.post(
                    "/chat/completions",
                    cast_to=object,
                    body=parameters(request, nonce, self.service, manner),
                    options={"headers": {"Idempotency-Key": f"{request.key}.{nonce}"}},
                )
            except openai.APITimeoutError as error:
                late = connection(error)
                return Reply(trouble=Trouble.SLOW if late is Trouble.LOST else late), None
            except openai.APIStatusError as error:
                minded = error.status_code in MINDED
                other = simpler(manner, str(error.message), self.service) if minded else None
                if other is not None:
                    self.manner = self.manner.joined(other)
                    continue
                code = str(getattr(error, "code", "") or "")
                return Reply(trouble=trouble_of(error.status_code, code)), _asked_pause(error)
            except openai.APIConnectionError as error:
                return Reply(trouble=connection(error)), None
            except (openai.OpenAIError, ValueError, TypeError, AttributeError):
                return Reply(trouble=Trouble.UNREADABLE), None
            return reply_of(body), None


@asynccontextmanager
async def calling(service: Service) -> AsyncIterator[Caller]:
    """Open the connection to a service for as long as questions are asked."""
    import openai

    options = client_options(service, openai.DefaultAsyncHttpxClient)
    async with openai.AsyncOpenAI(**options) as client:
        yield Caller(service, client)


def client_options(service: Service, transport: Callable[..., Any]) -> dict[str, Any]:
    """How a client of the ``openai`` package is to reach a service.

    Args:
        service: The service.
        transport: Makes the client's HTTP connection.
    """
    options: dict[str, Any] = {
        "api_key": service.key.reveal() or "none",
        "base_url": service.base_url or OPENAI_URL,
        "timeout": service.timeout_s,
        "max_retries": 0,
    }
    if service.is_local:
        # A proxy of the company must not see, or keep away, what stays on this machine.
        options["http_client"] = transport(trust_env=False)
    return options


def _asked_pause(error: "APIStatusError") -> float | None:
    """Seconds that the service asks to wait (RFC 9110, 10.2.3), a date counted from now."""
    from email.utils import parsedate_to_datetime

    told = error.response.headers.get("retry-after")
    if told is None:
        return None
    try:
        return max(0.0, float(told))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    except ValueError:
        return None


def connection(error: Exception) -> Trouble:
    """Could the question have arrived? One that never left costs nothing and may be asked again."""
    cause: BaseException | None = error
    names: list[str] = []
    while cause is not None:
        names.append(type(cause).__name__)
        cause = cause.__cause__
    never = {"ConnectError", "ConnectionRefusedError", "gaierror", "ConnectTimeout"}
    return Trouble.UNREACHABLE if never & set(names) else Trouble.LOST
