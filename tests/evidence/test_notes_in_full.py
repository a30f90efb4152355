"""Notes that leave out a verb, a thing or half a name, and what looks like one of them."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes

SAME = [
    # what was turned down, is shut, is full
    ("Tender for a crane turned down Feb 2025.", "Your tender for a crane was turned down in February 2025."),
    ("Planning application for a yard rejected in 2024.", "Your planning application for a yard was rejected in 2024."),
    ("Night route dropped in May.", "Your night route was dropped in May."),
    ("Lease application knocked back May 2024.", "Your lease application was knocked back in May 2024."),
    ("Dock no. 3 shut after a fire.", "Dock no. 3 is shut after a fire."),
    ("Yard closed until May.", "Your yard is closed until May."),
    ("Booked out on Fridays till May.", "You are booked out on Fridays until May."),
    ("Snowed under till May.", "You are snowed under until May."),
    # who is graded by whom
    ("Ofsted rated Good, May 2024.", "Ofsted rated you Good in May 2024."),
    ("Ofsted: Good (May 2024).", "You were rated Good by Ofsted in May 2024."),
    ("Rated Good by CQC, May 2024.", "You were rated Good by CQC in May 2024."),
    # rates and times
    ("Takes 900 t/yr of paper from 3 towns.", "You take 900 tonnes of paper a year from three towns."),
    ("900 pallets/wk, down from 1,200 in 2023.", "You are at 900 pallets a week, down from 1,200 in 2023."),
    ("Turnover EUR 3m last year (trade register).", "Your turnover last year was EUR 3m."),
    ("Handled 900 t last year.", "Last year you handled 900 tonnes."),
    ("Price EUR 40/kg.", "Your price is EUR 40 per kilogram."),
    ("80% of orders via Kolb, rest direct.", "80% of your orders come via Kolb."),
    ("80% of orders by phone.", "80% of your orders come in by phone."),
    ("Noise complaints in 2021, none since.", "There were noise complaints in 2021 and none since."),
    # parts of a whole, and the thing that the sentence before counts
    ("3 cranes, one idle since 2020.", "One of your three cranes is idle."),
    ("3 cranes, one mothballed since 2020.", "One of your three cranes has been mothballed since 2020."),
    ("3 cranes, one bought in 2024.", "One of your three cranes was bought in 2024."),
    ("40 vans, Hull. All inspected each May.", "Your vans are all inspected each May."),
    ("40 vans, Hull. All inspected each May.", "All your vans are inspected each May."),
    ("40 vans, Hull. All electric.", "Your vans are all electric."),
    # places in short
    ("Delivers to DE, AT and CH.", "You deliver to Germany, Austria and Switzerland."),
    ("Customers in FR/BE.", "You have customers in France and Belgium."),
    ("Yards in N. Wales and E. Sussex.", "You have yards in North Wales and East Sussex."),
    ("Yards in N. Wales.", "You have yards in N. Wales."),
    ("Sells to 40 UK bakers' shops.", "You sell to 40 bakers' shops in the UK."),
    ("Supplies 12 hospitals in the EU.", "You supply 12 EU hospitals."),
    ("Land of 40 ha, Durazno dept.", "You have land of 40 ha in Durazno."),
    # what a firm does, and where a sentence ends
    ("removals and storage rooms, Hull. 9 vans.", "You do removals and storage rooms in Hull."),
    ("New crane installed in Feb. 2nd crane maybe next year.", "Your new crane was installed in February."),
    ("Yard of 40 m. Tender for a crane rejected.", "Your tender for a crane was rejected."),
]  # fmt: skip

OTHER = [
    ("Kolb cancelled in May.", "Kolb was cancelled in May."),
    ("Board rejected in May.", "Your board was rejected in May."),
    ("Kolb's tender rejected in May.", "Your tender was rejected in May."),
    ("Tender by Kolb rejected in May.", "Your tender was rejected in May."),
    ("Tender may be rejected.", "Your tender was rejected."),
    ("Tender not rejected in May.", "Your tender was rejected in May."),
    ("Tender rejected in May.", "Your tender was rejected in June."),
    ("Tender rejected the offer.", "Your tender was rejected."),
    ("Trial suspended until May.", "Your trial was suspended."),
    ("Plans for a dock cancelled.", "Your dock was cancelled."),
    ("Rival in Hull. Tender rejected in May.", "Your tender was rejected in May."),
    ("Dock shut after a fire, reopened in May.", "Your dock is shut after a fire."),
    ("Dock shut after a fire in 2019.", "Your dock is shut after a fire."),
    ("Dock no. 3 shut after a fire.", "Dock no. 2 is shut after a fire."),
    ("Booked out on Fridays till May.", "You are booked out until May."),
    ("Sold out to Kolb.", "You are sold out."),
    ("Kolb booked out till May.", "You are booked out until May."),
    ("Ofsted rated Good, May 2024.", "Ofsted rated you Outstanding in May 2024."),
    ("Ofsted rated Good, May 2024.", "Ofsted rated you Good in May 2023."),
    ("Kolb rated Good, May 2024.", "Kolb rated you Good in May 2024."),
    ("Ofsted Good in maths.", "Ofsted rated you Good."),
    ("Ofsted rated Kolb Good.", "Ofsted rated you Good."),
    ("Rival nursery. Ofsted Good.", "Ofsted rated you Good."),
    ("Takes 900 t/yr of paper.", "You take 900 tonnes of paper a month."),
    ("Takes 900 t/yr of paper and 40 t/yr of glass.", "You take 900 tonnes of glass a year."),
    ("900 pallets/wk, down from 1,200.", "You are at 1,200 pallets a week."),
    ("Turnover EUR 3m last year.", "Your turnover this year was EUR 3m."),
    ("Kolb handled 900 t last year.", "Last year you handled 900 tonnes."),
    ("Price EUR 40/kg.", "Your price is EUR 40 per tonne."),
    ("80% of orders via Kolb planned.", "80% of your orders come via Kolb."),
    ("80% of orders by phone.", "80% of your orders come in by email."),
    ("Noise complaints in 2021, none since.", "There were noise complaints in 2022 and none since."),
    ("Rival complaints in 2021, none since.", "There were complaints in 2021 and none since."),
    ("3 cranes, one to be sold.", "One of your three cranes has been sold."),
    ("3 cranes, one truck.", "One of your three cranes has been a truck."),
    ("3 cranes, one bought in 2024.", "Two of your three cranes were bought in 2024."),
    ("40 vans, Hull. All inspected each May.", "All 30 of your vans are inspected each May."),
    ("40 vans at Kolb. All inspected each May.", "Your vans are all inspected each May."),
    ("40 vans and 3 cranes. All inspected each May.", "Your cranes are all inspected each May."),
    ("40 vans, Hull. All electric by 2030.", "Your vans are all electric."),
    ("40 vans, Hull. All but two inspected.", "Your vans are all inspected."),
    ("Delivers to NO + SE.", "You deliver to Norway and Denmark."),
    ("Does not deliver to NO + SE.", "You deliver to Norway and Sweden."),
    ("Software for IT, AT.", "You have software for Italy and Austria."),
    ("Sells to IT + HR.", "You sell to Italy and Croatia."),
    ("Yards in N. Wales.", "You have yards in South Wales."),
    ("Sells to 40 non-UK shops.", "You sell to 40 shops in the UK."),
    ("40 UK shops use Kolb.", "40 shops use Kolb in the UK."),
    ("vans and trucks next year.", "You do vans and trucks."),
    ("late vans and lost trucks, Hull.", "You do late vans and lost trucks in Hull."),
    ("9 cranes. vans and trucks, Hull.", "You do vans and trucks in Hull."),
    ("Moved in Feb. 12 vans lost.", "You moved 12 vans in February."),
]  # fmt: skip


@family(("cell", "sentence"), SAME)
def test_a_note_proves_the_sentence_that_says_it_in_full(cell: str, sentence: str):
    passes(sentence, cell)


@family(("cell", "sentence"), OTHER)
def test_a_note_proves_no_sentence_that_fills_it_otherwise(cell: str, sentence: str):
    held(sentence, cell)
