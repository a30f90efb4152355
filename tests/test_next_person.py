"""What the next person reads is right though entries are missing or came in the wrong order."""

import pytest

from tests.memory_team import FRI, MON, NORD, THU, TUE, WED, SmallTeam, at
from tests.rules.cases import on
from tests.rules.test_outreach_codes import PROVEN

SIGNED = {"Decided by": "Ben"}


def crm(team: SmallTeam, *titles: str) -> tuple[str, ...]:
    return tuple(team.says("CRM", title) for title in titles)


class TestReplyWithoutItsDay:
    def test_r49_r50_it_stands_as_the_newest_event_on_the_day_a_sync_first_saw_it(self):
        team = at("sent")
        team.types("Follow-up", {"Reply text": "Who are you?"})
        for day in (WED, FRI):
            team.sync(day)
            assert crm(team, "Last action", "Last action on") == (
                "Reply received (question); its day is not entered",
                WED,
            )
            assert crm(team, "Next step", "Next step on") == ("Decide what the reply means", WED)

    def test_r50_the_day_that_a_person_enters_counts_instead(self):
        team = at("sent")
        team.types("Follow-up", {"Reply text": "Who are you?"})
        team.sync(THU)
        team.types("Follow-up", {"Reply received on": on(3)})
        team.sync(FRI)
        assert crm(team, "Last action", "Last action on") == ("Reply received (question)", TUE)
        team.types("Follow-up", {"Reply received on": None})
        team.sync(FRI)
        assert crm(team, "Last action on") == (FRI,), "what was seen before has been replaced"

    def test_r42_the_row_on_do_not_contact_has_that_day(self):
        team = at("sent")
        team.types("Follow-up", {"Reply text": "Please take me off your list."})
        team.sync(WED)
        assert str(team.rows("Do not contact")[0]["Since"]) == WED

    def test_p10_another_run_on_another_day_writes_nothing_for_it(self):
        team = at("sent")
        team.types("Follow-up", {"Reply text": "Who are you?"})
        team.sync(WED)
        state = team.says("Follow-up", "Sync state")
        team.sync(THU)
        assert team.says("Follow-up", "Sync state") == state

    def test_a_text_that_is_cleared_is_not_taken_in_as_another_reply(self):
        team = at("answered")
        team.types("Follow-up", {"Reply text": None})
        team.sync()
        assert len(team.log("reply seen")) == 1
        team.types("Follow-up", {"Reply text": "Who is this?"})
        team.sync()
        assert len(team.log("reply seen")) == 2


class TestNextStep:
    def test_r48_r51_a_pause_without_its_day_asks_for_that_day_and_not_for_qualification(self):
        team = at("answered")
        team.types("Follow-up", {"Reply decision": "pause"} | SIGNED)
        team.sync()
        assert crm(team, "Next step", "Next step on") == ("Fill in Resume on in Follow-up", TUE)

    def test_r51_what_qualification_holds_is_settled_there(self):
        team = at("sent")
        team.types("Research", {"Sensitive": True})
        team.sync(TUE)
        assert crm(team, "Next step") == ("Settle what holds it in Qualification",)

    @pytest.mark.parametrize("reply", ["Please take me off your list.", "Stop. Unsubscribe me."])
    def test_r42_after_an_opt_out_nothing_is_left_to_do_though_a_person_had_planned_it(self, reply):
        team = at("sent")
        team.types("CRM", {"Next action": "Call Dana", "Next action on": on(9)})
        team.sync()
        assert crm(team, "Next step", "Due") == ("Call Dana", "upcoming")
        team.types("Follow-up", {"Reply text": reply})
        team.sync(WED)
        assert crm(team, "Next step", "Next step on", "Due") == ("", "", "closed")
        assert [f.message for f in team.found("CRM") if f.code == "CR003"] == [
            "Next action still stands, but nothing may follow: opted out."
        ]
        team.types("CRM", {"Next action": None, "Next action on": None})
        team.sync(WED)
        assert "CR003" not in team.codes("CRM")

    def test_r55_of_a_deal_that_is_won_a_persons_next_action_stays(self):
        team = at("sent")
        won = {"Deal stage": "Won", "Deal confirmed by": "Cleo"}
        team.types("CRM", won | {"Next action": "Send the contract"})
        team.sync()
        assert crm(team, "Next step") == ("Send the contract",)
        assert "CR003" not in team.codes("CRM")


class TestWords:
    def test_r51_a_decision_that_has_lapsed_is_said_to_be_open_again(self):
        team = at("drafted")
        team.types("Research", {"Source notes": "Nordhafen has nothing to do with that any more."})
        team.sync(TUE)
        assert "EV001" in team.codes("Qualification")
        assert crm(team, "Last action") == ("Decided; the decision is open again",)

    def test_r51_the_note_says_once_that_a_lead_is_nurtured(self):
        team = at("decided")
        team.types("Qualification", {"Decision": "nurture", "Reason": "next year"})
        team.sync(TUE)
        assert crm(team, "Short note") == (f"Decided: nurture on {TUE}.",)


