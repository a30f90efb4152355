"""What a service says of one question: the answer's text, or why there is none.

Pure, and lenient: whatever a body holds, what comes of it is a value. No word of the
service is passed on.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from sheetsync.ai.outcome import Reply, Trouble

_NOT_RUN = re.compile("(batch_)?(expired|cancell?ed)|batch_failed")
"""Codes of questions that were never run (OpenAI, Batch API: batch_expired, batch_cancelled)."""


def reply_of(body: object) -> Reply:
    """Read a whole chat completion.

    Args:
        body: Its JSON; or its text, where it did not come as JSON.
    """
    if isinstance(body, str):
        try:
            body = json.loads(body)
        except (ValueError, RecursionError):
            return Reply(trouble=Trouble.UNREADABLE)
    usage = part(body, "usage")
    tokens = (_count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens")))
    choices = body.get("choices") if isinstance(body, Mapping) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = part(choice, "message")
    reason = choice.get("finish_reason") if isinstance(choice, Mapping) else None
    if reason == "content_filter":
        return Reply("", Trouble.FILTERED, *tokens)
    if message.get("refusal"):
        return Reply("", Trouble.REFUSED, *tokens)
    if reason == "length":
        return Reply("", Trouble.CUT, *tokens)
    text = message.get("content")
    if not isinstance(text, str) or not text:
        return Reply("", Trouble.UNREADABLE, *tokens)
    return Reply(text, None, *tokens)


def trouble_of(status: int, code: str) -> Trouble:
    """What an HTTP status other than 200 means.

    Args:
        status: The status.
        code: The service's own code for it, ``""`` if it gave none.
    """
    if code in ("insufficient_quota", "billing_hard_limit_reached"):
        return Trouble.NO_CREDIT
    if status == 429:
        return Trouble.BUSY
    if status in (401, 403):
        return Trouble.DENIED
    if status == 404:
        return Trouble.NO_MODEL
    if "content_filter" in code or "content_policy" in code:
        return Trouble.FILTERED
    if status in (408, 409) or status >= 500:
        return Trouble.BROKEN
    return Trouble.NOT_TAKEN


def trouble_without_response(code: str) -> Trouble:
    """Why a line of a batch holds no response; unless it says so, it may have been run and billed.

    Args:
        code: The code of its error, ``""`` if there is none.
    """
    if "content_filter" in code or "content_policy" in code:
        return Trouble.FILTERED
    return Trouble.UNANSWERED if _NOT_RUN.fullmatch(code) else Trouble.MISSING


def part(body: object, name: str) -> Mapping[str, Any]:
    """The object under a name of another; an empty one if there is none."""
    found = body.get(name) if isinstance(body, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _count(value: object) -> int | None:
    """A number of tokens; anything else is none."""
    return value if type(value) is int and value >= 0 else None
