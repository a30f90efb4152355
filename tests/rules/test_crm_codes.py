"""The flags of CRM: can the next person act?"""

from tests.rules.cases import Case, on, runs, types
from tests.rules.test_followup_codes import decides

REPLY = types("Follow-up", Reply_text="Who are you?", Reply_received_on=on(5))
WAIT = types("CRM", Next_action="Wait for the fair", Next_action_on=on(20))
NOBODY = (
    types("Start here", "CRM", Current_owner=None),
    types("Start here", "Follow-up", Current_owner=None),
)

CASES = (
    Case("CR001", "CRM", "answered",
         (decides("live"),), (decides("live", Next_action="Call Dana", Next_action_on=on(6)),),
         "Nothing is scheduled"),
    Case("CR001", "CRM", "answered",
         (decides("live"), types("CRM", Next_action="Call Dana")),
         (decides("live"), types("CRM", Next_action="Call Dana", Next_action_on=on(6))),
         "Nothing is scheduled"),
    Case("CR002", "CRM", "sent",
         (types("CRM", Next_action="Call Dana", Next_action_on=on(3)), runs("2026-03-04")),
         (types("CRM", Next_action="Call Dana", Next_action_on=on(3)), runs("2026-03-03")),
         "“Call Dana” was due on 2026-03-03"),
    Case("CR003", "CRM", "sent", (WAIT, runs(), REPLY, runs("2026-03-05")),
         (REPLY, runs("2026-03-05"), WAIT),
         "is of 2026-03-02; something happened on 2026-03-05"),
    Case("CR004", "CRM", "sent",
         (types("CRM", Deal_stage="Proposal"),), (types("CRM", Deal_stage="Proposal", Deal_confirmed_by="Cleo"),),
         "“Proposal” counts once"),
    Case("CR004", "CRM", "sent",
         (types("CRM", Deal_stage="Won"),), (types("CRM", Deal_stage="Lost"),),
         "“Won” counts once"),
    Case("CR005", "CRM", "sent",
         (types("CRM", Note="n" * 281),), (types("CRM", Note="n" * 280),),
         "281 characters; at most 280"),
    Case("CR006", "CRM", "sent", NOBODY, (*NOBODY, types("CRM", Owner="Ben")),
         "Nobody owns the next step"),
    Case("CR006", "CRM", "sent", NOBODY, (*NOBODY, types("Follow-up", Owner="Ben")),
         "Nobody owns the next step"),
    Case("CR007", "CRM", "sent",
         (types("CRM", Deal_stage="Meeting", Deal_confirmed_by="Cleo"),
          types("Qualification", Decision="skip", Reason="no fit")),
         (types("CRM", Deal_stage="Lost"), types("Qualification", Decision="skip", Reason="no fit")),
         "CRM says Meeting, Qualification says skip"),
    Case("CR007", "CRM", "sent",
         (types("CRM", Deal_stage="Meeting", Deal_confirmed_by="Cleo"),
          types("Follow-up", Reply_text="Please unsubscribe me.")),
         (types("CRM", Deal_stage="Meeting", Deal_confirmed_by="Cleo"),
          types("Follow-up", Reply_text="Please send me the price list.")),
         "the lead has opted out"),
)  # fmt: skip
