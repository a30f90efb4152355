"""Say in plain words why a claim is refused."""

from sheetsync.evidence.checks import Check, Slip
from sheetsync.evidence.columns import Voice
from sheetsync.evidence.normalise import caseless
from sheetsync.evidence.statements import Statement

_SHOWN = 80
_ASKED = frozenset({Check.ATTRIBUTION, Check.BINDING, Check.POLARITY})


def refusal(text: str, slip: Slip, nearest: Statement | None) -> str:
    """Explain one refusal, naming the nearest statement where there is one."""
    claim = _short(text)
    if nearest is None:
        return f'"{claim}" is not in the evidence'
    source = f'{nearest.passage.column} says "{_short(nearest.passage.text)}"'
    if (
        slip.check in _ASKED
        and nearest.voice is Voice.THEIRS
        and nearest.passage.text.endswith("?")
    ):
        asked = f'{nearest.passage.column} asks "{_short(nearest.passage.text)}"'
        return f'"{claim}" states what they only asked; {asked}'
    match slip.check:
        case Check.QUANTITY:
            return f'"{slip.words}" in "{claim}" is not in the evidence; {source}'
        case Check.NAME:
            return f'the name "{slip.words}" in "{claim}" is not in the evidence; {source}'
        case Check.POLARITY:
            return f'says "{claim}", {source}: "{slip.words}" changes what is said'
        case Check.BINDING:
            return f'says "{claim}", {source}: "{slip.words}" belongs to something else there'
        case Check.ATTRIBUTION:
            return f'"{claim}" says that they said it, and no reply or note does; {source}'
        case Check.POLICY:
            return f'"{claim}" is an opinion; add proof or vouch for it'
        case _:
            return f'"{slip.words}" in "{claim}" is not in the evidence; {source}'


def uncited(text: str) -> str:
    """Explain a sentence that claims something and cites nothing."""
    return f'"{_short(text)}" cites nothing'


def misnamed(name: str) -> str:
    """Explain a greeting that names somebody else than the contact."""
    return f'greets "{name}", which is not the name of the contact'


def misquoted(quote: str, column: str) -> str:
    """Explain a quote that is not in the cell it names."""
    return f'the quote "{_short(quote)}" is not in {column or "any column"}'


def contradicted(text: str, column: str, other: Statement) -> str:
    """Explain a claim that one cell bears out and another one denies."""
    said = f'{other.passage.column} says "{_short(other.passage.text)}"'
    return f'{column} says "{_short(text)}", but {said}; a person decides which is right'


def too_long(text: str) -> str:
    """Explain a sentence that is too long to be one claim."""
    return f'"{_short(text)}" is too long to be checked as one sentence'


def covers(claim: str, sentence: str) -> bool:
    """Say whether a cited claim stands in a sentence of the draft, or is all of it."""
    wanted, whole = caseless(claim).text.strip(" .!?"), caseless(sentence).text
    return bool(wanted) and wanted in whole


def _short(text: str) -> str:
    line = " ".join(text.split()).rstrip(".")
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
