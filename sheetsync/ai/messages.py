"""The offline drafter's messages: fixed sentences around the lead's own words, quoted as they are.

Nothing is stated about the buyer but what stands between the quotation marks,
and about the team but what stands in Our claims. Each variant carries the claims
of the first one and none besides (R65).
"""

import re
from collections.abc import Sequence

from sheetsync.ai.jobs import UNKNOWN, Answer, Claim, Job
from sheetsync.ai.notes import prose

_OPENINGS = ("I read: ", "I saw: ", "I noticed: ")
_QUESTIONS = (
    "Is that still so?",
    "Is it a topic for you at the moment?",
    "How do you deal with it today?",
    "Is this on your list for this year?",
    "Does that match what you see?",
    "Would it help to look at it together?",
)
_CALLS = (
    "Would a short call next week be useful?",
    "Shall we talk for fifteen minutes?",
    "Who would be the right person to talk to?",
    "When would be a good time to talk?",
    "Is there someone else whom I should ask?",
    "Would you like to see how it works?",
)
_QUOTE_MIN = 12
"""Fewest characters of a quotation, as in the evidence gate."""

_QUOTE_MAX = 200
_QUOTED = re.compile("“(.+?)”")


def angles(job: Job) -> Answer:
    """Job e: what a message could begin with, each with the words behind it."""
    found: list[tuple[str, str, str]] = []
    for label, source in (("Signal", "Verified signal"), ("Problem", "Probable problem")):
        text = job.inputs.get(source, "")
        if text:
            found.append((label, text, source))
    for piece in prose(job.inputs.get("Source notes", "")):
        if len(found) >= 4:
            break
        if all(piece not in text and text not in piece for _, text, _ in found):
            found.append(("From the notes", _short(piece), "Source notes"))
    lines = [f"{place}. {label}: “{text}”" for place, (label, text, _) in enumerate(found, 1)]
    claims = tuple(Claim("AI angles", text, source) for _, text, source in found)
    return Answer({"AI angles": "\n".join(lines) or UNKNOWN}, claims)


def first_message(job: Job) -> Answer:
    """Job f: a subject and a first message around the verified signal."""
    quotes = _quotes(job)
    if not quotes or "A" in _stopped(job):
        return Answer({"AI subject": UNKNOWN, "AI draft": UNKNOWN})
    company = job.inputs.get("Company", "")
    claims = (*_cited(job, "AI draft", quotes), Claim("AI subject", company, "Company"))
    return Answer({"AI subject": company or UNKNOWN, "AI draft": _write(job, quotes, 0)}, claims)


def variants(job: Job) -> Answer:
    """Job g: the same claims in other words around them, as B and C."""
    quotes = _quotes(job)
    letters = [letter for letter in ("B", "C") if letter not in _stopped(job)]
    if not quotes or not letters:
        return Answer({"AI variants": UNKNOWN})
    text = "\n\n".join(f"{each}:\n{_write(job, quotes, 'ABC'.index(each))}" for each in letters)
    return Answer({"AI variants": text}, _cited(job, "AI variants", quotes))


def next_touch(job: Job) -> Answer:
    """Job h: a further message that says something the ones before it did not."""
    said = job.inputs.get("Sent so far", "")
    told = [said, *_QUOTED.findall(said)]
    number = int(job.inputs.get("Touch", "2") or 2)
    for source in ("Relevance signal", "Source notes"):
        # An evidence note is written for the team, and so is what else an imported list said.
        for piece in prose(job.inputs.get(source, "")):
            quote = _short(piece).rstrip(".")
            if quote and not any(quote in text or text in quote for text in told if text):
                text = _write(job, (quote,), number)
                return Answer({"AI next touch": text}, (Claim("AI next touch", quote, source),))
    return Answer({"AI next touch": UNKNOWN})


def variant_text(draft: str, others: str, variant: str) -> str:
    """Find the text of one variant: A is the draft itself, the others stand behind their letter."""
    name = variant.strip().upper().rstrip(".:")
    if name in ("", "A"):
        return draft
    parts = re.split(r"(?m)^([B-Z]):[ \t]*\n", others)
    texts = dict(zip(parts[1::2], parts[2::2], strict=False))
    return texts.get(name, "").strip()


def _quotes(job: Job) -> tuple[str, ...]:
    """The verified signal, and what else of the notes the chosen angle quotes word for word."""
    signal = _short(job.inputs.get("Verified signal", ""))
    if not signal:
        return ()
    angle, notes = job.inputs.get("Angle", ""), job.inputs.get("Source notes", "")
    for words in _QUOTED.findall(angle):
        piece = _short(words).rstrip(".")
        if len(piece) >= _QUOTE_MIN and piece in notes and piece not in signal:
            return (piece,) if signal.rstrip(".") in piece else (signal, piece)
    return (signal,)


def _cited(job: Job, column: str, quotes: Sequence[str]) -> tuple[Claim, ...]:
    return tuple(Claim(column, quote, _source(job, quote)) for quote in quotes)


def _stopped(job: Job) -> Sequence[str]:
    """Letters that the weekly review has stopped for this angle (R85)."""
    return [each.strip() for each in job.inputs.get("Stopped variants", "").split(",")]


def _source(job: Job, quote: str) -> str:
    for source in ("Verified signal", "Source notes"):
        if quote in job.inputs.get(source, ""):
            return source
    return "Verified signal"


def _short(text: str) -> str:
    """One line of at most 200 characters, cut at a word so that it stays verbatim."""
    line = text.strip().split("\n")[0].strip("“”„\"'‘’ ")
    return line if len(line) <= _QUOTE_MAX else line[:_QUOTE_MAX].rsplit(" ", 1)[0]


def _write(job: Job, quotes: Sequence[str], turn: int) -> str:
    """Put one message together, as far as possible in sentences that were not sent before."""
    said = job.inputs.get("Sent so far", "")
    contact = job.inputs.get("Contact", "").split(" ")[0]
    read = ". And: ".join(f"“{quote.rstrip('.')}”" for quote in quotes)
    paragraphs = [
        f"Hello {contact}," if contact else "Hello,",
        f"{_pick(_OPENINGS, turn)}{read}. {_pick(_QUESTIONS, turn, said)}",
        _fresh_claim(job.inputs.get("Our claims", ""), said),
        _pick(_CALLS, turn, said),
        job.inputs.get("Opt-out sentence", ""),
        "\n".join(
            [
                "Best regards",
                *filter(None, (job.inputs.get("Sender", ""), job.inputs.get("Address", ""))),
            ]
        ),
    ]
    return "\n\n".join(filter(None, paragraphs))


def _fresh_claim(claims: str, said: str) -> str:
    """The first of the team's claims that was not sent yet; none once all were."""
    return next((claim for claim in claims.split("\n") if claim not in said), "")


def _pick(choices: Sequence[str], turn: int, said: str = "") -> str:
    fresh = [choice for choice in choices if choice not in said] or choices
    return fresh[turn % len(fresh)]
