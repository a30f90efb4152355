"""Every word that the gate knows does what its list says, one at a time.

The words are named here once more on purpose: a list that loses one fails a test.
"""

from sheetsync.evidence.checks import Check
from tests.evidence.families import family
from tests.evidence.guards import KEPT, claims, held, passes

CHANGING = (
    "abandon about acting after again aim all alleged allegedly almost although always "
    "ambition another anticipate any anybody anyone anything apparently appear approximately "
    "arguably around assess assistant assume assuming attempt avoid barely before believe "
    "beta better both can cancel cannot cease claim completely conditional consider "
    "contingent could dare decline delay deny depending deputy despite discuss dispute doubt "
    "down draft drop due each either else enough entirely estimate evaluate even eventually "
    "every everybody everyone everything ex except excepting excluding exclusively expect "
    "explore fail fake false far few fewer forecast former formerly frequently fully future "
    "generally goal guess half halt hardly honorary hope hopefully hypothetical "
    "hypothetically ideally if impossible intend interested interim investigate just lack "
    "largely least less likely look mainly many maximum may maybe merely might minimum more "
    "most mostly much must nearly need neither never no nobody nominally none nor normally "
    "not nothing nowhere occasionally often once only oppose or other otherwise ought partial "
    "partially partly pending perhaps pilot plan poised possible possibly postpone potential "
    "potentially practically predict preliminary prepare prepared presumably prevent "
    "previously probably project propose prospective provided providing provisional "
    "provisionally quarter rarely ready refuse reject reportedly roadmap roughly rumor rumour "
    "rumoured scarcely schedule seek seem seemingly seldom several shall shelve shortly "
    "should since solely some somebody someone something sometimes soon still stop subject "
    "suggest supposedly suspend target technically tentative tentatively than theoretically "
    "think though till too trial try typically unable unaware unless unlikely until untrue up "
    "upcoming used usually virtually want whether wholly will wish withdraw without worse "
    "would yet"
)

OPINIONS = (
    "accordingly because best cause consequently cost drive due enable force help hence hurt "
    "last lead leader leading least make most owing result since so thanks thereby therefore "
    "thus top trigger worst"
)

CALLS = (
    "a about afternoon ahead all along am an and answer any are around ask at available back "
    "base be best better book brief but by calendar call can catch chat colleague colleagues "
    "compare connect convenient conversation could curious day days delighted demo detail "
    "details did direction discuss do does drop early either else email example examples "
    "explore feel finds fine follow for forward free friday from get give glad go good great "
    "half happy have hear hearing help helpful here hope hour how i idea ideas if in "
    "information interest interested interesting intro introduction is it just kindly know "
    "late later learn let like line look looking love make makes may me meet meeting might "
    "min minute minutes monday month more morning my need next no not note notes of ok okay "
    "on open or other our out over pass person phone ping please pleased point possible "
    "question questions quick reach reaching reply respond right schedule see send sense "
    "shall share short show side slot so some someone soon speak suit suits sure take talk "
    "team thank thanks that the them then there these they think this those through thursday "
    "time to today tomorrow touch tuesday up us useful walk want way we wednesday week "
    "welcome well what when where whether which who will with work works worth would write "
    "you your yours"
)

OPENERS = (
    "any are ask best book can could curious did do does drop either feel glad happy have "
    "here hope how i if is just let look looking may open please reply send shall speak talk "
    "thank thanks we what when where which who will worth would"
)

ASKED = (
    "agenda approach at begin biggest budget challenge challenges change choose company "
    "currently deal decide difficult do easy end feel find finding go goal goals handle hard "
    "improve into keep list long looking main manage many measure moment month much often "
    "organise organize plan plate prepare priorities priority problem problems process "
    "processes quarter radar right run setup side spend stack start still system table take "
    "team teams think this today tool tools track use usually week work workflow working year"
)

ORGANISATIONS = (
    "agency association bakery brand brewery business chain charity clinic company "
    "consultancy cooperative dairy developer firm foundation group hotel maker manufacturer "
    "practice retailer shop startup studio trust"
)

ROLES = (
    "ceo cfo chairman chairwoman cio cmo coo cro cto director dr founder head manager mr mrs "
    "ms president vp"
)

APPOSED = (
    "agency brother carrier client colleague competitor consultancy contractor customer "
    "daughter dealer distributor father husband magazine mother newspaper parent partner "
    "provider rival sister son subsidiary supplier vendor wife"
)

ADVERBS = "already also currently now really recently successfully very well"

ADJECTIVES = "big current great large major new open overall own small strong total"

SOURCES = (
    "advertises annual blog board career careers filing homepage job jobs linkedin list "
    "listing lists mentions newsletter page pages post posting postings press profile release "
    "report reports say says show shows site state states website"
)

