"""How a question is put to a service: the parameters of the call, simpler where it minds them.

Pure. The same parameters stand in a call of its own and in a line of a batch.
"""

from dataclasses import dataclass
from typing import Any

from sheetsync.ai.asking import Request
from sheetsync.ai.schema import pinned, without_lengths
from sheetsync.ai.service import Service

_FORMS = ("strict", "strict without lengths", "any JSON", "no form")
"""How the form of the answer is asked for, until the service takes it; it is checked here always."""

MINDED = (400, 404, 422)
"""Statuses with which services say that they mind a parameter."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What a service has turned out to take.

    Attributes:
        form: Which of the forms, the strictest being 0.
        left_out: Parameters that it does not know.
    """

    form: int = 0
    left_out: frozenset[str] = frozenset()

    def joined(self, other: "Manner") -> "Manner":
        """What two questions have found out together."""
        return Manner(max(self.form, other.form), self.left_out | other.left_out)


def parameters(request: Request, nonce: str, service: Service, manner: Manner) -> dict[str, Any]:
    """The body of a call.

    Args:
        request: The question.
        nonce: The mark of its row.
        service: Who is asked.
        manner: What it takes.
    """
    body: dict[str, Any] = {
        "model": service.model,
        "messages": request.messages(nonce),
        "store": False,
        "max_completion_tokens": request.answer_tokens,
    }
    if manner.form < 2:
        # A service on the web keeps what it has made of a schema, so that one stays the
        # same from row to row; a small local model needs the mark spelled out.
        asked = pinned(request.schema, nonce) if service.is_local else request.schema
        schema = asked if manner.form == 0 else without_lengths(asked)
        inner = {"name": f"job_{request.job.spec.job}", "strict": True, "schema": schema}
        body["response_format"] = {"type": "json_schema", "json_schema": inner}
    elif manner.form == 2:
        body["response_format"] = {"type": "json_object"}
    if "max_completion_tokens" in manner.left_out:
        body["max_tokens"] = body["max_completion_tokens"]
    return {name: value for name, value in body.items() if name not in manner.left_out}


def simpler(manner: Manner, told: str, service: Service) -> Manner | None:
    """Put a question in a way that older services know, if that was what they minded.

    Args:
        manner: How it was put.
        told: What the service has said.
        service: The service.

    Returns:
        ``None`` if it was something else, or if it cannot be put any simpler.
    """
    told = told.casefold()
    for name in ("max_completion_tokens", "store"):
        # OpenAI itself knows "store"; it is never left out there.
        if (
            name in told
            and name not in manner.left_out
            and not (name == "store" and service.base_url is None)
        ):
            return Manner(manner.form, manner.left_out | {name})
    minded = any(word in told for word in ("schema", "response_format", "json", "format"))
    if not minded or manner.form >= len(_FORMS) - 1:
        return None
    return Manner(manner.form + 1, manner.left_out)
