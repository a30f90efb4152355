"""The edges of the gate: limits, signatures, reasons word for word, quotes letter for letter."""

import json

from sheetsync.evidence.checks import Check
from sheetsync.evidence.gate import LONGEST_DRAFT, LONGEST_SENTENCE, judge
from sheetsync.evidence.normalise import caseless, fold
from sheetsync.evidence.quotes import Place, find_quote
from sheetsync.evidence.verdict import Cited, Draft, VerdictKind
from sheetsync.evidence.verify import LONGEST_LINE, verify_lines
from tests.evidence.families import family
from tests.evidence.guards import KEPT, cited, claims, held, passes

SIGNED = "You ship vans from Ghent.\n\nBest regards,\n"


def test_a_draft_may_be_10_000_characters_long_and_no_longer():
    draft = "Hi Mira,\n" + "\n" * (LONGEST_DRAFT - 9)
    assert len(draft) == LONGEST_DRAFT == 10_000
    assert judge(Draft(draft), {}).kind is VerdictKind.OK
    assert "longer than 10000" in judge(Draft(draft + "\n"), {}).reasons[0]


def test_a_sentence_may_be_1_000_characters_long_and_no_longer():
    sentence = "You ship vans from Ghent" + " b" * 487 + "x."
    (claim,) = held(sentence[:-2] + ".", KEPT)
    assert len(claim.text) == LONGEST_SENTENCE - 1
    (claim,) = held(sentence, KEPT)
    assert (len(claim.text), claim.check) == (LONGEST_SENTENCE, Check.WORDS)
    (claim,) = held("x" + sentence, KEPT)
    assert (claim.text, claim.check) == (f"x{sentence}"[:80] + "…", Check.COVERAGE)
    assert claim.reason.endswith("is too long to be checked as one sentence")


@family("line", ["Jo Lind", "Head of Sales", "Sheet Street 4, 1000 Town", "X" * 80])
def test_a_short_line_below_the_signature_claims_nothing(line: str):
    assert len(claims(SIGNED + line, KEPT)) == 1


@family(
    "line",
    [
        "Head of you",
        "Head of your",
        "Up 5%",
        "Kolb is Sales",
        "Vans are Sales",
        "Kolb has Sales",
        "X" * 81,
    ],
)
def test_a_line_below_the_signature_that_speaks_to_somebody_is_a_claim(line: str):
    held(SIGNED + line, KEPT)
    held(line, KEPT)


def test_only_the_first_sentence_may_be_a_bare_name():
    assert len(claims("Mira,\nYou ship vans from Ghent.", KEPT)) == 1
    held("You ship vans from Ghent.\nMira,", KEPT)
    held("Mira Ghent,\nYou ship vans from Ghent.", KEPT)
    held("Ostwind,\nYou ship vans from Ghent.", KEPT)


def test_a_greeting_is_of_six_words_at_most_and_of_the_contact_only():
    assert claims("Hi all and good morning Mira,") == ()
    held("Hi all and good morning again Mira,")
    held("Hi Kolb and Mira,")
    held("Hi Mx,")


def test_a_sign_off_is_of_six_words_at_most():
    assert claims("Many thanks and best wishes all,".replace("and ", "kind ")) == ()
    held("Many thanks kind warm best wishes all,")


@family("word", "They It This That These Those He She".split())
def test_a_claim_of_ours_that_points_back_is_not_said_alone(word: str):
    ours = {"Our claims": f"Carriers book slots. {word} need no account."}
    held(f"{word} need no account.", **ours)
    passes("Carriers book slots.", **ours)
    passes("CARRIERS book slots!", **ours)
    held("Carriers book slots today.", **ours)


@family("word", "we our us i my".split())
def test_what_we_say_of_ourselves_is_proven_by_our_claims_only(word: str):
    text = f"{word.capitalize()} slots are booked by carriers."
    passes(text, **{"Our claims": f"{word} slots are booked by carriers."})
    held(text, News=f"{word} slots are booked by carriers.")


