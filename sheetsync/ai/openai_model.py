"""Calls to an OpenAI-compatible service: the one place that knows the ``openai`` package.

Every way in which a call can end is a value (``outcome``); no exception of the library
and no word of the service leaves this module. Retries are ours: the library's would
spend without asking.
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sheetsync.ai.asking import Request
from sheetsync.ai.outcome import MEANINGS, Reply, Trouble
from sheetsync.ai.schema import pinned, without_lengths
from sheetsync.ai.service import Service

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

TRIES = 4
"""Calls made for one question while the service says that it has no time."""

_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.5, 60.0

_FORMS = ("strict", "strict without lengths", "any JSON", "no form")
"""How the form of the answer is asked for, until the service takes it; it is checked here always."""


@dataclass(slots=True)
class Caller:
    """Asks one service, many questions at once.

    Attributes:
        service: The service.
        form: Which of the forms the service has turned out to take.
        left_out: Parameters that it has turned out not to know.
    """

    service: Service
    client: "AsyncOpenAI"
    form: int = 0
    left_out: set[str] = field(default_factory=set)
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
        from openai.types.chat import ChatCompletion

        while True:
            form = self.form
            try:
                # The method behind chat.completions.create(), which first spends a third of
                # the time of a call on copying the question, the schema above all.
                body = await self.client.post(
                    "/chat/completions",
                    cast_to=ChatCompletion,
                    body=self._parameters(request, nonce, form),
                    options={"headers": {"Idempotency-Key": f"{request.key}.{nonce}"}},
                )
            except openai.APITimeoutError as error:
                late = _connection(error)
                return Reply(trouble=Trouble.SLOW if late is Trouble.LOST else late), None
            except openai.APIStatusError as error:
                if error.status_code in (400, 404, 422) and self._simpler(error, form):
                    continue
                return Reply(trouble=_trouble(error)), _asked_pause(error)
            except openai.APIConnectionError as error:
                return Reply(trouble=_connection(error)), None
            except (openai.OpenAIError, ValueError, TypeError, AttributeError):
                return Reply(trouble=Trouble.UNREADABLE), None
            return _reply(body), None

    def _parameters(self, request: Request, nonce: str, form: int) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.service.model,
            "messages": request.messages(nonce),
            "store": False,
            "max_completion_tokens": request.answer_tokens,
        }
        if form < 2:
            # A service on the web keeps what it has made of a schema, so that one stays the
            # same from row to row; a small local model needs the mark spelled out.
            asked = pinned(request.schema, nonce) if self.service.is_local else request.schema
            schema = asked if form == 0 else without_lengths(asked)
            inner = {"name": f"job_{request.job.spec.job}", "strict": True, "schema": schema}
            body["response_format"] = {"type": "json_schema", "json_schema": inner}
        elif form == 2:
            body["response_format"] = {"type": "json_object"}
        if "max_completion_tokens" in self.left_out:
            body["max_tokens"] = body["max_completion_tokens"]
        return {name: value for name, value in body.items() if name not in self.left_out}

    def _simpler(self, error: "APIStatusError", form: int) -> bool:
        """Put the question in a form that older services know, if that was what they minded."""
        told = str(error.message).casefold()
        for name in ("max_completion_tokens", "store"):
            # OpenAI itself knows "store"; it is never left out there.
            if (
                name in told
                and name not in self.left_out
                and not (name == "store" and self.service.base_url is None)
            ):
                self.left_out.add(name)
                return True
        minded = any(word in told for word in ("schema", "response_format", "json", "format"))
        if not minded or form >= len(_FORMS) - 1:
            return False
        self.form = max(self.form, form + 1)
        return True


@asynccontextmanager
async def calling(service: Service) -> AsyncIterator[Caller]:
    """Open the connection to a service for as long as questions are asked."""
    import openai

    options: dict[str, Any] = {}
    if service.is_local:
        # A proxy of the company must not see, or keep away, what stays on this machine.
        options["http_client"] = openai.DefaultAsyncHttpxClient(trust_env=False)
    client = openai.AsyncOpenAI(
        api_key=service.key.reveal() or "none",
        base_url=service.base_url or "https://api.openai.com/v1",
        timeout=service.timeout_s,
        max_retries=0,
        **options,
    )
    async with client:
        yield Caller(service, client)


def _reply(body: Any) -> Reply:
    """Read a whole answer: its text, or why there is none."""
    usage = getattr(body, "usage", None)
    tokens = (getattr(usage, "prompt_tokens", None), getattr(usage, "completion_tokens", None))
    choices = getattr(body, "choices", None)
    if not choices:
        return Reply("", Trouble.UNREADABLE, *tokens)
    message, reason = choices[0].message, choices[0].finish_reason
    if reason == "content_filter":
        return Reply("", Trouble.FILTERED, *tokens)
    if getattr(message, "refusal", None):
        return Reply("", Trouble.REFUSED, *tokens)
    if reason == "length":
        return Reply("", Trouble.CUT, *tokens)
    text = message.content
    return Reply(text, None, *tokens) if text else Reply("", Trouble.UNREADABLE, *tokens)


def _trouble(error: "APIStatusError") -> Trouble:
    """What a status means; the words of the service are not passed on."""
    status, code = error.status_code, str(getattr(error, "code", "") or "")
    if status == 429:
        return Trouble.NO_CREDIT if code == "insufficient_quota" else Trouble.BUSY
    if status in (401, 403):
        return Trouble.DENIED
    if status == 404:
        return Trouble.NO_MODEL
    if "content_filter" in code or "content_policy" in code:
        return Trouble.FILTERED
    if status in (408, 409) or status >= 500:
        return Trouble.BROKEN
    return Trouble.NOT_TAKEN


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


def _connection(error: Exception) -> Trouble:
    """Could the question have arrived? One that never left costs nothing and may be asked again."""
    cause: BaseException | None = error
    names: list[str] = []
    while cause is not None:
        names.append(type(cause).__name__)
        cause = cause.__cause__
    never = {"ConnectError", "ConnectionRefusedError", "gaierror", "ConnectTimeout"}
    return Trouble.UNREACHABLE if never & set(names) else Trouble.LOST
