"""Verbs turned around, and what a page for jobs does and does not tell."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes


def each(*pairs: tuple[str, ...]):
    return family("pair", pairs)


@each(
    ("At Expo, founder Lee Park said volumes fell.", "Lee Park said at Expo that volumes fell."),
    ("At the Expo Lee Park said that volumes fell.", "Lee Park said at the Expo that volumes fell."),
    ("In Port News Lee Park wrote that volumes fell.", "Lee Park wrote in Port News that volumes fell."),
    ('At Expo Lee Park said "volumes fell".', 'Lee Park said at Expo "volumes fell".'),
    ("At Expo Lee Park says that volumes fell.", "Lee Park says at Expo that volumes fell."),
)  # fmt: skip
def test_where_it_was_said_may_stand_in_front(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("At Expo Lee Park said that volumes fell.", "Lee Park said at Nord that volumes fell."),
    ("At Expo Lee Park said that volumes fell.", "Lee Park said at home that volumes fell."),
    ("At Expo Lee Park said that volumes fell.", "Jo Lind said at Expo that volumes fell."),
    ("At Expo Lee Park heard that volumes fell.", "Lee Park said at Expo that volumes fell."),
)  # fmt: skip
def test_another_place_or_another_voice_is_refused(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind opened a depot in Ghent in May.", "Your depot in Ghent opened in May."),
    ("Ostwind opened a Ghent depot in May.", "Your Ghent depot opened in May."),
    ("Ostwind reopened a Ghent depot in May.", "Your Ghent depot reopened in May."),
    ("Ostwind launched a Ghent shop in May.", "Your Ghent shop launched in May."),
    ("Ostwind opened a Ghent depot.", "Your Ghent depot opened."),
    ("Ostwind opened a Ghent depot.", "Your Ghent depot opened"),
)  # fmt: skip
def test_what_was_opened_has_opened(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind closed a Ghent depot in May.", "Your Ghent depot opened in May."),
    ("Ostwind opened a Ghent depot in May.", "Your Ghent depot closed in May."),
    ("Kolb opened a Ghent depot in May.", "Your Ghent depot opened in May."),
    ("Ostwind opened a Ghent depot in May.", "Your Ghent depot opened in June."),
    ("Ostwind opened a Ghent depot in May.", "The Ghent depot of Kolb opened in May."),
    ("Ostwind opens a Ghent depot in May.", "Your Ghent depot opened in May."),
    ("Ostwind opened a Ghent depot for Kolb.", "Your Ghent depot opened Kolb."),
    ("Ostwind opened a Ghent depot in May.", "Your Ghent depot opens in May."),
)  # fmt: skip
def test_nobody_else_s_and_no_other_time(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Tours planned by hand.", "You plan tours by hand."),
    ("Tours planned in Excel.", "You plan tours in Excel."),
    ("Dock tours planned in Excel.", "You plan dock tours in Excel."),
    ("Booking tours planned in Excel.", "You plan booking tours in Excel."),
    ("RFP planned for the fall.", "You are planning an RFP for the fall."),
    ("RFP scheduled for the fall.", "You are scheduling an RFP for the fall."),
    ("RFP prepared for the fall.", "You are preparing an RFP for the fall."),
)  # fmt: skip
def test_routine_work_noted_without_a_doer_is_theirs(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("RFP planned for the fall.", "You were planning an RFP for the fall."),
    ("RFP opened for the fall.", "You are opening an RFP for the fall."),
    ("RFP planned by Kolb for the fall.", "You are planning an RFP for the fall."),
    ("Tours planned in Excel.", "You plan tours in Excel.", "News"),
    ("Tours planned in Excel in May.", "You plan tours in Excel."),
    ("Kolb Tours planned in Excel.", "You plan tours in Excel."),
    ("Tours Kolb planned in Excel.", "You plan Tours Kolb in Excel."),
    ("Tours will be planned in Excel.", "You plan tours in Excel."),
    ("Tours planning in Excel.", "You plan tours in Excel."),
    ("Tours with Kolb planned in Excel.", "You plan tours with Kolb in Excel."),
    ("12 tours planned in Excel.", "You plan 12 tours in Excel."),
    ("Tours planned in Excel.", "Your plan tours in Excel."),
    ("Tours planned in Excel.", "You planned tours in Excel."),
)  # fmt: skip
def test_what_may_be_another_s_work_is_not(pair: tuple[str, ...]):
    cell, text, *column = pair
    held(text, **{column[0] if column else "Source notes": cell})


@each(
    ("Careers page lists 14 open roles, 6 of them dispatchers.", "You are hiring 6 dispatchers."),
    ("Job ad: Route Planner.", "You are recruiting a Route Planner."),
    ("Job ad: Route Planner.", "You are advertising for a Route Planner."),
    ("Job ad: Route Planner.", "You are seeking a Route Planner."),
    ("Job ad: Route Planner.", "You are looking for a Route Planner."),
    ("Job ad: Route Planner.", "You are searching for a Route Planner."),
    ("Job ad: Route Planner.", "You are currently hiring a Route Planner."),
    ("Job ad: Route Planner.", "You are now hiring a Route Planner."),
    ("Job ad: Route Planner.", "You are also hiring a Route Planner."),
    ("Job ad: Route Planner.", "You are actively hiring a Route Planner."),
    ("Job ad: Route Planner.", "You are hiring for a Route Planner."),
    ("Job ad: Route Planner.", "Ostwind is hiring a Route Planner."),
    ("Job page: Route Planner, Driver.", "You are hiring a Driver."),
    ("Job page: Route Planner; Driver.", "You are hiring a Driver."),
    ("Job page: Route Planner and Driver.", "You are hiring a Driver."),
    ("Job page: Route Planner and a driver.", "You are hiring a driver."),
    ("Job page: Route Planner, an Editor.", "You are hiring an Editor."),
    ("9 open roles for planners on the careers page.", "You are hiring 9 planners."),
    ("Careers page has 9 open roles for planners.", "You are hiring 9 planners."),
    ("Careers page has 9 planner roles.", "You are hiring for 9 planner roles."),
)  # fmt: skip
def test_a_job_ad_says_that_they_hire(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Job ad: Route Planner.", "You were hiring a Route Planner."),
    ("Job ad: Route Planner.", "You are not hiring a Route Planner."),
    ("Job ad: Route Planner.", "You are probably hiring a Route Planner."),
    ("Job ad: Route Planner.", "You are looking a Route Planner."),
    ("Job ad: Route Planner.", "You are searching a Route Planner."),
    ("Job ad: Route Planner.", "You are firing a Route Planner."),
    ("Job ad: Route Planner.", "Kolb is hiring a Route Planner."),
    ("Job ad: Route Planner.", "You are hiring a Fleet Planner."),
    ("Job ad: Route Planner.", "You are hiring two Route Planners."),
    ("Job ad: Route Planner.", "You are hiring."),
    ("Job ad: Route Planner.", "You are advertising a Route Planner."),
    ("Job page: Route Planner with Driver.", "You are hiring a Driver."),
    ("Job page: Route Planner, lost Driver.", "You are hiring a Driver."),
    ("Vans: Route Planner, Driver.", "You are hiring a Driver."),
    ("Wanted: Route Planner.", "You are hiring a Route Planner."),
    ("Careers page has 9 desks for planners.", "You are hiring 9 planners."),
    ("Careers page has 9 planners.", "You are hiring 9 planners."),
    ("Careers page cut 9 open roles for planners.", "You are hiring 9 planners."),
)  # fmt: skip
def test_whatever_else_a_page_lists_is_no_vacancy(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)
