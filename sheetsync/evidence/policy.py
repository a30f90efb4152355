"""What no draft may hold, whatever the evidence says: formulas and links."""

import re

_FORMULA = re.compile(r"\s*+(?:[=@]|[+-](?=[\d(])[\d.]*+[-+*/|(])")
_LINK = re.compile(r"(?:https?|ftp|file|javascript|data):/?/?\S|\bwww\.\S|\]\(", re.IGNORECASE)


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
