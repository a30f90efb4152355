"""What-if: which leads another setting, weight or rule would send elsewhere, before anyone adopts it."""

import json
from datetime import date
from typing import Any

import pytest

from sheetsync.ai.offline import OfflineDrafter
from sheetsync.clock import Clock
from sheetsync.errors import UsageError
from sheetsync.snapshot import take
from sheetsync.sync import look
from sheetsync.what_if import WhatIf, what_if
from sheetsync.what_if_change import put, read_changes
from sheetsync.what_if_fate import fates
from sheetsync.what_if_pass import run_pass
from sheetsync.what_if_told import as_text
from tests.broken import NOON, run, says
from tests.memory_team import FRI, NORD, SOUTH, THU, TUE, WED, SmallTeam, at
from tests.workbooks import DECIDED, Team, lead, team, whole


def asked(own: SmallTeam, *wanted: str, **more: Any) -> WhatIf:
    """What a change would come to, without anyone who rates leads again."""
    before = own.book.read()
    found = what_if(
        own.book, whole(), Clock.system(today=date.fromisoformat(own.day)), wanted, **more
    )
    assert own.book.read() == before
    return found


def told(found: WhatIf, lead_id: str = "L-0001") -> dict[str, tuple[str, str]]:
    """The differences of one lead: what, before and after."""
    return {d.what: (d.before, d.after) for d in found.differences if d.lead_id == lead_id}


def codes(found: WhatIf) -> dict[str, tuple[int, int]]:
    """How often each code would be raised and gone."""
    return {flag.code: (len(flag.raised), len(flag.gone)) for flag in found.flags}


@pytest.fixture(scope="module")
def long_() -> SmallTeam:
    """A sequence of four messages, all of them out: on March 2, 5, 12 and 24."""
    own = at("due")
    for number, day in ((2, THU), (3, "2026-03-12"), (4, "2026-03-24")):
        touch = f"L-0001/{number}"
        own.types("Follow-up", {"Approved by": "Ben", "Final message": f"Word {number}"}, touch)
        own.sync(day)
        own.types("Follow-up", {"Sent on": date.fromisoformat(day)}, touch)
        own.sync(day)
    assert own.state() == {"Finished"}
    return own


@pytest.fixture(scope="module")
def rated() -> SmallTeam:
    """Two leads in Qualification, one of them rated by a person."""
    own = SmallTeam(lead(NORD), lead(SOUTH))
    own.types("Qualification", {"Fit: ICP match": "strong", "Fit: Timing": "weak"})
    own.sync()
    return own


@pytest.fixture(scope="module")
def pursued(tmp_path_factory, home_of_the_session) -> Team:
    """A workbook file with two leads, one of them pursued."""
    folder = tmp_path_factory.mktemp("team")
    own = team(folder / "b.xlsx", lead("Alpha", Estimated_value=9_000), lead("Beta"))
    own.sync()
    own.types("Qualification", "Alpha", DECIDED)
    own.sync(today=TUE)
    return own


class TestWhatWentOut:
    def test_r37_a_shorter_sequence_names_the_message_that_would_not_have_gone_out(self, long_):
        found = asked(long_, "Settings/Sequence length=3")
        assert told(found) == {
            "touch 4": (
                "sent on 2026-03-24",
                "not sent on 2026-03-24: the sequence has 3 messages at most",
            )
        }
        assert codes(found) == {"FU006": (1, 0)}

    def test_r38_a_shorter_window_names_every_message_behind_it(self, long_):
        found = told(asked(long_, "Settings/Follow-up window (days)=7"))
        assert found["touch 3"][1] == "not sent on 2026-03-12: the window ended on 2026-03-09"
        assert found["touch 4"][1] == "not sent on 2026-03-24: the window ended on 2026-03-09"
        assert "touch 2" not in found

    def test_r38_another_calendar_names_the_messages_of_its_closed_days(self, long_):
        found = told(asked(long_, "Settings/Business days=Tue-Sat"))
        assert found["first message"] == (
            "sent on 2026-03-02",
            "not sent on 2026-03-02: not a business day",
        )
        assert set(found) == {"first message"}

    def test_a_slower_cadence_names_the_messages_that_came_too_early(self, long_):
        found = told(asked(long_, "Settings/Cadence (business days)=3, 5, 12"))
        assert found == {
            "touch 4": ("sent on 2026-03-24", "not sent on 2026-03-24: due on 2026-03-30 only")
        }

    def test_r30_a_lower_cap_names_the_messages_that_would_have_waited(self):
        own = at("sent", NORD, SOUTH)
        found = asked(own, "Settings/Daily cap=1")
        assert "first message" not in told(found)
        assert (
            told(found, "L-0002")["first message"][1]
            == "not sent on 2026-03-02: the daily cap of 1 was reached"
        )

    def test_a_longer_sequence_plans_the_next_touch(self, long_):
        found = told(asked(long_, "Settings/Sequence length=5"))
        assert found["state"] == ("Finished", "In follow-up")
        assert found["touch 5"][0] == ""
        assert found["touch 5"][1].startswith("not ready: due on 2026-04-03")


