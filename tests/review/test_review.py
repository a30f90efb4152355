"""The weekly review: when it opens, what it asks, what each decision changes, when it closes."""

from datetime import date, datetime

import pytest

from sheetsync.review.agenda import AREAS
from tests.memory_team import FRI, MON, NORD, SOUTH, THU, TUE, SmallTeam, at
from tests.review.meetings import (
    ACTIVE,
    CHANGE,
    CLOSE,
    LAST_FRI,
    MEETINGS,
    NEW,
    NEXT_FRI,
    NEXT_WEEK,
    OVERDUE,
    QUALIFIED,
    WEEK,
    area,
    decides,
    item,
    on_friday,
    settles,
    types,
    week,
)
from tests.rules.cases import on
from tests.workbooks import DECIDED, lead

LATE = "2026-03-11"


def overdue() -> SmallTeam:
    """The first message went out on Monday, the second was due on Thursday; it is Friday."""
    return on_friday(at("sent"))


class TestWeeks:
    def test_r81_a_sync_opens_the_week_on_its_day_and_not_before(self):
        team = at("sent")
        team.sync(THU)
        assert team.rows("Review") == []
        team.sync(FRI)
        assert {row["Week"] for row in team.rows("Review")} == {WEEK}
        before = team.rows("Review")
        assert team.sync(FRI).plan.is_empty
        assert team.rows("Review") == before

    @pytest.mark.parametrize(
        ("day", "opens"), [(MON, FRI), (FRI, FRI), ("2026-03-08", "2026-03-08")]
    )
    def test_r81_the_day_on_which_it_opens_is_told_before(self, day, opens):
        team = SmallTeam()
        assert str(team.sync(day).reviewed.opens_on) == opens

    def test_r81_the_command_line_may_open_it_early(self):
        team = at("sent")
        team.sync(TUE, asked="open")
        assert area(team, CLOSE)[0]["Status"] == "open"

    def test_r81_a_team_without_leads_has_nothing_to_review(self):
        team = SmallTeam()
        team.sync(FRI)
        assert team.rows("Review") == []

    def test_r81_a_missed_week_is_shown_and_flagged_until_one_is_closed(self):
        team = at("sent")
        team.sync(LAST_FRI)
        assert next(row["Week"] for row in team.rows("Review")) == "2026-W09"
        team.sync(NEXT_FRI)
        (missed,) = week(team)
        assert (missed["Area"], missed["Status"]) == ("Missed week", "missed: no review")
        (late,) = [f for f in team.found("Review") if f.code == "RV001"]
        assert late.message == f"No review was held in {WEEK}."
        settles(team, NEXT_WEEK)
        decides(team, CLOSE, "close", name=NEXT_WEEK)
        team.sync()
        assert "RV001" not in team.codes("Review")

    def test_r81_a_review_that_nobody_closed_is_flagged_at_its_row(self):
        team = overdue()
        assert "RV001" not in team.codes("Review")
        team.sync(NEXT_FRI)
        (late,) = [f for f in team.found("Review") if f.code == "RV001"]
        assert late.message == f"The review of {WEEK} was not closed."
        assert team.sync(NEXT_FRI).plan.is_empty

    def test_a_run_that_plays_an_earlier_day_leaves_the_review_alone(self):
        team = overdue()
        before = team.rows("Review")
        team.sync(LAST_FRI)
        assert team.rows("Review") == before
        assert "RV005" in team.codes("Review")

    def test_the_open_review_stands_in_to_do_with_what_is_undecided(self):
        team = overdue()
        (told,) = [f for f in team.found("Review") if f.code == "RV004"]
        assert told.message == f"The review of {WEEK} is open; 2 items are undecided."


