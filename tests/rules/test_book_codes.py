"""The flags of the workbook itself: its Map, its lists, its tabs, columns and cells."""

from tests.memory_team import SmallTeam
from tests.rules.cases import Case, Step, adds, types


def renames(tab: str, old: str, new: str) -> Step:
    """Somebody renames a column."""

    def do(team: SmallTeam, _: str) -> None:
        own = team.tab(tab)
        team.book.type(tab, {(own.header, own.places[old]): new})

    return Step(do, everywhere=True)


def heads(tab: str, title: str) -> Step:
    """Somebody gives the column behind the last one a header."""

    def do(team: SmallTeam, _: str) -> None:
        own = team.tab(tab)
        team.book.type(tab, {(own.header, len(own.grid.columns)): title})

    return Step(do, everywhere=True)


def retitles(tab: str, new: str) -> Step:
    """Somebody renames a tab."""
    return Step(lambda team, _: team.book.retitle(tab, new), everywhere=True)


def merges(tab: str, area: tuple[int, int, int, int]) -> Step:
    """Somebody merges cells from one row and column to another, both counted from zero."""
    return Step(lambda team, _: team.book.merge(tab, area), everywhere=True)


SIXTH = adds("Start here", Block="Partnerships", Current_owner="Fay")

CASES = (
    Case("MP001", "Start here", "approved",
         (types("Start here", "CRM", Current_owner=None),), (types("Start here", "CRM", Fix_this_week=None),),
         "CRM is not automated: no owner"),
    Case("MP001", "Start here", "approved",
         (types("Start here", "Outreach", Missing_rule="who may approve"),),
         (types("Start here", "Outreach", Missing_rule="NONE"),),
         "missing rule: who may approve"),
    Case("MP001", "Start here", "approved",
         (types("Start here", "Research", Stop_rule="does not apply:"),),
         (types("Start here", "Research", Stop_rule="does not apply: nobody is written to"),),
         "no rule"),
    Case("MP002", "Start here", "approved",
         (types("Start here", "CRM", Current_owner=None), SIXTH), (SIXTH,),
         "“Partnerships” is not taken up: CRM is not working yet"),
    Case("SY001", "Research", "approved",
         (renames("Research", "Role", "Job"),), (renames("Research", "Role", " ROLE : "),),
         "“Role” is missing"),
    Case("SY002", "Research", "approved",
         (types("Research", Estimated_value="a lot"),), (types("Research", Estimated_value="$12,500"),),
         "is not a number"),
    Case("SY002", "Follow-up", "answered",
         (types("Follow-up", Reply_decision="wait", Decided_by="Ben"),),
         (types("Follow-up", Reply_decision="CONTINUE", Decided_by="Ben"),),
         "expected stop, pause, continue or live"),
    Case("SY002", "CRM", "sent",
         (types("CRM", Deal_stage="Negotiation", Deal_confirmed_by="Ben"),),
         (types("CRM", Deal_stage="proposal", Deal_confirmed_by="Ben"),),
         "expected Meeting, Proposal, Won, Lost or Nurture"),
    Case("SY004", "Research", "approved", (types("Research", Status="Done!"),), (types("Research", Status=None),),
         "Status is computed, but someone typed there"),
    Case("SY005", "Segments", "approved",
         (retitles("Segments", "Our segments"),), (retitles("Segments", "segments "),),
         "“Segments” is missing"),
    Case("SY006", "Research", "approved",
         (heads("Research", "Company"),), (heads("Research", "Company car"),),
         "“Company” stands twice"),
    Case("SY007", "Research", "approved",
         (merges("Research", (1, 2, 1, 3)),), (merges("Research", (1, 40, 1, 41)),),
         "Merged cells cover this row"),
    Case("SY008", "Settings", "approved",
         (types("Settings", "Daily cap", Value="many"),), (types("Settings", "Daily cap", Value="1,000"),),
         "“many” is not a number"),
)  # fmt: skip