def test_an_empty_cell_that_is_filled_later_makes_a_draft_stale():
    cells = {"Source notes": KEPT}
    draft = Draft("Ostwind ships vans from Ghent.")
    same = judge(draft, cells, written_from=dict(cells))
    assert same.kind is VerdictKind.OK
    assert judge(draft, cells, written_from={}).kind is VerdictKind.OK
    gone = judge(draft, cells, written_from={**cells, "News": "Vans.", "Facts": "Depots."})
    assert gone.kind is VerdictKind.STALE
    assert gone.reasons == ("Facts changed after this draft", "News changed after this draft")
    assert gone.cell_line == "STALE: Facts changed after this draft (and 1 more)"
    assert gone.claims == same.claims


def test_a_cell_line_counts_claims_and_reasons():
    assert judge(Draft("Hi Mira,"), {}).cell_line == "ok: no claim to be cited"
    one, two = "Ostwind ships vans from Ghent.", "Vans ship from Ghent."
    cells = {"Source notes": f"{KEPT} {two}"}
    assert judge(Draft(one), cells).cell_line == "ok: 1 claim cited"
    assert judge(Draft(f"{one} {two}"), cells).cell_line == "ok: 2 claims cited"
    assert judge(Draft("Kolb."), {}).cell_line == 'HELD: "Kolb" is not in the evidence'
    three = judge(Draft("Kolb. Nord. Bonn."), {})
    assert three.cell_line == 'HELD: "Kolb" is not in the evidence (and 2 more)'


def test_a_claim_that_fails_has_no_quote_and_no_place():
    (claim,) = held("You ship trucks from Ghent.", KEPT)
    assert (claim.quote, claim.column, claim.start, claim.end) == ("", "", -1, -1)
    assert claim.text == "You ship trucks from Ghent."


REASONS = [
    ("You ship 14 vans.", Check.QUANTITY, '"14" in "You ship 14 vans" is not in the evidence; Source notes says "Ostwind ships vans from Ghent"'),
    ("You ship vans from Bonn.", Check.NAME, 'the name "Bonn" in "You ship vans from Bonn" is not in the evidence; Source notes says "Ostwind ships vans from Ghent"'),
    ("You ship vans not from Ghent.", Check.POLARITY, 'says "You ship vans not from Ghent", Source notes says "Ostwind ships vans from Ghent": "not" changes what is said'),
    ("You ship Ghent from vans.", Check.BINDING, 'says "You ship Ghent from vans", Source notes says "Ostwind ships vans from Ghent": "Ghent" belongs to something else there'),
    ("You ship trucks from Ghent.", Check.WORDS, '"trucks" in "You ship trucks from Ghent" is not in the evidence; Source notes says "Ostwind ships vans from Ghent"'),
    ("You said you ship vans from Ghent.", Check.ATTRIBUTION, '"You said you ship vans from Ghent" says that they said it, and no reply or note does; Source notes says "Ostwind ships vans from Ghent"'),
    ("You ship the best vans from Ghent.", Check.POLICY, '"You ship the best vans from Ghent" is an opinion; add proof or vouch for it'),
    ("Nord paints boats.", Check.WORDS, '"Nord paints boats" is not in the evidence'),
    ("You ship 14 trucks from Bonn.", Check.QUANTITY, '"14" in "You ship 14 trucks from Bonn" is not in the evidence; Source notes says "Ostwind ships vans from Ghent"'),
    ("You ship trucks from Bonn.", Check.NAME, 'the name "Bonn" in "You ship trucks from Bonn" is not in the evidence; Source notes says "Ostwind ships vans from Ghent"'),
]  # fmt: skip


@family(("text", "check", "reason"), REASONS)
def test_a_reason_names_the_words_and_the_nearest_sentence(text: str, check: Check, reason: str):
    (claim,) = held(text, f"Kolb is glad. {KEPT}")
    assert (claim.check, claim.reason) == (check, reason)