class TestWhereLeadsStand:
    def test_a_touch_that_waits_would_not_go_out_any_more(self):
        own = at("due")
        found = asked(own, "Settings/Sequence length=1")
        assert told(found)["state"] == ("In follow-up", "Finished")
        assert told(found)["touch 2"] == ("ready to send", "Done: all 1 touches are sent")

    def test_r71_a_lower_value_holds_the_accounts_that_nobody_has_approved(self):
        own = SmallTeam(lead(NORD, Estimated_value=30_000), lead(SOUTH, Estimated_value=9_000))
        own.types("Qualification", DECIDED, NORD, SOUTH)
        own.sync()
        found = asked(own, "Settings/High value from=20000")
        assert found.elsewhere == {"L-0001"}
        assert told(found)["state"] == ("In outreach", "On hold")
        assert told(found)["decision"] == (
            "Handed to Outreach on 2026-03-02",
            "Pursue, but not handed on: a sensitive or high-value account needs a named approval",
        )
        assert codes(found)["QL009"] == (1, 0)

    def test_r27_nurtured_leads_come_back_on_another_day(self):
        own = at("handed")
        own.types("Qualification", {**DECIDED, "Decision": "nurture"})
        own.sync()
        own.sync("2026-03-20")
        found = asked(own, "Settings/Nurture revisit (days)=14")
        assert told(found)["state"] == ("Nurture", "To decide")
        assert codes(found)["QL012"] == (1, 0)

    def test_r18_decisions_that_were_in_time_would_have_been_late(self):
        own = at("handed")
        own.types("Qualification", DECIDED)
        own.sync(THU)
        assert told(asked(own, "Settings/Route within (days)=3")) == {}
        late = told(asked(own, "Settings/Route within (days)=2"))
        assert late == {"decided": ("after 3 days, in time", "after 3 days, too late")}
        none = told(asked(own, "Settings/Route within (days)=none"))
        assert none == {}

    def test_r18_a_lead_that_waits_would_be_flagged(self):
        own = at("handed")
        own.sync(WED)
        assert codes(asked(own, "Settings/Route within (days)=1")) == {"RS004": (1, 0)}

    def test_r36_without_its_stop_rule_a_block_would_not_be_automated(self):
        own = at("approved")
        found = asked(own, "Start here/Qualification/Stop rule=")
        assert told(found)["state"] == ("In outreach", "On hold")
        assert codes(found)["MP001"] == (1, 0)

    def test_what_looks_like_a_code_and_is_none_stays_as_it_is(self):
        found = asked(at("approved"), "Start here/Qualification/Missing rule=see AB123")
        assert told(found)["decision"][1].endswith("not automated (missing rule: see AB123)")

    def test_r69_a_segment_that_nobody_approves_holds_its_leads(self):
        found = asked(at("decided"), "Segments/Freight=")
        assert told(found)["state"] == ("In outreach", "On hold")
        assert "the lead's segment is not approved" in told(found)["decision"][1]

    def test_a_cap_on_handoffs_keeps_a_lead_in_research(self):
        own = at("handed")
        found = asked(own, "Settings/Handoff field cap=5")
        assert told(found)["research"][1] == "Not handed on: a field is too long to hand on"

    @pytest.mark.parametrize(
        "wanted",
        [
            "Settings/Sequence length=1",
            "Settings/Follow-up window (days)=2",
            "Settings/Cadence (business days)=1, 1",
            "Settings/Business days=Sat-Sun",
            "Start here/Follow-up/Stop rule=",
            "Start here/Outreach/Current owner=",
            "Segments/Freight/Approved by=",
            "Settings/Time zone=Pacific/Kiritimati",
        ],
    )
    def test_what_is_foretold_is_what_the_book_comes_to_once_the_change_is_made(self, wanted):
        own = at("due")
        own.sync(FRI)
        found = asked(own, wanted)
        name, _, value = wanted.partition("=")
        tab, row, *column = name.split("/")
        own.types(tab, {column[0] if column else "Value": value}, row)
        clock = Clock.system(today=date.fromisoformat(own.day))
        after = fates(run_pass(take(own.book.read(), whole()), whole(), clock))["L-0001"]
        assert {what: pair[1] for what, pair in told(found).items()} == {
            what: after.get(what, "") for what in told(found)
        }
        own.sync(ai=False)
        assert own.state() == {after["state"]}

    def test_r8_what_stays_as_it_is_changes_nothing(self, long_):
        for wanted in (
            "Settings/Sequence length=4",
            "Settings/Daily cap=",
            "Settings/AI calls per run=7",
        ):
            found = asked(long_, wanted)
            assert (found.considered, found.differences, found.flags) == (1, (), ())

    def test_the_pass_finds_what_a_sync_without_a_model_finds(self, long_):
        own = long_.twin()
        own.types("Outreach", {"Approved by": "Cleo"})
        clock = Clock.system(today=date(2026, 4, 20))
        found = run_pass(take(own.book.read(), whole()), whole(), clock).findings
        known = [f for f in look(own.book, whole(), clock, None).findings if f.code != "SY005"]
        assert sorted(map(repr, found)) == sorted(map(repr, known)) != []


