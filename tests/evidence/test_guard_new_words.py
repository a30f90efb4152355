"""The shorter words of notes and pages, and what only looks like them."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes


def each(*pairs: tuple[str, ...]):
    return family("pair", pairs)


@each(
    ("Ostwind has no portal.", "You don't have a portal."),
    ("Ostwind has no portal.", "You do not have any portal."),
    ("Ostwind has no portal.", "You do not have portal."),
    ("You have no portal in Ghent.", "You don't have a portal in Ghent.", "Note"),
    ("They don't have a portal.", "You have no portal."),
    ("Ostwind does not have a portal.", "Ostwind has no portal."),
    ("Ostwind doesn't have portals.", "You have no portals."),
)  # fmt: skip
def test_having_none_may_be_said_in_two_ways(pair: tuple[str, ...]):
    cell, text, *column = pair
    passes(text, **{column[0] if column else "Source notes": cell})


@each(
    ("Ostwind has a portal.", "You don't have a portal."),
    ("Ostwind has no portal.", "You have a portal."),
    ("Ostwind has no portal.", "You don't have a yard."),
    ("Ostwind did not have a portal.", "Ostwind has no portal."),
    ("Ostwind had no portal.", "You don't have a portal."),
    ("Ostwind had no portal.", "You have no portal."),
)  # fmt: skip
def test_having_none_is_not_having_or_having_had(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind has 90 employees.", "You employ 90 people."),
    ("Ostwind has 90 employees.", "You employ 90 staff."),
    ("Ostwind has 90 employees.", "You employ 90 employees."),
    ("Ostwind has 90 people.", "You employ 90 people."),
    ("Ostwind has 90 staff in Ghent.", "You employ 90 people in Ghent."),
)  # fmt: skip
def test_to_employ_people_is_to_have_them(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind has 90 vans.", "You employ 90 people."),
    ("Ostwind has 90 people.", "You employ 80 people."),
    ("Ostwind has 90 drivers.", "You employ 90 people."),
    ("Ostwind has 90 drivers.", "You employ 90 vans."),
    ("Ostwind had 90 employees.", "You employ 90 people."),
)  # fmt: skip
def test_to_employ_others_is_something_else(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Headcount is 310 (LinkedIn).", "You have 310 employees."),
    ("Headcount is 310 (LinkedIn).", "You have 310 staff."),
    ("Headcount is 310 (LinkedIn).", "You have 310 people."),
    ("Headcount is 310 (LinkedIn).", "You employ 310 people."),
    ("Headcount is 310.", "Ostwind has 310 people."),
    ("Headcount: 310.", "Ostwind has 310 people."),
)  # fmt: skip
def test_a_headcount_is_people(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Headcount is 310.", "You have 310 drivers."),
    ("Headcount is 310.", "You have 310 people in Ghent."),
    ("Headcount is 310 in Ghent.", "You have 310 people."),
    ("Headcount is 310 at Kolb.", "You have 310 people."),
    ("Headcount was 310.", "You have 310 people."),
    ("Headcount is not 310.", "You have 310 people."),
    ("Headcount is 310.", "You have 300 people."),
    ("Headcount is 310.", "You and Kolb have 310 people."),
)  # fmt: skip
def test_a_headcount_of_something_or_once_is_not(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Nothing before Q4.", "Nothing can happen before Q4."),
    ("Not before Q4.", "Nothing can happen before Q4."),
    ("Not before Q4.", "I understand nothing can happen before Q4."),
)  # fmt: skip
def test_nothing_before_a_date_is_said_in_two_ways(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Not before Q4.", "Nothing can happen before Q3."),
    ("Not before Q4.", "Nothing will happen before Q4."),
    ("Not after Q4.", "Nothing can happen before Q4."),
    ("Now before Q4.", "Nothing can happen before Q4."),
    ("Not before Q4.", "Something can happen before Q4."),
)  # fmt: skip
def test_another_date_or_another_promise_is_refused(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Churned from Kolb in 2023.", "You left Kolb in 2023."),
    ("Churned from Kolb.", "You left Kolb."),
    ("Churned from Kolb Sails in 2023.", "You left Kolb Sails in 2023."),
    ("Previous vendor: Kolb (churned 2023).", "You left Kolb in 2023."),
    ("Previous vendor: Kolb (left in 2023).", "You left Kolb in 2023."),
    ("Previous vendor: Kolb Sails (left 2023).", "You left Kolb Sails in 2023."),
    ("Previous vendor: Kolb (churned 2023).", "Ostwind left Kolb in 2023."),
)  # fmt: skip
def test_to_leave_a_vendor_is_to_churn_from_it(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Previous vendor: Kolb (churned 2023).", "Nord left Kolb in 2023."),
    ("Current vendor: Kolb (signed 2023).", "You left Kolb in 2023."),
    ("Previous vendor: Kolb (bought 2023).", "You left Kolb in 2023."),
    ("Previous owner: Kolb (left 2023).", "You left Kolb in 2023."),
    ("Previous vendor: Kolb (left 2023).", "You left Kolb Sails in 2023."),
    ("Churned from Kolb in 2023.", "You left in 2023."),
    ("Churned from Kolb in 2023.", "You left Nord in 2023."),
)  # fmt: skip
def test_another_vendor_or_another_deed_is_no_leaving(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind runs 58 vans.", "You run a fleet of 58 vans."),
    ("Ostwind has 58 people in Ghent.", "You have a team of 58 people in Ghent."),
    ("Ostwind has 58 vans.", "You have a portfolio of 58 vans."),
)  # fmt: skip
def test_a_count_may_be_called_a_fleet_or_a_team(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind runs 58 vans.", "You run one fleet of 58 vans."),
    ("Ostwind runs 58 vans.", "You run a depot of 58 vans."),
    ("Ostwind runs 58 vans.", "You run a fleet of 57 vans."),
    ("Ostwind runs 58 vans.", "You run a fleet with 58 vans."),
    ("Ostwind runs vans.", "You run a fleet of vans."),
    ("Ostwind runs 58 vans.", "You run the fleet of 58 vans."),
)  # fmt: skip
def test_another_word_for_a_count_is_refused(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Careers page lists 9 jobs, 3 of them planners.", "Your careers page lists 9 jobs, including 3 planners."),
    ("Careers page lists 9 jobs, 3 of them planners.", "Your careers page lists 9 jobs, including 3 for planners."),
    ("Careers page lists 9 jobs, 3 of them planners.", "Your careers page lists 9 jobs including 3 planners."),
    ("Ostwind has 9 depots, 3 of them in Ghent.", "You have 9 depots, including 3 in Ghent."),
    ("Ostwind has 9 depots, including Hull.", "You have 9 depots, including Hull."),
)  # fmt: skip
def test_including_is_of_them(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind has 9 depots, 3 of them in Ghent.", "You have 9 depots, including 4 in Ghent."),
    ("Ostwind has 9 depots, 3 of them in Ghent.", "You have 9 depots, including 3 in Hull."),
    ("Ostwind has 9 depots, 3 of them in Ghent.", "You have 8 depots, including 3 in Ghent."),
    ("Ostwind has 9 depots, 3 of them for Ghent.", "You have 9 depots, including 3 in Ghent."),
    ("Ostwind has 9 depots, excluding 3 in Ghent.", "You have 9 depots, including 3 in Ghent."),
)  # fmt: skip
def test_including_keeps_its_count_and_its_place(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ('CEO Lee Park on Radio Ghent: "Volumes fell."', "Lee Park said on Radio Ghent that volumes fell."),
    ('CEO Lee Park in Port News: "Volumes fell."', "Lee Park wrote in Port News that volumes fell."),
    ('CEO Lee Park in Port News: "Volumes fell."', "Lee Park says in Port News that volumes fell."),
    ('CEO Lee Park in Port News: "Volumes fell."', "Lee Park writes in Port News that volumes fell."),
    ('CEO Lee Park: "Volumes fell."', "Lee Park said that volumes fell."),
    ('CEO Lee Park: "Volumes fell."', 'Lee Park said, "Volumes fell."'),
)  # fmt: skip
def test_a_quotation_behind_a_name_was_said(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ('CEO Lee Park on Radio Ghent: "Volumes fell."', "Lee Park said on Radio Bonn that volumes fell."),
    ('CEO Lee Park on Radio Ghent: "Volumes fell."', "Lee Park said on the radio that volumes fell."),
    ('CEO Lee Park on Radio Ghent: "Volumes fell."', "Lee Park said on Radio Ghent that volumes rose."),
    ('Lee Park on Radio Ghent: "Volumes fell."', "You said on Radio Ghent that volumes fell."),
    ('Lee Park on Radio Ghent: "Volumes fell."', "Lee Park denied on Radio Ghent that volumes fell."),
)  # fmt: skip
def test_what_nobody_said_is_not_said(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Closing the books takes 15 days.", "It takes you 15 days to close the books."),
    ("Closing the books takes 15 days.", "It takes 15 days to close the books."),
    ("Closing the books takes 15 days.", "It takes you 15 days to close the books"),
    ("Closing the books took 15 days in May.", "It took you 15 days to close the books in May."),
    ("Closing takes 15 days.", "It takes you 15 days to close."),
    ("Closing the books takes 15 days.", "Closing the books takes you 15 days."),
)  # fmt: skip
def test_what_takes_days_may_be_told_the_other_way(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Closing the books takes 15 days.", "It takes you 14 days to close the books."),
    ("Closing the books takes 15 days.", "It takes you 15 days to open the books."),
    ("Closing the books took 15 days.", "It takes you 15 days to close the books."),
    ("Opening the books takes 15 days.", "It takes you 15 days to close the books."),
    ("Closing the books takes Kolb 15 days.", "Closing the books takes you 15 days."),
)  # fmt: skip
def test_the_days_the_deed_and_the_doer_stay(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind bought Kolb, adding nine sites.", "You bought Kolb, which added nine sites."),
    ("Ostwind bought Kolb in May, adding nine sites.", "You bought Kolb in May, which added nine sites."),
)  # fmt: skip
def test_a_participle_may_be_a_clause(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind bought Kolb, adding nine sites.", "You bought Kolb, which added eight sites."),
    ("Ostwind bought Kolb, adding nine sites.", "You bought Kolb, which closed nine sites."),
    ("Ostwind bought Kolb and Nord, adding nine sites.", "You bought Nord which added nine sites."),
)  # fmt: skip
def test_the_clause_keeps_its_fact(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind built 40 sheds, up 7% on the year before.", "You built 40 sheds, 7% more than the year before."),
    ("Ostwind built 40 sheds, down 7% on the year before.", "You built 40 sheds, 7% less than the year before."),
    ("Ostwind built 40 sheds, down 7% on the year before.", "You built 40 sheds, 7% fewer than the year before."),
)  # fmt: skip
def test_up_on_a_year_is_more_than_it(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind built 40 sheds, down 7% on the year before.", "You built 40 sheds, 7% more than the year before."),
    ("Ostwind built 40 sheds, up 7% on the year before.", "You built 40 sheds, 7% fewer than the year before."),
    ("Ostwind built 40 sheds, up 7% on the year before.", "You built 40 sheds, 7% less than the year before."),
    ("Ostwind built 40 sheds, up 7% on the year before.", "You built 40 sheds, 8% more than the year before."),
    ("Ostwind built 40 sheds, up 7 on the year before.", "You built 40 sheds, 7% more than the year before."),
    ("Ostwind built 40 sheds, up 7% on the year before.", "You built 40 sheds, 7% better than the year before."),
    ("Ostwind built 40 sheds, up 7% on 2023.", "You built 40 sheds, 7% more than 2022."),
)  # fmt: skip
def test_up_is_not_down_and_a_share_stays(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Visits were up 9% in 2024.", "Visits rose 9% in 2024."),
    ("Visits were up 9% in 2024.", "Visits grew 9% in 2024."),
    ("Visits were up 9% in 2024.", "Visits rose by 9% in 2024."),
    ("Visits were up 9% in 2024.", "Visits climbed 9% in 2024."),
    ("Visits were down 9% in 2024.", "Visits dropped 9% in 2024."),
    ("Visits were down 9% in 2024.", "Visits declined 9% in 2024."),
    ("Visits were down 9% in 2024.", "Visits shrank 9% in 2024."),
    ("Visits were down 9% in 2024.", "Visits fell 9% in 2024."),
    ("Revenue was down 9% in 2024.", "Your revenue fell 9% in 2024."),
    ("Revenue was up 9% in 2024.", "Your revenue rose 9% in 2024."),
    ("Visits rose 9% in 2024.", "Your visits were up 9% in 2024."),
    ("Revenue rose 9% in 2024.", "Your revenue was up 9% in 2024."),
    ("Revenue fell 9% in 2024.", "Your revenue was down 9% in 2024."),
    ("Visits rose 900 in 2024.", "Your visits were up 900 in 2024."),
)  # fmt: skip
def test_to_rise_is_to_be_up(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Visits rose 9% in 2024.", "Your visits were down 9% in 2024."),
    ("Visits fell 9% in 2024.", "Your visits were up 9% in 2024."),
    ("Visits were up 9% in 2024.", "Visits fell 9% in 2024."),
    ("Visits were down 9% in 2024.", "Visits rose 9% in 2024."),
    ("Visits are up 9%.", "Visits rose 9% in 2024."),
    ("Visits rise 9%.", "Your visits were up 9%."),
    ("Visits were up to 9% in 2024.", "Visits rose 9% in 2024."),
    ("Visits were up 9% in 2024.", "Visits rise 9% in 2024."),
)  # fmt: skip
def test_to_rise_is_neither_to_fall_nor_to_be_rising(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Revenue was £3 million in 2024, up 11%.", "Revenue grew 11% to £3 million in 2024."),
    ("Revenue was £3 million in 2024, up 11%.", "Your revenue rose by 11% to £3 million in 2024."),
    ("Revenue was £3 million in 2024, down 11%.", "Your revenue fell 11% to £3 million in 2024."),
    ("Revenue was £3 million, up 11%.", "Your revenue grew 11% to £3 million"),
    ("Revenue was £3 million in 2024, up 11%.", "Your revenue increased by 11% to £3 million in 2024"),
)  # fmt: skip
def test_a_rise_to_a_level_is_a_level_that_is_up(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Revenue was £3 million in 2024, down 11%.", "Your revenue grew 11% to £3 million in 2024."),
    ("Revenue was £3 million in 2024, up 11%.", "Your revenue fell 11% to £3 million in 2024."),
    ("Revenue was £3 million in 2024, up 11%.", "Your revenue grew 11% from £3 million in 2024."),
    ("Revenue is £3 million in 2024, up 11%.", "Your revenue will grow 11% to £3 million in 2024."),
    ("Revenue was £3 million in 2024, up 11%.", "Your revenue grew 12% to £3 million in 2024."),
    ("Revenue was £3 million in 2024, up 11%.", "Your revenue grew 11% to £4 million in 2024."),
)  # fmt: skip
def test_the_rise_and_the_level_stay_as_they_are(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Careers page: 9 jobs.", "Your careers page lists 9 jobs."),
    ("Careers page: 9 jobs.", "Your careers page shows 9 jobs."),
    ("Careers page: 9 jobs.", "Your careers page has 9 jobs."),
    ("Careers page: 9 jobs.", "Your careers page mentions 9 jobs."),
    ("Careers page: 9 jobs.", "Your careers page advertises 9 jobs."),
    ("Careers page: 9 jobs.", "Your careers page includes 9 jobs."),
    ("Careers page: 9 jobs.", "Your careers page says 9 jobs."),
    ("Careers pages: 9 jobs.", "Your careers pages list 9 jobs."),
    ("Annual report: 9 depots.", "Your annual report mentions 9 depots."),
)  # fmt: skip
def test_a_page_that_lists_is_a_label(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Careers page: 9 jobs.", "Your careers page hides 9 jobs."),
    ("Careers page: 9 jobs.", "Your careers page lists 8 jobs."),
    ("Ghent depot: 9 jobs.", "Your Ghent depot lists 9 jobs."),
    ("Kolb page: 9 jobs.", "Your page lists 9 jobs."),
    ("Careers page: 9 jobs cut.", "Your careers page lists 9 jobs."),
)  # fmt: skip
def test_a_label_stays_whose_it_is(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Case files in Kolb Desk.", "You keep case files in Kolb Desk."),
    ("Case files in Kolb Desk.", "You hold case files in Kolb Desk."),
    ("Case files in Kolb Desk.", "You store your case files in Kolb Desk."),
    ("Case files in Kolb Desk.", "You maintain the case files in Kolb Desk."),
    ("Case files in Kolb Desk.", "You have case files in Kolb Desk."),
    ("Case files in Kolb Desk.", "You run case files in Kolb Desk."),
    ("Kolb for accounting.", "You use Kolb for accounting."),
    ("Case files in Kolb Desk; planning is slow.", "You keep case files in Kolb Desk."),
    ("Case files in Kolb Desk, vans in Sage.", "You keep case files in Kolb Desk."),
    ("Case files in Kolb Desk and vans in Sage.", "You keep case files in Kolb Desk."),
    ("Case files in Kolb Desk & vans in Sage.", "You keep case files in Kolb Desk."),
    ("Case files in Kolb Desk\nVans in Sage.", "You keep case files in Kolb Desk."),
)  # fmt: skip
def test_a_note_without_a_verb_is_kept_work(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Dock files in Kolb Desk.", "You do dock files in Kolb Desk."),
    ("Case files in Kolb Desk.", "You use case files in Kolb Desk."),
    ("Case files in Kolb Desk.", "You lose case files in Kolb Desk."),
    ("Kolb in accounting.", "You use Kolb in accounting."),
    ("kolb for accounting.", "You use kolb for accounting."),
    ("Case files in Kolb Desk.", "You keep case files in Kolb.", "News"),
    ("Case files in Kolb Desk.", "You keep case files in Kolb Desk.", "News"),
    ("Case files in Kolb Desk.", "Nord keeps case files in Kolb Desk."),
    ("12 files in Kolb Desk.", "You keep 12 files in Kolb Desk."),
    ("Case files.", "You keep case files."),
    ("Case files in Kolb Desk until May.", "You keep case files in Kolb Desk."),
    ("Case files in Kolb Desk, until May.", "You keep case files in Kolb Desk."),
    ("Case files in Kolb Desk, dropped.", "You keep case files in Kolb Desk."),
    ("Case files in Kolb Desk in May.", "You keep case files in Kolb Desk."),
    ("Case files in Kolb Desk (in May).", "You keep case files in Kolb Desk."),
    ("Case files in Kolb Desk and are lost.", "You keep case files in Kolb Desk."),
    ("Case files in Kolb Desk are lost.", "You keep case files in Kolb Desk."),
)  # fmt: skip
def test_a_note_that_goes_on_or_is_no_note_is_no_such_work(pair: tuple[str, ...]):
    cell, text, *column = pair
    held(text, **{column[0] if column else "Source notes": cell})