REPORTING = "add announce argue ask confirm explain mention note report say state tell warn write"

PASTS = {
    "become": "became",
    "begin": "began begun",
    "break": "broke broken",
    "bring": "brought",
    "build": "built",
    "buy": "bought",
    "catch": "caught",
    "choose": "chose chosen",
    "come": "came",
    "draw": "drew drawn",
    "drive": "drove driven",
    "eat": "ate eaten",
    "fall": "fell fallen",
    "feel": "felt",
    "fight": "fought",
    "find": "found",
    "fly": "flew flown",
    "forget": "forgot forgotten",
    "get": "got gotten",
    "give": "gave given",
    "go": "went gone",
    "grow": "grew grown",
    "hear": "heard",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lay": "laid",
    "lead": "led",
    "leave": "left",
    "lend": "lent",
    "lose": "lost",
    "make": "made",
    "mean": "meant",
    "meet": "met",
    "pay": "paid",
    "rise": "rose risen",
    "run": "ran",
    "say": "said",
    "see": "saw seen",
    "seek": "sought",
    "sell": "sold",
    "send": "sent",
    "shake": "shook shaken",
    "shrink": "shrank shrunk",
    "show": "shown",
    "speak": "spoke spoken",
    "spend": "spent",
    "stand": "stood",
    "steal": "stole stolen",
    "strike": "struck",
    "take": "took taken",
    "teach": "taught",
    "tell": "told",
    "think": "thought",
    "throw": "threw thrown",
    "understand": "understood",
    "win": "won",
    "write": "wrote written",
    "wear": "wore worn",
    "withdraw": "withdrew withdrawn",
    "sink": "sank sunk",
    "hire": "hired",
    "sit": "sat",
    "swear": "swore sworn",
    "deal": "dealt",
    "bear": "bore",
    "bind": "bound",
    "feed": "fed",
    "hang": "hung",
    "hide": "hid hidden",
    "ride": "rode ridden",
    "ring": "rang rung",
    "sing": "sang sung",
    "sleep": "slept",
    "slide": "slid",
    "swing": "swung",
    "wake": "woke woken",
    "undergo": "underwent undergone",
    "overcome": "overcame",
    "overtake": "overtook overtaken",
    "undertake": "undertook undertaken",
}  # fmt: skip

SAME = (
    "own owner ownership",
    "grow growth rise increase climb",
    "fall decrease",
    "acquire acquisition buy purchase",
    "invest investment",
    "migrate migration",
    "expand expansion",
    "renew renewal",
    "locate location",
    "operate operation run",
    "recruit recruitment hire",
    "sign signature",
    "congrats congratulation congratulations",
    "employee staff",
    "role position",
    "series round",
    "percent pct",
    "corporation corp",
    "incorporated inc",
    "limited ltd",
    "department dept",
    "approx approximately",
    "website site",
    "shut close",
    "relocate relocation",
)

SHORT = {
    "vp": ("vice president", "vice - president"),
    "ceo": ("chief executive officer", "chief executive"),
    "cfo": ("chief financial officer",),
    "cto": ("chief technology officer",),
    "coo": ("chief operating officer",),
    "cio": ("chief information officer",),
    "cmo": ("chief marketing officer",),
    "cro": ("chief revenue officer",),
    "hr": ("human resources",),
    "usa": ("united states of america", "united states"),
    "uk": ("united kingdom",),
    "eu": ("european union",),
    "percent": ("per cent",),
    "pp": ("percentage point", "percentage points"),
    "q1": ("first quarter",),
    "q2": ("second quarter",),
    "q3": ("third quarter",),
    "q4": ("fourth quarter",),
    "erp": ("enterprise resource planning",),
    "crm": ("customer relationship management",),
}

HELLO = "afternoon dear evening good greetings hello hey hi morning"

SIGN_OFFS = (
    "all best cheers cordially faithfully kind many regards sincerely soon talk thank thanks "
    "truly warm wishes you yours"
)

OPT_OUTS = (
    "again bother contact don't emails hear list longer mail mailing messages one opt opted "
    "prefer rather receive receiving remove reply stop unsubscribe word"
)

ABBREVIATIONS = (
    "al approx apr aug ca capt cf co col corp dec dept dr e.g eg est feb fig gen gov i.e ie "
    "inc jan jr jul jun lt ltd mar mr mrs ms no nos nov oct p pp prof rep rev sen sep sept "
    "sgt sr st u.k u.s vol vs"
)

LABELLED = "appendix class grade group option part phase plan round section series team type"

TITLES = "captain dame dr father miss mr mrs ms prof professor rev sir sister"

LEGAL = "ab ag as bv co corp gmbh inc kg limited llc ltd oy plc sa sas"

SHARED = (
    "american atlantic best british central city east european first general global great "
    "international national new north pacific royal south state the top united west"
)


