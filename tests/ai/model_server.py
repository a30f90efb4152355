"""A model's service on loopback: real HTTP, honest unless told to misbehave.

It speaks as much of the chat-completions API as the program uses. Left to itself it
quotes the data that it is sent, in the form that is asked for; a script by job makes it
slow, busy, broken or a liar. It counts what a real service would bill.
"""

import asyncio
import json
import re
import sys
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from tests.ai.batch_server import Batches

Schema = Mapping[str, Any]
_DATA = re.compile(r"<data (\w+)>\n(.*)\n</data \1>", re.DOTALL)
_ORDER = ("Verified signal", "Source notes", "Reply text", "Conversation notes", "Company")


@dataclass(frozen=True)
class Asked:
    """One call as it arrived."""

    headers: Mapping[str, str]
    body: Mapping[str, Any]

    @property
    def job(self) -> str:
        """The job's letter, from the name of the form; ``""`` when no form was asked for."""
        form = self.body.get("response_format", {}).get("json_schema", {})
        return str(form.get("name", ""))[-1:]

    @property
    def key(self) -> str:
        """What makes the question the same one."""
        return self.headers["idempotency-key"].partition(".")[0]

    @property
    def text(self) -> str:
        return "\n".join(message["content"] for message in self.body["messages"])

    @property
    def nonce(self) -> str:
        found = _DATA.search(self.text)
        return found[1] if found else ""

    @property
    def data(self) -> dict[str, Any]:
        found = _DATA.search(self.text)
        return json.loads(found[2]) if found else {}


@dataclass(frozen=True)
class Does:
    """How the server answers one call.

    Attributes:
        status: The HTTP status.
        body: Its JSON, or text as it is; ``None`` for the honest answer.
        headers: Further headers.
        delay: Seconds before the answer.
        reset: Cut the connection instead of answering.
        finish: The finish reason of an honest or a given answer.
        content: The text of the answer, made of the call; ``None`` for the honest one.
        refusal: A refusal instead of a text.
        usage: Is the usage reported?
    """

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    reset: bool = False
    finish: str = "stop"
    content: Callable[[Asked], str] | None = None
    refusal: str = ""
    usage: bool = True


HONEST = Does()


