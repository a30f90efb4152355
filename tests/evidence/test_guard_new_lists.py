"""Every word of the lists by which other words say the same: each does it, and no other word."""

from tests.evidence.families import family
from tests.evidence.guards import KEPT, held, passes

DEEDS = {
    "acquisition": "acquired",
    "purchase": "purchased",
    "merger": "merged",
    "migration": "migrated",
    "expansion": "expanded",
    "renewal": "renewed",
    "relocation": "relocated",
    "recruitment": "recruited",
    "promotion": "promoted",
    "appointment": "appointed",
    "completion": "completed",
    "certification": "certified",
    "approval": "approved",
    "announcement": "announced",
    "installation": "installed",
    "deployment": "deployed",
    "introduction": "introduced",
    "implementation": "implemented",
    "extension": "extended",
    "nomination": "nominated",
    "investment": "invested",
}

ORGANISATIONS = (
    "builder carrier caterer cidery creamery distiller distillery distributor exporter foundry "
    "grower housebuilder importer insurer lender nonprofit operator processor producer provider "
    "publisher roaster roastery supplier wholesaler winery"
)

TRADERS = (
    "builder operator supplier provider lender insurer carrier publisher exporter importer "
    "processor wholesaler distributor"
)

ANY_COMPANY = "company firm business startup agency brand group nonprofit"

APPOSED = (
    "analyst architect author backer chef designer economist editor engineer investor mayor "
    "minister owner professor publisher scientist senator spokesman spokesperson spokeswoman"
)

COLLECTIVES = "fleet team total network portfolio staff workforce pool estate headcount"

SITES = (
    "site mine plant depot warehouse office store branch factory mill yard hub campus terminal "
    "quarry facility works refinery port airport"
)

FELT = (
    "worried concerned pleased frustrated annoyed committed satisfied disappointed overwhelmed "
    "excited convinced surprised tired stretched understaffed"
)

BEGUN = {
    "open": "opened",
    "launch": "launched",
    "build": "built",
    "appoint": "appointed",
    "introduce": "introduced",
    "unveil": "unveiled",
    "install": "installed",
    "inaugurate": "inaugurated",
    "buy": "bought",
    "acquire": "acquired",
}

ROUTINE = (
    "plan schedule track manage handle store record log enter book bill process count report file "
    "collect assign prepare price quote pack check measure"
)

IRREGULAR = {"do": "done", "keep": "kept", "make": "made", "write": "written"}


def each(text: str):
    return family("word", text.split())


@family(("deed", "done"), DEEDS.items())
def test_a_noun_for_a_deed_is_of_those_who_did_it(deed: str, done: str):
    text = f"Congrats on the {deed} of Kolb vans."
    passes(text, f"Ostwind {done} Kolb vans.")
    held(text, "Ostwind painted Kolb vans.")
    held(text, f"Ostwind never {done} Kolb vans.")


@family(("deed", "done"), DEEDS.items())
def test_a_deed_that_has_a_name_need_not_be_done(deed: str, done: str):
    held(f"You {done} Kolb vans.", f"The {deed} of Kolb vans is near.")


@each("move launch switch win rebrand upgrade pledge relaunch")
def test_a_verb_with_the_is_of_those_who_did_it(word: str):
    past = {"move": "moved", "win": "won", "upgrade": "upgraded", "pledge": "pledged"}
    done = past.get(word, f"{word}ed")
    passes(f"Congrats on the {word} in Ghent.", f"Ostwind {done} in Ghent.")
    held(f"Congrats on the {word} in Ghent.", f"Ostwind {word}s in Ghent.")


@each("start stop paint")
def test_any_other_verb_with_the_is_another_thing(word: str):
    held(f"Congrats on the {word} in Ghent.", f"Ostwind {word}ed in Ghent.")


@family(
    ("one", "other"),
    [
        ("Ostwind asks if vans ship.", "Ostwind asks whether vans ship."),
        ("Ostwind ships vans each week.", "Ostwind ships vans every week."),
        ("Ostwind sends 40 emails.", "Ostwind sends 40 email."),
        ("Ostwind has an email list.", "Ostwind has an e-mail list."),
    ],
)
def test_two_spellings_are_one(one: str, other: str):
    passes(one, other)
    passes(other, one)


@each(ORGANISATIONS)
def test_the_lead_may_be_called_by_its_trade(word: str):
    passes("You run 12 depots.", f"Known in Ghent. The {word} runs 12 depots.")


@each(TRADERS)
def test_a_trade_in_notes_of_a_talk_may_be_another_s(word: str):
    cell = f"Known in Ghent. The {word} raised prices."
    held("You raised prices.", Conversation_notes=cell)
    held("You raised prices.", f"Ostwind met a {word} in May. The {word} raised prices.")


@each(ANY_COMPANY + " bakery roaster winery")
def test_any_other_word_for_the_lead_is_the_lead_in_notes_too(word: str):
    passes("You raised prices.", Conversation_notes=f"Known in Ghent. The {word} raised prices.")


