"""The closed word classes of English that the gate's checks are made of.

Only closed classes stand here (articles, auxiliaries, prepositions, modals,
quantifiers, hedges, conditions): lists that do not grow with the subject of a
message. Words of a trade are never listed; they must be in the quote.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words("a an the")
BE_NOW = _words("is are am 're 'm be")
BE_PAST = _words("was were")
BE_OTHER = _words("been being")
HAVE = _words("have has had having 've")
DO = _words("do does did")
LINKS = _words("and & but that which who whom there")
SOFT_PREPOSITIONS = _words(
    "in on at of for to from with by into onto as across within throughout during among via between"
)
PLACE = _words("in on at across within throughout")
OF_FOR = _words("of for")
ADDED_PREPOSITIONS = _words("of for in on at with across")

NEGATIONS = _words(
    "not no never neither nor none nobody nothing nowhere without hardly barely rarely seldom "
    "scarcely cannot lack fail refuse deny decline cancel abandon postpone delay halt cease "
    "suspend reject prevent avoid stop withdraw drop shelve dispute oppose doubt impossible "
    "unable unaware false untrue fake far"
)
PLAIN_NEGATIONS = _words("not no never neither nor none without n't")
MODALS = _words("will would may might can could shall should must ought need dare 'll 'd used")
HEDGES = _words(
    "maybe perhaps possibly probably likely unlikely apparently reportedly allegedly alleged "
    "supposedly seemingly presumably arguably seem appear potentially potential expect plan aim "
    "hope intend target seek want wish consider explore discuss propose project forecast predict "
    "anticipate estimate schedule tentative tentatively provisional provisionally preliminary "
    "possible rumour rumor rumoured try attempt believe think claim suggest guess assume "
    "ideally theoretically hypothetical hypothetically eventually soon shortly upcoming future "
    "prospective due poised ready goal ambition roadmap might-be so-called almost nearly "
    "virtually practically approximately roughly about around interested evaluate assess "
    "investigate look prepare prepared hopefully yet still former formerly previously ex acting "
    "interim deputy assistant honorary nominally technically partial partially partly draft "
    "beta trial pilot"
)
CONDITIONS = _words(
    "if unless until till once whether provided providing assuming pending depending subject "
    "conditional contingent otherwise except excluding excepting only before after since "
    "without although though despite"
)
QUANTIFIERS = _words(
    "all every each any some most many much few several both either half quarter only just "
    "merely even mainly mostly largely entirely completely fully wholly always usually often "
    "sometimes occasionally generally typically normally frequently more less fewer least than "
    "other another else everything everyone everybody anything anyone anybody something "
    "someone somebody exclusively solely or except enough too minimum maximum "
    "better worse up down again"
)
CAUSES = _words(
    "because therefore thus hence so since due thanks cause lead drive trigger result enable "
    "owing consequently thereby accordingly force make help hurt cost"
)
SUPERLATIVE_HELPERS = _words("most least best worst first last top leading leader number-one")
ORGANISATIONS = _words(
    "company firm business startup agency brand maker manufacturer bakery brewery hotel group chain "
    "clinic studio practice shop retailer developer consultancy cooperative charity dairy association "
    "trust foundation housebuilder roaster roastery grower producer distiller distillery winery "
    "cidery creamery caterer foundry nonprofit builder operator supplier provider lender insurer carrier "
    "publisher exporter importer processor wholesaler distributor utility airline bank university "
    "college haulier courier printer recycler"
)
"""What a sentence about a company calls it, after its name: "the bakery"."""
TRADERS = _words(
    "builder operator supplier provider lender insurer carrier publisher exporter importer processor "
    "wholesaler distributor bank haulier courier printer recycler"
)
"""Those that may as well be somebody whom the company deals with."""
ANY_COMPANY = _words("company firm business startup agency brand group family nonprofit")
"""Those that say nothing of its trade."""

MARKED = (
    NEGATIONS | MODALS | HEDGES | CONDITIONS | QUANTIFIERS | _words("because therefore thus hence")
)
"""Words that change what a sentence says about the world: never silently left out."""

REPORTING = _words(
    "say tell report announce claim state note add explain write mention ask confirm deny think "
    "believe argue warn predict suggest"
)
COMPANY_PRONOUNS = _words("it its they their them")
OUR_PRONOUNS = _words("we our ours us i me my mine")
YOUR_PRONOUNS = _words("you your yours")

FREE_ADVERBS = _words("also now currently already successfully really very recently well however")
"""May be left out of a quote; none of them may be added to one."""
FREE_ADDED = _words("also indeed")
FREE_ADJECTIVES = _words("open new large big small major great strong own total overall current")

ROLE_KEYS = _words(
    "ceo cfo cto coo cio cmo cro vp president director manager head founder chairman chairwoman "
    "mr mrs ms dr md chair superintendent treasurer controller"
)
APPOSED = _words(
    "competitor rival supplier vendor partner provider customer client carrier dealer distributor "
    "subsidiary parent contractor agency consultancy newspaper magazine brother sister wife husband "
    "father mother son daughter colleague publisher editor author analyst chef designer architect "
    "engineer spokesperson spokesman spokeswoman professor scientist economist mayor minister "
    "senator investor backer owner"
)
"""What may stand in front of a name and be left out: "our supplier Kolb"."""
OWN_SOURCES = _words(
    "careers career page pages site website job jobs board post posting postings listing linkedin "
    "profile annual report press release filing lists list shows show says say states state "
    "reports mentions advertises newsletter blog homepage memo minutes brochure ad advert "
    "notes noted reads bio banner status"
)

COLLECTIVES = _words("fleet team total network portfolio staff workforce pool estate headcount")
"""What a count may be said to be of: "a fleet of 58 vans"."""

SAYING = _words(
    "lists list shows show says say states state reports report mentions advertises notes noted reads"
)
"""Those of them that may be verbs, and alone name no source."""
SITES = _words(
    "site mine plant depot warehouse office store branch factory mill yard hub campus terminal "
    "quarry facility works refinery port airport"
)
"""What a place's name may stand for: "at the Leeds depot"."""

