"""The flags of Outreach: angle, truth, approval, and what went out."""

from tests.memory_team import FRI, SmallTeam
from tests.review.meetings import decides
from tests.rules.cases import Case, Step, adds, on, runs, types
from tests.workbooks import DECIDED, lead

PROVEN = "Hello Dana,\n\nThe careers page lists 14 open roles."
UNPROVEN = "Hello Dana,\n\nThe careers page lists 40 open roles."
NOTES = (
    "Nordhafen opened a second cross-dock in Memphis. The careers page lists 14 open roles. New!"
)
DECIDE_AGAIN = types("Qualification", Reason="read again")


def tampers(tab: str, number: str = "") -> Step:
    """Somebody changes the frozen message."""

    def do(team: SmallTeam, who: str) -> None:
        row = team.says("Research", "Lead ID", who) + number
        team.types(tab, {"Sent message": team.says(tab, "Sent message", row) + " Yours, Ben"}, row)

    return Step(do)


def rules(decision: str) -> Step:
    """The weekly review decides on the angle's variant."""

    def do(team: SmallTeam, _: str) -> None:
        decides(team, "Active outreach", decision)

    return Step(do, everywhere=True)


STILL_UNSENT = (
    adds("Research", **lead("Westhafen")), runs(),
    types("Qualification", "Westhafen", **DECIDED), runs(),
    types("Outreach", "Westhafen", Angle="the yard", Variant="A"), runs(FRI),
)  # fmt: skip

CASES = (
    Case("OU001", "Outreach", "approved",
         (types("Outreach", Angle=None),), (types("Outreach", Angle="their new roles"),),
         "No angle chosen"),
    Case("OU002", "Outreach", "approved",
         (types("Outreach", Final_message=UNPROVEN),), (types("Outreach", Final_message=PROVEN),),
         "40"),
    Case("OU003", "Outreach", "decided",
         (types("Research", Relevance_signal="opened a third cross-dock in Memphis"),),
         (types("Research", Relevance_signal="opened a second cross-dock"),),
         "signal is not verified"),
    Case("OU003", "Outreach", "decided",
         (types("Research", Relevance_signal="very busy"),),
         (types("Research", Relevance_signal="very busy"), types("Outreach", Signal_vouched_by="Cleo")),
         "signal is not verified"),
    Case("OU004", "Outreach", "approved",
         (adds("Do not contact", Address_or_domain="dana@nordhafen.example", Reason="asked by phone"),),
         (adds("Do not contact", Address_or_domain="dan@nordhafen.example", Reason="asked by phone"),),
         "asked by phone"),
    Case("OU004", "Outreach", "approved",
         (adds("Do not contact", Address_or_domain="nordhafen.example"),),
         (adds("Do not contact", Address_or_domain="hafen.example"),),
         "Do not contact"),
    Case("OU005", "Outreach", "drafted",
         (types("Outreach", Sent_on=on(2)),), (types("Outreach", Approved_by="Ben", Sent_on=on(2)),),
         "without an approval"),
    Case("OU006", "Outreach", "approved",
         (types("Settings", "Cadence (business days)", Value="none"),),
         (types("Settings", "Cadence (business days)", Value="none"), types("Outreach", Next_touch_on=on(9))),
         "No next touch planned"),
    Case("OU007", "Outreach", "approved",
         (types("Outreach", Stop_condition=None), runs(), types("Outreach", Sent_on=on(2))),
         (types("Outreach", Stop_condition="a year"), runs(), types("Outreach", Sent_on=on(2))),
         "no stop condition set"),
    Case("OU015", "Outreach", "approved",
         (types("Outreach", Final_message=PROVEN),), (types("Outreach", Final_message=None),),
         "lacks the opt-out sentence"),
    Case("OU013", "Outreach", "sent",
         (*STILL_UNSENT, rules("stop")), (*STILL_UNSENT, rules("keep")), "stopped variant A of this angle"),
    Case("OU014", "Outreach", "sent",
         (*STILL_UNSENT, rules("rewrite")), (*STILL_UNSENT, rules("keep")), "asks to rewrite variant A"),
    Case("HO001", "Outreach", "approved",
         (types("Outreach", Stop_condition="x" * 301),), (types("Outreach", Stop_condition="x" * 300),),
         "Stop condition has 301 characters"),
    Case("OU008", "Outreach", "approved",
         (types("Outreach", Final_message=PROVEN),),
         (types("Outreach", Final_message=PROVEN, Approved_by="Ben, again"),),
         "another text"),
    Case("OU009", "Outreach", "approved",
         (types("Outreach", Variant=None),), (types("Outreach", Variant="C"),),
         "No variant named"),
    Case("OU012", "Outreach", "approved",
         (types("Outreach", Stop_condition=None),), (types("Outreach", Stop_condition="a bounce"),),
         "No stop condition set"),
    Case("OU010", "Outreach", "approved", (runs("2026-03-06"),), (runs("2026-03-07"),),
         "send it and enter the day"),
    Case("OU011", "Outreach", "drafted",
         (types("Outreach", Final_message=PROVEN),), (types("Outreach", Final_message=UNPROVEN),),
         "approve it"),
    Case("EV001", "Outreach", "approved",
         (types("Research", Source_notes=NOTES), DECIDE_AGAIN),
         (types("Research", Role="COO", Confidence="low"), DECIDE_AGAIN),
         "Source notes changed after the approval"),
    Case("SY002", "Outreach", "approved",
         (types("Outreach", Sent_on=on(3)),), (types("Outreach", Sent_on=on(2)),),
         "lies in the future"),
    Case("SY002", "Outreach", "approved",
         (types("Outreach", Sent_on=on(2)), runs(), types("Outreach", Sent_on=None)),
         (types("Outreach", Sent_on=on(2)), runs(), types("Outreach", Sent_on=on(1))),
         "the message is on record"),
    Case("SY004", "Outreach", "sent",
         (tampers("Outreach"),), (types("Outreach", Final_message="Something else entirely."),),
         "frozen Sent message has been changed"),
)  # fmt: skip