@each(ANY_COMPANY)
def test_the_company_is_the_lead_behind_another_name(word: str):
    passes("You run 12 depots.", f"Kolb supplies vans. The {word} runs 12 depots.")


@each("bakery roaster hotel maker")
def test_the_bakery_may_be_the_one_just_named(word: str):
    held("You run 12 depots.", f"Kolb supplies vans. The {word} runs 12 depots.")


@each(APPOSED)
def test_what_somebody_is_may_go_before_the_name(word: str):
    passes("You use Kolb in Antwerp.", f"Ostwind uses our {word} Kolb in Antwerp.")


@each("chair controller md superintendent treasurer")
def test_such_a_role_in_front_of_a_name_may_go(word: str):
    passes("Lee Park opened a depot.", f"In Ghent, new {word} Lee Park opened a depot.")


@each("ad advert brochure memo minutes noted notes")
def test_such_a_source_may_go(word: str):
    passes("Ostwind ships vans from Ghent.", f"The page {word} says Ostwind ships vans from Ghent.")


@each("engineering company board product tech team culture")
def test_such_a_word_may_stand_before_a_source(word: str):
    passes("Ostwind ships vans from Ghent.", f"The {word} blog says Ostwind ships vans from Ghent.")


@each("rival union chess")
def test_any_other_word_before_a_source_makes_it_another_s(word: str):
    held("Ostwind ships vans from Ghent.", f"The {word} blog says Ostwind ships vans from Ghent.")


@each(COLLECTIVES)
def test_a_count_is_of_such_a_whole(word: str):
    passes("You run 58 vans.", f"Ostwind runs a {word} of 58 vans.")
    passes(f"You run a {word} of 58 vans.", "Ostwind runs 58 vans.")


@each("half rival model")
def test_a_count_of_anything_else_is_no_count(word: str):
    held("You run 58 vans.", f"Ostwind runs a {word} of 58 vans.")
    held(f"You run a {word} of 58 vans.", "Ostwind runs 58 vans.")


@each(SITES)
def test_what_was_at_a_site_was_in_its_place(word: str):
    passes("You work at Leeds.", f"Ostwind works at the Leeds {word}.")


@each("conference council prison")
def test_what_was_at_anything_else_was_not_in_its_place(word: str):
    held("You work at Leeds.", f"Ostwind works at the Leeds {word}.")


@each(FELT)
def test_a_note_of_how_they_feel_is_of_them(word: str):
    passes(f"You're {word}.", f"{word.capitalize()}.")
    held(f"You're {word}.", f"Kolb is {word}.")
    held(f"You were {word}.", f"{word.capitalize()}.")


@each("injured cancelled paid")
def test_a_note_of_what_was_done_is_not_how_they_feel(word: str):
    held(f"You're {word}.", f"{word.capitalize()}.")


@each("named awarded shortlisted nominated founded elected")
def test_what_they_were_honoured_as_was_so(word: str):
    passes(f"You were {word} by HAE.", f"{word.capitalize()} by HAE.")
    held(f"You were {word} by HAE.", f"Kolb {word} by HAE.")


@each("rejected sued visited")
def test_what_else_was_done_in_a_note_may_be_another_s(word: str):
    held(f"You were {word} by HAE.", f"{word.capitalize()} by HAE.")


@family(("base", "past"), BEGUN.items())
def test_what_has_just_begun_is_new(base: str, past: str):
    passes("Congrats on the new vans.", f"Ostwind {past} vans in Ghent.")
    held("Congrats on the new vans.", f"Ostwind will {base} vans in Ghent.")
    held("Congrats on the new vans.", f"Ostwind {base}s vans in Ghent.")


@each("contract lease order client partner agreement tender tenancy grant award")
def test_what_was_signed_or_won_is_new_if_it_takes_two(word: str):
    for verb in ("signed", "won"):
        passes(f"Congrats on the new {word}.", f"Ostwind {verb} a {word} in Ghent.")
        passes(f"Congrats on the new {word}.", f"Ostwind {verb} a {word} with Kolb.")


@each("report book petition letter case race map")
def test_what_was_only_signed_or_won_is_not_new(word: str):
    for verb in ("signed", "won"):
        held(f"Congrats on the new {word}.", f"Ostwind {verb} a {word} in Ghent.")


@each("drivers planners nurses bakers engineers staff apprentices clerks")
def test_who_was_hired_is_new(word: str):
    passes(f"Congrats on the new {word}.", f"Ostwind hired {word} in May.")
    passes(f"Congrats on your 14 new {word}.", f"Ostwind hired 14 {word} in May.")
    held(f"Congrats on your 15 new {word}.", f"Ostwind hired 14 {word} in May.")


@each("vans trailers halls cranes scanners containers")
def test_what_was_hired_is_not_new(word: str):
    held(f"Congrats on the new {word}.", f"Ostwind hired {word} in May.")


