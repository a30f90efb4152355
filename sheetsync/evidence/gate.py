"""The evidence gate: may this draft go out on what the lead's own cells say?

Pure and deterministic: no input or output, no clock, no randomness. Every sentence
that says anything must be a reading of one statement of one cell; the checks run
in the order of :class:`~sheetsync.evidence.checks.Check`. The gate never repairs a
draft and never guesses in its favour.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sheetsync.evidence import wording
from sheetsync.evidence.addressed import without_address
from sheetsync.evidence.best_quote import Found, NotFound, not_about
from sheetsync.evidence.cast import Cast, cast_of, of_the_lead
from sheetsync.evidence.checks import Check
from sheetsync.evidence.citations import judge_cited
from sheetsync.evidence.columns import Voice, is_evidence
from sheetsync.evidence.conflict import contradicting
from sheetsync.evidence.kinds import SentenceKind, greets_another, kind_of
from sheetsync.evidence.library import Library
from sheetsync.evidence.normalise import fold
from sheetsync.evidence.openings import Shape
from sheetsync.evidence.own_initials import with_own_initials
from sheetsync.evidence.pieces import pieces, without_call
from sheetsync.evidence.policy import forbidden, turns_round
from sheetsync.evidence.quantities import read_quantities
from sheetsync.evidence.questions import Presupposed, is_offer, presupposed
from sheetsync.evidence.quoted_words import quoted_words
from sheetsync.evidence.seek import proven, refused, seek
from sheetsync.evidence.sentences import draft_spans
from sheetsync.evidence.signature import is_signature
from sheetsync.evidence.statements import Cell, Passage, cut_cells
from sheetsync.evidence.tokens import Token, lex
from sheetsync.evidence.verbatim import whole_sentence
from sheetsync.evidence.verdict import Claim, Draft, Verdict, VerdictKind, summed_up
from sheetsync.evidence.words import Kind

LONGEST_DRAFT = 10_000
LONGEST_SENTENCE = 1_000

_EXEMPT = frozenset(
    {SentenceKind.GREETING, SentenceKind.CALL, SentenceKind.SIGN_OFF, SentenceKind.OPT_OUT}
)
_POINTS_BACK = frozenset("they it this that these those he she".split())
_OPINIONS = frozenset({Check.POLICY, Check.CONFLICT})


@dataclass(frozen=True, slots=True)
class _Desk:
    """What one judgement works on: the lead's cells, read, and who is who."""

    cells: Mapping[str, Cell]
    cast: Cast
    theirs: Library
    ours: Library


def judge(
    draft: Draft, cells: Mapping[str, str], *, written_from: Mapping[str, str] | None = None
) -> Verdict:
    """Decide whether every claim of a draft is borne out by the lead's cells.

    Args:
        draft: The text, with the writer's citations if it has any. Without them
            the gate finds the one best quote for each claim itself.
        cells: The lead's cells by column. Columns beginning with "AI " count for
            nothing, names of people and companies may be used but prove nothing,
            "Our claims" proves what we say of ourselves.
        written_from: The cells as they stood when the draft was written, if kept.

    Returns:
        The verdict, with every claim, its quote and its place.
    """
    broken = _schema(draft)
    if broken:
        return Verdict(VerdictKind.HELD, (broken,), ())
    desk = _desk(cells)
    claims: list[Claim] = []
    folded = fold(draft.text)
    below = 0
    for place, (start, end) in enumerate(draft_spans(folded.text)):
        text = folded.text[start:end]
        tokens = without_address(desk.cast.cast(read_quantities(lex(text))))
        kind = kind_of(tokens, first=place == 0, names=desk.cast.contact)
        tokens = of_the_lead(tokens)
        if below and is_signature(text, tokens, first=below == 1):
            below += 1
            continue
        below += bool(below) or kind is SentenceKind.SIGN_OFF
        claims.extend(_judge_sentence(text, tokens, kind, desk, draft))
    verdict = summed_up(claims, _OPINIONS)
    return _with_stale(verdict, cells, written_from)


def _schema(draft: Draft) -> str:
    if not draft.text.strip():
        return "the draft is empty"
    if len(draft.text) > LONGEST_DRAFT:
        return f"the draft is longer than {LONGEST_DRAFT} characters"
    if turns_round(draft.text):
        return "a hidden mark turns the direction of the text, so it may read as something else"
    return ""


def _desk(cells: Mapping[str, str]) -> _Desk:
    cast, cut = with_own_initials(cast_of(cells), cells), cut_cells(cells)
    everything = Library(tuple(p for cell in cut for p in cell.passages), cast)
    return _Desk(
        cells={cell.column: cell for cell in cut},
        cast=cast,
        theirs=everything.only(lambda passage: passage.voice is not Voice.OURS),
        ours=everything.only(lambda passage: passage.voice is not Voice.PUBLIC),
    )


