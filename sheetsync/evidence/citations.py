"""Judge a sentence by the quotes that its writer gave for it.

A citation is taken at its word: the quote must stand in the cell that is named,
exactly, and the claim must be a reading of that quote and of nothing else. What
the sentence says beyond its cited claims is a claim without a citation.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from sheetsync.evidence import lexicon, wording
from sheetsync.evidence.align import may_be_added
from sheetsync.evidence.best_quote import Found, NotFound
from sheetsync.evidence.cast import Cast, of_the_lead
from sheetsync.evidence.checks import Check, Slip, is_soft
from sheetsync.evidence.columns import Voice, is_evidence, plain_name
from sheetsync.evidence.library import Library
from sheetsync.evidence.normalise import fold
from sheetsync.evidence.quantities import read_quantities
from sheetsync.evidence.quotes import Place, find_quote
from sheetsync.evidence.seek import proven, refused, seek
from sheetsync.evidence.statements import Cell
from sheetsync.evidence.tokens import Token, lex
from sheetsync.evidence.verdict import Cited, Claim


def judge_cited(
    text: str,
    tokens: Sequence[Token],
    cited: Sequence[Cited],
    cells: Mapping[str, Cell],
    cast: Cast,
    *,
    ours: bool,
) -> list[Claim]:
    """Judge one sentence of a draft that came with citations.

    Args:
        text: The sentence, folded.
        tokens: Its tokens.
        cited: The citations whose claim stands in it, at least one.
        cells: The lead's evidence by column.
        cast: Who is who.
        ours: The sentence is about us, which "Our claims" may prove and public facts may not.
    """
    found: list[tuple[Cited, Found | NotFound]] = []
    for citation in cited:
        cell = _cell(citation.column, cells)
        place = find_quote(cell.raw, citation.quote) if cell is not None else None
        if cell is None or place is None or _misplaced(cell, ours=ours):
            reason = wording.misquoted(citation.quote, citation.column)
            return [Claim(text, citation.quote, citation.column, reason=reason, check=Check.QUOTE)]
        whole = _seek_inside(tokens, cell, place, cast)
        if len(cited) == 1 and isinstance(whole, Found):
            return [proven(text, whole, cells)]
        part = of_the_lead(cast.cast(read_quantities(lex(fold(citation.text).text))))
        found.append((citation, _seek_inside(part, cell, place, cast)))
    claims = [
        proven(citation.text, result, cells)
        if isinstance(result, Found)
        else refused(citation.text, result)
        for citation, result in found
    ]
    beyond = _beyond(text, cited)
    if beyond and all(claim.ok for claim in claims):
        return [Claim(text, reason=wording.uncited(beyond), check=Check.COVERAGE)]
    return claims


def _cell(column: str, cells: Mapping[str, Cell]) -> Cell | None:
    if not is_evidence(column):
        return None
    wanted = plain_name(column)
    return next((cell for cell in cells.values() if plain_name(cell.column) == wanted), None)


def _misplaced(cell: Cell, *, ours: bool) -> bool:
    """What we say of ourselves proves nothing about a lead, and the other way round."""
    voices = {passage.voice for passage in cell.passages}
    return (Voice.PUBLIC in voices) if ours else (Voice.OURS in voices)


def _seek_inside(tokens: Sequence[Token], cell: Cell, place: Place, cast: Cast) -> Found | NotFound:
    """Seek a claim in the sentences that a quote touches, matching inside the quote only."""
    start, end = _folded(cell, place.start), _folded(cell, place.end)
    result: Found | NotFound = NotFound(Slip(Check.QUOTE, ""), None)
    for passage in cell.passages:
        if passage.start < end and start < passage.start + len(passage.text):
            within = (start - passage.start, end - passage.start)
            result = seek(tokens, Library((passage,), cast), within=within)
            if isinstance(result, Found):
                return result
    return result


def _folded(cell: Cell, raw: int) -> int:
    """Turn a raw offset into the folded one."""
    origins = cell.folded.origins
    return raw if origins is None else bisect_left(origins, raw)


def _beyond(text: str, cited: Sequence[Cited]) -> str:
    """Return the words of a sentence that none of its cited claims covers."""
    rest = fold(text).text.casefold()
    for citation in cited:
        rest = rest.replace(fold(citation.text).text.casefold().strip(" .!?"), " ", 1)
    words = [
        token
        for token in lex(rest)
        if not (is_soft(token) or may_be_added(token) or token.low in lexicon.CALL_WORDS)
    ]
    return " ".join(token.text for token in words)
