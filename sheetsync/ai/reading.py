"""Make cells of what a model answered. Its quotations are looked up; what is not found is left out.

The columns that do not enter outreach hold, where they tell a fact, nothing but words of
the lead's own row: the program copies each quotation from the cell, not from the answer.
Messages are the matter of ``writing``.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sheetsync.ai.jobs import MESSAGES, NONE_FOUND, UNKNOWN, Answer, Claim, Job, Output
from sheetsync.ai.notes import criteria_in
from sheetsync.ai.outcome import Trouble
from sheetsync.ai.schema import NONCE, TOO_LONG, Schema, broken
from sheetsync.cells import safe_text
from sheetsync.evidence.gate import judge
from sheetsync.evidence.policy import forbidden, turns_round
from sheetsync.evidence.quotes import find_quote
from sheetsync.evidence.verdict import Draft, VerdictKind

Values = Mapping[str, Any]
"""An answer by column, in the form that the schema asks for."""

_FENCE = re.compile(r"\A\s*```\w*\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)


def read_values(text: str, schema: Schema, nonce: str) -> Values | Trouble:
    """Read an answer's JSON, and only one that has the form asked for and the row's mark.

    Args:
        text: The answer as it came; a code fence around it is taken off.
        schema: The form that was asked for.
        nonce: The mark of the row.
    """
    fenced = _FENCE.match(text)
    try:
        value = json.loads(fenced[1] if fenced else text)
    except (ValueError, RecursionError):
        return Trouble.UNREADABLE
    if isinstance(value, dict) and value.get(NONCE) != nonce:
        return Trouble.WRONG_ROW if NONCE in value else Trouble.UNREADABLE
    wrong = broken(value, schema)
    if wrong:
        return Trouble.TOO_LONG if wrong == TOO_LONG else Trouble.UNREADABLE
    return {name: part for name, part in value.items() if name != NONCE}


def read_answer(job: Job, values: Values) -> Answer:
    """Make the cells and claims of a job that writes no message."""
    cells: dict[str, str] = {}
    claims: list[Claim] = []
    for column, output in job.spec.outputs.items():
        if output.form not in MESSAGES:
            cells[column], found = read_column(job, column, output, values[column])
            claims += found
    judged = {n for n, o in job.spec.outputs.items() if o.form == "subject"}
    return Answer(cells, tuple(claims), judged=frozenset(judged))


def read_column(job: Job, column: str, output: Output, value: Any) -> tuple[str, list[Claim]]:
    """Make one column's text, and the claims that stand behind it."""
    match output.form:
        case "quotes":
            return _quotes(job, column, output, value)
        case "choice":
            return value, []
        case "date":
            return _date(job, value), []
        case "lines":
            lines = (f"Missing: {line.removeprefix('Missing:').strip()}" for line in _clean(value))
            return _fitting(lines, "\n", output.max) or NONE_FOUND, []
        case "mismatches":
            return _mismatches(job, column, output, value)
        case "ratings":
            return _ratings(job, column, output, value)
        case "angles":
            return _angles(job, column, output, value)
        case _:
            return _subject(job, column, value)


def verbatim(job: Job, quote: str, source: str) -> str:
    """The words of a cell that a model has quoted, as they stand there; ``""`` if they do not."""
    text = job.sent.get(source, "")
    place = find_quote(text, quote) if text else None
    found = text[place.start : place.end] if place is not None else ""
    return "" if unfit(found) else found


def unfit(text: str) -> str:
    """Say why a text may stand in no cell that the program fills; ``""`` if it may."""
    if turns_round(text) or safe_text(text) != text.replace("\r\n", "\n").replace("\r", "\n"):
        return "it holds hidden characters"
    return forbidden(text)


def _clean(texts: Iterable[str]) -> list[str]:
    """Texts of one line each, without blank and unfit ones."""
    lines = (" ".join(text.split()) for text in texts)
    return [line for line in lines if line and not unfit(line)]


def _fitting(pieces: Iterable[str], joint: str, limit: int) -> str:
    """Join as many whole pieces as a cell may hold."""
    text = ""
    for piece in pieces:
        longer = f"{text}{joint}{piece}" if text else piece
        if len(longer) <= limit:
            text = longer
    return text


