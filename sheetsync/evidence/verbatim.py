"""Recognise a sentence that does nothing but quote one whole sentence of a cell.

'I read: "…".', 'I noted: "…".' and 'You wrote: "…".' can distort nothing: the words
between the marks are all of a sentence of the evidence, letter for letter.
"""

import re
from collections.abc import Iterable

from sheetsync.evidence.columns import Voice, is_own_page, is_talk, plain_name
from sheetsync.evidence.quotes import LONGEST_QUOTE, SHORTEST_QUOTE
from sheetsync.evidence.statements import Passage

_QUOTING = re.compile(r'(I read|I noted|You wrote|Your [\w ]{1,40} says):? "(.*)"\.?')
_ENDS = " .!?"


def whole_sentence(text: str, passages: Iterable[Passage]) -> Passage | None:
    """Find the passage that a sentence quotes from its first word to its last.

    Args:
        text: One sentence of a draft, folded.
        passages: The evidence.
    """
    match = _QUOTING.fullmatch(text)
    if match is None:
        return None
    frame, quoted = match[1], match[2].casefold().strip(_ENDS)
    for passage in passages:
        framed = frame in {_frame(passage), _page(passage)}
        if framed and passage.low.strip(_ENDS) == quoted:
            return passage
    return None


def quoting(passage: Passage) -> str:
    """Write the sentence that quotes a passage; empty when it is too short or too long."""
    words = passage.text.strip(_ENDS)
    telling = len(words) >= SHORTEST_QUOTE or any(c.isdigit() or c.isupper() for c in words[1:])
    if not telling or len(words) > LONGEST_QUOTE:
        return ""
    mark = "?" if passage.text.endswith("?") else ""
    return f'{_frame(passage)}: "{words}{mark}".'


def _page(passage: Passage) -> str:
    """Name the page of the lead's own that a column holds."""
    own = is_own_page(passage.column)
    return f"Your {plain_name(passage.column)} says" if own else ""


def _frame(passage: Passage) -> str:
    """Say how we know it: read, told by the lead to us, or written by the lead."""
    if passage.voice is Voice.THEIRS:
        return "You wrote"
    return "I noted" if is_talk(passage.column) else "I read"
