"""Every word with which a sentence opens, ends or asks does what its list says, through the gate."""

from tests.evidence.families import family
from tests.evidence.guards import KEPT, claims, held, passes


def each(text: str):
    return family("word", text.split())


PLEASED = (
    "great nice good glad happy impressive exciting interesting pleased wonderful impressed "
    "excited sorry"
)


@each(
    "saw see read noticed notice understand heard hear learned learnt spotted gather know realise "
    "realize"
)
def test_that_we_noticed_it_says_nothing_itself(word: str):
    passes(f"I {word} that you ship vans from Ghent.", KEPT)
    passes(f"We {word} you ship vans from Ghent.", KEPT)
    held(f"I {word} that you ship trucks from Ghent.", KEPT)


@each("just also recently have had was were am then")
def test_a_filler_may_stand_before_what_we_noticed(word: str):
    passes(f"I {word} saw that you ship vans from Ghent.", KEPT)


def test_a_short_verb_may_stand_before_what_we_noticed():
    passes("I've noticed that you ship vans from Ghent.", KEPT)
    passes("I'm glad to see that you ship vans from Ghent.", KEPT)


@family(
    "frame",
    [
        "I never saw that {}",
        "I bet that {}",
        "Angry to see that {}",
        "Hurray on {}",
        "You shouted that {}",
        "I came from {}",
        "Great for {}",
        "I saw whether {}",
    ],
)
def test_other_words_around_a_claim_say_something(frame: str):
    held(frame.format("you ship vans from Ghent."), KEPT, Reply="We ship vans from Ghent.")


@each("Noticed Read Heard Saw Understand")
def test_a_sentence_may_leave_out_who_noticed(word: str):
    passes(f"{word} you ship vans from Ghent.", KEPT)
    passes(f"{word} that you ship vans from Ghent.", KEPT)
    passes(f"{word} your vans ship.", "Vans ship.")
    passes(f"{word} the vans ship.", "The vans ship.")
    held(f"{word} Kolb ships vans from Ghent.", KEPT)


@each("that about how of")
def test_what_was_noticed_may_be_joined_with_such_a_word(word: str):
    passes(f"I heard {word} you ship vans from Ghent.", KEPT)


def test_what_we_came_across_is_claimed():
    passes("I came across your vans from Ghent.", "Vans from Ghent.")
    held("I came across your trucks from Ghent.", "Vans from Ghent.")


@each(PLEASED)
def test_pleasure_in_a_fact_says_nothing_itself(word: str):
    passes(f"{word.capitalize()} to see that you ship vans from Ghent.", KEPT)
    passes(f"I was {word} to see that you ship vans from Ghent.", KEPT)
    held(f"{word.capitalize()} that you ship vans from Ghent.", KEPT)


@each(PLEASED)
def test_that_we_met_is_in_our_notes_only(word: str):
    met = {"Notes": "Met at Porto Forum."}
    passes(f"It was {word} to meet at Porto Forum.", **met)
    passes(f"It's {word} to meet at Porto Forum.", **met)
    passes(f"{word.capitalize()} meeting at Porto Forum.", **met)
    held(f"It was {word} to meet at Porto Forum.", Reply="Met at Porto Forum.")
    held(f"It was {word} to meet at Lisbon Forum.", **met)


@family(("verb", "past"), [("meet", "Met"), ("speak", "Spoke"), ("talk", "Talked")])
def test_that_we_spoke_is_in_our_notes_only(verb: str, past: str):
    passes(f"Great to {verb} at Porto Forum.", Notes=f"{past} at Porto Forum.")
    passes(f"Great {verb}ing at Porto Forum.", Notes=f"{past} at Porto Forum.")
    held(f"Great to {verb} at Porto Forum.", Notes="Argued at Porto Forum.")


@each("congrats congratulations kudos compliments thanks thank")
def test_congratulations_are_on_a_fact(word: str):
    cell = "Ostwind opened a depot in Ghent."
    for on in ("on", "for", "to you on"):
        passes(f"{word.capitalize()} {on} opening a depot in Ghent.", cell)
    held(f"{word.capitalize()} on opening a depot in Bonn.", cell)