def test_a_word_that_stands_nowhere_is_refused_for_what_it_is():
    for word, check in (
        ("Perhaps", Check.WORDS),
        ("Because", Check.POLICY),
        ("14", Check.QUANTITY),
    ):
        (claim,) = held(f"{word}.", "")
        assert (claim.check, claim.reason) == (check, f'"{word}" is not in the evidence')


@family(("size", "known"), [(300, True), (301, False)])
def test_a_sentence_of_more_than_300_words_proves_nothing(size: int, *, known: bool):
    cell = "Ostwind ships vans from Ghent, " + " ".join(["x"] * (size - 7)) + "."
    if known:
        passes("You ship vans from Ghent.", cell)
    else:
        held("You ship vans from Ghent.", cell)


@family(
    ("cell", "text", "check"),
    [
        ("Ostwind opens a yard.", "Ostwind opened a yard.", Check.WORDS),
        ("Kolb Sails ships vans.", "Kolb Sailing ships vans.", Check.NAME),
        ("Ostwind plans a yard.", "Ostwind planned a yard.", Check.POLARITY),
        ("Ostwind has 40 vans in May.", "You have 40 vans 40.", Check.QUANTITY),
    ],
)
def test_a_word_in_another_form_is_refused_for_what_it_is(cell: str, text: str, check: Check):
    (claim,) = held(text, cell)
    assert claim.check is check


def test_two_lines_of_a_signature_may_stand_around_an_opt_out_line():
    opt_out = "If you prefer not to hear from me, reply stop."
    assert len(claims(f"{SIGNED}Jo Lind\n{opt_out}\nSheet Street 4\nTown", KEPT)) == 1


def test_a_reason_shows_80_characters_of_a_sentence():
    tail = "a" * 60
    for size, shown in ((80, "{}"), (81, "{:.79}…")):
        text = f"You ship trucks {tail}"[:size].ljust(size, "b")
        (claim,) = held(f"{text}.", "Kolb.")
        assert claim.reason == f'"{shown.format(text)}" is not in the evidence'


QUOTED = [
    ("You ship vans.", "In May, Ostwind ships vans to Kolb.", "Ostwind ships vans"),
    ("Kolb is glad.", "Ostwind ships vans; Kolb is glad.", "Kolb is glad"),
    ("Prices rose by 12%.", "Prices rose 12%.", "Prices rose 12%"),
    ("You have 14 vans.", "Ostwind has more: 14 vans.", "14 vans"),
    ("You have over 40 vans.", "Ostwind has more than 40 vans.", "Ostwind has more than 40 vans"),
    ("You opened on 3 May.", "Ostwind opened on the 3rd of May 2024.", "Ostwind opened on the 3rd of May 2024"),
    ("You sell cafés.", "Ostwind sells cafe\u0301s.", "Ostwind sells cafe\u0301s"),
    ("You pay 12% tax.", "…\u00a0Ostwind\u00a0pays 12\u2009% tax.", "Ostwind\u00a0pays 12\u2009% tax"),
]  # fmt: skip


@family(("text", "cell", "quote"), QUOTED)
def test_a_quote_is_the_words_that_bear_it_out_and_no_more(text: str, cell: str, quote: str):
    (claim,) = passes(text, cell)
    assert claim.quote == quote


def test_the_right_sentence_is_found_among_many_with_the_same_words():
    wrong = "Ghent ships Ostwind vans. Vans ship Ghent from Ostwind. From Ghent vans Ostwind ships."
    (claim,) = passes("You ship vans from Ghent.", f"{wrong} {KEPT}")
    assert claim.quote == "Ostwind ships vans from Ghent"


def test_the_right_sentence_is_found_in_a_long_cell():
    lines = " ".join(f"Kolb paints boat {number} in Bonn." for number in range(60))
    (claim,) = passes("You ship vans from Ghent.", f"{lines} {KEPT} {lines}")
    assert claim.start == len(lines) + 1
    alike = " ".join(f"Kolb ships vans to Bonn {number}." for number in range(4))
    passes("You ship vans from Ghent.", f"{alike} {lines} {KEPT}")