class ModelServer:
    """The service, in a thread of its own; use it in a ``with`` statement."""

    def __init__(self, delay: float = 0.0) -> None:
        self.asked: list[Asked] = []
        self.billed: list[Asked] = []
        self.at_once = self.most_at_once = 0
        self.delay = delay
        self.script: dict[str, deque[Does]] = defaultdict(deque)
        self.always: dict[str, Does] = {}
        self.on_call: Callable[[Asked], None] = lambda _: None
        self.batches = Batches(self._work_off)
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def does(self, job: str, *how: Does) -> None:
        """Answer the next calls for a job like this, one after another."""
        self.script[job].extend(how)

    def calls(self, job: str) -> list[Asked]:
        return [each for each in self.asked if each.job == job]

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, backlog=256)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        headers = {
            name.strip().lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head.split("\r\n")[1:] if line)
        }
        raw = await reader.readexactly(int(headers.get("content-length", 0)))
        method, target, _ = head.split(" ", 2)
        if not target.endswith("/chat/completions"):
            return await self._of_batches(writer, method, target, headers, raw)
        asked = Asked(headers, json.loads(raw))
        self.asked.append(asked)
        self.on_call(asked)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            how = self._how(asked)
            await asyncio.sleep(how.delay or self.delay)
        finally:
            self.at_once -= 1
        if how.reset:
            writer.transport.abort()
            return False
        status, body = how.status, how.body
        if body is None and status == 200:
            body = self._completion(asked, how)
            self.billed.append(asked)
        await self._reply(writer, how, status, body)
        return True

    def _how(self, asked: Asked) -> Does:
        queue = self.script[asked.job]
        return queue.popleft() if queue else self.always.get(asked.job, HONEST)

    def _work_off(self, asked: Asked) -> tuple[int, Any] | None:
        """One question of a batch; ``reset`` leaves it without any answer."""
        self.asked.append(asked)
        self.on_call(asked)
        how = self._how(asked)
        if how.reset:
            return None
        if how.body is not None or how.status != 200:
            return how.status, how.body
        self.billed.append(asked)
        return 200, self._completion(asked, how)

    async def _of_batches(
        self,
        writer: asyncio.StreamWriter,
        method: str,
        target: str,
        headers: Mapping[str, str],
        raw: bytes,
    ) -> bool:
        """A request about files or batches; ``delay`` and ``reset`` come after it has taken effect."""
        kind = self.batches.kind(method, target)
        queue = self.batches.faults[kind]
        how = queue.popleft() if queue else HONEST
        status, body = how.status, how.body
        if body is None and status == 200:
            status, body = self.batches.answer(kind, target, headers, raw)
        await asyncio.sleep(how.delay)
        if how.reset:
            writer.transport.abort()
            return False
        await self._reply(writer, how, status, body)
        return True

    @staticmethod
    async def _reply(writer: asyncio.StreamWriter, how: Does, status: int, body: Any) -> None:
        whole = body if isinstance(body, str) else json.dumps(body or {})
        encoded = whole.encode()
        told = {"content-type": "application/json", **how.headers}
        lines = [f"HTTP/1.1 {status} X", f"content-length: {len(encoded)}"]
        lines += [f"{name}: {value}" for name, value in told.items()]
        writer.write("\r\n".join([*lines, "", ""]).encode("latin-1") + encoded)
        await writer.drain()

    @staticmethod
    def _completion(asked: Asked, how: Does) -> dict[str, Any]:
        text = how.content(asked) if how.content else json.dumps(honest(asked))
        message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
        if how.refusal:
            message |= {"content": None, "refusal": how.refusal}
        usage = {"prompt_tokens": 500, "completion_tokens": 100, "total_tokens": 600}
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": asked.body["model"],
            "choices": [{"index": 0, "message": message, "finish_reason": how.finish}],
            **({"usage": usage} if how.usage else {}),
        }


def honest(asked: Asked) -> dict[str, Any]:
    """An answer in the form asked for that says nothing but the data's own words."""
    form = asked.body.get("response_format", {}).get("json_schema", {}).get("schema")
    parts = form["properties"] if form else {}
    values = {name: _value(part, asked.data) for name, part in parts.items() if name != "mark"}
    return {"mark": asked.nonce, **values}


def sentence(quote: str, column: str) -> dict[str, Any]:
    """One sentence of a message around a quotation."""
    text = f"I read: “{quote}”."
    return {"text": text, "claims": [{"text": text, "quote": quote, "column": column}]}


def quotation(data: Mapping[str, Any]) -> tuple[str, str]:
    """The first sentence of the data that is worth quoting, and its column."""
    column = next((name for name in _ORDER if data.get(name)), next(iter(data)))
    line = re.split(r"(?<=[.!?])\s|\n", str(data[column]).strip())[0]
    return line.rstrip(".")[:200], column


def _value(part: Schema, data: Mapping[str, Any]) -> Any:
    if part["type"] == "string":
        if "enum" in part:
            return part["enum"][-1]
        return "unknown" if part.get("maxLength", 99) <= 10 else "Question"
    inner = part["items"].get("properties", {})
    quote, column = quotation(data)
    if inner.keys() == {"quote", "column"}:
        return [{"quote": quote, "column": column}]
    if "claims" in inner:
        return [sentence(quote, column)]
    if "letter" in inner:
        return [{"letter": each, "sentences": [sentence(quote, column)]} for each in "BC"]
    if "angle" in inner:
        return [{"angle": "Signal", "quote": quote, "column": column}]
    return []


def main() -> None:
    """Serve until killed; ``python -m tests.ai.model_server SECONDS`` prints the address."""
    with ModelServer(float(sys.argv[1])) as server:
        print(server.url, flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
