"""Tell a question, a yes and a no apart in a person's own words.

The class is a suggestion, shown with the words that led to it; what the reply means
is the person's decision (R68).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from sheetsync.evidence.sentences import sentence_spans
from sheetsync.replies.wording import Wording

_PLEASANTRY = re.compile(
    r"^(?:hi |hello |hey )?(?:\w+ )?,? ?(?:how are you|how are things|how is it going|hows it going|hope (?:you|all|this)|how have you been|"
    r"wie geht es|wie gehts|ca va|comment (?:allez|vas)|como esta|come (?:va|sta)|hoe gaat|tudo bem|really|right|ok|sorry|seriously|you know|no)\b(?: \w+){0,4}$"
)
_ASKS = re.compile(
    r"^(?:(?:and|but|so|also|please|thanks|ok|hi|hello|hey|,) ){0,3}(?:(?:can|could|would|will|do|does|did|is|are|have|has) (?:you|your|it|this|there|the|that)\b|(?:can|could|may|shall) (?:we|i)\b|what (?!a |an )\w+ (?:do|does|did|are|is|can|could|would)\b|"
    r"(?:what|how|when|where|which|who|why) (?:is|are|do|does|did|would|can|could|will|much|many|long|about|kind|exactly|happens|integrations?|size|countr\w+)\b)"
    r"|\b(?:(?:could|can) you (?:tell|send|share|explain|clarify|let me know|confirm|give)|please (?:clarify|explain|tell me|advise|let me know (?:what|how|whether|if|when|which))|"
    r"(?:i|we) (?:wonder|was wondering|am wondering|would like to know|want to know|have (?:a|one|some|two|a few|a couple of) (?:quick )?questions?)|let me know (?:what|how|whether|which)|"
    r"(?:konnen|konnten|haben|wie|was|welche|wann|wer|gibt es|ist das|sind) (?:sie|ihr|viel|kostet|lange|das|es)\b.*(?:$)|"
    r"(?:quel|quelle|quels|combien|comment|pouvez vous|pourriez vous|est ce que|avez vous)\b|(?:cuanto|cuanta|como|pueden|podria\w*|que precio|cual es|tienen)\b|"
    r"(?:quanto|quale|come funziona|potete|potrebbe|avete)\b|(?:kunt u|kun je|hoeveel|wat kost|hebben jullie|wat is)\b|(?:quanto custa|qual e|podem|voces tem|como funciona)\b)"
)
_STRONG_YES = re.compile(
    r"\b(?:(?:very |quite |definitely |certainly |really |also |be |am |are |im |were )?interested|(?:lets|let us) (?:\w+ )?(?:talk|chat|meet|speak|schedule|set|do|book|discuss|connect|have|find|go|get|catch|jump|hop|explore|arrange|try|proceed|move)|"
    r"(?:happy|glad|keen|open|pleased|delighted|love|excited|willing|ready|game|up|curious) (?:to|for) (?:a )?(?:chat|stop by|come|visit|send|share|show|join|drop by|call|book|arrange|schedule|host|answer|talk|meet|discuss|hear|learn|speak|see|connect|explore|take|have|jump|hop|try|know|find|look|call|demo|go|start|more)|"
    r"(?:id|i would|we would|wed|would) (?:\w+ )?(?:love|like|welcome|appreciate|be (?:open|interested|keen|happy|glad|up|curious|delighted)) (?:to (?:\w+ )?(?:learn|know|hear|see|talk|discuss|meet|understand|chat|try|explore|get|have|speak|receive|read|schedule|book)|a |more|for|some|in)|"
    r"(?:please |pls |do |can |just |then |and |so |,|^|\. )(?:send|share|forward|shoot|give|email)(?: it| them)?(?: me| us| over| through| along)*(?: \w+){0,2}? (?:more|details?|info\w*|proposal|quote|deck|pricing|prices?|slides|brochure|calendar|invite|times?|slots?|offer|one pager|case stud\w+|material\w*|link|call|ring|it)|tell (?:me|us) more|send (?:me|us) (?:an? )?invite|like (?:the|this|your) (?:idea|approach|offer|concept|proposal)|"
    r"(?:sounds?|looks?|seems?) (?:very |really |quite |pretty |super |like a )?(?:good|great|interesting|promising|perfect|excellent|fantastic|useful|relevant|intriguing|worthwhile|right|amazing|awesome|fit|plan|brilliant)|"
    r"(?:book|schedule|set up|arrange|organi[sz]e|fix)(?:ed)? (?:a |an |the |some )?(?:call|demo|meeting|time|chat|slot|visit|appointment)|works (?:well |great |best |fine |perfectly )?(?:for (?:me|us)|here)|count (?:me|us) in|sign (?:me|us) up(?! for)|"
    r"(?:good|great|perfect|excellent) timing|(?:call|ring|phone) me (?:on|at|tomorrow|today|this|next|any|when|please|under)|give me a (?:call|ring|shout)|looking forward to|would be (?:great|good|helpful|useful|interesting|perfect|ideal|lovely|valuable)|"
    r"want to (?:learn|know|hear|see|talk|try|proceed|move forward|go ahead|discuss|buy|order|start)|(?:lets|please|can) (?:proceed|go ahead)|im in(?= ?[.,]|$)|go ahead|worth (?:a|an) (?:\w+ )?(?:chat|call|look|conversation|discussion|meeting|try)|we need (?:this|exactly this|something like)|(?:we are|were|im|i am|been) (?:\w+ )?looking (?:for|into|at) (?:exactly|just|something|a|an|this|such|your|new|alternatives|better|solutions?)|"
    r"(?:klingt|hort sich) (?:\w+ )?(?:gut|interessant|spannend|super|vielversprechend)|(?:gerne|gern)\b(?: \w+){0,4} (?:mehr|termin|telefon\w*|sprechen|treffen|austauschen|zu|an|schicken|senden)|interessiert mich|(?:wir sind|ich bin|ware|waren) (?:\w+ )?interessiert|schicken sie|senden sie (?:mir|uns) (?:gerne|bitte|doch)|rufen sie mich|"
    r"(?:cela|ca|c est|votre \w+) (?:m |nous )?(?:\w+ )?interess\w+|(?:je suis|nous sommes|serais|serions) (?:\w+ )?interesses?e?s?|avec plaisir|volontiers|envoyez (?:moi|nous)|appelez moi|parlons en|"
    r"(?:me|nos) interesa\b|(?:estoy|estamos|estaria) (?:\w+ )?interesad\w+|suena (?:\w+ )?(?:bien|interesante)|(?:me|nos) (?:gustaria|encantaria)|envieme|enviame|llameme|"
    r"(?:mi|ci) interessa\b|(?:sono|siamo|sarei|saremmo) (?:\w+ )?interessat\w|volentieri|mi piacerebbe|sembra (?:\w+ )?interessante|mi mandi|mi chiami|"
    r"(?:klinkt|lijkt) (?:\w+ )?(?:goed|interessant|mij)|(?:wij|we|ik) (?:\w+ )?(?:hebben |heb )?(?:\w+ )?interesse in|graag (?:meer|een)|stuur (?:maar|gerust|mij (?:graag|de|een))|bel mij|"
    r"(?:parece|soa) (?:\w+ )?(?:bom|interessante|bem|otimo)|(?:tenho|temos|teria) interesse|gostaria de (?:saber|conhecer|receber|marcar|ver)|(?:me|nos) ligue|adoraria)"
)
_WEAK_YES = re.compile(
    r"(?:^|[.,] )(?:yes|yep|yeah|sure|absolutely|definitely|certainly|of course|great|perfect|agreed|deal|ja|oui|si|claro|certo|sim|natuurlijk|gerne|gern|d accord|bien sur|va bene|confirmed|interesting|very interesting|interessant|interessante|interesante|interessant|intriguing|awesome|brilliant)(?= ?[.,]|$| (?:please|that|thanks|i|we|bitte|why))"
    r"|\b(?:works|that suits|suits me|fine (?:by|with) me|good idea|all good|sounds fair|makes sense)\b"
)
_DENIED = re.compile(
    r"\b(?:not|no|never|dont|doesnt|isnt|arent|wasnt|wouldnt|cant|cannot|wont|im not|neither|nor|hardly|longer|un|didnt|havent|nicht|kein|keine|keinen|pas|plus|ne|nullement|non|geen|niet|nao|sin|without|unable|less|little|if you are|if you were|if youre|anyone|somebody|someone|nobody|why would|fail to see)(?: \w+){0,3} ?$"
)
_NO = re.compile(
    r"\b(?:not (?:\w+ )?interested|no interest|(?:isnt|arent|aint|not) (?:\w+ ){0,3}?(?:interested|interesting|relevant|(?:a )?(?:good |great |right )?(?:fit|match)|for (?:us|me)|a priority|priority|looking|needed|necessary|required|suitable|applicable|convinced|worth|something we|in the market|our (?:thing|focus|area))|"
    r"no (?:thanks|thank you|thx|need|budget|demand|use|requirement|plans?|appetite|capacity|resources?|time|bandwidth|intention)|(?:we|i|ill|well|to|must|have to|will|going to) (?:\w+ )?(?:pass|decline)\b|pass on this|hard pass|"
    r"(?:dont|do not|doesnt|does not|cant|cannot|wont|will not|didnt) (?:\w+ ){0,2}?(?:need|want|see|require|use|have (?:the |a |any )?(?:budget|need|time|money|resources|capacity|use|requirement|plans?|bandwidth)|fit|apply|make sense|work with|buy|purchase|afford|justify|believe|think (?:this|we|its|it is|that)|consider|move|go)|"
    r"(?:have|use|got) our own|already (?:have|use|using|work|working|got|covered|signed|chose|chosen|decided|selected|committed|implemented|bought|contracted|in place|served|set|solved|run|went|gone|do)|(?:happy|satisfied|content|fine|pleased|sorted|good|covered|ok) with (?:our|the|what|my|whatever)|(?:were|we are|im|i am) (?:all )?(?:good|fine|set|sorted|covered|ok)(?= ?[.,]|$| thanks| thank| for now| here)|"
    r"too (?:expensive|costly|pricey|small|big|late|complex|complicated|risky|much)|out of (?:our )?(?:budget|scope)|over budget|(?:budget|spending) (?:is |has been |was )?(?:frozen|cut|gone|spent|allocated|freeze)|hiring freeze|under contract|locked in|(?:contract|agreement) (?:with|until|runs|through|is|expires)|in ?house|built our own|build (?:it|this) ourselves|do (?:it|this|that) ourselves|signed (?:\w+ )?with|another (?:vendor|supplier|provider|company|tool|solution)|went with|gone with|chose another|decided against|"
    r"wrong (?:person|contact|department|company|address)|not the (?:right|correct|best) (?:person|contact)|not my (?:area|department|responsibility|job)|unfortunately|i regret|we regret|thanks but|thank you but|waste of|bad fit|nothing for us|good luck elsewhere|all the best with|no longer (?:work|with|responsible|at|employed)|closing (?:down|our)|sold the|bankrupt\w*|insolv\w+|"
    r"kein(?:e|en)? (?:interesse|bedarf|budget|zeit|verwendung|bedarfs)|nicht (?:interessiert|interessant|relevant|notig|zustandig|geeignet|mein bereich)|bereits (?:einen|eine|versorgt|gelost|im einsatz|einem)|(?:haben|nutzen|arbeiten) (?:\w+ )?(?:bereits|schon)|leider|zu teuer|danke nein|nein danke|passt nicht|"
    r"pas (?:\w+ )?(?:interesses?e?s?|besoin|le budget|de budget|la bonne personne|concernes?|prioritaire|une priorite|le temps)|ne (?:m|nous) interesse (?:pas|plus)|aucun (?:interet|besoin)|deja (?:un|une|equipes?|en place|fournis|un fournisseur)|trop cher|malheureusement|non merci|"
    r"no (?:me|nos|estoy|estamos) (?:interesa|interesad\w+)|no (?:tenemos|necesitamos|hay) (?:presupuesto|interes|necesidad|\w+)|ya (?:tenemos|contamos|trabajamos|usamos)|demasiado car\w|lamentablemente|no gracias|"
    r"non (?:\w+ )?(?:interessat\w|interessa|abbiamo (?:bisogno|budget|interesse)|ci serve|fa per noi)|abbiamo gia|troppo caro|purtroppo|no grazie|"
    r"geen (?:interesse|behoefte|budget|tijd)|niet (?:geinteresseerd|interessant|nodig|relevant|van toepassing)|(?:hebben|werken) (?:\w+ )?al|te duur|helaas|nee (?:bedankt|dank)|"
    r"nao (?:\w+ )?(?:interessad\w|interesse|temos|precisamos|interessa|tenho)|sem (?:interesse|orcamento)|ja (?:temos|usamos|trabalhamos)|muito caro|infelizmente|nao obrigad\w)\b|(?:^|[.,] )(?:no|nope|nah|nein|non|nee|nao)(?= ?[.,]|$)"
)
LATER = re.compile(
    r"\b(?:not (?:right )?now|not at (?:this|the) (?:time|moment|stage|point)|at (?:the|this) (?:moment|time)|currently|right now|for now|not yet|too (?:early|soon)|later|again|back|revisit|reconnect|resume|reach out|touch base|check (?:in|back)|circle back|follow ?up|try (?:me|us|again)|ping|contact (?:me|us)|get in touch|until|till|after|busy|swamped|snowed under|tied up|overloaded|postpone\w*|delay\w*|on hold|hold off|wait|bad timing|no time|better time|budget|remind|come back|get back|lets (?:revisit|reconnect|pick (?:it|this) up)|from|ab|erst|wieder|spater|nochmal|noch einmal|derzeit|aktuell|momentan|melden sie|plus tard|revenez|recontact\w*|pour l instant|pour le moment|actuellement|apres|a partir|mas adelante|de momento|por ahora|vuelv\w*|despues|a partir|piu avanti|per ora|al momento|risent\w*|dopo|later|op dit moment|momenteel|nu niet|weer|vanaf|pas|na|mais tarde|no momento|por agora|depois|volt\w*)\b"
)


_ORDINAL = re.compile(r"(?:^|\D)\d{1,2}\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the sender's own words.

    Attributes:
        raw: The sentence, verbatim.
        wording: Its plain words.
        start: Where it begins in the own words.
        end: Where it ends.
    """

    raw: str
    wording: Wording
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stance:
    """What a person's words amount to.

    Attributes:
        kind: question, positive, negative or neutral.
        matched: The words that decided, verbatim; "" for neutral.
        sentence: The sentence they stand in, ``None`` for neutral.
        objection: The question or the objection, verbatim; "" for none.
    """

    kind: str
    matched: str
    sentence: Sentence | None
    objection: str


