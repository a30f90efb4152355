"""Read who brought us together: "We were introduced by Jo Lind", "Jo Lind referred me to you".

The notes of our talks say so without a subject ("Introduced by Jo Lind (Kolb), …"); elsewhere
"introduced by Kolb" may be said of a product.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence.counting import word_like
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]

_BROUGHT = frozenset({"introduced", "referred"})
_US = frozenset({"we", "i", "you"})
_WERE = frozenset({"was", "were", "been", "have", "'ve", "got", "kindly", "just", "recently"})
_TO_WHOM = frozenset({"to", "you", "us", "me", "each", "other", "over", "along", "your", "team"})
_OF = frozenset({"of", "at", "from"})


def introduced(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Yield "introduced by" and who, as a note says it; nothing for another sentence."""
    at = next((n for n, t in enumerate(claim) if t.low in _BROUGHT), 0)
    end = tuple(claim[-1:]) if claim[-1].kind is Kind.POINT else ()
    body = claim[: len(claim) - len(end)]
    behind = body[at:]
    by = place_of({"by"}, behind)
    if by:
        ours = body[0].low in _US and all(t.low in _WERE for t in body[1:at])
        plain = ours and at > 1 and all(t.low in _TO_WHOM for t in behind[1:by])
        who = tuple(behind[by + 1 :])
    else:
        whom = [t.low for t in behind[1:]]
        plain = whom[:1] in (["us"], ["me"]) and all(low in _TO_WHOM for low in whom)
        who = tuple(body[:at])
    if not plain or not who or not who[-1].capital or who[0].kind is not Kind.WORD:
        return
    verb = body[at]
    for named in (who, *_in_brackets(who)):
        yield (verb, word_like(verb, "by"), *named, *end)


def _in_brackets(who: Tokens) -> Iterator[Tokens]:
    """Read "Jo Lind of Kolb" as "Jo Lind (Kolb)"."""
    at = place_of(_OF, who)
    if at:
        marks = (who[at]._replace(text=m, low=m, key=m, kind=Kind.POINT) for m in "()")
        yield (*who[:at], next(marks), *who[at + 1 :], next(marks))
