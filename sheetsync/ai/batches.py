"""Questions that are submitted together: the lines of a batch, its records, what became of it.

Pure. A line is named by its question's key, so that answers find their questions
whatever order they come in. The form is that of the Batch API of OpenAI, as its
reference gives it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sheetsync.ai.asking import Request
from sheetsync.ai.budget import Prices
from sheetsync.ai.completion import part, reply_of, trouble_of, trouble_without_response
from sheetsync.ai.manner import MINDED, Manner, parameters, simpler
from sheetsync.ai.outcome import Reply, Trouble
from sheetsync.ai.sealed import Record
from sheetsync.ai.service import Service

MOST_LINES, MOST_BYTES = 50_000, 200_000_000
"""Most lines and bytes of a batch (OpenAI, Batch API: 50,000 requests, 200 MB)."""

ENDPOINT: Final = "/v1/chat/completions"

OPENED, SENT, CLOSED = "batch", "batch sent", "batch closed"
"""Records of a batch: about to be submitted, taken by the service, settled to the last line."""

_NAME = re.compile(r'"custom_id"\s*:\s*"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Line:
    """One question of a batch.

    Attributes:
        key: The question's key.
        nonce: The mark of its row.
        most: What it can cost at most, in parts.
    """

    key: str
    nonce: str
    most: int


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch that is about to be submitted, or out.

    Attributes:
        name: Our own name for it, by which it is found again.
        run: The run that submitted it, and reserved for its lines.
        day: The day that they count for.
        at: When, in seconds since 1970.
        model: Who is asked.
        lines: Its questions.
        prices: What a token costs in it; ``None`` if nobody has said.
        manner: How they are put.
        id: The service's name for it; ``""`` while that is not known.
        file: The service's name for the file of the questions.
        address: Where it was sent; ``""`` where a record of an earlier version does not say.
    """

    name: str
    run: str
    day: str
    at: int
    model: str
    lines: tuple[Line, ...]
    prices: Prices | None = None
    manner: Manner = field(default_factory=Manner)
    id: str = ""
    file: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Came:
    """What the service's files hold of one question.

    Attributes:
        reply: The answer, or why there is none.
        told: What the service said where it minded how the question was put.
    """

    reply: Reply
    told: str = ""


def line_of(request: Request, nonce: str, service: Service, manner: Manner) -> bytes:
    """One line of the file that is submitted; its body is that of a call of its own."""
    whole = {
        "custom_id": request.key,
        "method": "POST",
        "url": ENDPOINT,
        "body": parameters(request, nonce, service, manner),
    }
    # ASCII alone: some readers of such files end a line at U+2028 as well.
    return json.dumps(whole).encode("ascii") + b"\n"


def portions(lines: Iterable[tuple[Line, bytes]]) -> Iterator[tuple[tuple[Line, ...], bytes]]:
    """Cut lines into as few batches as the service takes them in, in order."""
    own: list[Line] = []
    body: list[bytes] = []
    size = 0
    for line, content in lines:
        if own and (len(own) == MOST_LINES or size + len(content) > MOST_BYTES):
            yield tuple(own), b"".join(body)
            own, body, size = [], [], 0
        own.append(line)
        body.append(content)
        size += len(content)
    if own:
        yield tuple(own), b"".join(body)


def opening(batch: Batch) -> Record:
    """The record of a batch that is about to be submitted."""
    prices = batch.prices
    return {
        "kind": OPENED,
        "batch": batch.name,
        "run": batch.run,
        "day": batch.day,
        "at": batch.at,
        "model": batch.model,
        "lines": [[line.key, line.nonce, line.most] for line in batch.lines],
        "prices": [prices.per_token_in, prices.per_token_out] if prices is not None else None,
        "address": batch.address,
        **_manner_record(batch.manner),
    }