def _quotes(
    job: Job, column: str, output: Output, value: Sequence[Values]
) -> tuple[str, list[Claim]]:
    found = {
        words: one["column"]
        for one in value
        if (words := verbatim(job, one["quote"], one["column"]))
    }
    text = _fitting((" ".join(words.split()) for words in found), " ", output.max)
    claims = [
        Claim(column, words, source)
        for words, source in found.items()
        if " ".join(words.split()) in text
    ]
    return text or (UNKNOWN if output.cited else NONE_FOUND), claims


def _date(job: Job, value: str) -> str:
    """A date that the lead's own text names, in whatever words; otherwise it is not known."""
    from sheetsync.replies.dates import dates_in

    try:
        on = date.fromisoformat(value)
    except ValueError:
        return UNKNOWN
    named = (dates_in(text, job.today or date.min) for text in job.sent.values())
    return value if any(found.on == on for dates in named for found in dates) else UNKNOWN


def _mismatches(
    job: Job, column: str, output: Output, value: Sequence[Values]
) -> tuple[str, list[Claim]]:
    lines: list[str] = []
    claims: list[Claim] = []
    for one in value:
        sides = [(one["column"], one["says"]), (one["other_column"], one["other_says"])]
        words = [verbatim(job, says, source) for source, says in sides]
        if all(words) and sides[0][0] != sides[1][0]:
            lines.append(
                f"{sides[0][0]} says “{words[0]}”, {sides[1][0]} says “{words[1]}”".replace(
                    "\n", " "
                )
            )
            claims += [Claim(column, words[0], sides[0][0]), Claim(column, words[1], sides[1][0])]
    return _fitting(lines, "; ", output.max) or NONE_FOUND, claims if lines else []


def _ratings(
    job: Job, column: str, output: Output, value: Sequence[Values]
) -> tuple[str, list[Claim]]:
    """One line a criterion of the team's own, in its order; a rating without its quote is unknown."""
    given = {one["criterion"].strip().casefold(): one for one in reversed(value)}
    lines: list[str] = []
    claims: list[Claim] = []
    for name in criteria_in(job.inputs.get("Scorecard", "")):
        one = given.get(name.casefold())
        words = verbatim(job, one["quote"], one["column"]) if one else ""
        if one is None or not words or one["rating"] == "unknown" or one["column"] == "Scorecard":
            lines.append(f"{name}: unknown")
            continue
        shown = " ".join(words.split())
        lines.append(f"{name}: {one['rating']} — “{shown}” ({one['column']})")
        claims.append(Claim(column, words, one["column"]))
    return _fitting(lines, "\n", output.max) or UNKNOWN, claims


def _angles(
    job: Job, column: str, output: Output, value: Sequence[Values]
) -> tuple[str, list[Claim]]:
    """Angles with their quotes; a name that claims more than the row says is left out."""
    lines: list[str] = []
    claims: list[Claim] = []
    for one in value:
        words = verbatim(job, one["quote"], one["column"])
        if not words or any(words == claim.quote for claim in claims):
            continue
        name = " ".join(one["angle"].split()).rstrip(".:")
        stands = bool(name) and judge(Draft(f"{name}."), job.sent).kind is VerdictKind.OK
        label = f"{name}: " if stands else ""
        lines.append(f"{len(lines) + 1}. {label}“{' '.join(words.split())}”")
        claims.append(Claim(column, words, one["column"]))
    return _fitting(lines, "\n", output.max) or UNKNOWN, claims


def _subject(job: Job, column: str, value: str) -> tuple[str, list[Claim]]:
    """A subject that claims nothing beyond the row; otherwise the company's name."""
    company = job.inputs.get("Company", "")
    line = " ".join(value.split())
    verdict = judge(Draft(line), job.evidence or job.sent) if line and not unfit(line) else None
    if verdict is not None and verdict.kind is VerdictKind.OK:
        claims = [Claim(column, claim.quote, claim.column) for claim in verdict.claims]
        return line, claims
    return company or UNKNOWN, [Claim(column, company, "Company")] if company else []