@family("text", ["=A1", "@A1", " =A1", "+1+2", "-1*2", "+(1)", "-1-2", "+1/2", "-1|2"])
def test_a_formula_is_held_whatever_the_cell_says(text: str):
    (claim,) = held(text, text)
    assert claim.check is Check.SCHEMA
    assert claim.reason == f'"{text.strip()}" looks like a formula'


@family(
    "link",
    [
        "http://x.y",
        "HTTPS://x.y",
        "ftp://x.y",
        "file:/x",
        "javascript:x",
        "data:x",
        "www.x",
        "[x](y)",
    ],
)
def test_a_link_is_held_and_40_characters_of_it_are_shown(link: str):
    text = f"See {link}{'z' * 50}"
    (claim,) = held(text, text)
    assert claim.check is Check.SCHEMA
    at = text.index("](") if link[0] == "[" else 4
    assert claim.reason == f'"{text[at : at + 40]}" looks like a link'


@family("text", ["- vans from Ghent", "+ vans from Ghent", "-vans from Ghent"])
def test_a_dash_in_front_is_no_formula(text: str):
    assert all(claim.check is not Check.SCHEMA for claim in held(text, "Boats."))


CELL = "Uses paper forms, 12.5 of 1,200 forms at 3.50 each, in Ghent."


@family(
    ("quote", "found"),
    [
        ("Uses paper forms", True),
        ("in Ghent.", False),
        ("n Ghent.", False),
        ("Ghent", True),
        ("ghent", False),
        ("paper forms", False),
        ("paper forms,", True),
        ("12.5", True),
        ("2.5", False),
        ("12", False),
        ("5 of 1,200 forms", False),
        ("1,200", True),
        ("1", False),
        ("200", False),
        ("3.50", True),
        ("3.5", False),
        ("50", False),
        ("", False),
    ],
)
def test_a_short_quote_is_a_number_or_a_name_and_cuts_neither(quote: str, *, found: bool):
    place = find_quote(CELL, quote)
    assert (place is not None) is found
    if place is not None:
        assert CELL[place.start : place.end].casefold() == quote.casefold()


def test_a_later_place_counts_where_the_first_one_cuts_a_word():
    assert find_quote("120 and 12", "12") == Place(8, 10)
    assert find_quote("12 and 120", "12") == Place(0, 2)
    assert find_quote("12", "12") == Place(0, 2)


@family(("size", "found"), [(11, False), (12, True), (300, True), (301, False)])
def test_a_quote_has_12_to_300_characters(size: int, *, found: bool):
    cell = "ab" * 200
    text = f"{cell[:size]} {cell}"
    assert (find_quote(text, cell[:size]) is not None) is found


DASHED = [
    ("a - b", "a-b"),
    ("a -b", "a-b"),
    ("a- b", "a-b"),
    ("a -- b", "a-b"),
    ("a – - — b", "a-b"),
    ("a  b", "a b"),
    ("  a b  ", "a b"),
    ("a\n\nb", "a b"),
    ("A\tB", "a b"),
    ("- a", "-a"),
]


@family(("text", "same"), DASHED)
def test_white_space_and_dashes_of_any_number_are_one(text: str, same: str):
    folded = caseless(text)
    assert folded.text == same
    assert folded.origins is not None
    assert len(folded.origins) == len(same) + 1
    assert [text[at].casefold() for at, char in zip(folded.origins, same, strict=False) if char.isalpha()] == [
        char for char in same if char.isalpha()
    ]  # fmt: skip


QUOTES = [(mark, "'") for mark in "‘’‚‛′ʼ`´‹›"] + [(mark, '"') for mark in "“”„‟″«»"]
DASHES = [(mark, "-") for mark in "‐‑‒–—―−﹘﹣－⸺⸻"]
BLANKS = [(mark, " ") for mark in "\t\u00a0\u2009\u3000"]
ENDS = [(mark, "\n") for mark in "\n\r\x0b\x0c\x85\u2028\u2029"]
GONE = [(mark, "") for mark in "\u200b\xad\x00\x07\ud800\U0010ffff\u202a"]
KEPT_MARKS = [(mark, mark) for mark in "²½₂éßжÅ"]


