"""The flags of Follow-up: replies, pauses and stops, the limits, and what went out."""

from typing import Any

from tests.memory_team import SmallTeam
from tests.rules.cases import Case, Step, on, runs, types
from tests.rules.test_outreach_codes import DECIDE_AGAIN, NOTES, PROVEN, UNPROVEN, tampers


def decides(decision: str, **cells: Any) -> Step:
    """Somebody says what the reply means, by name."""
    return types("Follow-up", Reply_decision=decision, Decided_by="Ben", **cells)


def repeats(words: int | None = None) -> Step:
    """Somebody types the first message, or its first words, into the second."""

    def do(team: SmallTeam, who: str) -> None:
        text = " ".join(team.says("Outreach", "Sent message", who).split(" ")[:words])
        more = "" if words is None else f" {PROVEN}"
        team.types("Follow-up", {"Final message": text + more}, who)

    return Step(do)


CASES = (
    Case("FU001", "Follow-up", "sent",
         (types("Follow-up", Reply_text="Who are you?"),),
         (types("Follow-up", Reply_text="Please take me off your list."),),
         "A reply waits for a decision"),
    Case("FU001", "Follow-up", "sent",
         (types("Follow-up", Reply_received_on=on(2)),), (types("Follow-up", Reply_text="  "),),
         "A reply waits for a decision"),
    Case("FU001", "Follow-up", "answered",
         (types("Follow-up", Reply_decision="continue"),), (decides("continue"),),
         "A reply waits for a decision"),
    Case("FU002", "Follow-up", "due",
         (types("Follow-up", Reply_text="Who are you?"), runs(), types("Follow-up", Sent_on=on(5))),
         (types("Follow-up", Sent_on=on(5)), runs(), types("Follow-up", Reply_text="Who are you?")),
         "a reply waits for a decision"),
    Case("FU002", "Follow-up", "due",
         (types("Follow-up", Reply_text="Who are you?"), decides("stop", Stop_cause="fit"), runs(),
          types("Follow-up", Sent_on=on(5))),
         (types("Follow-up", Reply_text="Who are you?"), decides("continue", Approved_by="Ben, again"), runs(),
          types("Follow-up", Sent_on=on(5))),
         "stopped: fit"),
    Case("FU003", "Follow-up", "answered",
         (decides("pause"),), (decides("pause", Resume_on=on(9)),),
         "no resume date"),
    Case("HO001", "Follow-up", "answered",
         (types("Follow-up", Next_action="x" * 301),), (types("Follow-up", Next_action="x" * 300),),
         "Next action has 301 characters"),
    Case("FU004", "Follow-up", "answered",
         (decides("stop"),), (decides("stop", Stop_cause="timing"),),
         "A stop has no cause"),
    Case("FU005", "Follow-up", "due", (runs("2026-04-02"),), (runs("2026-04-01"),),
         "ended on 2026-04-01"),
    Case("FU006", "Follow-up", "sent",
         (types("Settings", "Sequence length", Value=1),), (types("Settings", "Sequence length", Value=2),),
         "Touch 2 is over the 1"),
    Case("FU007", "Follow-up", "sent", (repeats(),), (repeats(12),), "repeats an earlier one"),
    Case("FU008", "Follow-up", "due", (runs("2026-03-06"),), (runs("2026-03-05"),),
         "was due on 2026-03-05"),
    Case("OU002", "Follow-up", "due",
         (types("Follow-up", Final_message=UNPROVEN),), (types("Follow-up", Final_message=PROVEN),),
         "40"),
    Case("OU005", "Follow-up", "due",
         (types("Follow-up", Approved_by=None, Sent_on=on(5)),), (types("Follow-up", Sent_on=on(5)),),
         "without an approval"),
    Case("OU007", "Follow-up", "sent",
         (types("Follow-up", Approved_by="Ben"), runs(), types("Follow-up", Sent_on=on(4)), runs("2026-03-04")),
         (types("Follow-up", Approved_by="Ben"), runs("2026-03-05"), types("Follow-up", Sent_on=on(5))),
         "due on 2026-03-05"),
    Case("OU008", "Follow-up", "due",
         (types("Follow-up", Final_message=PROVEN),),
         (types("Follow-up", Final_message=PROVEN, Approved_by="Ben, again"),),
         "another text"),
    Case("OU010", "Follow-up", "due", (), (types("Follow-up", Sent_on=on(5)),),
         "send it and enter the day"),
    Case("OU011", "Follow-up", "sent", (runs("2026-03-05"),), (runs("2026-03-04"),),
         "approve it"),
    Case("EV001", "Follow-up", "due",
         (types("Research", Source_notes=NOTES), DECIDE_AGAIN),
         (types("Research", Role="COO", Confidence="low"), DECIDE_AGAIN),
         "Source notes changed after the approval"),
    Case("SY002", "Follow-up", "due",
         (types("Follow-up", Sent_on=on(6)),), (types("Follow-up", Sent_on=on(5)),),
         "lies in the future"),
    Case("SY004", "Follow-up", "due",
         (types("Follow-up", Sent_on=on(5)), runs(), tampers("Follow-up", "/2")),
         (types("Follow-up", Sent_on=on(5)), runs(), types("Follow-up", Final_message="Something else.")),
         "frozen Sent message has been changed"),
)  # fmt: skip