class TestAreas:
    def test_r82_five_areas_each_with_its_question_rows_and_allowed_decisions(self):
        team = overdue()
        shown = [row["Area"] for row in week(team)]
        assert [title for title in dict.fromkeys(shown) if title in {a.title for a in AREAS}] == [
            "New leads", "Qualified leads", "Active outreach", "Overdue follow-up",
            "Meetings booked or lost",
        ]  # fmt: skip
        row = item(team, OVERDUE)
        assert row["Question"] == "It was due: what happens now?"
        assert row["Leads"] == "L-0001"
        assert row["Allowed decisions"] == "touch / pause / stop / change owner"
        assert row["Status"] == "open"

    def test_r82_an_area_with_nothing_to_ask_has_one_row_that_says_so(self):
        team = overdue()
        (row,) = area(team, NEW)
        assert (row["Item"], row["Status"]) == ("No lead waits in Research.", "nothing to decide")
        assert row["Allowed decisions"] is None

    def test_what_comes_up_later_in_the_week_is_added_before_the_closing_rows(self):
        team = overdue()
        team.adds("Research", lead(SOUTH, Role=None))
        team.sync("2026-03-07")
        rows = week(team)
        assert [row["Area"] for row in rows[-3:]] == [NEW, CHANGE, CLOSE]
        assert rows[-3]["Leads"] == "L-0002"
        assert item(team, NEW, "No lead")["Status"] == "see the rows below"

    def test_what_comes_up_after_someone_has_chosen_the_change_goes_below_it(self):
        team = overdue()
        decides(team, CHANGE, "better opener", comment="why")
        team.adds("Research", lead(SOUTH, Role=None))
        team.sync("2026-03-07")
        assert [row["Area"] for row in week(team)[-3:]] == [CHANGE, CLOSE, NEW]
        assert item(team, CHANGE)["Decision"] == "better opener"

    def test_an_item_that_is_settled_elsewhere_says_so(self):
        team = overdue()
        team.types("Follow-up", {"Approved by": "Ben", "Sent on": on(6)})
        team.sync()
        assert item(team, OVERDUE)["Status"] == "moved: no longer on this list"

    def test_more_leads_than_a_person_can_go_through_are_one_row(self):
        team = SmallTeam(*(lead(f"Firm {n}", Role=None) for n in range(45)))
        team.sync(FRI)
        rows = area(team, NEW)
        assert len(rows) == 41
        assert rows[-1]["Item"] == "New leads that are not listed here"
        assert rows[-1]["Numbers"] == "leads: 5"
        assert rows[-1]["Status"] == "see the tab Research"

    @pytest.mark.parametrize(
        ("decision", "by", "comment", "says"),
        [
            ("ring them", "Cleo", None, "is not offered here; choose touch / pause"),
            ("touch", None, None, "counts once Decided by is filled in"),
            ("change owner", "Cleo", None, "counts once Comment names the new owner"),
        ],
    )
    def test_r82_a_decision_that_does_not_count_says_why(self, decision, by, comment, says):
        team = overdue()
        decides(team, OVERDUE, decision, by=by, comment=comment)
        team.sync()
        assert str(item(team, OVERDUE)["Status"]).startswith("not in effect: ")
        assert says in str(item(team, OVERDUE)["Status"])
        assert "RV003" in team.codes("Review")

    def test_p9_what_someone_types_into_a_computed_cell_stays_and_is_named(self):
        team = overdue()
        types(team, OVERDUE, "L-0001", "Status", "I did it")
        team.sync()
        assert item(team, OVERDUE)["Status"] == "I did it"
        assert "SY004" in team.codes("Review")