@each("said say wrote write mentioned mention told noted explained shared replied added")
def test_what_the_lead_said_stands_in_a_reply(word: str):
    cell = "We ship vans from Ghent."
    for behind in ("that", "about", "for", "if", ",", "me that", "us that", ""):
        passes(f"You {word} {behind} you ship vans from Ghent.", Reply=cell)
    passes(f"You also {word} that you ship vans from Ghent.", Reply=cell)
    passes(f"You {word} in your reply that you ship vans from Ghent.", Reply=cell)
    passes(f"As you {word}, you ship vans from Ghent.", Reply=cell)
    held(f"You {word} that you ship vans from Ghent.", KEPT)
    held(f"You {word} that you ship trucks from Ghent.", Reply=cell)


@each("asked requested suggested proposed wanted")
def test_what_the_lead_asked_for_stands_in_a_reply(word: str):
    cell = "Could you send a case study?"
    passes(f"You {word} a case study.", Reply=cell)
    passes(f"You {word} us to send a case study.", Reply=cell)
    passes(f"You {word} I send a case study.", Reply=cell)
    held(f"You {word} a case study.", cell)
    held(f"You {word} a price list.", Reply=cell)


@each("of than per or - except without")
def test_a_claim_does_not_end_in_front_of_such_a_word(word: str):
    held("Ostwind ships vans.", f"Ostwind ships vans {word} Kolb.")


@each("this last next today yesterday currently now earlier ago each every")
def test_a_time_at_the_end_may_go(word: str):
    passes("Ostwind ships vans.", f"Ostwind ships vans {word} month.")


@each("between year month week quarter day")
def test_a_span_of_time_is_no_scope(word: str):
    passes("Ostwind grew 12%.", f"Ostwind grew 12% last {word}.")


@each("in for on at across among within during with between")
def test_a_rate_keeps_its_scope_and_a_plain_fact_may_lose_it(word: str):
    held("Ostwind grew 12%.", f"Ostwind grew 12% {word} Spain.")
    passes("Ostwind grew.", f"Ostwind grew {word} Spain.")


@each("weekdays weekends holidays selected certain peak average median principle")
def test_what_is_so_only_in_part_keeps_its_part(word: str):
    held("Ostwind ships vans.", f"Ostwind ships vans on {word}.")
    held("Ostwind ships vans in 2024.", f"Ostwind ships vans on {word} in 2024.")


@each("Mondays trucks rails")
def test_any_other_phrase_at_the_end_may_go(word: str):
    passes("Ostwind ships vans.", f"Ostwind ships vans on {word}.")


@each(
    "if unless until provided providing assuming pending depending subject except excluding only "
    "once reportedly allegedly apparently supposedly perhaps maybe probably possibly"
)
def test_what_takes_back_a_clause_stays_with_it(word: str):
    held("Ostwind ships vans.", f"Ostwind ships vans, {word} funds last.")
    held("Ostwind ships vans.", f"Ostwind ships vans {word} funds last.")
    held("Ostwind ships vans.", f"Ostwind ships vans, but {word} in Ghent.")


@each("where who so and")
def test_any_other_clause_behind_may_go(word: str):
    passes("Ostwind ships vans.", f"Ostwind ships vans, {word} funds last.")


@family("rate", ["12%", "12 pp", "12 times", "12 percent"])
def test_a_rate_in_a_place_is_no_rate_everywhere(rate: str):
    held(f"Ostwind grew {rate}.", f"Ostwind grew {rate} in Spain.")
    held(f"Ostwind grew {rate} in 2024.", f"Ostwind grew {rate} in Spain in 2024.")
    passes(f"Ostwind grew {rate} in Spain.", f"Ostwind grew {rate} in Spain in 2024.")