def each(text: str):
    return family("word", text.split())


@each(CHANGING)
def test_a_word_that_changes_what_is_said_is_never_left_out_and_is_named(word: str):
    cell = f"Ostwind {word} ships vans from Ghent."
    (claim,) = held("Ostwind ships vans from Ghent.", cell)
    assert claim.check is Check.POLARITY
    assert f'"{word.removesuffix("not") if word == "cannot" else word}"' in claim.reason


@each(OPINIONS)
def test_a_word_of_praise_or_cause_is_for_a_person_to_settle(word: str):
    (claim,) = held(f"Ostwind ships {word} vans from Ghent.", KEPT)
    assert claim.check is Check.POLICY


@each(CALLS)
def test_a_call_made_of_such_words_claims_nothing(word: str):
    assert claims(f"Let me know {word}.", "") == ()


@each("freeze Ghent revenue losing")
def test_a_call_with_any_other_word_claims_something(word: str):
    held(f"Let me know {word}.", "")


@each(OPENERS)
def test_a_call_may_begin_with_such_a_word(word: str):
    assert claims(f"{word.capitalize()} talk this week.", "") == ()


@each(ASKED)
def test_how_one_does_what_everybody_does_may_be_asked(word: str):
    passes(f"How do you {word} your vans?", "Ships vans.")


@each("freeze paint lose waste")
def test_how_one_does_what_nobody_wrote_of_may_not_be_asked(word: str):
    held(f"How do you {word} your vans?", "Ships vans.")


@each(ORGANISATIONS)
def test_the_lead_may_be_called_what_it_is(word: str):
    passes("You run 12 depots.", f"Known in Ghent. The {word} runs 12 depots.")


def test_any_other_noun_is_not_the_lead():
    held("You run 12 depots.", "Known in Ghent. The council runs 12 depots.")


@each(ROLES)
def test_a_role_in_front_of_a_name_may_go(word: str):
    passes("Lee Park opened a depot.", f"In Ghent, new {word} Lee Park opened a depot.")


@each(ROLES)
def test_a_role_does_not_say_that_the_contact_has_it(word: str):
    held("You are the new one since May.", f"New {word} one since May.")


@each(APPOSED)
def test_what_somebody_is_to_us_may_go_before_the_name(word: str):
    passes("You use Kolb in Antwerp.", f"Ostwind uses our {word} Kolb in Antwerp.")


@each("cousin landlord lawyer")
def test_what_is_no_such_word_may_not_go_before_the_name(word: str):
    held("You use Kolb in Antwerp.", f"Ostwind uses our {word} Kolb in Antwerp.")


@each(ADVERBS)
def test_a_plain_adverb_may_be_left_out(word: str):
    passes("Ostwind ships vans from Ghent.", f"Ostwind {word} ships vans from Ghent.")


@each(ADVERBS.replace("also ", "") + " slowly")
def test_no_adverb_is_added(word: str):
    held(f"Ostwind {word} ships vans from Ghent.", KEPT)


@each("also indeed")
def test_also_and_indeed_may_be_added(word: str):
    passes(f"Ostwind {word} ships vans from Ghent.", KEPT)


@each(ADJECTIVES)
def test_a_plain_adjective_may_be_left_out_and_not_be_added(word: str):
    with_it, without = (
        f"Ostwind opened a {word} depot in Ghent.",
        "Ostwind opened a depot in Ghent.",
    )
    passes(without, with_it)
    if word != "new":
        held(with_it, without)


@each("cold leased empty")
def test_an_adjective_that_tells_something_stays(word: str):
    held("Ostwind opened a depot in Ghent.", f"Ostwind opened a {word} depot in Ghent.")


@each(SOURCES)
def test_where_the_lead_says_it_itself_may_go(word: str):
    passes("Ostwind ships vans from Ghent.", f"The {word} says Ostwind ships vans from Ghent.")


@each("blurb rival critic")
def test_where_somebody_else_says_it_may_not_go(word: str):
    held("Ostwind ships vans from Ghent.", f"The {word} says Ostwind ships vans from Ghent.")


@each(REPORTING)
def test_what_a_note_says_they_told_us_they_said(word: str):
    cell = {"Notes": f"{word.capitalize()}s that vans ship from Ghent."}
    passes("You said that vans ship from Ghent.", **cell)


@each("feels sees doubts denies")
def test_what_they_only_think_they_never_said(word: str):
    cell = {"Notes": f"{word.capitalize()} that vans ship from Ghent."}
    held("You said that vans ship from Ghent.", **cell)


@family(("base", "past"), [(b, p) for b, ps in PASTS.items() for p in ps.split()])
def test_an_irregular_past_is_of_its_own_verb_and_is_past(base: str, past: str):
    passes(f"Ostwind did {base} vans in Ghent.", f"Ostwind {past} vans in Ghent.")
    held("Ostwind did stop vans in Ghent.", f"Ostwind {past} vans in Ghent.")