class TestAdvice:
    def test_r25_another_weight_gives_another_score_and_moves_nobody(self, rated):
        found = asked(rated, "Scorecard/Timing/Weight=12")
        assert told(found) == {"score": ("30", "15")}
        assert (found.elsewhere, found.advised) == (set(), {"L-0001"})
        assert as_text(found, verbose=False)[0] == (
            "None of 2 leads would have gone elsewhere. 1 lead would only have been advised otherwise."
        )

    def test_a_new_must_have_names_who_does_not_meet_it(self, rated):
        assert told(asked(rated, "Scorecard/Timing/Must have=yes")) == {
            "must haves not met": ("none", "Timing")
        }

    def test_another_description_of_a_strong_fit_gives_another_suggestion(self, rated):
        wanted = "Scorecard/Problem evidence/Weak fit=Dock scheduling is done in spreadsheets"
        strong = "Scorecard/Problem evidence/Strong fit=unheard"
        found = asked(rated, wanted, strong, drafter=OfflineDrafter())
        assert told(found)["suggested decision"][1] == "skip"
        assert told(asked(rated, wanted, strong)) == {}
        # Nobody rates anew because of a setting.
        assert told(asked(rated, "Settings/Daily cap=3", drafter=OfflineDrafter())) == {}


class TestWhichLeads:
    def test_only_leads_with_an_event_in_these_weeks_are_compared(self, long_):
        own = long_.twin()
        own.day = "2026-04-20"
        assert asked(own, "Settings/Sequence length=3", weeks=12).considered == 1
        found = asked(own, "Settings/Sequence length=3", weeks=3)
        assert (found.considered, found.differences) == (0, ())
        assert "--weeks 0" in as_text(found, verbose=False)[0]
        assert codes(found) == {}
        assert asked(own, "Settings/Sequence length=3", weeks=0).considered == 1

    def test_without_a_log_only_all_leads_can_be_compared(self, long_):
        own = long_.twin()
        own.book.retitle("Log", "Old log")
        assert asked(own, "Settings/Sequence length=3").considered == 0
        found = asked(
            own, "Settings/Route within (days)=none", "Settings/Sequence length=3", weeks=0
        )
        assert found.elsewhere == {"L-0001"}
        assert found.troubles == ("The tab “Log” is missing; it was left out.",)

    def test_a_frozen_row_takes_no_part(self, long_):
        own = long_.twin()
        own.types("Research", {"Lead ID": "L-0099"})
        assert asked(own, "Settings/Sequence length=3", weeks=0).considered == 0

    def test_a_book_whose_blocks_cannot_be_read_is_compared_as_far_as_possible(self, long_):
        own = long_.twin()
        own.book.retitle("Qualification", "Q")
        assert told(asked(own, "Settings/Handoff field cap=5", weeks=0))["research"][0]