SOURCE_KINDS = _words("engineering company board product tech team culture")
"""What may stand before such a source and be left out with it: "board memo"."""

CALL_WORDS = _words(
    "would could can may might shall will help compare notes note next this week day days month "
    "call chat talk speak meet meeting open worth quick short brief happy glad pleased delighted "
    "love like share show send let know me us i we you your our my think interested interest "
    "interesting reply respond answer schedule book slot time calendar tomorrow today monday "
    "tuesday wednesday thursday friday morning afternoon convenient work works suit suits "
    "available free best look looking forward hearing hear soon thanks thank reach reaching out "
    "touch base connect discuss explore learn more see if how what when which who whether where it "
    "they that make makes sense idea ideas useful helpful question questions any some here is are be "
    "am do does did have a an the to of for in on at with about or and but so by up back from "
    "intro introduction demo walk through example examples details detail information right "
    "person point direction colleague colleagues pass along feel please kindly just 's 'd 'll 're "
    "'m not no over then there them this these those minutes minute min hour half early late "
    "other someone else team side your yours way get give take want need go ahead ask follow "
    "email phone line conversation curious welcome either later around possible better "
    "attach attached attaching include included below enclosed good great hope well all finds fine okay ok sure catch up ping drop write overview find holidays holiday prefer few after before"
)
"""All that a call to action is made of; it says nothing about anybody."""

CALL_OPENERS = _words(
    "would could can may shall will is are do does did have how what when which who where "
    "if i we let happy glad worth open please thanks thank look looking feel reply here just any "
    "hope curious send book ask drop either talk speak best"
)
ASK_WORDS = _words(
    "handle manage deal approach run track plan measure keep use do go think feel decide choose "
    "currently today now process processes team teams company workflow tool tools stack system "
    "priority priorities goal goals budget setup side end plate list radar agenda table main biggest "
    "challenge challenges problem problems difficult hard easy much many often long usually "
    "at moment right this year quarter month week still looking into spend take prepare organise "
    "organize work working find finding start begin improve change"
)