def sentences_of(words: str) -> list[Sentence]:
    """Cut own words into sentences; "4. Januar" is no end of one."""
    spans: list[tuple[int, int]] = []
    for start, end in sentence_spans(words):
        if spans and _ORDINAL.search(words[max(0, spans[-1][1] - 4) : spans[-1][1]]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [
        Sentence(words[start:end], Wording(words[start:end]), start, end) for start, end in spans
    ]


def stance(said: list[Sentence]) -> Stance:
    """Judge by precedence: question, positive, negative, neutral."""
    refused = _first(said, _refusal)
    objection = refused[1].raw if refused else ""
    asked = _first(said, _question)
    if asked:
        return Stance("question", asked[0], asked[1], asked[1].raw)
    agreed = _first(said, _agreement(_STRONG_YES)) or (
        None if refused else _first(said, _agreement(_WEAK_YES))
    )
    if agreed:
        return Stance("positive", agreed[0], agreed[1], objection)
    if refused:
        return Stance("negative", refused[0], refused[1], objection)
    later = _first(said, _deferral)
    return Stance(
        "neutral",
        later[0] if later else "",
        later[1] if later else None,
        later[1].raw if later else "",
    )


def _first(said: list[Sentence], judge: Callable[[Sentence], str]) -> tuple[str, Sentence] | None:
    return next(((found, one) for one in said if (found := judge(one))), None)


def _question(sentence: Sentence) -> str:
    plain = sentence.wording.text.rstrip(" .,")
    marked = sentence.raw.rstrip("\"')] ").endswith("?")
    if not marked and not _ASKS.search(plain):
        return ""
    return "" if _PLEASANTRY.search(plain) or not plain else sentence.raw


def _agreement(pattern: re.Pattern[str]) -> Callable[[Sentence], str]:
    def judge(sentence: Sentence) -> str:
        text = sentence.wording.text
        for found in pattern.finditer(text):
            opening = max(text.rfind(",", 0, found.start()), found.start() - 60, 0)
            if not _DENIED.search(text[opening : found.start()]):
                return sentence.wording.quote(*found.span())
        return ""

    return judge


def _refusal(sentence: Sentence) -> str:
    found = _NO.search(sentence.wording.text)
    return sentence.wording.quote(*found.span()) if found else ""


def _deferral(sentence: Sentence) -> str:
    found = LATER.search(sentence.wording.text)
    return sentence.wording.quote(*found.span()) if found else ""