class TestNames:
    @pytest.mark.parametrize(
        "wanted",
        [
            "settings/sequence length=3",
            " Settings / Sequence  length / value = 3 ",
            "Settings/Sequence length/Value=3.0",
        ],
    )
    def test_case_and_spaces_do_not_count(self, long_, wanted):
        change = asked(long_, wanted).changes[0]
        assert change.name == "Settings, row “Sequence length”, column Value"
        assert told(asked(long_, wanted))

    def test_a_name_may_hold_a_slash_and_a_value_an_equals_sign(self):
        own = at("handed").twin()
        own.adds("Scorecard", {"Criterion": "Role/seniority", "Weight": 1})
        found = asked(own, "Scorecard/Role/seniority=2", "Scorecard/Role/seniority/Weak fit=a=b")
        assert [(c.row, c.column, c.after) for c in found.changes] == [
            ("Role/seniority", "Weight", "2"),
            ("Role/seniority", "Weak fit", "a=b"),
        ]

    def test_of_two_equal_rows_the_upper_counts_as_it_does_for_a_sync(self, long_):
        own = long_.twin()
        own.adds("Settings", {"Setting": "Sequence length", "Value": 9})
        assert told(asked(own, "Settings/Sequence length=3"))

    def test_a_tick_is_taken_as_a_tick(self):
        found = asked(at("handed"), "Scorecard/Timing/Must have=no")
        assert found.changes[0].after is False

    @pytest.mark.parametrize(
        ("wanted", "what", "step"),
        [
            ("Sequence length=3", "names no cell and value", "Settings/Sequence length=3"),
            ("Settings/Sequence length", "names no cell and value", "Tab/Row=value"),
            (
                "Board/Sequence length=3",
                "“Board” is no tab",
                "Settings, Scorecard, Segments, Start here",
            ),
            ("Settings/Length=3", "no row “Length”", "Daily cap, Sequence length"),
            ("Settings/Length/Value=3", "no row “Length”", "Daily cap, Sequence length"),
            ("Settings/Daily cap/Meaning=3", "no column “Meaning”", "Value."),
            ("Scorecard/Timing/Criterion=3", "no column “Criterion”", "Weight, Strong fit"),
            ("Settings/Daily cap=many", "Daily cap: “many” is not a number", "value of that kind"),
            ("Settings/Time zone=Mars", "“Mars” is not a time zone", "value of that kind"),
            ("Scorecard/Timing=high", "Weight: “high” is not a number", "value of that kind"),
            ("Scorecard/Timing=101", "out of range; expected 0 to 100", "value of that kind"),
            ("Scorecard/Timing/Must have=perhaps", "is not a tick", "value of that kind"),
            ("Segments/Freight/Valid until=soon", "is not a date", "value of that kind"),
        ],
    )
    def test_what_cannot_be_used_is_said_with_what_can(self, wanted, what, step):
        with pytest.raises(UsageError) as caught:
            asked(at("handed"), wanted)
        assert what in caught.value.what
        assert step in caught.value.next_step
        assert "default" not in caught.value.what

    def test_what_was_read_stays_as_it_was_read(self, long_):
        snapshot = take(long_.book.read(), whole())
        changes = read_changes(["Settings/Sequence length=3"], snapshot)
        row, place = changes[0].place
        assert put(changes, snapshot).tabs["Settings"].grid.columns[place][row] == "3"
        assert snapshot.tabs["Settings"].grid.columns[place][row] == 4

    def test_one_cell_cannot_have_two_values(self):
        with pytest.raises(UsageError, match="is given two values"):
            asked(at("handed"), "Settings/Daily cap=3", "Settings/Daily cap/Value=4")

    def test_a_tab_that_is_not_in_order_is_said_so(self):
        own = at("handed").twin()
        own.book.retitle("Settings", "Old settings")
        with pytest.raises(UsageError, match="Settings of memory is missing or not in order"):
            asked(own, "Settings/Daily cap=3")


class TestTold:
    def test_each_lead_has_one_line_and_the_last_says_how_to_adopt_it(self, long_):
        lines = as_text(asked(long_, "Settings/Sequence length=3"), verbose=False)
        assert lines == [
            "1 of 1 lead would have gone elsewhere.",
            "With Settings, row “Sequence length”, column Value: 4 → 3.",
            "",
            "Elsewhere:",
            "  L-0001  Nordhafen: touch 4: sent on 2026-03-24 → not sent on 2026-03-24: the sequence has 3 messages at most",
            "",
            "Flags:",
            "  FU006 raised 1: The touch is over the sequence length.",
            "",
            "Nothing was written. To adopt it: type 3 into Settings, row “Sequence length”, column Value.",
        ]

    def test_several_changes_are_adopted_one_by_one_and_a_blank_one_by_emptying(self, long_):
        lines = as_text(asked(long_, "Settings/Daily cap=", "Segments/Freight=Ana"), verbose=False)
        assert lines[1].endswith("40 → blank, so that the default counts.")
        assert lines[-3:] == [
            "Nothing was written. To adopt it:",
            "empty the cell in Settings, row “Daily cap”, column Value.",
            "type Ana into Segments, row “Freight”, column Approved by.",
        ]

    def test_what_is_long_is_cut_unless_everything_is_asked_for(self, long_):
        found = asked(long_, "Settings/Sequence length=5", "Settings/Handoff field cap=5")
        short, whole_ = as_text(found, verbose=False), as_text(found, verbose=True)
        assert any(line.endswith("more") for line in short)
        assert not any("more" in line for line in whole_)
        assert max(map(len, short)) < max(map(len, whole_))

    def test_of_many_leads_the_first_are_listed(self):
        own = SmallTeam(*(lead(f"Firm {number}") for number in range(42)))
        found = asked(own, "Settings/Handoff field cap=5")
        assert "  … and 2 more (--verbose lists them all)" in as_text(found, verbose=False)
        assert not any("--verbose" in line for line in as_text(found, verbose=True))


