"""What the tests of the model share: a job, a service on loopback, a session over a ledger."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sheetsync.ai.budget import PICO, Budget, Caps, Prices
from sheetsync.ai.jobs import Answer, Job, specs
from sheetsync.ai.ledger import Ledger
from sheetsync.ai.service import Service
from sheetsync.ai.session import Session
from sheetsync.ai.terms import Terms
from tests.ai.model_server import Asked, ModelServer

NOTES = "Nordhafen opened a second cross-dock in Memphis. The careers page lists 14 open roles."
PRICES = Prices.per_million(1.0, 2.0)
COST = PRICES.of(500, 100)
"""What the loopback server's usage costs a call."""

MESSAGE = {
    "Company": "Nordhafen",
    "Contact": "Dana Nord",
    "Angle": "the yard",
    "Verified signal": "opened a second cross-dock in Memphis",
    "Source notes": NOTES,
    "Opt-out sentence": "Say so and I will not write again.",
    "Sender": "Ben Frost",
}


def job(letter: str = "a", lead: str = "L-0001", **changed: Any) -> Job:
    """A job of one lead; ``inputs`` and ``evidence`` can be given."""
    inputs = {
        "Company": "Nordhafen",
        "Source notes": NOTES,
        "Reply text": "Who are you? It is dear.",
    }
    if letter in "fgh":
        inputs = {**MESSAGE, "Sent so far": "Hello Dana, we plan docks."}
    spec = specs()[letter]
    given = changed.pop("inputs", {})
    own = {name: text for name, text in {**inputs, **given}.items() if name in spec.inputs}
    evidence = {
        "Company": "Nordhafen",
        "Contact": "Dana Nord",
        "Source notes": own.get("Source notes", ""),
    }
    signal = {"Relevance signal": own["Verified signal"]} if "Verified signal" in own else {}
    return Job(spec, lead, own, **{"evidence": {**evidence, **signal}, **changed})


def many(count: int, letter: str = "a") -> list[Job]:
    """Jobs of as many leads, each with notes of its own."""
    return [
        job(letter, f"L-{n:04}", inputs={"Source notes": f"{NOTES} They run {n + 3} docks."})
        for n in range(count)
    ]


@contextmanager
def session(
    server: ModelServer,
    place: Path,
    *,
    caps: Caps | None = None,
    terms: Mapping[str, Any] | None = None,
    **service: Any,
) -> Iterator[Session]:
    """A session over a ledger file, with the loopback server as its service."""
    own = Service("tiny", server.url, **{"prices": PRICES, "timeout_s": 5.0, **service})
    with Ledger.writing(place) as ledger:
        assert ledger is not None
        calls, parts = ledger.spent_on("2026-03-02")
        budget = Budget(caps or Caps(), calls_before=calls, pico_before=parts)
        yield Session(own, ledger, Terms("run", "2026-03-02", budget, **(terms or {})))


def ask(server: ModelServer, place: Path, *jobs: Job, **how: Any) -> list[Answer]:
    """Ask for jobs in one session."""
    with session(server, place, **how) as model:
        return list(model.answer(jobs or [job()]))


def written(make: Callable[[Asked], list[tuple[str, str, str]]]) -> Callable[[Asked], str]:
    """The text of a message's answer from (sentence, quote, column)."""
    import json

    def content(asked: Asked) -> str:
        sentences = [
            {"text": text, "claims": [{"text": text, "quote": quote, "column": column}]}
            for text, quote, column in make(asked)
        ]
        subject = {"AI subject": "Docks"} if asked.job == "f" else {}
        column = {"f": "AI draft", "h": "AI next touch"}[asked.job]
        return json.dumps({"mark": asked.nonce, **subject, column: sentences})

    return content


def usd(parts: int) -> float:
    """Parts of a dollar as dollars."""
    return parts / PICO