class TestDecisions:
    def test_r83_a_skipped_new_lead_asks_for_nothing_more_until_someone_takes_it_up(self):
        team = SmallTeam(lead(NORD, Role=None))
        team.sync(FRI)
        decides(team, NEW, "skip", "L-0001", comment="not our trade")
        team.sync()
        assert team.state() == {"Skipped"}
        assert team.codes("Research") == set()
        assert item(team, NEW)["Status"] == "decided on 2026-03-06: skip"
        team.types("Research", {"Source notes": "They opened 14 docks. The COO runs them."})
        team.sync()
        assert team.state() == {"In research"}

    @pytest.mark.parametrize(
        ("decision", "comment", "state"),
        [("move to nurture", "until 2026-05-04", "Nurture"), ("reject", "no budget", "Skipped")],
    )
    def test_r84_a_qualified_lead_goes_to_nurture_or_is_rejected(self, decision, comment, state):
        team = on_friday(at("approved"))
        assert team.says("Outreach", "Ready to send") == "yes"
        decides(team, QUALIFIED, decision, "L-0001", comment=comment)
        team.sync()
        assert team.state() == {state}
        assert team.says("Outreach", "Ready to send").startswith("no: ")
        assert team.says("Qualification", "Decision") == "pursue", "a person's cell is not written"
        if state == "Nurture":
            assert "2026-05-04" in team.says("Qualification", "Status")
            assert team.row("CRM")["Next step on"] == date(2026, 5, 4)
        team.types("Qualification", {"Reason": "they asked again"})
        team.sync()
        assert team.state() == {"In outreach"}, "of two decisions the later counts"

    def test_r84_r71_an_approval_in_the_review_is_a_named_approval_of_the_account(self):
        team = SmallTeam(lead(NORD, Estimated_value=90_000))
        team.types("Qualification", DECIDED)
        team.sync(FRI)
        assert "QL009" in team.codes("Qualification")
        decides(team, QUALIFIED, "approve outreach", "L-0001")
        team.sync()
        assert "QL009" not in team.codes("Qualification")
        assert team.says("Qualification", "Status").startswith("Handed to Outreach")

    def test_r85_r35_replies_are_counted_for_each_angle_and_variant(self):
        team = at("sent", NORD, SOUTH)
        team.types("Follow-up", {"Reply text": "Yes, let us talk next week."})
        team.sync(FRI)
        (row,) = area(team, ACTIVE)
        assert row["Item"] == "Variant A of the angle “the yard”"
        assert row["Leads"] == "L-0001, L-0002"
        assert row["Numbers"] == (
            "sent: 2 · positive: 1 · neutral: 0 · negative: 0 · question: 0 · opt-out: 0"
        )

    def test_r85_a_stopped_variant_is_not_drafted_and_not_sent(self):
        team = at("sent")
        team.adds("Research", lead(SOUTH))
        team.sync()
        team.types("Qualification", DECIDED, SOUTH)
        team.sync()
        yard = {"Angle": "The  yard", "Stop condition": "an answer", "Variant": "A"}
        team.types("Outreach", yard, SOUTH)
        team.sync(FRI)
        assert team.says("Outreach", "AI draft", SOUTH) not in ("", "unknown")
        decides(team, ACTIVE, "stop")
        team.sync()
        assert team.says("Outreach", "AI draft", SOUTH) == "unknown"
        assert "OU013" in team.codes("Outreach")
        said = team.says("Outreach", "Ready to send", SOUTH)
        assert f"the review of {WEEK} stopped variant A of this angle" in said
        assert "B:" in team.says("Outreach", "AI variants", SOUTH)
        team.types("Outreach", {"Variant": "B"}, SOUTH)
        team.sync()
        assert "OU013" not in team.codes("Outreach")

    def test_r85_a_stopped_second_variant_is_left_out_of_the_variants(self):
        team = at("angled")
        team.types("Outreach", {"Variant": "B", "Approved by": "Ben", "Sent on": on(2)})
        team.sync(FRI)
        decides(team, ACTIVE, "stop")
        team.adds("Research", lead(SOUTH))
        team.sync()
        team.types("Qualification", DECIDED, SOUTH)
        team.sync()
        team.types("Outreach", {"Angle": "the yard"}, SOUTH)
        team.sync()
        written = team.says("Outreach", "AI variants", SOUTH)
        assert written.startswith("C:")
        assert "B:" not in written

    def test_r85_a_variant_to_rewrite_waits_for_a_persons_wording(self):
        team = at("sent", NORD)
        team.adds("Research", lead(SOUTH))
        team.sync()
        team.types("Qualification", DECIDED, SOUTH)
        team.sync()
        team.types("Outreach", {"Angle": "the yard", "Variant": "A"}, SOUTH)
        team.sync(FRI)
        decides(team, ACTIVE, "rewrite")
        team.sync()
        assert "OU014" in team.codes("Outreach")
        team.types("Outreach", {"Final message": "Hello,\n\nDo you plan slots by hand?"}, SOUTH)
        team.sync()
        assert "OU014" not in team.codes("Outreach")

    def test_r86_touch_makes_the_record_due_today(self):
        team = overdue()
        assert team.says("CRM", "Due") == "overdue"
        decides(team, OVERDUE, "touch")
        team.sync()
        assert team.row("Follow-up")["Due on"] == on(6)
        assert team.says("CRM", "Due") == "today"
        assert not {"FU008", "CR002"} & (team.codes("Follow-up") | team.codes("CRM"))
        team.sync("2026-03-09")
        assert team.says("CRM", "Due") == "overdue", "if nobody touches it, it is late again"

    @pytest.mark.parametrize(
        ("comment", "until"), [("back on 2026-03-20", "2026-03-20"), (None, "2026-03-13")]
    )
    def test_r86_r48_pause_has_a_resume_date(self, comment, until):
        team = overdue()
        decides(team, OVERDUE, "pause", comment=comment)
        team.sync()
        assert team.state() == {"Paused"}
        assert str(team.row("CRM")["Next step on"]) == until
        assert team.says("CRM", "Due") == "upcoming"
        assert item(team, OVERDUE)["Status"] == f"decided on 2026-03-06: pause; until {until}"
        team.sync("2026-03-23")
        assert team.state() == {"In follow-up"}

    def test_r86_stop_ends_the_sequence_until_it_is_decided_anew(self):
        team = overdue()
        decides(team, OVERDUE, "stop")
        team.sync()
        assert team.state() == {"Stopped"}
        assert team.says("CRM", "Due") == "closed"
        assert team.says("Follow-up", "Ready to send") == f"no: stopped in the review of {WEEK}"
        team.sync("2026-03-09")
        team.types("Qualification", {"Reason": "they called us"})
        team.sync()
        assert team.state() == {"In follow-up"}

    def test_r86_change_owner_moves_the_record_to_the_one_named(self):
        team = overdue()
        team.types("CRM", {"Owner": "Ben"})
        team.sync()
        decides(team, OVERDUE, "change owner", comment="Dora")
        team.sync()
        assert team.says("CRM", "Next step owner") == "Dora"
        assert team.says("CRM", "Owner") == "Ben"
        assert (
            item(team, OVERDUE)["Status"] == "decided on 2026-03-06: change owner; new owner Dora"
        )
        team.types("CRM", {"Owner": "Emil"})
        team.sync()
        assert team.says("CRM", "Next step owner") == "Emil", "of two decisions the later counts"

    def test_r87_a_meeting_is_asked_about_until_it_advances(self):
        team = at("sent")
        meeting = {"Deal stage": "Meeting", "Deal confirmed by": "Cleo",
                   "Next action": "Call", "Next action on": on(20)}  # fmt: skip
        team.types("CRM", meeting)
        team.sync(FRI)
        row = item(team, MEETINGS)
        assert row["Numbers"] == "stage: Meeting · days: 0 · owner: Eva"
        decides(team, MEETINGS, "advance")
        team.sync()
        assert team.says("CRM", "Next step") == "Advance it: choose the next Deal stage"
        assert team.says("CRM", "Stage") == "Meeting", "only a person's recorded yes moves it (R72)"
        team.types("CRM", {"Deal stage": "Proposal"})
        team.sync()
        assert team.says("CRM", "Next step") == "Call"

    def test_r73_a_ruling_of_a_week_that_is_over_cannot_be_slipped_in(self):
        team = overdue()
        team.sync(NEXT_FRI)
        decides(team, OVERDUE, "stop", name=WEEK)
        team.sync()
        assert team.state() != {"Stopped"}