def _judge_sentence(
    text: str, tokens: Sequence[Token], kind: SentenceKind, desk: _Desk, draft: Draft
) -> list[Claim]:
    """Judge one sentence of a draft; nothing comes back for one that says nothing."""
    wrong = forbidden(text)
    if wrong:
        return [Claim(text, reason=wrong, check=Check.SCHEMA)]
    if kind in _EXEMPT:
        return []
    other = greets_another(tokens, desk.cast.contact)
    if other:
        return [Claim(text, reason=wording.misnamed(other), check=Check.NAME)]
    told = _our_own_words(text, tokens, desk) or _whole_quote(text, tokens, desk)
    if told is not None:
        return [told]
    if len(text) > LONGEST_SENTENCE:
        return [Claim(text[:80] + "…", reason=wording.too_long(text), check=Check.COVERAGE)]
    ours = kind is SentenceKind.OURS
    library = desk.ours if ours else desk.theirs
    cited = [claim for claim in draft.claims if wording.covers(claim.text, text)]
    if cited:
        return judge_cited(text, tokens, cited, desk.cells, desk.cast, ours=ours)
    if kind is SentenceKind.QUESTION:
        return _judge_question(text, tokens, desk)
    if draft.claims:
        return [Claim(text, reason=wording.uncited(text), check=Check.COVERAGE)]
    return [_judge_claim(text, tokens, library, desk)]


def _our_own_words(text: str, tokens: Sequence[Token], desk: _Desk) -> Claim | None:
    """A sentence that stands in Our claims as it is, and speaks neither of nor to the buyer."""
    if tokens[0].low in _POINTS_BACK or any(token.kind is Kind.PERSON for token in tokens):
        return None
    low = text.casefold().rstrip(".! ")
    for passage in desk.ours.passages:
        if passage.voice is Voice.OURS and passage.low.rstrip(".! ") == low:
            return _borne_out(text, passage, desk)
    return None


def _whole_quote(text: str, tokens: Sequence[Token], desk: _Desk) -> Claim | None:
    """A sentence such as 'I read: "…".' or 'You wrote "…".' around words of a cell."""
    passage = whole_sentence(text, desk.theirs.passages)
    if passage is not None:
        return _borne_out(text, passage, desk)
    found = quoted_words(text, tokens, desk.theirs.passages, desk.cast)
    if found is None:
        return None
    column, first, last = found
    cell = desk.cells[column]
    start, end = cell.folded.span(first, last, cell.raw)
    return Claim(text, cell.raw[start:end], column, start, end, ok=True)


def _borne_out(text: str, passage: Passage, desk: _Desk) -> Claim:
    """Make the claim of a whole passage."""
    cell = desk.cells[passage.column]
    start, end = cell.folded.span(passage.start, passage.start + len(passage.text), cell.raw)
    return Claim(text, cell.raw[start:end], cell.column, start, end, ok=True)


def _judge_question(text: str, tokens: Sequence[Token], desk: _Desk) -> list[Claim]:
    whole = seek(tokens, desk.theirs)
    if isinstance(whole, Found):
        return [proven(text, whole, desk.cells)]
    if whole.nearly and not is_offer(tokens):
        return [refused(text, whole)]
    for part in presupposed(tokens):
        missing = _unsaid(part, desk)
        if missing is not None:
            return [refused(text, missing)]
    return []


def _unsaid(part: Presupposed, desk: _Desk) -> NotFound | None:
    """Return why a question may not take this part of it for granted, if it may not."""
    if part.topic:
        return not_about(part.tokens, desk.theirs)
    found = seek(part.tokens, desk.theirs, shape=Shape.THING)
    return found if isinstance(found, NotFound) else None


def _judge_claim(text: str, tokens: Sequence[Token], library: Library, desk: _Desk) -> Claim:
    body = without_call(tokens)
    found = seek(body, library)
    if isinstance(found, NotFound):
        named = desk.cast.by_trade(body)
        found = found if len(named) == len(body) else seek(named, library)
    if isinstance(found, Found):
        return _unless_contradicted(text, body, found, desk)
    parts = pieces(body)
    if len(parts) == 1:
        return refused(text, found)
    proofs = [proof for part in parts if isinstance(proof := seek(part, library), Found)]
    if len(proofs) == len(parts):
        return proven(text, proofs[0], desk.cells)
    return refused(text, found)


def _unless_contradicted(text: str, body: Sequence[Token], found: Found, desk: _Desk) -> Claim:
    claim = proven(text, found, desk.cells)
    other = contradicting(body, found, desk.theirs)
    if other is None:
        return claim
    reason = wording.contradicted(text, claim.column, other)
    return replace(claim, ok=False, reason=reason, check=Check.CONFLICT)


def _with_stale(
    verdict: Verdict, cells: Mapping[str, str], written_from: Mapping[str, str] | None
) -> Verdict:
    """Call a draft stale when a cell that it was written from has changed since."""
    if written_from is None:
        return verdict
    changed = sorted(
        column
        for column, text in written_from.items()
        if is_evidence(column) and cells.get(column, "") != text
    )
    if not changed:
        return verdict
    reasons = tuple(f"{column} changed after this draft" for column in changed)
    return Verdict(VerdictKind.STALE, reasons, verdict.claims)