def who(team: SmallTeam, tab: str) -> set[str]:
    return {str(row["Who"] or "") for row in team.rows("To do") if row["Tab"] == tab}


class TestWhoseTurn:
    def test_r9_r76_to_do_names_the_owner_of_the_lead_before_the_owner_of_the_block(self):
        team = at("due")
        team.sync(FRI)
        blocks = [who(team, tab) for tab in ("Follow-up", "CRM")]
        assert "Zoe" not in set().union(*blocks)
        team.types("CRM", {"Owner": "Zoe"})
        team.sync(FRI)
        assert [who(team, tab) for tab in ("Follow-up", "CRM")] == [{"Zoe"}, {"Zoe"}]
        assert crm(team, "Next step owner") == ("Zoe",)

    def test_r18_who_decides_is_asked_to_route_a_lead_that_waits_too_long(self):
        team = at("handed")
        team.types("Start here", {"Current owner": "Rex"}, "Research")
        team.types("Start here", {"Current owner": "Quin"}, "Qualification")
        team.sync(FRI)
        (line,) = [row for row in team.rows("To do") if row["Code"] == "RS004"]
        assert (line["Tab"], line["Who"]) == ("Research", "Quin")

    def test_r9_an_owner_named_in_follow_up_counts_until_crm_names_one(self):
        team = at("answered")
        team.types("Follow-up", {"Owner": "Yan"})
        team.sync()
        assert who(team, "Follow-up") == {"Yan"}
        team.types("CRM", {"Owner": "Zoe"})
        team.sync()
        assert who(team, "Follow-up") == {"Zoe"}


class TestWhatIsNamed:
    def test_r58_each_claim_that_is_held_is_named_on_the_row(self):
        team = at("drafted")
        text = "You run 40 depots. You lead the market in Kiel. You struggle with customs."
        team.types("Outreach", {"Final message": text})
        for _ in range(2):
            team.sync()
            check = team.says("Outreach", "Draft check")
            assert check.startswith("HELD: ")
            assert check.endswith(" (and 2 more)")
            assert team.says("Outreach", "Ready to send").startswith(f"no: {check}")
            (flag,) = [f.message for f in team.found("Outreach") if f.code == "OU002"]
            assert "more)" not in flag
            for word in ("40", "Kiel", "customs"):
                assert word in flag, "a claim is not named"

    @pytest.mark.parametrize(
        ("footer", "lacks"),
        [
            ("", "the opt-out sentence and your postal address"),
            ("Write “stop” and I will.", "your postal address"),
            ("Quay 1,\n24103 Kiel", "the opt-out sentence"),
            ("Write “stop” and I will. Quay 1, 24103  Kiel", ""),
            ('WRITE "STOP" AND I WILL.\n\nQuay 1\n24103 KIEL.', ""),
            ("Write “stop” and I will. Quay 12, 24103 Kiel", "your postal address"),
        ],
    )
    def test_r42_what_a_message_of_ones_own_lacks_of_the_footer_is_named(self, footer, lacks):
        team = at("drafted")
        team.types("Settings", {"Value": "Write “stop” and I will."}, "Opt-out sentence")
        team.types("Settings", {"Value": "Quay 1,\n24103 Kiel"}, "Sender postal address")
        team.types("Outreach", {"Final message": f"{PROVEN}\n\n{footer}"})
        team.sync()
        found = [f.message for f in team.found("Outreach") if f.code == "OU015"]
        assert found == ([f"The message lacks {lacks}."] if lacks else [])

    def test_r74_the_log_keeps_who_approved_which_touch_once(self):
        team = at("due")
        team.sync(FRI)
        assert len(team.log("approved")) == 2, "the first message's approval, and the touch's"
        text = team.says("Follow-up", "AI next touch")
        assert " ".join(text.split()) in team.log("approved")[1]


class TestAngle:
    def test_r28_what_the_chosen_angle_quotes_from_the_notes_stands_in_draft_and_variants(self):
        team = at("decided")
        lines = team.says("Outreach", "AI angles").split("\n")
        (angle,) = [line for line in lines if ". From the notes: “" in line][:1]
        quote = angle.partition("“")[2].rstrip("”.")
        signal = team.says("Outreach", "Verified signal")
        team.types("Outreach", {"Angle": angle, "Variant": "A"})
        team.sync(MON)
        draft, variants = (team.says("Outreach", t) for t in ("AI draft", "AI variants"))
        assert draft.count(quote) == draft.count(signal.rstrip(".")) == 1
        assert variants.count(quote) == variants.count(signal.rstrip(".")) == 2
        assert team.says("Outreach", "Draft check") == "ok: 3 claims cited", "one is our own"
        assert f"AI draft ← Source notes: “{quote}”" in team.says("Outreach", "AI evidence")

    @pytest.mark.parametrize("angle", ["the yard", "“They lead the market of Europe”", "“yard”"])
    def test_r58_an_angle_adds_nothing_that_the_notes_do_not_say_word_for_word(self, angle):
        team = at("decided")
        team.types("Outreach", {"Angle": angle, "Variant": "A"})
        team.sync(MON)
        assert team.says("Outreach", "Draft check", NORD) == "ok: 2 claims cited", "one is our own"