class TestClosing:
    def test_r86_it_does_not_close_while_an_overdue_record_is_not_moved(self):
        team = overdue()
        settles(team)
        decides(team, OVERDUE, None, by=None)
        decides(team, CLOSE, "close")
        team.sync()
        said = str(item(team, CLOSE)["Status"])
        assert said.startswith("cannot close: 1 overdue record is not moved (L-0001)")
        assert "RV002" in team.codes("Review")
        decides(team, OVERDUE, "pause")
        team.sync()
        assert item(team, CLOSE)["Status"] == "closed on 2026-03-06 by Cleo"
        assert not {"RV002", "RV004"} & team.codes("Review")

    @pytest.mark.parametrize(
        ("kind", "says"),
        [
            (None, "no change is chosen"),
            ("better opener, stricter stop rule", "2 changes are entered; keep exactly one"),
            ("Cleaner CRM field and better opener", "2 changes are entered; keep exactly one"),
            ("work harder", "“work harder” is no change; choose one of tighter target segment"),
        ],
    )
    def test_r88_it_ends_with_exactly_one_change(self, kind, says):
        team = overdue()
        settles(team)
        decides(team, CHANGE, kind, comment="why")
        decides(team, CLOSE, "close")
        team.sync()
        assert says in str(item(team, CLOSE)["Status"])
        assert str(item(team, CLOSE)["Status"]).startswith("cannot close: ")

    def test_r88_a_second_row_with_a_change_is_two_changes(self):
        team = overdue()
        settles(team)
        row = {"Week": WEEK, "Area": CHANGE, "Item": CHANGE, "Decision": "better opener"}
        team.adds("Review", row)
        decides(team, CLOSE, "close")
        team.sync()
        assert "2 changes are entered" in str(item(team, CLOSE)["Status"])

    @pytest.mark.parametrize(
        ("by", "comment", "says"),
        [(None, "why", "its owner"), ("Ana", None, "what and why"), ("Ana", "why", "")],
    )
    def test_r89_the_change_is_logged_with_date_owner_and_reason(self, by, comment, says):
        team = overdue()
        settles(team)
        decides(team, CHANGE, "clearer scorecard rule", by=by, comment=comment)
        decides(team, CLOSE, "close")
        team.sync()
        assert says in str(item(team, CLOSE)["Status"])
        told = [row for row in team.rows("Log") if row["Event"] == "one change"]
        if says:
            assert told == []
            return
        (line,) = told
        assert line["By"] == "Ana"
        assert line["Time"] == datetime(2026, 3, 6, 12)
        assert line["Detail"] == f"{WEEK}: clearer scorecard rule; why"

    def test_a_close_that_nobody_signed_does_not_close(self):
        team = overdue()
        settles(team)
        decides(team, CLOSE, "close", by=None)
        team.sync()
        assert item(team, CLOSE)["Status"] == "cannot close: Decided by is blank"

    def test_the_command_line_closes_in_the_name_of_the_changes_owner(self):
        team = overdue()
        settles(team)
        team.sync(asked="close")
        assert item(team, CLOSE)["Status"] == "closed on 2026-03-06 by Ana"

    def test_r92_a_closed_week_and_a_week_that_is_over_are_never_written_again(self):
        team = overdue()
        settles(team)
        decides(team, CLOSE, "close")
        team.sync()
        closed = week(team)
        team.types("Research", {"Company": "Nordhafen AG"}, "L-0001")
        for day in ("2026-03-09", NEXT_FRI, "2026-03-20", "2026-03-27"):
            team.sync(day)
            assert week(team) == closed

    def test_a_decision_made_after_the_last_sync_of_a_week_still_counts(self):
        team = overdue()
        decides(team, OVERDUE, "stop")
        team.sync(NEXT_FRI)
        assert item(team, OVERDUE)["Status"] == "decided on 2026-03-13: stop"
        assert team.state() == {"Stopped"}


