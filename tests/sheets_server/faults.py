"""What can go wrong between a client and Google, planned ahead and repeatable.

A fault strikes the n-th request that matches it. "After" means that the request was carried
out and only its answer is lost or spoilt, which a client cannot tell from "before".
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from tests.sheets_server.quota import exhausted
from tests.sheets_server.refusals import Refusal, not_found

Answer = tuple[int, Any]
"""Status and body: JSON, text (HTML or broken JSON), bytes of a file, or ``None``."""


class Kind(Enum):
    """What happens to a request."""

    UNAVAILABLE = "503 before the request is carried out"
    UNAVAILABLE_AFTER = "503 after it was carried out"
    INTERNAL = "500 before it is carried out"
    INTERNAL_AFTER = "500 after it was carried out"
    HTML = "502 with an HTML page instead of JSON, before"
    HTML_AFTER = "502 with an HTML page, after"
    RESET = "the connection is reset before"
    RESET_AFTER = "the connection is reset after"
    TIMEOUT = "no answer comes; nothing was carried out"
    TIMEOUT_AFTER = "no answer comes; it was carried out"
    TRUNCATED = "the answer's JSON breaks off half-way"
    TWICE = "the network delivers the request twice"
    LATE = "no answer comes, and the request arrives after the next one"
    QUOTA = "429 although the quota is not used up"
    EXPIRED = "401: the token has expired"
    REVOKED = "403: the account may not see the file any more"
    GONE = "404: the file is in the bin for good"


class NoAnswer(TimeoutError):
    """In-process form of an answer that never comes; over HTTP the client's own time-out."""


class Cut(ConnectionResetError):
    """In-process form of a reset connection."""


@dataclass(slots=True)
class Fault:
    """One planned fault.

    Attributes:
        kind: What happens.
        matching: Part of the method's id or of the path; empty matches every request.
        skip: Matching requests that are let through first.
        times: How many requests it strikes.
    """

    kind: Kind
    matching: str = ""
    skip: int = 0
    times: int = 1

    def strikes(self, text: str) -> bool:
        """Whether this request is struck; counts down."""
        if self.times <= 0 or self.matching not in text:
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        self.times -= 1
        return True


@dataclass(slots=True)
class Faults:
    """The faults that are still to come, and the requests that are still under way."""

    planned: list[Fault] = field(default_factory=list)
    late: list[Callable[[], Answer]] = field(default_factory=list)
    repeats: bool = True

    def plan(self, kind: Kind, matching: str = "", *, skip: int = 0, times: int = 1) -> None:
        """Let something go wrong later."""
        self.planned.append(Fault(kind, matching, skip, times))

    def around(self, text: str, act: Callable[[], Answer]) -> Answer:
        """Carry out a request, or what a fault makes of it.

        Raises:
            Cut: The connection is reset.
            NoAnswer: The answer never comes.
        """
        delayed, self.late = self.late, []
        fault = next((one for one in self.planned if one.strikes(text)), None)
        try:
            return act() if fault is None else self._struck(fault.kind, act)
        finally:
            for request in delayed:
                request()

    def _struck(self, kind: Kind, act: Callable[[], Answer]) -> Answer:
        refusals = {
            Kind.UNAVAILABLE: Refusal("The service is currently unavailable.", code=503),
            Kind.INTERNAL: Refusal("Internal error encountered.", code=500),
            Kind.QUOTA: exhausted(),
            Kind.EXPIRED: Refusal(
                "Request had invalid authentication credentials. Expected OAuth 2 access token,"
                " login cookie or other valid authentication credential.",
                code=401,
            ),
            Kind.REVOKED: Refusal("The caller does not have permission", code=403),
            Kind.GONE: not_found(),
        }
        if kind in refusals:
            return refusals[kind].code, refusals[kind].body()
        match kind:
            case Kind.HTML:
                return 502, PAGE
            case Kind.RESET:
                raise Cut("The connection was reset before the request was carried out.")
            case Kind.TIMEOUT:
                raise NoAnswer("No answer came.")
            case Kind.LATE:
                self.late.append(act)
                raise NoAnswer("No answer came; the request is still under way.")
            case Kind.TWICE:
                first = act()
                return act() if self.repeats else first
        answer = act()
        match kind:
            case Kind.UNAVAILABLE_AFTER:
                refusal = Refusal("The service is currently unavailable.", code=503)
                return refusal.code, refusal.body()
            case Kind.INTERNAL_AFTER:
                refusal = Refusal("Internal error encountered.", code=500)
                return refusal.code, refusal.body()
            case Kind.HTML_AFTER:
                return 502, PAGE
            case Kind.RESET_AFTER:
                raise Cut("The connection was reset after the request was carried out.")
            case Kind.TIMEOUT_AFTER:
                raise NoAnswer("No answer came.")
        return answer[0], _broken(answer[1])


PAGE = (
    "<html><head><title>Sorry...</title></head><body><h1>502. That's an error.</h1></body></html>"
)


def _broken(body: Any) -> str:
    text = json.dumps(body, indent=2)
    return text[: len(text) // 2]