@family(
    ("mark", "plain"),
    [*QUOTES, *DASHES, *BLANKS, *ENDS, *GONE, *KEPT_MARKS, ("ﬁ", "fi"), ("Ａ", "A")],
)
def test_each_mark_has_one_plain_form(mark: str, plain: str):
    folded = fold(f"a{mark}b")
    assert folded.text == f"a{plain}b"
    places = (0, *[1] * len(plain), 2, 3)
    assert (folded.origins or (0, 1, 2, 3)) == places


def test_marks_belong_to_the_letter_before_them():
    folded = fold("cafe\u0301s é")
    assert folded.text == "cafés é"
    assert folded.span(3, 4, "cafe\u0301s é") == (3, 5)
    assert folded.span(0, 3, "cafe\u0301s é") == (0, 3)
    assert folded.span(4, 4, "cafe\u0301s é") == (5, 6)
    many = "e" + "\u0301" * 40
    assert fold(many).text == "\u00e9" + "\u0301" * 39


NOTE = "Uses paper forms for dock planning. Ships vans from Ghent."


@family(
    ("text", "quote", "check"),
    [
        ("You use paper forms.", "Uses paper forms", None),
        ("You use paper forms.", "Uses paper forms for dock planning. Ships", None),
        ("You ship vans.", "dock planning. Ships vans", None),
        ("You use forms for dock planning.", "Uses paper forms for dock planning", Check.BINDING),
        ("You use paper forms for dock planning.", "Uses paper forms for dock", Check.WORDS),
        ("You ship vans from Ghent.", "Uses paper forms for dock planning", Check.WORDS),
        ("You use paper forms.", "Uses pens", Check.QUOTE),
        ("You use paper forms.", "", Check.QUOTE),
    ],
)
def test_a_cited_claim_is_read_inside_its_quote_only(text: str, quote: str, check: Check | None):
    claim = cited(text, quote, NOTE)
    assert claim.ok is (check is None)
    if check in {None, Check.QUOTE}:
        assert claim.check is check


def test_a_misquote_names_the_column_or_says_any():
    assert (
        cited("Kolb.", "Kolb Kolb Kolb", NOTE).reason
        == 'the quote "Kolb Kolb Kolb" is not in Source notes'
    )
    assert (
        cited("Kolb.", "Kolb Kolb Kolb", NOTE, "").reason
        == 'the quote "Kolb Kolb Kolb" is not in any column'
    )


def test_what_a_cited_sentence_adds_is_named():
    said = Cited("You use paper forms", "Uses paper forms", "Note")
    cells = {"Note": NOTE}
    for text, beyond in (
        ("You use paper forms in Bonn daily.", "bonn daily"),
        ("Kolb says you use paper forms.", "kolb says"),
    ):
        verdict = judge(Draft(text, (said,)), cells)
        assert verdict.cell_line == f'HELD: "{beyond}" cites nothing'
    assert judge(Draft("Also you use paper forms.", (said,)), cells).kind is VerdictKind.OK
    assert (
        judge(Draft("You use paper forms, so let us talk.", (said,)), cells).kind is VerdictKind.OK
    )


