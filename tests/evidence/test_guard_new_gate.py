"""What the gate hands back: where a quote begins, how many claims there are, what stands against them."""

import pytest

from sheetsync.evidence.checks import Check
from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Draft, VerdictKind
from tests.evidence.families import family
from tests.evidence.guards import KEPT, cited, claims, held, passes


@pytest.mark.parametrize("mark", ["!", "?"])
@pytest.mark.parametrize("word", ["Inc", "Ltd", "St", "b"])
def test_any_mark_but_a_full_stop_ends_a_sentence_behind_an_abbreviation(word: str, mark: str):
    cell = f"Vans go to Kolb {word}{mark} Ghent ships vans."
    verdict = judge(Draft(cell), {"Source notes": cell})
    assert [claim.text for claim in verdict.claims][1:] == ["Ghent ships vans."]


def test_a_thing_spelled_out_is_quoted_as_it_stands():
    cell = "Ostwind runs an ice depot. The depot has 40 docks."
    for text in ("Your ice depot has 40 docks.", "The ice depot has 40 docks."):
        (claim,) = passes(text, cell)
        assert (claim.quote, claim.start) == ("The depot has 40 docks", 27)


def test_a_claim_that_is_borne_out_does_not_stand_against_a_draft():
    cells = {"Source notes": KEPT}
    words = judge(Draft(f"{KEPT} Ostwind ships boats from Ghent."), cells)
    assert [claim.check for claim in words.claims] == [None, Check.WORDS]
    assert words.only_words_failed
    assert words.reasons == (words.claims[1].reason,)
    more = judge(Draft("Ostwind ships boats from Ghent. Ostwind ships 14 vans from Ghent."), cells)
    assert more.kind is VerdictKind.HELD
    assert not more.only_words_failed
    assert not judge(Draft(KEPT), cells).only_words_failed


@family(("size", "known"), [(6_000, True), (6_001, False)])
def test_a_sentence_of_more_than_6_000_characters_proves_nothing(size: int, *, known: bool):
    cell = "Ostwind ships vans from Ghent, ".ljust(size - 1, "x") + "."
    if known:
        passes("You ship vans from Ghent.", cell)
    else:
        held("You ship vans from Ghent.", cell)


def test_every_line_of_a_signature_claims_nothing_whatever_its_length():
    lines = "Jo Lind\nHead of Sales\nSheet Street 4, 1000 Town\n+32 9 000 00 00"
    assert len(claims(f"You ship vans from Ghent.\n\nBest regards,\n{lines}", KEPT)) == 1


def test_a_question_may_end_with_more_than_one_mark():
    assert len(passes("How do you track your vans?!", "Ships vans.")) == 0


def test_the_right_sentence_is_found_where_a_cell_repeats_another():
    decoys = " ".join(["Kolb paints vans."] * 45)
    passes("You ship vans from Ghent Harbour.", f"{decoys} Ostwind ships vans from Ghent Harbour.")


@family(("before", "known"), [(39, True), (40, False)])
def test_40_sentences_with_equally_many_words_are_read(before: int, *, known: bool):
    cell = " ".join(["Vans go to Bex."] * before + ["Vans go to Ulm."])
    if known:
        passes("Vans go to Ulm.", cell)
    else:
        held("Vans go to Ulm.", cell)


def test_a_sentence_ends_behind_a_letter_that_is_a_name_right_at_the_start():
    verdict = judge(Draft("Plan B. Ghent ships vans."), {"Source notes": KEPT})
    assert [claim.text for claim in verdict.claims] == ["Plan B.", "Ghent ships vans."]


def test_a_claim_is_read_behind_the_start_of_its_quote_as_well():
    cell = "Ostwind uses paper forms for dock planning in Ghent."
    assert cited("You use paper forms.", "uses paper forms for dock", cell).ok
    assert not cited("You use paper forms.", "for dock planning in Ghent", cell).ok
    assert not cited("Paper forms for dock planning.", "dock planning in Ghent", cell).ok
