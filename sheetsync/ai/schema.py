"""The JSON Schema of a job's answer, and the check that an answer has that form.

Each string has a greatest length and each list a greatest number: small models fill an
unbounded one without end. The subset is the one that strict structured output knows.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sheetsync.ai.jobs import Form, Job, Output

NONCE = "mark"
"""The property in which an answer gives back the mark of its row."""

QUOTE_MAX = 300
"""Longest quotation that the evidence gate takes (``evidence.quotes``)."""

SENTENCE_MAX = 300
MOST_SENTENCES = 6

Schema = dict[str, Any]


def answer_schema(job: Job) -> Schema:
    """Say in which form a model has to answer one job: a property for each column it fills."""
    columns = tuple(job.sent)
    parts = {name: _part(output, columns) for name, output in job.spec.outputs.items()}
    return _object({NONCE: {"type": "string", "maxLength": 32}, **parts})


def _part(output: Output, columns: Sequence[str]) -> Schema:
    quoted = {"quote": _string(QUOTE_MAX), "column": _one_of(columns)}
    simple: Mapping[Form, Schema] = {
        "quotes": _array(_object(quoted), most=3),
        "lines": _array(_string(150), most=8),
        "choice": _one_of(output.choices),
        "date": _string(10),
        "subject": _string(output.max),
    }
    match output.form:
        case "mismatches":
            one = {"column": _one_of(columns), "says": _string(QUOTE_MAX)}
            other = {"other_column": _one_of(columns), "other_says": _string(QUOTE_MAX)}
            return _array(_object({**one, **other}), most=3)
        case "ratings":
            rating = _one_of(("strong", "partial", "weak", "unknown"))
            return _array(_object({"criterion": _string(100), "rating": rating, **quoted}), most=12)
        case "angles":
            return _array(_object({"angle": _string(80), **quoted}), most=4)
        case "message":
            return _sentences(columns)
        case "variants":
            variant = {"letter": _one_of(("B", "C")), "sentences": _sentences(columns)}
            return _array(_object(variant), most=2)
        case form:
            return simple[form]


def _sentences(columns: Sequence[str]) -> Schema:
    """Sentences with their claims: one claim, one quote, one cell (``evidence.md``)."""
    claim = {
        "text": _string(SENTENCE_MAX),
        "quote": _string(QUOTE_MAX),
        "column": _one_of(columns),
    }
    sentence = {"text": _string(SENTENCE_MAX), "claims": _array(_object(claim), most=2)}
    return _array(_object(sentence), most=MOST_SENTENCES)


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: Schema, *, most: int) -> Schema:
    return {"type": "array", "items": items, "maxItems": most}


def _string(most: int) -> Schema:
    return {"type": "string", "maxLength": most}


def _one_of(words: Sequence[str]) -> Schema:
    return {"type": "string", "enum": list(words)}


def without_lengths(schema: Any) -> Any:
    """The same schema for endpoints that know no greatest lengths; they are checked here all the same."""
    if isinstance(schema, dict):
        return {
            key: without_lengths(value)
            for key, value in schema.items()
            if key not in ("maxLength", "maxItems")
        }
    return [without_lengths(item) for item in schema] if isinstance(schema, list) else schema


def pinned(schema: Schema, nonce: str) -> Schema:
    """The same schema for one row alone: its mark is the only one that fits."""
    return {**schema, "properties": {**schema["properties"], NONCE: _one_of([nonce])}}


TOO_LONG = "too long"


def broken(value: Any, schema: Schema) -> str:
    """Say what keeps a value from having the form of a schema; ``""`` if nothing does.

    Returns:
        ``too long`` where only a length is over, otherwise a word on the place.
    """
    match schema["type"]:
        case "object":
            if not isinstance(value, dict) or value.keys() != schema["properties"].keys():
                return "not the object that was asked for"
            parts = (broken(value[name], part) for name, part in schema["properties"].items())
            return next(filter(None, parts), "")
        case "array":
            if not isinstance(value, list):
                return "not a list"
            if len(value) > schema["maxItems"]:
                return TOO_LONG
            return next(filter(None, (broken(item, schema["items"]) for item in value)), "")
        case _:
            if not isinstance(value, str):
                return "not a text"
            if "enum" in schema:
                return "" if value in schema["enum"] else "not one of the words asked for"
            return TOO_LONG if len(value) > schema["maxLength"] else ""


BRIEF: Mapping[Form, str] = {
    "quotes": "quotations, each copied word for word from the column that it names; none if there is none",
    "lines": "a list of lines",
    "choice": "one of the words",
    "date": "YYYY-MM-DD, or unknown",
    "mismatches": "pairs of columns that contradict each other, each with its own words; none if none do",
    "ratings": "one rating a criterion, each with a quotation copied word for word",
    "angles": "angles, each with a quotation copied word for word from the column that it names",
    "subject": "a subject line",
    "message": "sentences; each statement about the buyer is a claim with its quotation and column",
    "variants": "variants, each a letter and sentences with their claims",
}
"""What each form is, in the words of the question."""
