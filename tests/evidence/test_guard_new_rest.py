"""Small words, marks and spellings that decide what a sentence says."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes


def each(*pairs: tuple[str, ...]):
    return family("pair", pairs)


@each(
    ("CEO Lee Park said that she hopes.", "Lee Park hopes."),
    ("Send it to Rui, who is running payroll.", "Rui is running payroll."),
    ("Rui, who is running payroll.", "Rui is running payroll."),
    ("Ostwind runs an ice depot in\nThe depot has 40 docks.", "Your ice depot has 40 docks."),
    ("It opened a big ice depot. The depot has 40 docks.", "Your new big ice depot has 40 docks."),
    ("Ostwind does not have portals.", "Ostwind has no portals"),
    ("Ostwind does not have a portal.", "Ostwind has no portal"),
    ("At Expo Lee Park, MD, said that volumes fell.", "Lee Park, MD, said at Expo that volumes fell."),
    ('At Expo Lee Park said volumes "fell".', 'Lee Park said at Expo "volumes fell".'),
    ('In May at Expo, Lee Park said "volumes fell".', 'Lee Park said in May at Expo "volumes fell".'),
    ("Ostwind is No.   88 on the list.", "You are No. 88 on the list."),
)  # fmt: skip
def test_what_a_sentence_cannot_do_without_is_found_at_its_end(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Bonn: 21, up from 18.", "Seats from 18 to 21."),
    ("Ostwind ships vans from Ghent.", "From 18 vans seats rose"),
    ("Ostwind ships vans from Ghent.", "Vans from 18 seats rose"),
    ("Ostwind opened a depot in May, has 40 docks.", "Your depot, opened in May, has 40 docks."),
    ("Ostwind launched a shop, vans in May.", "Your shop launched vans in May."),
    ("Ostwind launched a shop vans in May.", "Your shop launched vans in May."),
    ("Ostwind opened a depot for Kolb.", "Your depot that opened for Kolb."),
)  # fmt: skip
def test_a_sentence_that_breaks_off_is_judged_like_any_other(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("40 vans reached Ghent and Kolb paid.", "40 vans reached Ghent."),
    ("Hull and Leeds opened in 2024.", "Leeds opened in 2024."),
    ("Its yard has cranes in Ghent.", "Your yard cranes in Ghent."),
    ("Kolb led the round, Nord joined.", "The round was led by Kolb, Nord joined."),
    ("The yard was bought by Kolb, Nord paid.", "Kolb bought the yard, Nord paid."),
    ("A depot is due to open, Kolb paid.", "You are due to open a depot, Kolb paid."),
    ("Kolb bought the yard for cash.", "The yard was bought by Kolb for cash."),
    ("Kolb bought the yard in Ghent.", "The yard was bought by Kolb in Ghent."),
    ("Vans ship on Monday.", "On Monday vans ship."),
    ("Ostwind ships vans - on Monday.", "On Monday you ship vans."),
    ("Ostwind noted that fleet finance director Jo Lind will go.", "Jo Lind will go."),
    ("In Ghent in May in Bonn, finance director Jo Lind, opened a depot.", "Jo Lind opened a depot."),
)  # fmt: skip
def test_a_second_subject_and_its_own_clause_may_go(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Hull and Leeds opened 12 yards in 2024.", "Leeds opened 12 yards in 2024."),
    ("Kolb, a rival, bought the yard.", "The yard was bought by Kolb, a rival."),
    ("Kolb bought the yard Nord.", "The yard was bought by Kolb with Nord."),
    ("With Kolb Ostwind sold vans in Ghent.", "You sold vans with Kolb in Ghent."),
    ("Vans ship; on Monday docks close.", "On Monday vans ship."),
    ("Kolb ships vans\nIt runs 12 depots.", "You run 12 depots."),
    ("Ostwind has 5 hundred hundred hundred hundred vans.", "You have 500 million vans."),
)  # fmt: skip
def test_a_shared_subject_and_another_order_may_not(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind flies vans.", "You fly vans."),
    ("Ostwind dries vans.", "You dry vans."),
    ("Ostwind fries chips.", "You fry chips."),
)  # fmt: skip
def test_short_words_change_their_y_and_keep_their_e(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind flips vans.", "You fly vans."),
)  # fmt: skip
def test_a_short_word_is_no_longer_one(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind ships to Hull, Leeds & York.", "Ostwind ships to Hull & York."),
    ("Hull, Leeds & York have docks.", "Hull & York have docks."),
    ("Could Ostwind get vans?", "You asked for vans.", "Reply text"),
    ("Might I get vans?", "You asked for vans.", "Reply text"),
    ("Ostwind opened an office in Bonn & Ghent with 140 seats.", "You opened a 140-seat office in Bonn & Ghent."),
    ("Careers page: we ship vans.", "You ship vans."),
    ("Ostwind careers page: we ship vans.", "You ship vans."),
)  # fmt: skip
def test_a_polite_question_asks_for_its_thing(pair: tuple[str, ...]):
    cell, text, *column = pair
    passes(text, **{column[0] if column else "Source notes": cell})


@each(
    ("Kolb careers page: we ship vans.", "You ship vans."),
    ("Blurb: we ship vans.", "You ship vans."),
    ("Sold vans, lead time 9 weeks.", "Sold vans, lead time was 9 weeks."),
    ("In Ghent, miller Kolb", "Kolb."),
    ("In Ghent, miller Kolb Sails", "Kolb Sails."),
    ("Ostwind has 40 vans, of them red.", "Vans of your 40 vans are red."),
    ("Having vans.", "You have vans."),
    ("Being slow.", "You are slow."),
)  # fmt: skip
def test_a_past_deed_does_not_make_a_lead_time_past(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Churn rose from 18% to 21% in Ghent.", "Churn was 21%, up from 18% in Ghent."),
    ("Churn grew from 18% to 21% for vans.", "Churn was 21%, up from 18% for vans."),
    ("Ostwind runs an ice depot. The depot", "The ice depot."),
)  # fmt: skip
def test_a_level_keeps_where_it_was(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Churn grew from 18% to 21% Kolb.", "Churn was 21%, up from 18% at Kolb."),
    ("Ostwind ships vans from Ghent.", "You ship vans vans from Ghent."),
    ("Ostwind ships vans from Ghent.", "You ship ships vans from Ghent."),
    ("Ostwind ships 40 vans from Ghent.", "You ship 40 40 vans from Ghent."),
    ("Ostwind ships vans from Ghent.", "You ship vans from Ghent, Ghent."),
    ("Ostwind has 52 planners in Oslo and Bergen", "You have 52 planners in Oslo."),
    ("Ostwind ships vans from Ghent.", "You ship vans from Ghent, according to the."),
    ("Ostwind ships vans from Ghent.", "You ship vans from Ghent according to 4."),
    ("Ostwind moves by May to Ghent.", "Ostwind moves to Ghent."),
    ("Ostwind ships vans by 2027 from Ghent.", "Ostwind ships vans from Ghent."),
    ("Ostwind grew by the third in Ghent.", "Ostwind grew in Ghent."),
    ("The Series A was led by Kolb.", "The series was led by Kolb."),
    ("Ostwind moved to Hull, grew and York, too, grew.", "Ostwind moved to Hull and York."),
    ("Ostwind was merged with Kolb.", "You were merger with Kolb."),
    ("Ostwind has acquired Kolb.", "You have acquisition Kolb."),
    ("In march 3 vans ship.", "On 3 March vans ship."),
    ("On may 3 vans ship.", "On 3 May vans ship."),
    ("Vans ship from Kolb March.", "Vans ship in March."),
    ("Ostwind runs an ice depot. Its depot has 40 docks.", "Its ice depot has 40 docks."),
)  # fmt: skip
def test_a_word_said_twice_must_stand_there_twice(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("In 2024, lead time: 9 weeks.", "In 2024, lead time was 9 weeks."),
    ("Ostwind sells Pallet Trucks.", "You sell a Pallet Truck."),
    ("Ostwind sells a Pallet Truck.", "You sell Pallet Trucks."),
)  # fmt: skip
def test_a_date_of_the_claim_bears_out_its_past(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Based at a very old town hall in Ghent.", "You were based at a very old town hall in Ghent."),
    ("Based in Ghent.", "You were based in Ghent."),
    ("Used in vans sold in 2024.", "You were used in vans sold in 2024."),
    ("Based in two thousand and five halls.", "You were based in two thousand and five halls."),
    ("Sold in two thousand stores.", "You were sold in two thousand stores."),
    ("Ostwind vans ship. Ostwind runs depots.", "Your vans ship and run depots."),
    ("Ostwind ships vans daily.", "You ship vans per day."),
    ("Ostwind ships 40 daily vans.", "You ship 40 per day vans."),
    ("Ostwind sold a fleet for 58 vans.", "You sold 58 vans."),
    ("Ostwind sold fleet for 58 vans.", "You sold 58 vans."),
    ("Ostwind opened a 40-desk hall.", "You opened a hall for 40 desks."),
    ("Kolb fell in Ghent.", "Kolb was down in Ghent."),
    ("Kolb rose in Ghent.", "Kolb was up in Ghent."),
    ("Previous vendor: (churned 2023).", "You left in 2023."),
    ('Rui: "We need vans."', "You need vans."),
)  # fmt: skip
def test_what_has_no_count_or_date_of_its_own_is_not_so_counted(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind has 14 big open desk roles, 6 of them dispatchers.", "You have 6 big open desk roles for dispatchers."),
    ("Case files in Kolb Desk\nvans in Sage.", "You keep case files in Kolb Desk."),
    ("Ostwind ships vans from", "You ship vans."),
    ("Kolb people paint. Nord is near. Bonn is far. Hull is old. Headcount is 310.", "You employ 310 people."),
    ("Ostwind opened a depot for Kolb.", "Your depot opened for Kolb."),
    ("Careers page: clever vans ship.", 'Your careers page says "vans ship".'),
)  # fmt: skip
def test_a_line_that_ends_without_its_mark_is_read(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind opened 40 docks late.", "Ostwind opened."),
    ("Ostwind moved vans of Kolb to Ghent.", "Ostwind moved vans to Ghent."),
    ("Ostwind is run by cousin Lee Park.", "Ostwind is run by Lee Park."),
    ("Ostwind is run by founder vans.", "Ostwind is run by vans."),
    ("Ostwind sells to old rival Kolb.", "Ostwind sells to Kolb."),
    ("Vans: 40 docks.", "Vans 40 docks."),
    ("Vans are slow, the union said.", "Vans are slow."),
    ("Ostwind ships vans from Ghent.", "You ship 40-"),
    ("Ostwind ships 40 vans.", "You ship vans 40 -"),
    ("Ostwind opened at depots.", "Congrats on the new depots."),
    ("Ostwind built on depots.", "Congrats on the new depots."),
    ("Ostwind launched a paint for Aqua.", "You launched Aqua."),
    ("Ostwind launched a paint with Aqua.", "You launched Aqua."),
    ("Ostwind has the depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind, with depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("It has depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("The annual report says revenue rose 12%.", "Revenue rose 12%, according with annual report."),
    ("Ostwind with Kolb bought 40 vans.", "You bought 40 vans."),
    ("Ostwind for Kolb bought 40 vans.", "You bought 40 vans."),
    ("Ostwind sold vans 40 times.", "You sold vans for 40 times."),
)  # fmt: skip
def test_what_stands_before_a_thing_decides_what_it_is(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)
