"""Put the quote itself where a claim was held: the last rewriting before a person is asked.

'Your careers page says: "14 open roles".' It is judged like any other sentence, so
nothing comes back that the gate would not let pass.
"""

from collections.abc import Iterator, Mapping

from sheetsync.evidence import lexicon
from sheetsync.evidence.best_quote import NotFound
from sheetsync.evidence.cast import cast_of, of_the_lead
from sheetsync.evidence.checks import is_soft
from sheetsync.evidence.columns import Voice
from sheetsync.evidence.gate import judge
from sheetsync.evidence.library import Library
from sheetsync.evidence.normalise import fold
from sheetsync.evidence.quantities import read_quantities
from sheetsync.evidence.seek import seek
from sheetsync.evidence.statements import Statement, cut_cells
from sheetsync.evidence.tokens import lex
from sheetsync.evidence.verbatim import quoting
from sheetsync.evidence.verdict import Draft, VerdictKind
from sheetsync.evidence.words import Kind

_LATEST_NAMED = 5
_SAYS = frozenset("lists shows says states mentions advertises".split())
_ORDERS = frozenset({"do", "don't", "never", "avoid", "ask", "call", "send", "careful"})
"""How a note to ourselves begins, which no stranger should read."""


def quoted_instead(claim: str, cells: Mapping[str, str]) -> str | None:
    """Offer a sentence that quotes the evidence nearest to a claim.

    Args:
        claim: One sentence of a draft, most likely one that was held.
        cells: The lead's cells by column.

    Returns:
        A sentence that passes the gate, or ``None`` when no cell comes near the claim or
        its words are a note to ourselves.
    """
    tokens = read_quantities(lex(fold(claim).text))
    cast = cast_of(cells)
    passages = [p for cell in cut_cells(cells) for p in cell.passages if p.voice is not Voice.OURS]
    if not tokens or not passages:
        return None
    found = seek(of_the_lead(cast.cast(tokens)), Library(tuple(passages), cast))
    nearest = found.nearest if isinstance(found, NotFound) else found.statement
    if nearest is None or _order(nearest):
        return None
    for sentence in (*_from_own_page(nearest), quoting(nearest.passage)):
        if sentence and judge(Draft(sentence), cells).kind is VerdictKind.OK:
            return sentence
    return None


def _order(statement: Statement) -> bool:
    """Say whether a note tells us what to do: "Do not mention Kolb"."""
    return statement.voice is Voice.NOTES and statement.tokens[0].low in _ORDERS


def _from_own_page(statement: Statement) -> Iterator[str]:
    """Read "The careers page lists 14 roles" as 'Your careers page says: "14 roles".'."""
    tokens, text = statement.tokens, statement.passage.text
    page: list[str] = []
    for place, token in enumerate(tokens[:_LATEST_NAMED]):
        if token.low == ":" or token.low in _SAYS:
            rest = text[token.end :].strip(' ."')
            if page and place + 1 < len(tokens) and '"' not in rest:
                yield f'Your {" ".join(page)} says: "{rest}".'
            return
        known = token.low in lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS
        if known:
            page.append(token.low)
        elif not (is_soft(token) or token.kind is Kind.PERSON):
            return
