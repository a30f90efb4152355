"""What we did ourselves, or somebody told somebody else, is not told to the buyer as theirs."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

SAME = [
    ("Mira called on 4 May.", "You called on 4 May."),
    ("Mira: sent a list in May.", "You sent a list in May."),
    ("Visited our booth in Kiel.", "You visited our booth in Kiel."),
    ("Sent us a fleet list in May.", "You sent us a fleet list in May."),
    ("Met us in Kiel.", "You met us in Kiel."),
    ("Called off the tender.", "You called off the tender."),
    ("Showed interest in the planner.", "You showed interest in the planner."),
    ("Offered to send figures.", "You offered to send figures."),
    ("Tried Sage in 2019.", "You tried Sage in 2019."),
    ("Left Klaviyo in 2024.", "You left Klaviyo in 2024."),
    ("Opened the Kiel yard in May.", "You opened the Kiel yard in May."),
    ("Asked for a demo.", "You asked for a demo."),
    ("Mira asked for a demo.", "You asked us for a demo."),
    ("Mira asked Kolb for a demo.", "You asked Kolb for a demo."),
]

OTHER = [
    ("Called on 4 May.", "You called on 4 May."),
    ("Call 4 May. Emailed on 5 May.", "You emailed on 5 May."),
    ("Sent a list in May.", "You sent a list in May."),
    ("Visited the Kiel yard.", "You visited the Kiel yard."),
    ("Offered a trial in May.", "You offered a trial in May."),
    ("Left a voicemail on 4 May.", "You left a voicemail on 4 May."),
    ("Showed the planner to her team.", "You showed the planner to your team."),
    ("Followed up on 4 May.", "You followed up on 4 May."),
    ("Quoted EUR 400 a month.", "You quoted EUR 400 a month."),
    ("Asked Mira for the price list.", "You asked for the price list."),
    ("Told Mira that the yard is full.", "You told us that the yard is full."),
    ("Mira asked Kolb for a demo.", "You asked us for a demo."),
    ("Mira asked Anna for a demo.", "You asked for a demo."),
    ("Mira told Kolb that the yard is full.", "You told us that the yard is full."),
]


@family(("note", "sentence"), SAME)
def test_a_note_that_tells_whose_deed_it_is_or_of_no_seller_s_work_passes(note: str, sentence: str):
    passes(sentence, Conversation_notes=note)


@family(("note", "sentence"), OTHER)
def test_a_deed_of_ours_or_what_was_said_to_somebody_else_is_held(note: str, sentence: str):
    held(sentence, Conversation_notes=note)


REPLIES_SAME = [
    ("Kolb left us. They have 40 vans.", "You wrote that they have 40 vans."),
    ("Our drivers are busy, they work nights.", "You wrote that your drivers are busy."),
    ("Our depot has 40 vans.", "You wrote that your depot has 40 vans."),
    ("My boss decides. He is away until May.", "You wrote that he is away until May."),
]

REPLIES_OTHER = [
    ("We use Kolb, they have 40 vans.", "You wrote that you have 40 vans."),
    ("We use Kolb. They have 40 vans.", "You have 40 vans."),
    ("Our parent is Kolb; it has 40 vans.", "You wrote that you have 40 vans."),
    ("Our drivers are busy, they work nights.", "You wrote that you work nights."),
    ("My boss decides. He is away until May.", "You are away until May."),
]


@family(("reply", "sentence"), REPLIES_SAME)
def test_in_a_reply_they_and_he_may_be_retold_as_they_stand(reply: str, sentence: str):
    passes(sentence, Reply_text=reply)


@family(("reply", "sentence"), REPLIES_OTHER)
def test_in_a_reply_they_and_he_are_not_the_one_who_writes(reply: str, sentence: str):
    held(sentence, Reply_text=reply)


def test_in_research_a_note_without_a_subject_is_of_the_lead():
    passes("You visited the Kiel fair.", "Visited the Kiel fair.")
    held("You visited the Kiel fair.", Note="Visited the Kiel fair.")