@each("all every each only most least none largest best newest fastest not no never without hardly")
def test_all_and_the_most_and_none_are_true_in_their_own_place_only(word: str):
    held(f"Ostwind lists {word} vans.", f"Ostwind lists {word} vans in Spain.")


@each(
    "some many interest request invest harvest guest forest west test quest rest contest protest "
    "nest suggest"
)
def test_any_other_word_is_no_superlative(word: str):
    passes(f"Ostwind lists {word} vans.", f"Ostwind lists {word} vans in Spain.")


@each("in on at with for during across within throughout via between")
def test_a_phrase_in_between_may_go(word: str):
    passes("Ostwind ships vans from Ghent.", f"Ostwind ships vans {word} winter from Ghent.")


@each("by into onto of")
def test_a_phrase_that_is_part_of_the_fact_stays(word: str):
    held("Ostwind ships vans from Ghent.", f"Ostwind ships vans {word} winter from Ghent.")


@each("operates employs counts manages consists comprises")
def test_who_runs_them_has_them(word: str):
    passes("You have 40 vans.", f"Ostwind {word} 40 vans.")


@each("rents sells lost washes")
def test_who_does_anything_else_with_them_need_not_have_them(word: str):
    held("You have 40 vans.", f"Ostwind {word} 40 vans.")


@each("measured recorded clocked timed")
def test_that_a_number_was_measured_may_go(word: str):
    passes("Lead time at 40 days.", f"Lead time {word} at 40 days.")
    held("Lead time at 40 days.", "Lead time capped at 40 days.")


@each("merged combined compared connected linked swapped exchanged replaced blended mixed joined")
def test_what_was_done_to_two_together_was_not_done_to_one(word: str):
    held(f"Ostwind {word} trucks.", f"Ostwind {word} vans and trucks.")


@each("sold washed")
def test_what_was_done_to_both_was_done_to_each(word: str):
    passes(f"Ostwind {word} trucks.", f"Ostwind {word} vans and trucks.")


@family("column", ["Company", "account", "Organisation", "organization"])
def test_a_column_names_the_company(column: str):
    others = {"Company": "", column: "Kolb Works"}
    passes("You ship vans.", "Kolb Works ships vans.", **others)
    held("You are Kolb Works.", "", **others)


@family("column", ["Contact", "contact_name", "NAME", "Person"])
def test_a_column_names_the_contact(column: str):
    others = {"Contact": "", column: "Jo Lind, buyer"}
    passes("You spoke at Expo.", "Jo Lind spoke at Expo.", **others)
    held("Jo Lind is a buyer.", "", **others)


@family("column", ["Role", "title", "Job_Title"])
def test_a_column_names_the_role_and_proves_nothing(column: str):
    held("You are the head buyer.", "", **{column: "head buyer"})


@family("column", ["Notes", "Conversation", "CRM", "Last call", "Meeting log"])
def test_our_notes_of_a_talk_hold_what_the_lead_told_us(column: str):
    passes("You said that vans ship from Ghent.", **{column: "Said that vans ship from Ghent."})
    passes("You said that vans ship from Ghent.", **{column: "Mira: vans ship from Ghent."})


@family("column", ["Reply", "last_reply", "Replies"])
def test_a_reply_is_the_lead_s_own_voice(column: str):
    passes("You said that you ship vans from Ghent.", **{column: "We ship vans from Ghent."})


@family("column", ["News", "Facts", "Our claims", "Website"])
def test_no_other_column_is_the_lead_s_own_voice(column: str):
    held("You said that you ship vans from Ghent.", **{column: "We ship vans from Ghent."})


@family("column", ["AI", "ai", "AI angle", "ai_angle", " AI  notes"])
def test_a_column_of_a_model_proves_nothing(column: str):
    held("You ship vans from Ghent.", **{column: KEPT})


@family("column", ["AIM", "Aid", "Chair", "Retail"])
def test_a_column_whose_name_only_begins_alike_is_evidence(column: str):
    assert len(claims("You ship vans from Ghent.", **{column: KEPT})) == 1
