"""Texts that this team stands behind, for a model to see how the team words a column.

From a tab's rows to at most a few texts a column: what a person has put in the place of
a suggestion, has accepted, or has sent. A suggestion that nobody has touched is never
one. They show wording only. No answer rests on them, and nothing here is ever written.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sheetsync.ai import whose
from sheetsync.ai.columns import OpenJob, effective
from sheetsync.ai.jobs import MESSAGES, NONE_FOUND, UNKNOWN, Form
from sheetsync.ai.others import Others, Person, gives_away
from sheetsync.cells import safe_text
from sheetsync.work import Work

LONGEST = 600
"""Most characters of one example."""

_READ = 2 * LONGEST
_LOOKED = 40
"""Most texts of a column that the evidence gate judges in one run; each takes milliseconds."""

_PROVEN: frozenset[Form] = frozenset(
    {"quotes", "mismatches", "ratings", "angles", "subject", *MESSAGES}
)
"""Forms of which nothing comes into a cell but what the row's own cells prove.

Only these are shown examples. A choice and a date have no wording, and in a line of free
words nothing would keep a model from copying what it saw of another lead.
"""

OWN_COLUMN: Mapping[str, str] = {
    "AI suggested signal": "Relevance signal",
    "AI suggested problem": "Probable problem",
    "AI evidence note": "Evidence note",
    "AI clean note": "Note",
    "AI next action": "Next action",
}
"""The person's column beside an AI column, into which ``Accept suggestions`` takes its text."""


def with_examples(
    work: Work,
    jobs: Sequence[OpenJob],
    others: Others,
    evidence: Mapping[str, Mapping[str, str]],
) -> Sequence[OpenJob]:
    """Give the jobs of one tab the texts of other leads' rows for the columns that they fill.

    The tab is gone through once, from the lowest row up, and no further than needed.

    Args:
        work: The tab, before its answers are in.
        jobs: Its open jobs.
        others: Whose texts may be shown.
        evidence: Each lead's evidence cells by column, by which the gate judges its message.

    Returns:
        The same jobs in the same order.
    """
    specs = {asked.job.spec.job: asked.job.spec for asked in jobs}
    found = {
        column: texts
        for spec in specs.values()
        for column, output in spec.outputs.items()
        if (texts := _collected(work, (column, output.form), others, evidence))
    }
    if not found:
        return jobs
    given: list[OpenJob] = []
    for asked in jobs:
        lead = _lead(asked.job.lead_id)
        own = {
            column: tuple(text for text, of in found[column].items() if of != lead)[: others.most]
            for column in asked.job.spec.outputs
            if column in found
        }
        shown = {column: texts for column, texts in own.items() if texts}
        given.append(replace(asked, job=replace(asked.job, examples=shown)))
    return given


def _collected(
    work: Work,
    column: tuple[str, Form],
    others: Others,
    evidence: Mapping[str, Mapping[str, str]],
) -> Mapping[str, str]:
    """Find a column's texts, newest first, each with the lead that it is of.

    One lead more than is shown is enough: a row's own texts are left out for itself.
    """
    found: dict[str, str] = {}
    if column[1] not in _PROVEN:
        return found
    seen: set[str] = set()
    looked = 0
    for index in reversed(range(work.existing)):
        lead = _lead(work.identity.ids[index])
        person = others.people.get(lead)
        if person is None or index in work.identity.frozen:
            continue
        for text in (each for each in _stood_behind(work, index, *column) if each not in seen):
            bare = text
            if column[1] == "subject" or column[1] in MESSAGES:
                looked += 1
                bare = _passed(text, evidence.get(lead, {}), others.footer)
            shown = _shown(bare, person, others.sender)
            if shown:
                seen.add(text)
                found.setdefault(shown, lead)
        if len(set(found.values())) > others.most or looked >= _LOOKED:
            break
    return found


def _lead(row_id: str) -> str:
    return row_id.partition("/")[0]


def _stood_behind(work: Work, index: int, column: str, form: Form) -> Iterable[str]:
    """What a person stands behind in one row for one AI column; nothing where nobody does."""
    cells = work.table.cells
    cell = str(cells[column][index] or "")
    if form in MESSAGES:
        return _messages(work, index, column, cell)
    if column in OWN_COLUMN:
        text, origin = effective(work, index, OWN_COLUMN[column], column)
        if origin == "person":
            # The same words as suggested teach nothing, and where nothing was suggested
            # nobody has corrected anything.
            return (text,) if cell and text.split() != cell.split() else ()
        if origin == "ai":
            return (text,)
    return (cell,) if whose.overwritten(work, index, column) else ()


def _messages(work: Work, index: int, column: str, cell: str) -> Sequence[str]:
    """What was sent in a row or is meant to be, and a draft that a person has rewritten."""
    if not str(work.raw("Draft check")[index] or "").startswith("ok"):
        return ()
    from sheetsync.ai.writing import variants_in

    sent = str(work.raw("Sent message")[index] or "")
    own = sent or str(work.table.cells["Final message"][index])
    drafts = variants_in(cell) if whose.overwritten(work, index, column) else ()
    return [text for text in (own, *(text for _, text in drafts)) if text]


def _passed(text: str, cells: Mapping[str, str], footer: Sequence[str]) -> str:
    """A message without greeting and footer, if the gate passes it on its own lead's cells now.

    Args:
        text: The message.
        cells: Its own lead's cells.
        footer: The team's sentences below it, which need no evidence.
    """
    from sheetsync.evidence.cast import cast_of
    from sheetsync.evidence.gate import judge
    from sheetsync.evidence.kinds import SentenceKind, kind_of
    from sheetsync.evidence.normalise import fold
    from sheetsync.evidence.quantities import read_quantities
    from sheetsync.evidence.sentences import sentence_spans
    from sheetsync.evidence.tokens import lex
    from sheetsync.evidence.verdict import Draft, VerdictKind

    bare = text
    for line in filter(None, footer):
        bare = bare.replace(line, "")
    bare = bare.strip()
    if judge(Draft(bare), cells).kind is not VerdictKind.OK:
        return ""
    cast, folded = cast_of(cells), fold(bare)
    kept: list[str] = []
    for place, (start, end) in enumerate(sentence_spans(folded.text)):
        tokens = cast.cast(read_quantities(lex(folded.text[start:end])))
        kind = kind_of(tokens, first=place == 0, names=cast.contact)
        if kind is SentenceKind.SIGN_OFF:
            break
        if kind not in (SentenceKind.GREETING, SentenceKind.OPT_OUT):
            first, last = folded.span(start, end, bare)
            kept.append(bare[first:last])
    return " ".join(kept)


def _shown(text: str, person: Person, sender: str) -> str:
    """What may be shown of a text; ``""`` for nothing.

    Cut and without hidden characters. A text that looks like a formula or a link, or that
    may name the other lead's contact or address or the sender, is not shown at all.
    """
    from sheetsync.evidence.policy import forbidden, turns_round

    seen = "".join(c for c in text[:_READ] if c.isprintable() or c.isspace())
    plain = "\n".join(filter(None, (" ".join(line.split()) for line in seen.split("\n"))))
    if plain.casefold() in ("", UNKNOWN, NONE_FOUND, person.company.casefold()):
        return ""
    if turns_round(text) or any(forbidden(line) for line in plain.split("\n")):
        return ""
    return "" if gives_away(plain, person, sender) else safe_text(plain, limit=LONGEST)
