"""Noun phrases turned around: what may stand before its noun or behind it, and what may not."""

from tests.evidence.families import family
from tests.evidence.guards import held, passes


def each(*pairs: tuple[str, ...]):
    return family("pair", pairs)


@each(
    ("Ostwind has a contract with Tyro in Ghent.", "You have a Tyro contract in Ghent."),
    ("Ostwind ran an audit by Hay Group in May.", "You ran a Hay Group audit in May."),
    ("Ostwind ran a report on Tyro in May.", "You ran a Tyro report in May."),
    ("Ostwind ran an audit of Tyro in May.", "You ran a Tyro audit in May."),
    ("Ostwind won an order for Tyro in May.", "You won a Tyro order in May."),
    ("Ostwind won an order from Tyro in May.", "You won a Tyro order in May."),
    ("Ostwind won an order in Tyro in May.", "You won a Tyro order in May."),
    ("Ostwind runs a desk at Tyro in May.", "You run a Tyro desk in May."),
    ("Ostwind runs a desk on Tyro in May.", "You run a Tyro desk in May."),
    ('Ostwind ran the ad "Salt" in May.', "You ran the Salt ad in May."),
    ("Ostwind has a contract with Tyro Sails in Ghent.", "You have a Tyro Sails contract in Ghent."),
    ("Ostwind has a contract with Tyro Sails Hay Wood in Ghent.", "You have a Tyro Sails Hay Wood contract in Ghent."),
    ("Ostwind has a contract with Tyro.", "You have a Tyro contract."),
    ("Ostwind has a contract with Kolb and a contract with Tyro.", "You have a Tyro contract."),
)  # fmt: skip
def test_the_name_before_a_noun_may_stand_behind_it(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind won an order against Tyro in May.", "You won a Tyro order in May."),
    ("Ostwind won an order over Tyro in May.", "You won a Tyro order in May."),
    ("Ostwind won an order without Tyro in May.", "You won a Tyro order in May."),
    ("Ostwind has a contract with Tyro in Ghent.", "You have a Kolb contract in Ghent."),
    ("Ostwind has a contract with Tyro Sails in Ghent.", "You have a Tyro Kolb contract in Ghent."),
    ("Ostwind has a yard with Tyro and a contract.", "You have a Tyro contract."),
    ("Ostwind has a contract and a yard with Tyro.", "You have a Tyro contract."),
)  # fmt: skip
def test_another_name_or_another_link_does_not_make_it_so(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("The Hay Wood depot has 40 docks.", "Your depot in Hay Wood has 40 docks."),
    ("The Hay Wood depot has 40 docks.", "Your depot at Hay Wood has 40 docks."),
    ("The Hay Wood depot has 40 docks.", "Your depot at the Hay Wood has 40 docks."),
    ("The Kolb contract ends in May.", "Your contract with Kolb ends in May."),
    ("The Hay Wood Kolb Nord depot has 40 docks.", "Your depot in Hay Wood Kolb Nord has 40 docks."),
)  # fmt: skip
def test_the_place_behind_a_noun_may_stand_before_it(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("The Kolb contract ends in May.", "Your contract for Kolb ends in May."),
    ("The Kolb contract ends in May.", "Your contract without Kolb ends in May."),
    ("The Kolb contract ends in May.", "Your contract near Kolb ends in May."),
    ("The Hay Wood depot has 40 docks.", "Your depot in Hay has 40 docks."),
    ("The Hay Wood depot has 40 docks.", "Your depot in Wood has 40 docks."),
    ("The Hay Wood depot has 40 docks.", "Your depot in Hay Kolb has 40 docks."),
    ("The Hay depot has 40 docks.", "Your depot in Hay Wood has 40 docks."),
)  # fmt: skip
def test_another_place_behind_a_noun_is_another_thing(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind won an order worth £9 million.", "You won a £9 million order."),
    ("Ostwind won an order worth £9 million in May.", "You won a £9 million order in May."),
    ("Ostwind won an order in Ghent worth £9 million.", "You won a £9 million order in Ghent."),
    ("Ostwind won an order of £9 million.", "You won a £9 million order."),
    ("Ostwind won an order (£9 million).", "You won a £9 million order."),
    ("Ostwind has a rate of 97%.", "You have a 97% rate."),
    ("Ostwind has a fill rate of 97%.", "You have a 97% fill rate."),
    ("Ostwind has a fill rate of 97%.", "You have a 97% fill rate"),
    ("Ostwind won an order worth £9 million.", "You won a £9 million order"),
)  # fmt: skip
def test_a_price_before_a_thing_may_stand_behind_it(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind has a fill rate of 97%.", "You have a 97% rate fill."),
    ("Ostwind has a team of 97.", "You have a 97 team."),
    ("Ostwind won an order worth £9 million.", "You won a £8 million order."),
    ("Ostwind won an order for £9 million vans.", "You won a £9 million order."),
)  # fmt: skip
def test_another_price_or_another_thing_is_refused(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind uses two suppliers only.", "You use only two suppliers."),
    ("Ostwind uses two oak suppliers only.", "You use only two oak suppliers."),
    ("Ostwind uses two suppliers only in Ghent.", "You use only two suppliers in Ghent."),
)  # fmt: skip
def test_only_may_stand_behind_what_it_limits(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind uses two suppliers.", "You use only two suppliers."),
    ("Ostwind uses only two suppliers.", "You use two suppliers."),
    ("Ostwind uses two suppliers only.", "You use two suppliers."),
    ("Ostwind uses oak suppliers only.", "You use only suppliers oak."),
)  # fmt: skip
def test_only_is_neither_dropped_nor_added(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind opened an office in Bonn with 140 seats.", "You opened a 140-seat office in Bonn."),
    ("Ostwind opened an office with 140 seats in Bonn.", "You opened a 140-seat office in Bonn."),
    ("Ostwind opened a bank office of 140 seats in Bonn.", "You opened a 140-seat bank office in Bonn."),
    ("Ostwind opened an office in the Bonn and Ghent area with 140 seats.", "You opened a 140-seat office in the Bonn and Ghent area."),
    ("Ostwind opened a 140-seat office in Bonn.", "You opened an office with 140 seats in Bonn."),
    ("Ostwind opened an office in Bonn with 140 seats.", "You opened an office with 140 seats in Bonn."),
    ("Ostwind opened an office in Bonn & Ghent with 140 seats.", "You opened an office with 140 seats in Bonn & Ghent."),
    ("Ostwind opened an office in Bonn with 140 seats in May.", "You opened an office with 140 seats in Bonn in May."),
)  # fmt: skip
def test_a_size_before_a_thing_may_stand_behind_it(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind opened an office in Bonn with 140 seats.", "You opened a 140-bed office in Bonn."),
    ("Ostwind opened an office in Bonn with 140 seats.", "You opened a 40-seat office in Bonn."),
    ("Ostwind opened an office in Bonn with 140 seats.", "You opened a 140-seat office in Ghent."),
    ("Ostwind opened an office in Bonn near Kolb with 140 seats.", "You opened a 140-seat office in Bonn."),
)  # fmt: skip
def test_another_size_or_another_place_is_refused(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Voters approved a bond in May.", "Congrats on the bond that voters approved in May."),
    ("Voters approved a bond in May.", "Congrats on the bond which voters approved in May."),
    ("Kolb Sails approved a bond.", "Congrats on the bond that Kolb Sails approved."),
    ("Voters approved a bond.", "Congrats on the bond that voters approved."),
    ("Ostwind opened a depot in May.", "I saw the depot that you opened in May."),
)  # fmt: skip
def test_what_somebody_did_to_a_thing_may_follow_it(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Kolb opened a depot in May.", "I saw the depot that you opened in May."),
    ("Voters approved a bond in May.", "Congrats on the bond that approved voters in May."),
    ("Voters will approve a bond in May.", "Congrats on the bond that voters approved in May."),
    ("Voters approved a bond in May.", "Congrats on the bond that voters never approved in May."),
    ("Voters approved a bond in May.", "Congrats on the bond that voters approved in June."),
    ("Voters in Bonn approved a bond.", "Congrats on the bond that voters approved."),
)  # fmt: skip
def test_who_did_it_and_what_and_when_stay(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("Ostwind met the group CFO, Jo Lind.", "You met Jo Lind, the group CFO."),
    ("Reports to the group CFO, Kim Aas.", "You report to Kim Aas, the group CFO."),
    ("Ostwind hired a new COO, Jonas Ek, in May.", "You hired Jonas Ek as your new COO."),
    ("Ostwind bought from a supplier, Kolb.", "You bought from Kolb, a supplier."),
    ("Ostwind bought from a supplier, Kolb.", "You bought from Kolb, a supplier"),
)  # fmt: skip
def test_a_role_may_follow_its_name(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("Ostwind bought from a yard, Kolb.", "You bought from Kolb, a yard."),
    ("Ostwind met the group CFO, Jo Lind.", "You met Jo Lind, the CFO."),
    ("Ostwind met the group CFO, Jo Lind.", "You met Jo Lind, your CFO."),
    ("Ostwind met Jo Lind.", "You met Jo Lind, the group CFO."),
    ("Ostwind met the group CFO of Kolb, Jo Lind.", "You met Jo Lind, the group CFO."),
    ("Ostwind met the ex group CFO, Jo Lind.", "You met Jo Lind, the group CFO."),
)  # fmt: skip
def test_a_role_that_is_not_there_does_not_follow_a_name(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)