@family(("one", "other"), [(g.split()[0], w) for g in SAME for w in g.split()[1:]])
def test_two_words_for_one_idea_are_exchanged(one: str, other: str):
    passes(f"How does the {one} of vans in Ghent work?", f"Report on {other} of vans in Ghent.")
    held(f"How does the {one} of vans in Ghent work?", "Report on paint of vans in Ghent.")


@family(
    ("one", "other"),
    [
        ("Ostwind began in Ghent.", "Ostwind started in Ghent."),
        ("Ostwind might ship vans.", "Ostwind may ship vans."),
        ("Toll makes up 5% of costs.", "Toll accounts for 5% of costs."),
        ("Tolls make up 5% of costs.", "Tolls account for 5% of costs."),
    ],
)
def test_either_way_of_saying_it_passes_on_the_other(one: str, other: str):
    passes(one, other)
    passes(other, one)


@family(("short", "long"), [(s, p) for s, ps in SHORT.items() for p in ps])
def test_a_phrase_and_its_short_form_are_one(short: str, long: str):
    passes(f"Ostwind lists a {short} in Ghent.", f"Ostwind lists a {long} in Ghent.")


@each(HELLO)
def test_a_greeting_claims_nothing(word: str):
    assert claims(f"{word.capitalize()} Mira,", "") == ()


@each("there team all again everyone and mr ms mrs dr")
def test_a_greeting_may_hold_such_a_word(word: str):
    assert claims(f"Hi {word} Mira,", "") == ()


@family("text", ["Yo Mira,", "Hi friend Mira,", "Hi 5 Mira,", "Hi a b c d e Mira,"])
def test_what_is_no_greeting_claims_something(text: str):
    held(text, "")


@each(SIGN_OFFS)
def test_a_sign_off_claims_nothing(word: str):
    assert claims(f"{word.capitalize()} {word},", "") == ()


@each(OPT_OUTS)
def test_an_opt_out_line_claims_nothing(word: str):
    assert claims(f"To opt out, you {word}.", "") == ()


@family(
    "text",
    ["Reply unsubscribe again.", "Reply opt again.", "Reply remove again.", "Write stop.", "Let stop.", "Answer stop.", "Reply stop."],
)  # fmt: skip
def test_each_way_to_opt_out_is_one(text: str):
    assert claims(text, "") == ()


@family("text", ["Bother stop.", "To opt out, you lose.", "You stop.", "Reply list."])
def test_what_is_no_way_to_opt_out_claims_something(text: str):
    held(text, "")


@each(ABBREVIATIONS)
def test_no_sentence_ends_behind_an_abbreviation(word: str):
    cell = f"Ostwind met {word}. Kolb in Ghent."
    assert len(claims(cell, cell)) == 1


@each(LABELLED)
def test_a_sentence_ends_behind_a_letter_that_is_a_name(word: str):
    cell = f"Ostwind never joined {word} B. Ghent ships vans."
    passes("Ghent ships vans.", cell)


def test_no_sentence_ends_behind_an_initial():
    cell = "Ostwind met J. Kolb in Ghent."
    assert len(claims(cell, cell)) == 1


@each(TITLES)
def test_a_title_is_no_part_of_the_contact_s_name(word: str):
    passes("You spoke at Expo.", "Dahl spoke at Expo.", Contact=f"{word.capitalize()} Dahl")


def test_any_other_word_is_a_part_of_the_contact_s_name():
    held("You spoke at Expo.", "Dahl spoke at Expo.", Contact="Lady Dahl")


@each(LEGAL)
def test_a_legal_form_is_no_part_of_a_company_s_name(word: str):
    passes(
        "You run 12 depots.",
        "The Freight runs 12 depots.",
        Company=f"Ostwind Freight {word.upper()}",
    )
    passes("You bought Kolb.", f"Ostwind bought Kolb {word.upper()}.")
    passes("You bought Kolb in 2021.", f"Ostwind bought Kolb {word.upper()} in 2021.")


def test_any_other_word_is_a_part_of_a_company_s_name():
    held("You run 12 depots.", "The Freight runs 12 depots.", Company="Ostwind Freight Partners")
    held("You bought Kolb in 2021.", "Ostwind bought Kolb Partners in 2021.")


@each(SHARED.replace("great ", "").replace("new ", "").replace(" the", ""))
def test_a_first_word_that_many_share_names_nobody(word: str):
    held("You run 12 depots.", f"{word.capitalize()} runs 12 depots.", Company=f"{word} Freight")


def test_a_first_word_of_its_own_names_the_company():
    passes("You run 12 depots.", "Nordic runs 12 depots.", Company="Nordic Freight")
