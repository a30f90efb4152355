"""Every flag code: its severity, its meaning, how to fix it, and the requirement it serves.

A code never changes its meaning. ``sheetsync rule CODE`` and the list of flags in
the docs are made from this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from sheetsync.finding import Severity

Kind = Literal["decision", "overdue", "problem", "gap"]


@dataclass(frozen=True, slots=True)
class Code:
    """One flag code.

    Attributes:
        code: Two letters of the block and three digits.
        severity: An error blocks the next step of that row; a warning and an info do not.
        kind: Under which kind the To do tab lists it.
        meaning: One plain sentence.
        fix: What a person can do about it.
        serves: The requirement, such as ``R11``.
    """

    code: str
    severity: Severity
    kind: Kind
    meaning: str
    fix: str
    serves: str


_CODES = (
    Code("SY001", "error", "problem", "A column that sheetsync needs is missing; nothing is written to that tab.",
         "Rename the column back. Only if it was deleted: run “sheetsync init” on the workbook.", "P3"),
    Code("SY002", "error", "problem", "A cell holds a value of the wrong kind; it counts as blank.",
         "Type a value of the kind that the message names.", "P3"),
    Code("SY003", "warning", "problem", "A row was not written because it changed during the run.",
         "Nothing to do: the next sync takes it up.", "P9"),
    Code("SY004", "warning", "problem", "Someone typed into a computed cell; the text is left there.",
         "This cell is computed; clear it to have it back.", "P9"),
    Code("SY005", "error", "problem", "A tab that sheetsync needs is missing, or stands twice.",
         "Rename the tab back. Only if it was deleted: run “sheetsync init” on the workbook.", "P3"),
    Code("SY006", "error", "problem", "Two columns have the same header; nothing is written to that tab.",
         "Rename or delete one of the two columns.", "P3"),
    Code("SY007", "warning", "problem", "Merged cells cover this row; nothing is written to it.",
         "Unmerge the cells of this row.", "P3"),
    Code("SY008", "warning", "problem", "A line in Settings is not known, stands twice, or cannot be used; the default counts.",
         "Correct the line as the message says.", "P3"),
    Code("MP001", "error", "gap", "A block of the Map is not filled in, so its AI jobs and handoffs stay off; leads leak there.",
         "Fill in owner, output, missing rule (“none” when none is missing) and stop rule in Start here.", "R94"),
    Code("MP002", "error", "problem", "A further block is declared before all five report “working”.",
         "Get the five blocks working first, or delete the extra row in Start here.", "R5"),
    Code("ID001", "error", "problem", "The Lead ID is doubled, edited or unknown; the row is frozen.",
         "Clear the Lead ID of the row that is not the original; the next sync gives it a new one.", "R17"),
    Code("ID002", "warning", "problem", "Two rows may be the same person or the same company.",
         "Compare the rows and merge them by hand, or leave both.", "R17"),
    Code("RS001", "error", "gap", "The research is incomplete.",
         "Fill in what the message names, from a source.", "R11"),
    Code("RS002", "warning", "problem", "The source notes are longer than the cap.",
         "Keep only the facts that the decision needs.", "R12"),
    Code("RS003", "error", "problem", "The reachable path does not fit its channel.",
         "Correct the path, or choose the channel that fits it.", "R14"),
    Code("RS004", "warning", "overdue", "A complete lead has waited too long for its decision.",
         "Decide pursue, nurture or skip in Qualification.", "R18"),
    Code("RS005", "error", "gap", "The relevance signal does not say where it came from.",
         "Fill in Signal source: a page, a document, a conversation.", "R13"),
    Code("RS006", "error", "gap", "The handoff to Qualification is incomplete.",
         "Fill in what the message names.", "R15"),
    Code("RS007", "warning", "gap", "The source notes hold no description to judge the lead by.",
         "Paste what the company says about itself, with its source.", "R11"),
    Code("QL001", "error", "problem", "The decision is not one of pursue, nurture, skip.",
         "Choose pursue, nurture or skip.", "R19"),
    Code("QL002", "error", "gap", "The decision has no reason.",
         "Write in Reason why; a skip needs one, too.", "R20"),
    Code("QL003", "error", "gap", "The evidence note is missing.",
         "Quote what in the research supports the decision.", "R21"),
    Code("QL004", "error", "problem", "The evidence note quotes nothing that stands in the lead's research.",
         "Quote a few words, a number or a name from the research, word for word.", "R22"),
    Code("QL005", "error", "gap", "Risk or missing evidence is blank.",
         "List what is missing (one “Missing: …” or “Risk: …” a line), or write “none found”.", "R24"),
    Code("QL006", "error", "gap", "A nurtured lead has no date on which it comes back.",
         "Fill in Revisit on.", "R27"),
    Code("QL007", "error", "decision", "The lead's segment is not approved.",
         "A person approves the segment in the Segments tab, by name.", "R69"),
    Code("QL008", "error", "decision", "Evidence is missing and nobody has accepted that.",
         "Find the evidence, or put your name into Missing evidence accepted by.", "R70"),
    Code("QL009", "error", "decision", "A sensitive or high-value account needs a named approval.",
         "The one who answers for the account puts their name into Account approved by.", "R71"),
    Code("QL010", "error", "decision", "The decision does not say who took it, so it does not count yet.",
         "Put your name into Decided by.", "R74"),
    Code("QL011", "info", "decision", "A lead waits for its decision.",
         "Decide pursue, nurture or skip in Qualification, with a reason and your name.", "R76"),
    Code("QL012", "warning", "overdue", "A nurtured lead is back: its revisit date has come.",
         "Decide again, or set a later date in Revisit on.", "R27"),
    Code("QL013", "warning", "gap", "The lead names no segment, so no approval of a segment protects it.",
         "Choose the segment in Research.", "R69"),
    Code("QL014", "warning", "problem", "The research behind this row is no longer complete.",
         "Complete the lead's row in Research; until then the record stays as it was handed over.", "R15"),
    Code("OU001", "error", "decision", "No angle is chosen, so nothing is drafted.",
         "Choose an angle; AI angles suggests some.", "R28"),
    Code("OU002", "error", "problem", "The message says something that the evidence does not.",
         "About the buyer: add its source in Research. About yourselves: approve it in Our claims. Or take it out, or put your name into Vouched by.", "R58"),
    Code("OU003", "error", "problem", "The signal is not found word for word in the research, and nobody vouches for it.",
         "Quote it from Source notes, or put your name into Signal vouched by.", "R34"),
    Code("OU004", "error", "problem", "The address is on Do not contact.",
         "Do not write. Only a person may take a row off Do not contact.", "R30"),
    Code("OU005", "error", "problem", "The message was sent without an approval.",
         "Have it approved after the fact, and approve before sending next time.", "R30"),
    Code("OU006", "error", "gap", "No next touch is planned.",
         "Fill in Next touch on, or set Cadence in Settings.", "R32"),
    Code("OU007", "error", "problem", "The message was sent while it was not ready.",
         "Check what went out, and what the buyer needs to hear now.", "R30"),
    Code("OU008", "error", "decision", "The approval has lapsed: the text or its evidence changed.",
         "Read it again and approve again: change Approved by, for example by adding the date.", "R74"),
    Code("OU009", "error", "gap", "The message names no variant.",
         "Fill in Variant: A for the draft, B or C for another, a letter of your own for your text.", "R35"),
    Code("OU010", "info", "decision", "A message is ready to send.",
         "Send it yourself, and enter the day in Sent on.", "R30"),
    Code("OU011", "info", "decision", "A checked message waits for its approval.",
         "Read it, and put your name into Approved by.", "R30"),
    Code("OU012", "error", "gap", "The message is approved, but nothing says what ends the sequence.",
         "Fill in Stop condition, such as “a reply or a bounce”.", "R30"),
    Code("OU015", "warning", "gap", "The message lacks the opt-out sentence or the postal address of Settings.",
         "Add it at the end of Final message, with your name and address: your own text goes out as it is.", "R42"),
    Code("OU013", "error", "decision", "The weekly review has stopped this variant of the angle.",
         "Choose another Variant or another Angle.", "R85"),
    Code("OU014", "error", "decision", "The weekly review asks to rewrite this variant of the angle.",
         "Write your own wording into Final message.", "R85"),
    Code("FU001", "error", "decision", "A reply waits for a person's decision; nothing goes out until then.",
         "Choose stop, pause, continue or live, and put your name into Decided by.", "R45"),
    Code("FU002", "error", "problem", "A touch was sent although the sequence was stopped or held.",
         "Check what went out; apologise if the buyer had asked for silence.", "R42"),
    Code("FU003", "error", "gap", "A pause has no resume date.",
         "Fill in Resume on.", "R43"),
    Code("FU004", "error", "gap", "A stop has no cause.",
         "Choose a Stop cause.", "R48"),
    Code("FU005", "error", "problem", "The touch is past the follow-up window.",
         "Let it rest, or nurture the lead.", "R38"),
    Code("FU006", "error", "problem", "The touch is over the sequence length.",
         "Do not send it; the sequence is at its end.", "R37"),
    Code("FU007", "warning", "problem", "The touch repeats an earlier message.",
         "Say something new, or let the sequence end.", "R46"),
    Code("FU008", "warning", "overdue", "A touch is overdue.",
         "Send it, or pause or stop the sequence.", "R38"),
    Code("CR001", "warning", "gap", "Nothing is scheduled for an open record.",
         "Fill in Next action and Next action on.", "R55"),
    Code("CR002", "warning", "overdue", "The next step is overdue.",
         "Do it, or set a new date.", "R53"),
    Code("CR003", "warning", "problem", "The next action is older than what has happened since.",
         "Bring Next action up to date.", "R50"),
    Code("CR004", "warning", "decision", "A live stage is entered but nobody has confirmed it, so it does not count.",
         "Put your name into Deal confirmed by.", "R72"),
    Code("CR005", "warning", "problem", "The note is longer than the cap.",
         "Shorten it; the full text belongs into Conversation notes.", "R54"),
    Code("CR006", "error", "gap", "Nobody owns the next step.",
         "Fill in Owner, or the block's owner in Start here.", "R55"),
    Code("CR007", "error", "decision", "The entries for this lead put it into two states at once.",
         "Decide which entry holds, and correct the other.", "R7"),
    Code("RV001", "warning", "overdue", "The last weekly review was not closed by the next review day.",
         "Go through the tab Review and close this week's review.", "R81"),
    Code("RV002", "error", "problem", "The review cannot close; the message says why.",
         "Do what the message names; with close chosen it closes at the next sync.", "R86"),
    Code("RV003", "warning", "problem", "A decision in the review does not count.",
         "Correct Decision, Decided by or Comment as the message says.", "R82"),
    Code("RV005", "warning", "problem", "The review holds a week that has not come yet, so it is not kept current.",
         "Clear the row if someone typed it.", "R81"),
    Code("RV004", "info", "decision", "The weekly review is open.",
         "Decide on its items in the tab Review, choose the one change, then choose close.", "R82"),
    Code("HO001", "error", "problem", "A field is too long to hand on: the block does too much or decides too little.",
         "Shorten the field to what the next block needs.", "R78"),
    Code("HO002", "error", "problem", "The row has no lead in the block before it.",
         "Enter the lead in Research and let the chain hand it on, or delete this row.", "R80"),
    Code("AI001", "warning", "problem", "An AI column has no answer, and asking again by itself would not help; the message says why.",
         "Write the cell yourself, or clear AI evidence in this row to have it asked again.", "R59"),
    Code("AI002", "warning", "problem", "AI columns wait for their answers; the message says for what.",
         "Do what the message names; the next sync goes on where this one stopped.", "P10"),
    Code("EV001", "error", "decision", "Input that the decision cited has changed since.",
         "Read it again and decide again: change Reason, Evidence note or Decided by.", "R60"),
)  # fmt: skip

CATALOGUE: Mapping[str, Code] = MappingProxyType({code.code: code for code in _CODES})
"""Every flag code by its name."""

BLOCKS: Mapping[str, str] = MappingProxyType(
    {
        "MP": "the Map",
        "RS": "Research",
        "QL": "Qualification",
        "OU": "Outreach",
        "FU": "Follow-up",
        "CR": "CRM",
        "RV": "the review",
        "ID": "identity",
        "HO": "handoffs",
        "EV": "evidence",
        "AI": "AI columns",
        "SY": "sync and structure",
    }
)
"""What the two letters of a code stand for."""
