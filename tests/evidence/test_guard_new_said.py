"""What a cell leaves to its reader, and other ways to say a level, a share and a deed."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes


def each(*pairs: tuple[str, ...]):
    return family("pair", pairs)


@each(
    ("Ostwind opened a depot in Ghent. The depot has 40 docks.", "Your new depot in Ghent has 40 docks."),
    ("Ostwind runs a depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind runs a depot at Hay Wood. The depot has 40 docks.", "Your depot at Hay Wood has 40 docks."),
    ("Ostwind runs a depot near Hay Wood. The depot has 40 docks.", "Your depot near Hay Wood has 40 docks."),
    ("Ostwind runs an ice depot. The depot has 40 docks.", "Your ice depot has 40 docks."),
    ("Ostwind runs a cold-store depot. The depot has 40 docks.", "Your cold-store depot has 40 docks."),
    ("Ostwind runs a big old cold dry wet red depot. The depot has 40 docks.", "Your big old cold dry wet red depot has 40 docks."),
    ("Ostwind runs an ice depot. The depot opens early.", "Your ice depot opens early."),
    ("Ostwind runs an ice depot. The depot closed in May.", "Your ice depot closed in May."),
)  # fmt: skip
def test_the_thing_of_the_sentence_before_is_meant_by_the(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind opened a depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind runs a depot in Ghent. The depot has 40 docks.", "Your new depot in Ghent has 40 docks."),
    ("Ostwind opens a depot in Ghent. The depot has 40 docks.", "Your new depot in Ghent has 40 docks."),
    ("Kolb opened a depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind opened a depot in Ghent. The yard has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind opened a depot in Ghent. A depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind opened a depot in Ghent and a depot in Bonn. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind will open a depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind sold a depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind closed a depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind left a depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind moved a depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind runs depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind runs an ice depot. The depot has 40 docks.", "Your wood depot has 40 docks."),
    ("Ostwind runs an ice depot for Kolb. The depot has 40 docks.", "Your depot for Kolb has 40 docks."),
    ("Ostwind runs a depot in Ghent. The depot has 40 docks.", "Your depot near Ghent has 40 docks."),
    ("Ostwind runs a depot in Ghent. Kolb is glad. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind runs a depot in Ghent. The old depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind runs a depot in Ghent. The Depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind saw one of the ice sheds. The shed has 40 docks.", "Your ice shed has 40 docks."),
)  # fmt: skip
def test_a_thing_that_is_not_the_lead_s_or_not_the_same_is_not_meant(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind opened a depot in Ghent.", "Congrats on the new depot in Ghent."),
    ("Ostwind opened a depot in Ghent.", "Congrats on your new depot in Ghent."),
)  # fmt: skip
def test_what_was_begun_is_new(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind opened, with Kolb, a depot in Ghent.", "Congrats on the new depot in Ghent."),
    ("Ostwind opened in May the depot in Ghent.", "Congrats on the new depot in Ghent."),
    ("Ostwind opened a yard and built a depot in Ghent.", "Congrats on the new depot in Ghent."),
    ("Ostwind opened a yard and runs a depot in Ghent.", "Congrats on the new depot in Ghent."),
    ("Ostwind opened a depot in Ghent, near its yard in Bonn.", "Congrats on your new yard in Bonn."),
    ("Ostwind opened a depot in Ghent and closed it.", "Congrats on the new depot in Ghent."),
    ("Ostwind opened a depot in Ghent and may move.", "Congrats on the new depot in Ghent."),
)  # fmt: skip
def test_what_is_planned_or_far_from_its_beginning_is_not_new(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Send it to Rui Sa, who runs payroll.", "Rui Sa runs payroll."),
    ("Ostwind hired Rui Sa, who ran payroll in May.", "Rui Sa ran payroll in May."),
    ("Rui Sa, who runs payroll.", "Rui Sa runs payroll."),
)  # fmt: skip
def test_who_did_it_may_follow_the_name(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Send it to Rui Sa and Jo Lind, who runs payroll.", "Rui Sa runs payroll."),
    ("Send it to Rui Sa who runs payroll.", "Rui Sa runs payroll."),
    ("Send it to Rui Sa from Kolb, who runs payroll.", "Rui Sa runs payroll."),
)  # fmt: skip
def test_somebody_behind_a_list_or_a_common_noun_did_not_do_it(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Planning is slow, said Mira.", "You said planning is slow."),
    ("Planning is slow, says Mira.", "You say planning is slow."),
    ("Planning is slow, said Mira", "You said planning is slow."),
    ("Planning is slow, said Rui Sa.", "Rui Sa said planning is slow."),
    ("Planning is slow, says Rui Sa.", "Rui Sa says planning is slow."),
    ("Planning is slow, said Rui Sa Vaz Nunes.", "Rui Sa Vaz Nunes said planning is slow."),
)  # fmt: skip
def test_who_said_it_may_stand_behind(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Planning is slow, said Rui Sa.", "Jo Lind said planning is slow."),
    ("Planning is slow, said Rui Sa.", "You said planning is slow."),
    ("Planning is slow, said Rui of Kolb.", "Rui said planning is slow."),
    ("Planning is slow said Rui Sa.", "Rui Sa said planning is slow."),
    ("Planning is slow, denied Rui Sa.", "Rui Sa said planning is slow."),
    ("Planning is slow, said nobody.", "Nobody said planning is slow."),
    ("Planning may be slow, said Mira.", "You said planning is slow."),
)  # fmt: skip
def test_what_stands_behind_is_who_said_it_and_nobody_else(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Mira liked it but says Kolb must agree.", "You mentioned that Kolb must agree."),
    ("Mira liked it and says Kolb must agree.", "You said that Kolb must agree."),
    ("Mira liked it and said Kolb must agree.", "You said that Kolb must agree."),
)  # fmt: skip
def test_the_contact_also_says_it(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Rui liked it but says Kolb must agree.", "You said that Kolb must agree."),
    ("Your team liked it but says Kolb must agree.", "You said that Kolb must agree."),
    ("Mira liked the CFO who laughed but says Kolb must agree.", "You said that Kolb must agree."),
    ("Mira liked that Ostwind grew but says Kolb must agree.", "You said that Kolb must agree."),
    ("Mira liked it or says Kolb must agree.", "You said that Kolb must agree."),
    ("Mira liked it but denies Kolb must agree.", "You said that Kolb must agree."),
)  # fmt: skip
def test_somebody_else_in_the_sentence_may_say_it(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind bought a site in Ghent and plans sheds there.", "You plan sheds in Ghent."),
    ("Ostwind bought a site at Hay Wood and plans sheds there.", "You plan sheds at Hay Wood."),
    ("Ostwind bought a site near Hay Wood and opened sheds there in May.", "You opened sheds near Hay Wood in May."),
    ("Ostwind bought a site in Ghent and opened sheds there, in May.", "You opened sheds in Ghent."),
)  # fmt: skip
def test_there_is_the_one_place_that_the_sentence_names(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind bought a site in Ghent and in Bonn and plans sheds there.", "You plan sheds in Bonn."),
    ("Ostwind bought a site in Ghent and plans sheds there.", "You plan sheds in Bonn."),
    ("Ostwind bought a site in town and plans sheds there.", "You plan sheds in town."),
    ("Ostwind left Ghent and opened sheds there.", "You opened sheds in Ghent."),
    ("Ostwind has a yard in Ghent, there rents rise.", "Rents rise in Ghent."),
    ("Ostwind has a yard in Ghent and opened sheds there too late.", "You opened sheds in Ghent too late."),
)  # fmt: skip
def test_there_is_no_place_where_two_are_named_or_none(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("CEO Lee Park said that she wants to grow in Spain.", "Lee Park wants to grow in Spain."),
    ("CEO Lee Park said that he plans to grow in Spain.", "Lee Park plans to grow in Spain."),
    ("CEO Lee Park says that she hopes to grow in Spain.", "Lee Park hopes to grow in Spain."),
)  # fmt: skip
def test_she_who_said_what_she_wants_wants_it(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("CEO Lee Park said she wants to grow in Spain.", "Lee Park wants to grow in Spain."),
    ("CEO Lee Park said that Kolb wants to grow in Spain.", "Lee Park wants to grow in Spain."),
    ("CEO Lee Park said that she refuses to grow in Spain.", "Lee Park wants to grow in Spain."),
    ("CEO Lee Park never said that she wants to grow in Spain.", "Lee Park wants to grow in Spain."),
    ("The council said that she wants to grow in Spain.", "The council wants to grow in Spain."),
    ("CEO Lee Park said Kolb may know that she wants to grow in Spain.", "Lee Park wants to grow in Spain."),
)  # fmt: skip
def test_what_she_says_of_others_is_only_said(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind has 14 open roles, 6 of them dispatchers.", "You have 6 open roles for dispatchers."),
    ("Ostwind has 14 open roles, 6 of which are dispatchers.", "You have 6 open roles for dispatchers."),
    ("Ostwind has 14 open roles (6 of them dispatchers).", "You have 6 open roles for dispatchers."),
    ("Ostwind has 14 vans, 6 of them in Ghent.", "You have 6 vans in Ghent."),
    ("Ostwind has 14 vans, 6 of these are electric.", "You have 6 electric vans."),
    ("Ostwind has 14 staff, 6 of whom are drivers.", "You have 6 staff drivers."),
    ("Ostwind has 14 vans, 6 of those are electric.", "You have 6 electric vans."),
    ("Ostwind has 14 vans, 6 of them electric, in Ghent.", "You have 6 electric vans."),
)  # fmt: skip
def test_some_of_them_are_of_the_thing_counted_before(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind has 14 vans, 6 of our electric.", "You have 6 electric vans."),
    ("Ostwind has 14 vans and 6 of them electric.", "You have 6 electric vans."),
    ("Ostwind has 14 vans, 6 of them not electric.", "You have 6 electric vans."),
    ("Ostwind has 14 vans, 6 of them electric.", "You have 14 electric vans."),
    ("Ostwind has 14 vans, 6 of them electric.", "You have 5 electric vans."),
    ("Ostwind has vans, 6 of them electric.", "You have 6 electric trucks."),
    ("Ostwind has 14 vans, 6 of them owned by Kolb.", "You have 6 owned vans."),
)  # fmt: skip
def test_some_of_them_are_no_other_things(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Churn rose from 18% to 21% in 2024.", "Churn was 21% in 2024, up from 18%."),
    ("Churn was 21%, up from 18%.", "Churn rose from 18% to 21%."),
    ("Churn was 21% in May, up from 18%.", "Churn rose from 18% to 21% in May."),
    ("Churn was 18%, down from 21%.", "Churn fell from 21% to 18%."),
    ("Churn 21%, up from 18%.", "Churn rose from 18% to 21%."),
    ("Churn 18%, down from 21%.", "Churn fell from 21% to 18%."),
    ("Seats 21 in May, up from 18.", "Seats rose from 18 to 21 in May."),
    ("Seats 21, up from 18, in May.", "Seats rose from 18 to 21 in May."),
)  # fmt: skip
def test_levels_told_two_ways(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Churn 21%, up from 18%.", "Churn fell from 21% to 18%."),
    ("Churn was 21%, up from 18%.", "Churn fell from 21% to 18%."),
    ("Churn was 21%, up from 18%.", "Churn rose from 21% to 18%."),
    ("Churn was 21%, down from 28%.", "Churn rose from 28% to 21%."),
    ("Churn is 21%, up from 18%.", "Churn rose from 18% to 22%."),
)  # fmt: skip
def test_a_level_stays_as_it_is(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Lee Park told The Baker that volumes fell.", "Lee Park said in The Baker that volumes fell."),
    ("Lee Park said in The Baker that volumes fell.", "Lee Park told The Baker that volumes fell."),
    ("Lee Park told Kolb that volumes fell.", "Lee Park said to Kolb that volumes fell."),
)  # fmt: skip
def test_where_it_was_said_is_said_two_ways(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Lee Park told The Baker that volumes fell.", "Lee Park said in Kolb that volumes fell."),
    ("Lee Park told The Baker that volumes fell.", "Lee Park said on The Baker that volumes fell."),
    ("Lee Park said of Kolb that volumes fell.", "Lee Park told Kolb that volumes fell."),
)  # fmt: skip
def test_another_place_is_another_saying(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("The page takes 6 s to load.", "Your page takes 6 s to load."),
    ("Page load 6 s.", "Your page takes 6 s to load."),
    ("The page load time is 6 s.", "The page load time is 6 s."),
)  # fmt: skip
def test_what_takes_so_long_may_be_told_shorter(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Page load 6 s.", "Your page takes 7 s to load."),
    ("Page print 6 s.", "Your page takes 6 s to load."),
)  # fmt: skip
def test_a_duration_stays_with_its_deed(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind won a prize in 2022 and again in 2024.", "You won a prize in 2022 and in 2024."),
)  # fmt: skip
def test_again_between_two_times_may_go(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind won a prize again in 2024.", "You won a prize in 2024."),
    ("Ostwind won a prize in 2022, again in 2024.", "You won a prize in 2022, in 2024."),
)  # fmt: skip
def test_again_elsewhere_stays(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind operates 40 clinics.", "You have 40 clinics."),
    ("Ostwind manages 40 clinics.", "You have 40 clinics."),
    ("Ostwind comprises 40 clinics.", "You have 40 clinics."),
    ("Ostwind counts 40 clinics.", "You have 40 clinics."),
    ("Ostwind employs 40 bakers.", "You have 40 bakers."),
    ("The group consists of 40 clinics.", "You have 40 clinics."),
    ("A network operating 40 clinics opened in Ghent.", "A network of 40 clinics opened in Ghent."),
)  # fmt: skip
def test_who_operates_so_many_has_them(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind paints 40 clinics.", "You have 40 clinics."),
)  # fmt: skip
def test_who_does_anything_else_need_not_have_them(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Backlog stood at £2 million in May.", "Your backlog was £2 million in May."),
    ("Backlog stands at £2 million.", "Your backlog is £2 million."),
    ("Volumes stood at 40 vans in May.", "Volumes were 40 vans in May."),
    ("Volumes stand at 40 vans.", "Volumes stand at 40 vans."),
)  # fmt: skip
def test_stood_at_is_was(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Backlog stood at £2 million.", "Your backlog is £2 million."),
    ("Backlog stands at £2 million.", "Your backlog was £2 million."),
    ("Backlog stood in £2 million.", "Your backlog was £2 million."),
    ("Backlog stood at Kolb.", "Your backlog was Kolb."),
    ("Backlog ran at £2 million.", "Your backlog was £2 million."),
    ("Backlog nearly reached £2 million in May.", "Your backlog was £2 million in May."),
)  # fmt: skip
def test_stands_is_not_was_and_stood_is_not_is(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind sold its yard.", "You sold the yard."),
    ("Ostwind moved its head office.", "You moved the head office."),
    ("Vans and their drivers wait.", "Vans and the drivers wait."),
)  # fmt: skip
def test_its_is_the(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind sold our yard.", "You sold the yard."),
)  # fmt: skip
def test_another_owner_is_not_the(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind launched a hull paint, Aqua, in Ghent.", "You launched Aqua in Ghent."),
    ("Ostwind launched an anti-rust paint, Aqua, in Ghent.", "You launched Aqua in Ghent."),
    ("Ostwind launched a hull paint, Aqua.", "You launched Aqua."),
    ("Ostwind launched a hull paint, Aqua", "You launched Aqua"),
)  # fmt: skip
def test_what_a_thing_is_may_go_before_its_name(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind launched a hull paint, Aqua Nord, in Ghent.", "You launched Aqua in Ghent."),
    ("Ostwind launched the hull paint, Aqua, in Ghent.", "You launched Kolb in Ghent."),
    ("Ostwind launched a rival to hull paint, Aqua, in Ghent.", "You launched Aqua in Ghent."),
    ("Ostwind launched a hull paint, aqua, in Ghent.", "You launched aqua in Ghent."),
    ("Ostwind launched a 40 paint, Aqua, in Ghent.", "You launched Aqua in Ghent."),
)  # fmt: skip
def test_another_thing_or_a_longer_name_stays(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Budget for vans is £80k.", "You have a budget of £80k for vans."),
    ("Budget for vans is £80k", "You have a budget of £80k for vans"),
    ("Budget for new vans: £80k.", "You have a budget of £80k for new vans."),
)  # fmt: skip
def test_a_budget_of_so_much_is_so_much(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Budget for vans is £80k.", "You have a budget of £80k for trucks."),
    ("Budget for vans is £80k.", "You have a budget of £70k for vans."),
    ("Budget for vans was £80k.", "You have a budget of £80k for vans."),
)  # fmt: skip
def test_a_budget_stays_for_its_thing(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Quotes are made by hand.", "You make quotes by hand."),
    ("Quotes are being made in Excel.", "You are making quotes in Excel."),
    ("Dock quotes are made by hand.", "You make dock quotes by hand."),
    ("NCRs are logged in Access.", "You log NCRs in Access."),
)  # fmt: skip
def test_what_is_made_is_made_by_them(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Quotes are made by Kolb.", "You make quotes."),
    ("Quotes were made by hand.", "You make quotes by hand."),
    ("Kolb quotes are made by hand.", "You make Kolb quotes by hand."),
    ("Quotes for Kolb are made by hand.", "You make quotes by hand."),
    ("Quotes are made by hand.", "You were making quotes by hand."),
    ("Quotes are made by hand.", "Your make quotes by hand."),
    ("Quotes were made by hand.", "You made quotes by hand."),
)  # fmt: skip
def test_another_s_work_and_a_past_deed_are_not(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Leeds site had a fire in May.", "I saw the fire at your Leeds site in May."),
    ("Leeds site had a fire.", "I heard about the fire at your Leeds site."),
    ("Kolb won a prize.", "I saw the prize for Kolb."),
    ("Ostwind won a prize.", "Congrats on the prize for Ostwind."),
)  # fmt: skip
def test_a_place_may_have_had_it(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Leeds site had a fire.", "I heard about the fire at your Hull site."),
    ("Leeds site had a flood.", "I heard about the fire at your Leeds site."),
    ("Leeds site feared a fire.", "I heard about the fire at your Leeds site."),
)  # fmt: skip
def test_another_place_had_it_not(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind runs an ice depot in Hay Wood Nord. The depot has 40 docks.", "Your ice depot in Hay Wood Nord has 40 docks."),
    ("Ostwind runs an ice depot in. The depot has 40 docks.", "Your ice depot has 40 docks."),
    ("It opened an ice depot in Ghent. The depot has 40 docks.", "Your new ice depot in Ghent has 40 docks."),
    ("Congrats go out; Ostwind won a 97% rate.", "You won a 97% rate."),
    ("Ostwind has a fill rate 97% in Ghent.", "You have a 97% fill rate in Ghent."),
    ("Ostwind won an order £9 million.", "You won a £9 million order."),
    ("Ostwind won an order: £9 million.", "You won a £9 million order."),
    ("Voters approved the bond in spring.", "Congrats on the bond that voters approved in spring."),
    ("Voters approved the bond in 2024.", "Congrats on the bond that voters approved in 2024."),
    ("Ostwind opened depots.", "Congrats on the new depots."),
    ("Ostwind has opened the depot.", "Congrats on the new depot."),
    ("Ostwind runs fleet of 58 vans.", "You run 58 vans."),
    ("Ostwind runs the fleet of 58 vans.", "You run 58 vans."),
    ("Ostwind has drivers and a fleet of 58 vans.", "You have drivers and 58 vans."),
    ("Ostwind has 64 drivers and a team of 58 chefs.", "You have 64 drivers and 58 chefs."),
    ("Job page for Planner, Driver.", "You are hiring a Planner."),
    ("Job page lists six planners.", "You are hiring six planners."),
    ("Job page lists six roles for planners.", "You are hiring six planners."),
    ("Job page lists six planner roles.", "You are hiring six planner roles."),
    ("Job page lists roles for planners.", "You are hiring for planners."),
    ("Ostwind opened a depot in May.", "Your depot opened in May."),
    ("Voters approved the bond in May 2024 talks.", "Congrats on the bond that voters approved in May 2024 talks."),
    ("Voters approved the bond in Ghent talks.", "Congrats on the bond that voters approved in Ghent talks."),
    ("Ostwind has a contract in the Kolb yard.", "You have a contract in the Kolb yard."),
)  # fmt: skip
def test_a_thing_is_called_as_it_stands_in_its_cell(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind runs an ice depot. The depot guard has 40 docks.", "Your ice depot guard has 40 docks."),
    ("Ostwind runs ice depots. The depots have 40 docks.", "Your ice depots have 40 docks."),
    ("A Kolb ice depot opened. The depot has 40 docks.", "Your ice depot has 40 docks."),
    ("A depot in Ghent, which Kolb runs. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("The depot, which Kolb opened.", "Congrats on the new depot."),
    ("The depot in Ghent, built in May, opened.", "Congrats on the new depot."),
    ("The depot near the yard opened.", "Congrats on the new depot."),
    ("Ostwind opened the depot and left.", "Congrats on the new depot."),
    ("Ostwind opened the depot but may sell.", "Congrats on the new depot."),
    ("Ostwind bought and opened the depot.", "Congrats on the new depot."),
    (": Planner, Driver.", "You are hiring a Driver."),
    ("Team: Planner, Driver.", "You are hiring a Driver."),
    ("Ostwind runs a big old cold dry wet red raw ice depot in Ghent. The depot has 40 docks.", "Your depot in Ghent has 40 docks."),
    ("Ostwind runs a big old cold dry wet red raw ice depot. The depot has 40 docks.", "Your big old cold dry wet red raw ice depot has 40 docks."),
    ("Ostwind has a depot, built in 1900.", "Congrats on your new depot."),
    ("Ostwind has a depot, built in 1900.", "Congrats on the new depot."),
    ("Ostwind opened at the depot in Ghent.", "Congrats on the new depot in Ghent."),
    ("Ostwind built on the depot in Ghent.", "Congrats on the new depot in Ghent."),
    ("Ostwind runs a toy fleet of 58 vans.", "You run 58 vans."),
    ("Ostwind runs toy fleet of 58 vans.", "You run 58 vans."),
)  # fmt: skip
def test_a_thing_is_not_called_what_it_is_not(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)