def opened(record: Record) -> Batch:
    """The batch of such a record."""
    prices = record["prices"]
    return Batch(
        name=str(record["batch"]),
        run=str(record["run"]),
        day=str(record["day"]),
        at=int(record["at"]),
        model=str(record["model"]),
        lines=tuple(Line(str(key), str(nonce), int(most)) for key, nonce, most in record["lines"]),
        prices=Prices(int(prices[0]), int(prices[1])) if prices is not None else None,
        manner=manner_of(record),
        address=str(record.get("address", "")),
    )


def sending(batch: Batch, batch_id: str, file: str) -> Record:
    """The record of a batch that the service has taken, or that counts from another moment."""
    return {"kind": SENT, "batch": batch.name, "id": batch_id, "file": file, "at": batch.at}


def sent(batch: Batch, record: Record) -> Batch:
    """The batch after such a record."""
    at = int(record.get("at", batch.at))
    return replace(batch, id=str(record["id"]), file=str(record["file"]), at=at)


def closing(batch: Batch, manner: Manner) -> Record:
    """The record of a batch that is settled, and of how its service wants questions put."""
    return {"kind": CLOSED, "batch": batch.name, **_manner_record(manner)}


def manner_of(record: Record) -> Manner:
    """How a service wants its questions put, by a record of a batch."""
    return Manner(int(record["form"]), frozenset(record["left_out"]))


def _manner_record(manner: Manner) -> Mapping[str, Any]:
    return {"form": manner.form, "left_out": sorted(manner.left_out)}


def read_files(texts: Sequence[str]) -> dict[str, Came] | None:
    """Read the files in which a service gives answers back.

    Args:
        texts: The file of answers and the file of errors, as far as there are any.

    Returns:
        What came of each question by its key, lasting outcomes before others and else
        the first; ``None`` if what came is no such file at all.
    """
    found: dict[str, Came] = {}
    for text in texts:
        # JSON may hold other ends of line inside a text.
        lines = [line for line in text.split("\n") if line.strip()]
        named = [one for one in map(_read_line, lines) if one is not None]
        if lines and not named:
            return None
        for name, came in named:
            before = found.get(name)
            if before is None or (came.reply.lasting and not before.reply.lasting):
                found[name] = came
    return found


def _read_line(line: str) -> tuple[str, Came] | None:
    try:
        whole = json.loads(line)
    except (ValueError, RecursionError):
        name = _NAME.search(line)
        return (name[1], Came(Reply(trouble=Trouble.UNREADABLE))) if name else None
    name = whole.get("custom_id") if isinstance(whole, Mapping) else None
    return (name, _came(whole)) if isinstance(name, str) else None


def _came(whole: Mapping[str, Any]) -> Came:
    """What one line says: an answer, a call that failed, or a question that was not come to."""
    response = part(whole, "response")
    status = response.get("status_code", 200)
    if not response:
        code = str(part(whole, "error").get("code") or "")
        return Came(Reply(trouble=trouble_without_response(code)))
    if status == 200 or type(status) is not int:
        return Came(reply_of(response.get("body")))
    error = part(response.get("body"), "error")
    trouble = trouble_of(status, str(error.get("code") or ""))
    return Came(Reply(trouble=trouble), str(error.get("message")) if status in MINDED else "")


def became(
    batch: Batch, line: Line, found: Mapping[str, Came], service: Service, *, missing: Trouble
) -> tuple[Reply, Manner]:
    """Say what became of one line.

    Args:
        batch: Its batch.
        line: The line.
        found: What the service's files hold.
        service: The service.
        missing: What it means that they hold nothing of a line, or do not say why.

    Returns:
        The outcome, with its mark while it is unchecked; and how the service wants such
        questions put.
    """
    came = found.get(line.key)
    if came is None or came.reply.trouble is Trouble.MISSING:
        return Reply(trouble=missing), batch.manner
    other = simpler(batch.manner, came.told, service) if came.told else None
    if other is not None:
        return Reply(trouble=Trouble.OTHERWISE), other
    reply = came.reply
    return (reply if reply.trouble else replace(reply, nonce=line.nonce)), batch.manner