class TestTheOneChange:
    def test_r90_the_change_is_seen_in_the_cell_that_a_person_edits(self):
        team = overdue()
        settles(team)
        team.sync()
        said = "not yet in effect: nothing has changed in Start here, Settings"
        assert item(team, CHANGE)["Status"] == said
        team.types("Settings", {"Value": 3}, "Sequence length")
        team.sync()
        assert item(team, CHANGE)["Status"] == "in effect: Settings, Sequence length: 4 → 3"

    @pytest.mark.parametrize(
        ("kind", "tab", "cells", "who", "says"),
        [
            ("clearer scorecard rule", "Scorecard", {"Weight": 5}, "Timing", "Scorecard, Timing · Weight: "),
            ("tighter target segment", "Segments", {"Who it covers": "only ports"}, "Freight",
             "Segments, Freight · Who it covers: "),
            ("stricter stop rule", "Start here", {"Stop rule": "any answer at all"}, "Follow-up",
             "Start here, Follow-up · Stop rule: "),
        ],
    )  # fmt: skip
    def test_r90_a_change_shows_wherever_the_sync_reads_it(self, kind, tab, cells, who, says):
        team = overdue()
        settles(team, kind=kind)
        own = team.tab(tab)
        key = own.contract.columns[0].title
        names = [str(row[key]) for row in team.rows(tab)]
        row = own.rows[names.index(who)]
        team.book.type(tab, {(row, own.places[t]): v for t, v in cells.items()})
        team.sync()
        assert str(item(team, CHANGE)["Status"]).startswith(f"in effect: {says}")

    def test_r90_the_next_review_shows_what_it_did_before_against_after(self):
        team = overdue()
        settles(team)
        decides(team, CLOSE, "close")
        team.types("Settings", {"Value": 3}, "Sequence length")
        team.sync()
        team.types("Follow-up", {"Approved by": "Ben", "Sent on": on(6)})
        team.sync(LATE)
        team.sync(NEXT_FRI)
        row = item(team, "Last change", name=NEXT_WEEK)
        assert row["Item"] == f"{WEEK}: stricter stop rule (Ana)"
        assert row["Numbers"] == "overdue: 1 → 0 · replies waiting: 0 → 0 · stopped: 0 → 0"
        assert row["Status"] == "in effect: Settings, Sequence length: 4 → 3"


