"""The last rewriting: the quote itself in place of a claim, and nothing that a quote could hide."""

from sheetsync.evidence.gate import judge
from sheetsync.evidence.instead import quoted_instead
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.families import family
from tests.evidence.guards import held, passes

CELLS = {
    "Company": "Ostwind Freight GmbH",
    "Contact": "Mira Dahl, COO",
    "Source notes": "Ostwind opened a depot in Ghent. The careers page lists 14 open roles.",
    "Research notes": "Annual report: scrap fell from 7% to 4%.",
    "Conversation notes": "Do not mention Nordfund. Uses Kolb. Renewal in October. Off.",
    "Reply text": "We are in the middle of an audit. Can you send pricing?",
    "Our claims": "We ship to 40 countries.",
    "AI angle": "Ostwind doubled its revenue.",
}


@family(
    ("claim", "instead"),
    [
        ("Congrats on doubling your Ghent depot.", 'I read: "Ostwind opened a depot in Ghent".'),
        ("You opened a depot in Ghent.", 'I read: "Ostwind opened a depot in Ghent".'),
        ("You are hiring 14 planners.", 'Your careers page says: "14 open roles".'),
        ("Scrap halved to 4%.", 'Your annual report says: "scrap fell from 7% to 4%".'),
        ("You love Kolb.", 'I noted: "Uses Kolb".'),
        ("Your Kolb renewal is in October.", 'I noted: "Renewal in October".'),
        ("You finished your audit.", 'You wrote: "We are in the middle of an audit".'),
        ("You asked for pricing in May.", 'You wrote: "Can you send pricing?".'),
        ("Nordfund is your investor.", None),
        ("You ship to 40 countries.", None),
        ("Your revenue doubled.", None),
        ("You are off.", None),
        ("Bananas are yellow.", None),
        ("", None),
    ],
)
def test_a_held_claim_gives_way_to_the_words_of_the_cell(claim: str, instead: str | None):
    assert quoted_instead(claim, CELLS) == instead
    if instead is not None:
        assert judge(Draft(instead), CELLS).kind is VerdictKind.OK


def test_without_evidence_there_is_nothing_to_quote():
    assert quoted_instead("You opened a depot.", {}) is None
    assert (
        quoted_instead("You opened a depot.", {"Source notes": "x" * 20 + " depot " * 60}) is None
    )


@family(
    ("text", "cells"),
    [
        ('I read: "No vans may go."', {"Source_notes": "No vans may go. Kolb left."}),
        ('I read: "no vans may go".', {"Source_notes": "No vans may go. Kolb left."}),
        ('I read: "Vans go?".', {"Source_notes": "Vans go?"}),
        ('I noted: "No vans may go."', {"Conversation_notes": "No vans may go."}),
        ('You wrote: "We may go."', {"Reply_text": "We may go. Thanks."}),
    ],
)
def test_a_whole_sentence_may_be_quoted_with_whose_it_is(text: str, cells: dict[str, str]):
    (claim,) = passes(text, "", **cells)
    assert claim.quote.casefold().strip(" .?") in text.casefold()


@family(
    ("text", "cells"),
    [
        ('I read: "vans may go."', {"Source_notes": "No vans may go. Kolb left."}),
        ('I noted: "vans may go."', {"Conversation_notes": "No vans may go."}),
        ('I noted: "No vans may go."', {"Research_notes": "No vans may go."}),
        ('You wrote: "No vans may go."', {"Conversation_notes": "No vans may go."}),
        ('You wrote: "may go."', {"Reply_text": "We may go. Thanks."}),
        ('I noted: "We may go. Thanks."', {"Reply_text": "We may go. Thanks."}),
        ('You wrote: "We may go"', {"AI_reply": "We may go."}),
        ('He noted: "No vans may go."', {"Conversation_notes": "No vans may go."}),
        ('I noted: "No vans may go." Vans went.', {"Conversation_notes": "No vans may go."}),
        ('I noted: "We ship."', {"Our_claims": "We ship."}),
    ],
)
def test_part_of_a_sentence_or_another_source_is_no_whole_quote(text: str, cells: dict[str, str]):
    held(text, "", **cells)
