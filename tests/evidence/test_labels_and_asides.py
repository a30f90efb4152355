"""Who and where in a label, a bracket or an aside of a cell, and what only looks the same."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

SAME = [
    # at the lead's
    ("Conversation notes", "Swaps are handled by WhatsApp.", "Swaps are handled by WhatsApp at Ostwind."),
    ("Conversation notes", "Swaps are handled by WhatsApp.", "At Ostwind, swaps are handled by WhatsApp."),
    ("Source notes", "Own brand 35 %, private label 65 %.", "Own brand is 35% and private label 65% at Ostwind."),
    # who reports it
    ("news", "Ostwind may move its yard to Leeds, according to the Daily Post.", "According to the Daily Post, you may move your yard to Leeds."),
    # what is not
    ("Conversation notes", "No decision before the harvest.", "There will be no decision before the harvest."),
    ("Conversation notes", "No decision before the harvest.", "There will not be a decision before the harvest."),
    # who somebody is
    ("Reply text", "Send it to my colleague Iris Vale, she runs loads.", "Your colleague Iris Vale runs loads."),
    ("Reply text", "Send it to my colleague Iris Vale, who runs loads.", "You wrote that your colleague Iris Vale runs loads."),
    ("Note", "Partner is cousin Badr, decides on IT.", "Your cousin Badr decides on IT."),
    # labels and brackets
    ("Source notes", "Outlets: airport; State Store (closed Apr 2025).", "Your outlet in the State Store closed in April 2025."),
    ("Source notes", "State Store (closed Apr 2025).", "The State Store closed in April 2025."),
    ("Relevance signal", "Job ad Kolbjobs, 2025-09-22: night planner, late shift", "Your Kolbjobs ad of 22 September 2025 is for a night planner, late shift."),
    ("Relevance signal", "City tender 2025/118: bid of PLN 412k, second of five.", "In city tender 2025/118 your bid of PLN 412,000 was second of five."),
    ("Source notes", "Shared a booth at NY NOW with 2 makers.", "At NY NOW you shared a booth with two makers."),
    # labels of quotations
    ("Relevance signal", 'LinkedIn post by M. Dahl: "Tomorrow we start loading tests."', 'You posted on LinkedIn: "Tomorrow we start loading tests."'),
    ("Conversation notes", 'Mira (WhatsApp voice msg, 3 Oct): "loads are down two days in a week"', 'In your voice message of 3 October you said "loads are down two days in a week".'),
    ("Conversation notes", 'M. 7 Aug, on site: "I want sensors by then."', 'On site on 7 August you said: "I want sensors by then."'),
    ("Evidence note", 'annual report 2024, p. 6: "The book covers us until the end of May."', 'Page 6 of your annual report reads: "The book covers us until the end of May."'),
]  # fmt: skip

OTHER = [
    ("Source notes", "Swaps are handled by WhatsApp.", "Swaps are handled by WhatsApp at Ostwind."),
    ("Conversation notes", "Visited Kolb. Swaps are handled by WhatsApp.", "Swaps are handled by WhatsApp at Ostwind."),
    ("Conversation notes", "Kolb is a rival. Swaps are handled by WhatsApp.", "Swaps are handled by WhatsApp at Ostwind."),
    ("Conversation notes", "Swaps of Kolb are handled by WhatsApp.", "Swaps are handled by WhatsApp at Ostwind."),
    ("Conversation notes", "Swaps are handled by WhatsApp at Kolb.", "Swaps are handled by WhatsApp at Ostwind."),
    ("Conversation notes", "Swaps are not handled by WhatsApp.", "Swaps are handled by WhatsApp at Ostwind."),
    ("Our claims", "Swaps are handled by WhatsApp.", "Swaps are handled by WhatsApp at Ostwind."),
    ("news", "Ostwind may move its yard to Leeds, according to the Daily Post.", "According to the Bonn Post, you may move your yard to Leeds."),
    ("news", "Ostwind may move its yard to Leeds, according to the Daily Post.", "According to the Daily Post, you moved your yard to Leeds."),
    ("news", "Kolb may move its yard to Leeds, according to the Daily Post.", "According to the Daily Post, you may move your yard to Leeds."),
    ("Conversation notes", "No decision before the harvest.", "There will be a decision before the harvest."),
    ("Conversation notes", "No decision before the harvest.", "There was no decision before the harvest."),
    ("Conversation notes", "No decision before the harvest.", "There will be no decision after the harvest."),
    ("Conversation notes", "No decision before the harvest.", "There will be no budget before the harvest."),
    ("Reply text", "Send it to my colleague Iris Vale, she runs loads.", "You run loads."),
    ("Reply text", "Send it to my colleague Iris Vale, she ran loads.", "Your colleague Iris Vale runs loads."),
    ("Reply text", "Until May ask my colleague Iris Vale, she runs loads.", "Your colleague Iris Vale runs loads."),
    ("Reply text", "Kolb says my colleague Iris Vale, she runs loads.", "Your colleague Iris Vale runs loads."),
    ("Reply text", "Ask my colleague Iris Vale, she never runs loads.", "Your colleague Iris Vale runs loads."),
    ("Reply text", "Ask my colleague Iris Vale, she runs loads.", "Your colleague Jo Lind runs loads."),
    ("Note", "Partner is not cousin Badr, decides on IT.", "Your cousin Badr decides on IT."),
    ("Source notes", "Outlets: airport; State Store (closed Apr 2025).", "Your outlet in the State Store closed in April 2024."),
    ("Source notes", "Outlets: airport; State Store (closed Apr 2025).", "Your outlet at the airport closed in April 2025."),
    ("Source notes", "Outlets: airport; State Store (closes Apr 2025).", "Your outlet in the State Store closed in April 2025."),
    ("Source notes", "Outlets: airport; State Store (not closed Apr 2025).", "Your outlet in the State Store closed in April 2025."),
    ("Source notes", "Rivals: airport; State Store (closed Apr 2025).", "Your outlet in the State Store closed in April 2025."),
    ("Source notes", "Kolb: Hull yard (closed Apr 2025).", "Your Hull yard closed in April 2025."),
    ("Source notes", "Bonn and Hull yards (closed Apr 2025).", "Your Hull yards closed in April 2025."),
    ("Relevance signal", "Job ad Kolbjobs, 2025-09-22: night planner, late shift", "Your Kolbjobs ad of 23 September 2025 is for a night planner."),
    ("Relevance signal", "Job ad Kolbjobs, 2025-09-22: night planner, late shift", "Your Nordjobs ad of 22 September 2025 is for a night planner."),
    ("Relevance signal", "Job ad Kolbjobs, 2025-09-22: no night planner", "Your Kolbjobs ad of 22 September 2025 is for a night planner."),
    ("Relevance signal", "City tender 2025/118: bid of PLN 412k, second of five.", "In city tender 2025/119 your bid of PLN 412,000 was second of five."),
    ("Relevance signal", "City tender 2025/118: Kolb bid of PLN 412k, second of five.", "In city tender 2025/118 your bid of PLN 412,000 was second of five."),
    ("Relevance signal", "City tender 2025/118: bid of PLN 412k, second of five if Kolb withdraws.", "In city tender 2025/118 your bid of PLN 412,000 was second of five."),
    ("Source notes", "Shared a booth at NY NOW with 2 makers.", "At Expo Hull you shared a booth with two makers."),
    ("Relevance signal", 'LinkedIn post by M. Kolb: "Tomorrow we start loading tests."', 'You posted on LinkedIn: "Tomorrow we start loading tests."'),
    ("Conversation notes", 'Jo (WhatsApp voice msg, 3 Oct): "loads are down two days in a week"', 'In your voice message of 3 October you said "loads are down two days in a week".'),
    ("Conversation notes", 'Mira (WhatsApp voice msg, 3 Oct): "loads are down two days in a week"', 'In your voice message of 4 October you said "loads are down two days in a week".'),
    ("Conversation notes", 'Mira (WhatsApp voice msg, 3 Oct): "loads are down two days in a week"', 'In your email of 3 October you said "loads are down two days in a week".'),
    ("Conversation notes", 'J. 7 Aug, on site: "I want sensors by then."', 'On site on 7 August you said: "I want sensors by then."'),
    ("Conversation notes", 'M. 7 Aug, on site: "I want sensors by then."', 'On the phone on 7 August you said: "I want sensors by then."'),
    ("Evidence note", 'annual report 2024, p. 16: "The book covers us until the end of May."', 'Page 6 of your annual report reads: "The book covers us until the end of May."'),
    ("Evidence note", 'Kolb annual report 2024, p. 6: "The book covers us until the end of May."', 'Page 6 of your annual report reads: "The book covers us until the end of May."'),
]  # fmt: skip


@family(("column", "cell", "sentence"), SAME)
def test_a_sentence_passes_on_what_a_label_or_an_aside_tells(column: str, cell: str, sentence: str):
    passes(sentence, **{column: cell})


@family(("column", "cell", "sentence"), OTHER)
def test_another_label_or_aside_holds_a_sentence(column: str, cell: str, sentence: str):
    held(sentence, **{column: cell})