@each("painted ran used moved sold closed left reopened")
def test_what_was_there_before_is_not_new(word: str):
    held("Congrats on the new vans.", f"Ostwind {word} vans in Ghent.")


@each("moved sold closed left reopened")
def test_what_is_begun_and_ended_is_not_new(word: str):
    held("Congrats on the new vans.", f"Ostwind {word} Kolb and opened vans in Ghent.")


@each("closes sells reopens leaves moves")
def test_what_is_given_up_is_not_new(word: str):
    held("Congrats on the new vans.", f"Ostwind bought vans and {word}.")


@each(ROUTINE)
def test_daily_work_without_a_doer_is_the_team_s(word: str):
    done = word[:-1] + "ied" if word.endswith("y") else word.removesuffix("e") + "ed"
    done = {"plan": "planned", "log": "logged"}.get(word, done)
    passes(f"You {word} tours in Excel.", f"Tours {done} in Excel.")
    held(f"You {word} tours in Excel.", f"Tours {done} in Excel in May.")
    held(f"You {word} tours in Excel.", f"Tours {done} in Excel by Kolb.")


@family(("word", "done"), IRREGULAR.items())
def test_daily_work_with_a_past_of_its_own_is_the_team_s(word: str, done: str):
    passes(f"You {word} tours in Excel.", f"Tours {done} in Excel.")


@family(("word", "done"), [("pay", "paid"), ("cancel", "cancelled"), ("win", "won")])
def test_a_deed_without_a_doer_is_nobody_s(word: str, done: str):
    held(f"You {word} tours in Excel.", f"Tours {done} in Excel.")


JOBS = (
    "job jobs vacancy vacancies opening openings hiring recruiting role roles position positions "
    "ad advert indeed greenhouse stepstone workable"
)


@each(JOBS)
def test_such_a_word_says_that_a_page_is_for_jobs(word: str):
    passes("You are hiring a Planner.", f"{word.capitalize()} page: Planner.")


@each("team product culture")
def test_no_other_word_says_that_a_page_is_for_jobs(word: str):
    held("You are hiring a Planner.", f"{word.capitalize()} page: Planner.")


@each("filled closed expired withdrawn paused frozen cancelled deleted removed old")
def test_a_job_that_is_taken_is_not_open(word: str):
    held("You are hiring a Planner.", f"Job ad: Planner ({word}).")
    held("You are hiring a Planner.", f"Job ad: Planner, {word}.")


@each("Leeds remote urgent")
def test_a_job_with_any_other_word_is_open(word: str):
    passes("You are hiring a Planner.", f"Job ad: Planner ({word}).")


@each("measured recorded clocked timed reached hit totalled")
def test_what_was_measured_was_so(word: str):
    passes("Occupancy was 96% in May.", f"Occupancy {word} 96% in May.")
    held("Occupancy was 95% in May.", f"Occupancy {word} 96% in May.")


@each("missed avoided feared")
def test_what_was_not_measured_was_not_so(word: str):
    held("Occupancy was 96% in May.", f"Occupancy {word} 96% in May.")


@each("want hope plan aim intend")
def test_what_they_say_that_they_want_they_want(word: str):
    cell = f"CEO Lee Park said that she {word}s to grow in Spain."
    passes(f"Lee Park {word}s to grow in Spain.", cell)
    held(f"Kolb {word}s to grow in Spain.", cell)


@each("claims needs has")
def test_what_else_they_say_may_be_wrong(word: str):
    cell = f"CEO Lee Park said that she {word} to grow in Spain."
    held(f"Lee Park {word} to grow in Spain.", cell)


@each("reported posted recorded generated")
def test_what_a_firm_posts_was_so_there(word: str):
    text = "Revenue was £4 million in 2024."
    passes(text, News=f"Ostwind {word} revenue of £4 million in 2024.")
    passes(text, News=f"It {word} revenue of £4 million in 2024.")
    held(text, News=f"Kolb {word} revenue of £4 million in 2024.")


@each("missed promised faked")
def test_what_a_firm_only_speaks_of_was_not_so(word: str):
    held("Revenue was £4 million in 2024.", News=f"Ostwind {word} revenue of £4 million in 2024.")


@each("across throughout within")
def test_in_and_such_a_word_are_one(word: str):
    passes("Ostwind ships vans in Ghent.", f"Ostwind ships vans {word} Ghent.")
    passes(f"Ostwind ships vans {word} Ghent.", "Ostwind ships vans in Ghent.")


@each("among between via onto near")
def test_no_other_word_of_place_is_in(word: str):
    held("Ostwind ships vans in Ghent.", f"Ostwind ships vans {word} Ghent.")


@each("attach attached attaching below enclosed include included")
def test_a_call_may_hold_such_a_word(word: str):
    assert passes(f"Let me know {word}.", "") == ()


def test_we_may_be_asked_after_what_is_now():
    passes("How do you now ship your vans?", KEPT)