class TestCommand:
    def test_r8_the_file_and_its_folder_stay_as_they_are(self, pursued):
        before = pursued.path.read_bytes(), pursued.path.stat().st_mtime_ns
        beside = sorted(pursued.path.parent.iterdir())
        done = pursued.run("what-if", "--set", "Settings/High value from=5000", "--today", TUE)
        assert done.exit_code == 0, done.output
        assert done.stdout.startswith("1 of 2 leads would have gone elsewhere.\n")
        assert (pursued.path.read_bytes(), pursued.path.stat().st_mtime_ns) == before
        assert sorted(pursued.path.parent.iterdir()) == beside

    def test_a_book_that_is_open_elsewhere_can_be_asked_all_the_same(self, pursued):
        lock = pursued.path.with_name(f"~${pursued.path.name}")
        lock.write_bytes(b"")
        try:
            assert pursued.run("what-if", "--set", "Settings/Daily cap=5", *NOON).exit_code == 0
        finally:
            lock.unlink()

    def test_json_holds_every_difference_flag_and_cell(self, pursued):
        body = pursued.json("what-if", "--set", "Settings/High value from=5000", today=TUE)
        assert set(body) == {"changed", "flags", "settings", "leads"}
        assert body["leads"] == {"considered": 2, "elsewhere": 1}
        assert body["settings"] == [
            {
                "tab": "Settings",
                "row": "High value from",
                "column": "Value",
                "before": "50000",
                "after": "5000",
            }
        ]
        assert body["changed"][0] == {
            "lead_id": "L-0001",
            "company": "Alpha",
            "what": "state",
            "before": "In outreach",
            "after": "On hold",
        }
        assert {"code": "QL009", "raised": ["L-0001"], "gone": []} in body["flags"]

    def test_what_there_is_none_of_is_null(self, pursued):
        body = pursued.json("what-if", "--set", "Start here/CRM=", today=TUE)
        assert body["settings"][0]["after"] is None
        assert {"code": "MP001", "raised": [None], "gone": []} in body["flags"]

    def test_without_a_model_no_suggestion_is_worked_out(self, pursued):
        words = (
            "--set",
            "Scorecard/Problem evidence/Weak fit=Dock scheduling done in spreadsheets",
        )
        words += ("--set", "Scorecard/Problem evidence/Strong fit=unheard")
        assert "suggested decision" in pursued.run("what-if", *words, "--today", TUE).stdout
        none = pursued.run("what-if", *words, "--today", TUE, "--no-ai")
        assert none.stdout.startswith("None of 2 leads would have gone elsewhere.\n")

    def test_what_is_wrong_with_the_tabs_is_said_aside(self, pursued, tmp_path):
        own = pursued.copied(tmp_path)
        with own.editing() as book:
            del book["To do"]
        done = own.run(
            "what-if", "--set", "Settings/Daily cap=5", "--format", "json", "--today", TUE
        )
        assert done.stderr == "! The tab “To do” is missing; it was left out.\n"
        assert json.loads(done.stdout)["leads"]["considered"] == 2

    def test_wrong_use_ends_with_2_and_says_what_can_be_named(self, pursued, tmp_path):
        says(
            pursued.run("what-if", "--set", "Board/x=1"),
            2,
            "Settings, Scorecard, Segments, Start here",
        )
        says(
            run("what-if", tmp_path / "no.xlsx", "--set", "Settings/Daily cap=1"),
            2,
            "does not exist",
        )
        assert pursued.run("what-if").exit_code == 2
        assert (
            pursued.run("what-if", "--set", "Settings/Daily cap=1", "--weeks", "-1").exit_code == 2
        )