@each(
    ("G2 rating 4.6 (318 reviews).", "You have a 4.6 rating on G2."),
    ("G2 rating 4.6 (318 reviews).", "You have a 4.6 rating on G2"),
    ("TikTok: 96k followers.", "You have 96,000 followers on TikTok."),
    ("TikTok page: 96k followers.", "You have 96,000 followers on TikTok."),
    ("TikTok profile: 96k followers.", "You have 96,000 followers on TikTok."),
    ("TikTok channel: 96k followers.", "You have 96,000 followers on TikTok."),
    ("TikTok listing: 96k followers.", "You have 96,000 followers on TikTok."),
    ("TikTok account: 96k followers.", "You have 96,000 followers on TikTok."),
    ("Kolb Wine Awards: 96 points.", "You have 96 points from Kolb Wine Awards."),
    ("G2 score of 4.6.", "You have a 4.6 score from G2."),
)  # fmt: skip
def test_a_score_may_be_said_to_be_on_its_site(pair: tuple[str, ...]):
    cell, text = pair
    passes(text, cell)


@each(
    ("TikTok fan: 96k followers.", "You have 96,000 followers on TikTok."),
    ("TikTok account: 96k followers.", "You have 96,000 fans on TikTok."),
    ("TikTok account: 96k followers.", "You have 96,000 followers on Kolb."),
    ("TikTok account: 95k followers.", "You have 96,000 followers on TikTok."),
    ("Kolb TikTok account: 96k followers.", "You have 96,000 followers on TikTok."),
    ("TikTok Kolb account: 96k followers.", "You have 96,000 followers on TikTok."),
    ("TikTok account - 96k followers.", "You have 96,000 followers on TikTok."),
    ("G2 rating 4.6.", "You have a 4.6 rating on Kolb."),
)  # fmt: skip
def test_a_score_stays_with_its_site_and_its_thing(pair: tuple[str, ...]):
    cell, text = pair
    held(text, cell)