@family(
    ("one", "other", "kind"),
    [
        ("runs 12 depots", "runs 14 depots", VerdictKind.CHECK),
        ("runs 12 depots", "runs 12 depots", VerdictKind.OK),
        ("runs 12 depots", "runs 14 of the depots", VerdictKind.CHECK),
        ("runs 12 depots", "runs 14 of the red depots", VerdictKind.OK),
        ("runs 12 depots", "runs 14 vans and 12 depots", VerdictKind.OK),
        ("runs 12 depots", "runs 14 vans, depots", VerdictKind.OK),
        ("runs 12 depots", "runs 12 depots or 14 depots", VerdictKind.OK),
        ("runs 12 depots", "closed 14 depots", VerdictKind.OK),
        ("runs 12 depots", "never runs 12 depots", VerdictKind.CHECK),
        ("runs 12 depots", "never runs depots", VerdictKind.OK),
        ("never runs depots", "never runs depots", VerdictKind.OK),
        ("runs depots without vans", "runs depots with vans", VerdictKind.OK),
        ("runs depots", "does not run depots", VerdictKind.CHECK),
        ("runs depots", "runs no depots", VerdictKind.CHECK),
        ("runs depots", "doesn't run depots", VerdictKind.CHECK),
        ("runs depots", "runs neither depots nor vans", VerdictKind.CHECK),
        ("runs depots", "runs none of the depots", VerdictKind.CHECK),
        ("runs depots", "runs without depots", VerdictKind.CHECK),
        ("runs depots since May 2024", "runs depots since May 2025", VerdictKind.OK),
    ],
)
def test_another_cell_that_says_otherwise_is_for_a_person(one: str, other: str, kind: VerdictKind):
    cells = {"Company": "Ostwind", "News": f"Ostwind {one}.", "Facts": f"Ostwind {other}."}
    assert judge(Draft(f"Ostwind {one}."), cells).kind is kind


def test_a_word_that_only_joins_hides_no_contradiction():
    cells = {"News": "Kolb runs 12 depots.", "Facts": "Kolb runs 14 depots."}
    assert judge(Draft("Kolb also runs 12 depots."), cells).kind is VerdictKind.CHECK


def test_every_citation_is_checked_even_where_the_first_bears_out_the_whole():
    said = Cited("You use paper forms", "Uses paper forms", "Note")
    more = Cited("paper forms", "Uses pens", "Note")
    verdict = judge(Draft("You use paper forms.", (said, more)), {"Note": NOTE})
    assert verdict.cell_line == 'HELD: the quote "Uses pens" is not in Note'


def test_a_contradiction_names_both_cells():
    cells = {"News": "Kolb runs 12 depots.", "Facts": "Kolb runs 14 depots."}
    (claim,) = judge(Draft("Kolb runs 12 depots."), cells).claims
    assert (
        claim.reason
        == 'News says "Kolb runs 12 depots", but Facts says "Kolb runs 14 depots"; a person decides which is right'
    )
    assert (claim.check, claim.quote) == (Check.CONFLICT, "Kolb runs 12 depots")


def answer(**record: object) -> dict:
    return json.loads(next(verify_lines([json.dumps(record)])))


@family(
    ("record", "wrong"),
    [
        ({"cells": {"a": 5, "b": "x"}, "text": "x"}, 'has no "cells" with a text for each column'),
        ({"cells": {"a": "x"}}, 'has no "text"'),
        ({"cells": {}, "text": "x", "claims": 5}, 'has "claims" that are no list'),
        ({"cells": {}, "text": "x", "claims": [{"text": "x", "quote": "x"}]}, 'has a claim without "column"'),
        ({"cells": {}, "text": "x", "claims": [{"text": "x", "quote": 5}]}, 'has a claim without "quote"'),
        ({"cells": {}, "text": "x", "claims": [{}]}, 'has a claim without "text"'),
    ],
)  # fmt: skip
def test_a_malformed_line_is_told_what_is_wrong(record: dict, wrong: str):
    assert answer(**record)["reasons"] == [f"line 1 {wrong}; nothing on it was checked"]


def test_other_malformed_lines_are_told_what_is_wrong():
    lines = ["", "[]", "x" * (LONGEST_LINE + 1)]
    reasons = [json.loads(line)["reasons"][0].split(";")[0] for line in verify_lines(lines)]
    assert reasons == [
        "line 1 is not JSON",
        "line 2 is not an object with cells and text",
        f"line 3 is longer than {LONGEST_LINE} characters",
    ]


def test_a_line_of_five_million_characters_is_still_read():
    record = {"cells": {}, "text": "Hi,", "x": ""}
    record["x"] = "x" * (LONGEST_LINE - len(json.dumps(record)))
    assert LONGEST_LINE == 5_000_000
    assert answer(**record)["verdict"] == "ok"


def test_claims_may_be_null():
    assert answer(cells={}, text="Hi,", claims=None)["verdict"] == "ok"
