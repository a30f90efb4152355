"""What no draft may hold, whatever the evidence says: formulas, links, turned text."""

import re

_FORMULA = re.compile(r"\s*+(?:[=@]|[+-](?=[\d(])[\d.]*+[-+*/|(])")
_LINK = re.compile(r"(?:https?|ftp|file|javascript|data):/?/?\S|\bwww\.\S|\]\(", re.IGNORECASE)

# Embeddings, overrides and isolates (UAX 9): "5\u202e01" shows as 510. The plain marks
# U+200E and U+200F turn nothing round and stand in honest Hebrew and Arabic.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def turns_round(text: str) -> bool:
    """Does a text show other characters, or in another order, than it holds?"""
    return _TURNS.search(text) is not None


def forbidden(sentence: str) -> str:
    """Say what makes a sentence unfit to send; empty when nothing does.

    A cell that begins like a formula runs when a sheet is exported and opened
    again (OWASP, CSV injection); a link in notes may be anybody's.
    """
    if _FORMULA.match(sentence):
        return f'"{sentence[:40]}" looks like a formula'
    link = _LINK.search(sentence)
    if link is not None:
        return f'"{sentence[link.start() : link.start() + 40]}" looks like a link'
    return ""