class TestNumbers:
    def test_r91_the_headline_is_records_moved_and_decisions_made(self):
        team = overdue()
        row = item(team, "Headline", "Records moved")
        assert row["Numbers"] == "moved: 1 · decisions: 2"

    def test_r92_each_week_stands_beside_the_one_before(self):
        team = overdue()
        team.adds("Research", lead(SOUTH))
        team.sync(NEXT_FRI)
        row = item(team, "Headline", "Records moved", NEXT_WEEK)
        assert row["Numbers"] == "moved: 1 (as before) · decisions: 0 (-2)"
        stand = item(team, "Headline", "Where leads stand", NEXT_WEEK)
        assert stand["Numbers"] == "In follow-up: 1 (as before) · To decide: 1"

    def test_r95_r96_each_leak_is_counted_with_its_rows_and_the_weakest_block_is_named(self):
        team = at("sent", NORD, SOUTH)
        for name in ("Ems", "Weser", "Oder"):
            team.adds("Research", lead(name, Role=None))
        team.sync(FRI)
        leaks = {str(row["Item"]): row for row in area(team, "Where leads stop")}
        assert leaks["Research: unrouted"]["Leads"] == "L-0003, L-0004, L-0005"
        assert leaks["Research: unrouted"]["Numbers"] == (
            "leads: 3 · most stop here: read the guide to Research in the tab Guide"
        )
        assert leaks["CRM: stale or overdue record"]["Leads"] == "L-0001, L-0002"
        assert leaks["Follow-up: touch overdue"]["Leads"] == "L-0001, L-0002"
        lost = {row["Block"]: row["Leads lost here"] for row in team.rows("Start here")}
        assert lost == {"Research": 3, "Qualification": 0, "Outreach": 0, "Follow-up": 2, "CRM": 2}

    def test_r96_what_was_sent_after_an_answer_is_a_leak(self):
        team = at("answered")
        team.types("Follow-up", {"Sent on": on(4)})
        team.sync(FRI)
        leaks = {str(row["Item"]): row for row in area(team, "Where leads stop")}
        assert leaks["Follow-up: sent after an answer"]["Leads"] == "L-0001"
        assert leaks["Follow-up: reply not decided"]["Leads"] == "L-0001"

    def test_r96_a_held_decision_is_a_leak_of_qualification(self):
        team = at("handed")
        team.types("Qualification", DECIDED | {"Evidence note": None})
        team.sync(FRI)
        leaks = {str(row["Item"]): row for row in area(team, "Where leads stop")}
        assert leaks["Qualification: no evidence, or held for another reason"]["Leads"] == "L-0001"
        assert MON < FRI


# Requirements that the tests above prove, by the numbers in their names:
# R35 R48 R71 R73 R81 R82 R83 R84 R85 R86 R87 R88 R89 R90 R91 R92 R95 R96
