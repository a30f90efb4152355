"""The English ways of asking not to be written to again.

Patterns read plain words (see ``wording``). Each one names who is spoken to: an order
to us ("stop writing", "remove me") counts, a report about others ("customers
unsubscribe", "we want to stop using spreadsheets") does not.
"""

ORDER = (
    r"(?:^|[.,] (?:\d{1,2} )?|\b(?:please|kindly|and|so|just|then|or|but|hi|hello|hey|dear|sir|madam|thanks|thank you|again|"
    r"(?:can|could|would|will) you(?: please| kindly| just)?|you (?:must|should|need to|have to|can|may)|"
    r"(?:want|ask|asking|asked|told|tell|telling|like|request|requesting|need|instruct|order|demand|beg|urge) you(?: all)? to|"
    r"interested|ensure (?:you|that you)|make sure (?:you|that you)|be so kind (?:as )?to|kind enough to|good enough to|feel free to|would you mind|do you mind|"
    r"(?:ask|request|demand|insist) that you|i ask you|request to|requesting to|request is to|asking to|want to|wish to|like to) )"
    r"(?:(?:immediately|permanently|simply|promptly|also|just|at once|now|instantly|completely|ever|finally) )?"
)
MAIL = r"(?:e ?mails?|mails?|messages?|correspondence|communications?|newsletters?|spam|junk|outreach|solicitations?|marketing|promotions?|advert\w*|ads?|offers?|pitch(?:es)?|sales (?:mails?|e ?mails?|pitch(?:es)?|messages?)|notes?|follow ?ups?|reminders?|bumps?|check ?ins?|contacts?|calls?|texts?|sequences?|campaigns?|rubbish|crap|stuff|nonsense|garbage)"
MORE = r"(?:further|more|additional|other|future|such|unsolicited|these|those|this|that|your|any|all|kinds?|of|the|anything|something|sales|marketing|commercial|promotional|cold|annoying|stupid|damn|fucking|bloody|unwanted|automated|along|these)"
LIST = r"(?:lists?|database|data ?base|mailings?|records?|crm|systems?|files?|campaigns?|sequence|cadence|newsletters?|distribution|audience|address ?book|contacts?|pipeline|outreach|spam|books|subscribers?|subscriptions?|@link)"
OFF = (
    r"(?:off of|off|from|frm|fom|form|out of|on) (?:(?:your|ur|youre|yr|this|the|that|these|any|all|every|of|whatever|whichever|stupid|damn|bloody|fucking|"
    r"mailing|mail|e|email|e ?mail|contact|distribution|call|calling|marketing|sales|prospect|prospecting|lead|"
    r"address|customer|company|companys|internal|send|sending) )*" + LIST
)
OURS = (
    r"(?:me|us|myself|this (?:address|e ?mail|mail|contact|mailbox|inbox|person|account|domain)\b|"
    r"(?:my|our|this)(?: \w+)? (?:e ?mail|mail|name|address|addresses|details|info|information|contact|company|organi[sz]ation|domain|"
    r"inbox|team|number|profile|entry|record|account|mailbox|work e ?mail)\b(?: address| details| info| information| data)?|"
    r"@link)"
)
DATA = r"(?:(?:all|any|every|of|the|my|our|personal|contact|stored|private|data|details|records?|information|copies|copy) )*(?:personal (?:data|details|information)|(?:my|our) (?:own )?(?:data|details|records?|information|info)|data (?:you|that you|which you|held|about me|on me|about us|on us|relating to me))"
AFTER = r"(?: (?:again|anymore|any ?more|any further|any longer|no more|ever|further|henceforth|please|thanks|thank you|in (?:the )?future|going forward|from now on|with|about|regarding|at this|at my|on this|for any|by (?:e ?mail|phone)|via|unless|or|and|under|for marketing)\b| ?[.,]|$)"
SELF = r"\b(?:i|we|id|ill|wed|im|were|me|us|ive|weve)\b"
NOT = r"(?:do not|dont|don t|do nt|never|not to|please not|no longer|wont|will not|shall not|must not|may not|should not|shouldnt|cannot|can not|cant|ought not)"
TOUCH = r"(?:contact|e ?mail|mail|write|message|text|approach|solicit|bother|disturb|pester|spam|harass|annoy|target|prospect|follow ?up|ping|chase|reach out|get in touch|be in touch|get back|try|come back|circle back|send|call|phone|ring|disturb)"
WANT = r"(?:do not|dont|don t|did not|didnt|never|no longer|not|would not|wouldnt|rather not|prefer not|neither|no) (?:\w+ ){0,2}?(?:want|wish|like|care|need|consent|agree|desire|expect|ask|asked|have to|to)"

OUT = r"(?:remov\w*|delet\w*|eras\w*|exclud\w*|tak\w*|took|drop\w*|strik\w*|struck|unsubscrib\w*|purg\w*|scrub\w*|expung\w*|pull\w*|get|got|scratch\w*|wip\w*|cross\w*|leav\w*|keep|kept|omit\w*)"
YOURS = r"your (?:\w+ ){0,3}?(?:lists?|database|mailings?|records|crm|campaigns?|sequences?|cadences?|newsletters?|distribution|contacts|address book|outreach|books|subscribers?|e ?mails?|prospects|funnel|system|files)\b"
SHUT = r"(?:do not (?:contact|call|e ?mail|mail|disturb)|dont (?:contact|call)|dnc|suppression|suppressed|opt(?:ed)? out|unsubscribed?|no contact|block|blocked|blacklist|exclusion|excluded|not to be contacted|not interested|robinson)"
DONE = r"(?:removed|deleted|erased|taken off|taken out|excluded|unsubscribed|struck off|purged)"

PATTERNS = (
    # Whatever leaves a list of ours, and whatever goes on our list of those who said no.
    OUT
    + r" (?:(?!(?:and|to|or|if|when)\b)\w+ ){0,6}?(?:from|off|out of|of) (?:any of |all of |all )?"
    + YOURS,
    r"(?:your|the|a|an|internal|global) " + SHUT + r" (?:list|file|register|database)s?\b",
    r"\b(?:have|get|got|want|need|see|like|arrange to have|ensure|that) (?:my|our|this|all my|all our|all of my) (?:\w+ ){0,3}?(?:to be |be |is |are |being )?"
    + DONE,
    r"(?:make|have|want|wish for|require|request|expect|desire|need) no (?:more|further|additional) (?:contact|communication|correspondence|e ?mails?|messages)\b",
    r"\b(?:i|we)(?: hereby| would like to| want to| wish to| do)? opt out(?= ?[.,]|$| please| now| from| of (?:your|this|these|any|all|further))",
    r"(?:where|how) (?:do|can|could|would|may|might|am|should) (?:i|we)(?: to)? (?:unsubscribe|opt out|get off(?! (?:the|this|our|my) (?!(?:\w+ )?(?:mailing|list|newsletter)))|be removed|get removed|cancel (?:this|these|my)|stop (?:these|this|your|getting|receiving))\b",
    r"(?:is there|is it possible|is there any|how is it possible|possible|way) (?:a |any )?(?:way |chance )?to (?:unsubscribe|opt out|be removed|be taken off|stop (?:these|this|your|getting|receiving)|get off|turn (?:this|these) off)\b",
    r"(?:stop|quit|dont|do not|youre|you are|stop it you are) wast(?:e|ing) (?:my|our|both our|everyones|your and my|your|your own|peoples) time",
    r"(?:knock it off|give it a rest|cut it out|quit it|give up already)(?= ?[.,]|$)",
    r"(?:expunge|delist|dump|trash|bin|discard|forget|lose)(?: about)? (?:me|us|my|our) ?(?:details|address|e ?mail|contact|data|information|number|name)?(?= ?[.,]|$| please| from| now)",
    r"(?:remove|delete|erase|take) it (?:from|off|out of|immediately|now|at once|please)(?= ?[.,]|$| (?:your|the|this|of|from)\b)(?! (?:from|off) (?:the|this) (?:quote|agenda|plan|offer|order|system|invoice|roof|truck))(?! (?:the|this|our) (?:\w+ )?(?:quote|agenda|plan|offer|order|invoice|roof|truck|scope|contract|proposal|cart|basket|draft|report)\b)",
    # Remove me, take us off the list.
    ORDER
    + r"(?:remove|delete|erase|purge|wipe|scrub|exclude|unlist|delist|unsubscribe|deregister|unregister) (?:"
    + OURS
    + r")(?= (?:from|off|out|immediately|now|asap|at once|please|thanks|today|and|permanently|entirely|completely|right|straight|as|with|too|or|again)\b| ?[.,]|$)(?! from (?:the|this|that) (?:thread|chain|loop|conversation|cc|meeting|project|shared|folder|group chat|channel|call|invite))(?! as (?:an? |the )?(?:admin|owner|user))(?! and (?:add|replace|put|include|use))",
    r"(?:remov|delet|eras|tak|unsubscrib|exclud|unsub|strik)ing (?:me|us|my \w+|our \w+|this address|@link)(?: \w+)? "
    + OFF,
    r"(?:remove|remov|rmove|delete|delet|erase|take|strike|scratch|drop|pull|get|cross|exclude|purge|wipe|scrub|keep|leave|opt|kick|throw) (?:(?:"
    + OURS
    + r"|it|all of us|everyone here|both of us) )?(?:(?:right|please|kindly|completely|immediately|permanently) )?"
    + OFF,
    r"\b(?:i am|im|i be|i get|we are|we be|we get|me|us|myself|want to be|wish to be|like to be|ask to be|asked to be|asking to be|need to be|prefer to be|requesting to be|request to be|wanting to be|to get|can i be|can we be|possible to be|my \w+(?: address)?(?: is| be| are)?|our \w+(?: address)?(?: is| be| are)?|this address(?: is| be)?) (?:\w+ )?(?:removed|taken|deleted|excluded|struck|dropped|unsubscribed|erased|opted) (?:completely |permanently |immediately )?(?:"
    + OFF
    + r"|off\b(?! the hook)|out\b|immediately|from (?:these|any|all|future|further)\b)",
    r"(?:want|get|be|like|wish|me|us) (?:off|out) (?:of )?(?:your|this|the|these) (?:\w+ )?" + LIST,
    r"(?:removal|deletion) of (?:my|our|this) (?:address|name|e ?mail|contact|company|entry|record|account)\b|(?:process|confirm|arrange|request\w*|want|demand)(?: for)? (?:my|our|the) (?:immediate )?(?:removal|deletion|unsubscription|opt out)\b|removal from (?:your|this|the|all)",
    r"\b(?:block|ban|bar|lock) (?:my|our|this) (?:e ?mail|address|mail|domain|contact|name|number)\b",
    r"(?:sick|tired|fed up|done|bored|annoyed) (?:of|with|by) (?:\w+ )?(?:your|these|this|the|such|receiving|getting) (?:\w+ )?"
    + MAIL,
    r"off of (?:this|these|it)(?= ?[.,]|$)|\b(?:formal|final) (?:request|notice|warning) (?:to|for|that) (?:\w+ ){0,3}?(?:stop|cease|delet\w+|remov\w+|erasure|unsubscribe|opt)",
    SELF
    + r" (?:\w+ ){0,3}?(?:not|dont|never|no longer) (?:\w+ )?(?:want|wish|like|need|care|interested) (?:to be|in being|being) (?:on|in|part of) (?:your|this|the|any|these)",
    SELF
    + r" (?:\w+ ){0,2}?(?:want|like|wish|need|ask|request|prefer|demand|expect|require)(?: for)?(?: to| you to)?(?: be| have| get| see)?(?: (?:me|us|my|our|this|the|all|personal|contact|e ?mail|address|name|data|details|information|that|is|are|company|number|immediately|completely)){0,5} (?:be )?(?:removed|deleted|erased|unsubscribed|taken off|excluded)(?= ?[.,]|$| (?:from|please|immediately|now|asap|off|too|as)\b)(?! from (?:the|this) (?:thread|scope|contract|quote|proposal|invoice|agenda))",
    ORDER
    + r"(?:take|get|strike|cross) (?:me|us|our \w+|my \w+|this address) off(?= ?[.,]|$| please| now| your| this)",
    r"(?:^|[.,] |please )(?:(?:off|from|out of) (?:your|this|the) (?:\w+ )?(?:mailing |e ?mail )?list)",
    r"(?:remove|delete|unsubscribe|exclude|erase|removal|deletion) (?:from|off) (?:your|this|the|all|any|mailing|e ?mail|future|these) ?(?:\w+ ){0,2}?"
    + LIST,
    # Unsubscribe.
    r"unsubscribe (?:me|us|my|myself|this|our (?:team|company|address|e ?mail|whole)|all of us|both|everyone here|@link|immediately|now|asap|please|at once|pls|thanks|thank you|today)\b",
    ORDER.replace(r"and|", "", 1).replace("|want to|wish to|like to", "")
    + r"unsubscribe(?= ?[.,]| from|$| and| or)(?! from (?:the|old|our|a|an|saas|software|netflix|tools?)\b)",
    r"(?:remove|delete|stop) (?:\w+ )?(?:and|or) unsubscribe|unsubscribe (?:and|or) (?:remove|delete|stop|never|do not|dont|leave)",
    SELF
    + r" (?:(?:would|do|did|have|really|just|already|hereby|again|am|are|to|have) ){0,3}(?:want|wish|like|need|ask|request|prefer|trying|tried|try|asked|requested|demand|desire|wanted|asking|love) (?:(?:you )?to |an? )?(?:be )?(?:unsubscribed?|unsubscription|unsubscribing|opt(?:ed)? out|opting out)\b(?! (?:rates?|links?|buttons?|pages?|numbers?|customers?|of the contract|of (?:our|the)\b))",
    r"how (?:do|can|could|would|may|might|am) (?:i|we)(?: to)? (?:unsubscribe|opt out|get off(?! (?:the|this|our|my) (?!(?:\w+ )?(?:mailing|list|newsletter)))|be removed|get removed|stop (?:these|this|your|getting|receiving))\b",
    r"(?:your|the|no) (?:unsubscribe|opt out) (?:link|button|page|option|function)? ?(?:\w+ )?(?:does not|doesnt|is not|isnt|did not|didnt|not|is|was|to be found)(?: \w+)? ?(?:work|working|broken|missing|dead|found)?(?= ?[.,]|$| so| and)",
    r"(?:let|allow) (?:me|us) (?:to )?(?:unsubscribe|opt out)\b",
    r"(?:already|previously|repeatedly|twice|times|before) (?:\w+ )?(?:unsubscribed|opted out)\b",
    r"(?:^|[.,] )(?:unsubscription|unsubscribe|opt out|removal|erasure|deletion) (?:request|requested|notice|please)\b",
    # Opt out.
    r"opt (?:me|us|my|our \w+) out\b|\bopting (?:me |us )?out of (?:your|these|this|any|all|further|future)\b",
    r"(?:^|[.,] (?:i )?|please |pls |kindly )(?:opt(?:ing)? out|optout)(?= ?[.,]|$| please| of (?:your|this|these|any|all|further|future)| from|thanks)(?! (?:rate|clause))",
    r"consider (?:me|us|this)(?: \w+)? (?:opted out|unsubscribed|removed|an? (?:opt out|unsubscribe|removal|formal))",
    # Stop.
    r"(?<!not )(?<!dont )(?<!never )(?<!cant )(?:stop|quit|cease|discontinue|end|halt|refrain from|desist from|cut out) (?:\w+ )?(?:e ?mailing|mailing|contacting|messaging|spamming|bothering|texting|pestering|harassing|bugging|annoying|writing|calling|phoning|ringing|sending|targeting|soliciting|disturbing|prospecting|hounding|stalking|following up|reaching out|chasing)(?: to)? (?:me|us|this (?:address|number|e ?mail|inbox))\b(?! (?:two|three|four|five|the wrong|trucks?|pallets?|invoices?|paper|orders?|goods|boxes|\d))",
    ORDER
    + r"(?:stop|quit|cease|refrain from) (?:e ?mailing|contacting|messaging|spamming|bothering|pestering|harassing|targeting|soliciting|calling|writing to) (?:our|my) (?:team|company|staff|office|people|employees|colleagues?|boss|managers?)\b",
    ORDER.replace("want to|wish to|like to", "")
    + r"(?:stop|quit|cease|discontinue|end|halt|refrain from|desist from|no more|enough with)(?: with)?(?: all| any| your| the| these| this)*(?: e ?mailing| mailing| contacting| messaging| spamming| bothering| texting| pestering| harassing| writing| soliciting| following up| reaching out| cold calling| cold e ?mailing)"
    + AFTER,
    ORDER.replace("want to|wish to|like to", "")
    + r"(?:stop|quit|cease|discontinue|end|halt|cancel|refrain from|desist from|cut out)(?: sending| with| receiving| getting)?(?: out)?(?: "
    + MORE
    + r")* "
    + MAIL
    + r"(?= ?[.,]|$| (?:please|now|immediately|thanks|thank you|at once|to (?:me|us|this|my)|from you|and|or|asap|today|right|again|or|anymore|any more|coming|altogether|here)\b)(?<!no more calls)",
    ORDER.replace("want to|wish to|like to", "")
    + r"(?:stop|quit|cease)(?: sending)? (?:this|it|that|these|them|those|everything|all of this|your (?:spam|crap|bullshit|nonsense|sequence|campaign|messages))(?= ?[.,]|$| now| please| immediately| at once| thanks| to (?:me|us))",
    r"(?:need|want|ask\w*|like|told|tell|begg?\w*|request\w*|demand\w*|expect) (?:(?:you|your (?:team|company|colleagues?|people|bot)|this|these|it|these e ?mails?|the (?:e ?mails?|mails?|messages?)) )+(?:\w+ )?to (?:stop|cease|end)\b",
    r"(?:^|[.,] )(?:i|we) (?:said|asked|told|have asked|ve asked|already asked|already said|already told)(?: you| already)*(?: twice| before)? (?:to )?(?:stop|no more|remove|not to)\b",
    r"cease and desist|stop spamming|stop (?:the|your|this|all|these) (?:\w+ )?(?:spam|harassment|spamming)",
    r"(?:not|isnt|no longer) (?:\w+ )?interested in (?:hearing from|your (?:e ?mails?|mails?|messages|spam|newsletter)|receiving|being contacted|getting (?:these|this|any))",
    r"(?:make|making) (?:it|this|these|them|the (?:emails?|mails?|messages?)) stop\b",
    # Do not contact.
    NOT
    + r" (?:(?:ever|please|even|dare|dare to|you|bother to|try to|again|under any circumstances|attempt to|continue to|keep) ,? ?){0,2}"
    + TOUCH.replace("call|phone|ring|", "")
    + r"(?:ing)?(?: to| with| up with| out to| back to)? (?:me|us|this (?:address|e ?mail|inbox|mailbox|number|person|company)|(?:my|our) (?:company|team|staff|office|colleagues?|employees?|address|e ?mail|work|inbox|organi[sz]ation|domain|business)(?: \w+)?|anyone (?:here|at)|anybody (?:here|at)|@link|here)"
    + AFTER,
    NOT
    + r" (?:(?:ever|please|even|dare to|you|bother to|try to|attempt to) ){0,2}(?:contact|e ?mail|mail|write|message|text|call|phone|ring|reach out|follow ?up|get in touch|be in touch|approach|bother|try|get back)(?: to| with)?(?: me| us| this number| here)? (?:again|any ?more|any further|any longer|ever|further|in (?:the )?future|henceforth|unless)\b",
    r"(?:^|[.,] |please |pls |so |and )(?:do not|dont|never)(?: ever| please)? (?:contact|e ?mail|write|message|follow ?up|reach out|solicit|get in touch|spam)(?= ?[.,]|$| please| thanks)",
    r"(?:^|[.,] |please |pls |so |and )(?:do not|dont|never)(?: ever| please)? (?:call|phone|ring|text) (?:me|us|this number)(?= ?[.] *$| ?\.|$| and (?:do not|dont|stop))(?! (?:\w+ ){0,12}?(?:e ?mail|write|message|text|send|call) (?:me|is|works|instead|better|preferred|please|us))",
    r"(?<!\bwe )(?<!\bi )(?<!\bthey )"
    + NOT
    + r" (?:(?:ever|please|you|keep|continue) ){0,2}send(?:ing)?(?: (?:me|us|to me|to us|this address|out|over|through|here|@link))?(?: (?:any|these|this|those|such|your|more|further|of|unsolicited|another|single|a|sales|marketing|promotional|junk|kind|the|like)){0,5} (?:"
    + MAIL
    + r"|anything|again|any ?more|more|this|these|it|stuff)(?= ?[.,]|$| (?:again|any ?more|please|ever|to (?:me|us|this|my)|like (?:this|these)|thanks|in future|in the future|from|and|or|unless|else|further|here)\b)",
    r"(?:no need|no use|no point|not necessary|dont bother|do not bother|waste of time|pointless|unnecessary)(?: in| to)? (?:contact|e ?mail|writ|follow|reach|send|messag|get|try|call)\w*(?: up| out| in touch)?(?: to| with)?(?: me| us)? (?:again|any ?more|any further|further)\b",
    r"(?:dont|do not) bother (?:contacting|e ?mailing|writing|following up|reaching out|messaging|sending|me|us|trying again|to (?:write|contact|e ?mail))\b",
    r"(?:^|[.,] |please |pls |and |so |but |we (?:want|wish|require|need|request|ask for) |i (?:want|wish|require|need|request|ask for) |with |id like |wed like |(?:want|wish|prefer|like|expect) to (?:receive|get|see|have) |expect )(?:no|zero|not any) (?:more|further|additional|future|subsequent|unsolicited|other)(?: unsolicited| sales| marketing| commercial| of (?:these|this|your|those)| such| promotional| cold)* "
    + MAIL
    + r"(?:(?= ?[.,]|$)| (?:please|from (?:you|your|this)|to (?:me|us|this|my)|thanks|thank you|wanted|desired|required|required|is|are|whatsoever|about|at all|ever|and|or|on this|in (?:the )?future|needed|regarding|like this|going forward)\b)(?! (?:from the|in the queue|needed from))",
    r"(?:^|[.,] )no (?:follow ?ups?|e ?mails?|mails?|messages|contact|newsletters?|marketing|cold e ?mails?|ads|spam)(?: to (?:me|us))? please(?= ?[.,]|$)",
    r"(?:^|[.,] )no more(?: please| thanks| thank you)?(?= ?[.,]|$)|(?:^|[.,] )(?:please )?no spam\b|(?:^|[.,] )enough(?: already| is enough| with)\b|(?:^|[.,] )no solicit(?:ing|ation|ations|ors)\b",
    r"(?:please )?leave (?:me|us) (?:the \w+ )?(?:alone(?! with)|be\b|in peace|out of (?:your|this|these|it))",
    r"lose (?:my|our|this) (?:number|address|e ?mail|contact)|forget (?:my|our|this) (?:number|address|e ?mail|contact)|forget (?:that )?(?:i|we) exist",
    r"\b(?:fuck|piss|bugger|sod|buzz|f) off\b|(?:^|[.,] )(?:please )?(?:go away|get lost|get stuffed)\b|(?:fuck|screw) (?:you|this)\b",
    # I do not want to be written to.
    SELF
    + r" (?:\w+ ){0,2}?"
    + WANT
    + r" (?:(?:to|you|your|any|more|further|be|for|in|interested|anyone|wish) ){0,4}(?:(?:being |be |getting |get )?(?:contacted|e ?mailed|mailed|messaged|called|approached|bothered|solicited|spammed|disturbed|written to|pestered|harassed|targeted|added|marketed|pitched)|contact from|contacting me|contact me|e ?mail me|write to me|hear(?:ing)? (?:from|about|any ?more|anything)|(?:receiv\w+|get|getting|see|seeing|read|reading)(?: (?:"
    + MORE
    + r"|emails?|from))*? (?:"
    + MAIL
    + r"|from (?:you|your|this)|again))(?! by (?:\w+ )?(?:different|several|many|five|four|two|three|multiple|various|other))(?! (?:about|on|regarding) (?:the )?(?:old|order|orders|invoice))",
    SELF
    + r" (?:\w+ )?(?:do not|dont|no longer|not|didnt|did not) (?:want|wish|need|care for|like|ask for|request|require)(?: to (?:receive|get|see|have))? (?:any |more |further |these |this |your |of |such |to get )*"
    + MAIL.replace("calls?|", "").replace("offers?|", "").replace("|stuff", "")
    + r"(?= ?[.,]|$| (?:any ?more|from you|again|please|like|and|or|at all|in my)\b)",
    r"(?:never|did not|didnt|have not|havent|not) (?:\w+ )?(?:signed? up|subscribed?|opt(?:ed)? in|consent(?:ed)?|agreed?|asked?|given (?:you |my |any )*consent|give (?:you |my |any )*(?:consent|permission)|gave (?:you )?(?:my )?(?:consent|permission)|request(?:ed)?)(?: (?:to|for|in)?)? ?(?:be |get |receive |receiving |being |getting )?(?:contacted|this|these|your|any|e ?mails?|mails?|marketing|anything|e ?mailed|it|spam|consent|to (?:receive|be|get)|for this)\b",
    r"(?:would|id|wed|we would|i would) (?:rather|prefer|prefer it if|appreciate it if|appreciate it|like it if|be grateful if|appreciate) (?:if )?(?:you )?(?:did not|didnt|not|would not|wouldnt|do not|dont|stopped|could stop|never|would stop|removed|could remove|would remove|took|could take|no longer)(?: to| be| have| you)* ?(?:contact\w*|e ?mail\w*|writ\w+|messag\w+|me|us|hear\w*|reach\w*|send\w*|receiv\w*|my|call\w*|follow\w*|be)\b(?! (?:at|before|after|on))",
    r"not (?:be |getting |get |being )?(?:contacted|e ?mailed|messaged|approached|written to|solicited|bothered|spammed) (?:again|any ?more|any further|further|by (?:you|your)|in (?:the )?future|ever)\b",
    # Lists of people not to contact, and reports of spam.
    r"(?:add|put|place|include|move|enter|mark|flag)(?: \w+){1,4} (?:to|on|onto|in|into|as|under) (?:(?:your|the|a|an|internal|company|global) )*(?:do not (?:contact|call|e ?mail|mail|disturb)|dont (?:contact|call)|dnc|suppression|suppressed|opt(?:ed)? out|unsubscribed?|no contact|block|blocked|blacklist|exclusion|excluded|not to be contacted|robinson)\b",
    r"(?:blacklist|suppress|block list|blocklist|mute|unlist) (?:me|us|my|our \w+ ?(?:address|domain|company)|this address)\b",
    r"(?:we|i) (?:do not|dont|never|no longer) (?:accept|respond to|entertain|welcome|appreciate|take|tolerate|allow|want|reply to) (?:any )?(?:unsolicited|cold|solicitations?|spam|sales (?:e ?mails?|calls?|pitches)|marketing (?:e ?mails?))\b",
    r"(?:block(?:ing|ed)?|report(?:ing|ed)?|flag(?:ging|ged)?|mark(?:ing|ed)?)(?: (?:you|this|your|it|all|the|e ?mails?|address|mail|sender|future|domain|these|messages?|them)){1,4}(?: \w+)? (?:as|for|to|with) (?:(?:the|our|my) )?(?:spam|junk|spammers?|abuse|ico|authorit\w+|phishing|data protection|harassment|your provider|it security)\b|(?:im|i am|i will|ill|we will|we are|were|going to) (?:now )?(?:be )?block(?:ing)? (?:you|your|this)\b",
    r"(?:^|[.,] )(?:(?:i have |i |we |have )?(?:reported|flagged|marked)(?: this| you| it)? as (?:spam|junk|phishing)|spam reported)\b",
    r"(?:^|[.,] )(?:this|that) (?:is|was|looks like) (?:just |pure |clearly |nothing but |plain |obviously |a )?(?:unsolicited|unwanted|spam|harassment|junk)\b|(?:^|[.,] )(?:spam|spammer|spammers)(?= ?[.,]|$)|considered? (?:this |it |that )?(?:as )?(?:spam|harassment)\b|(?:pure|total|more) spam(?= ?[.,]|$)",
    # The law.
    r"(?:exercis\w+|invok\w+|assert\w*|claim\w*|enforc\w+|using|use|request\w*|want|demand\w*|under|pursuant to|refer\w* to|according to) (?:\w+ ){0,4}?rights? (?:to|of) (?:erasure|be forgotten|deletion|object\w*|delete|opt out|withdraw)",
    r"(?:remove|delete|erase|destroy|purge|deletion of|erasure of|removal of|removing|deleting|erasing|wipe|forget)(?: (?:immediately|please|permanently))? "
    + DATA
    + r"(?! (?:sheet|sheets|from the (?:old|legacy)|import|migration|model))",
    r"(?:article|art|section) (?:17|21) (?:\w+ ){0,3}?(?:gdpr|dsgvo|rgpd|avg|ds gvo|uk gdpr|of the general)|(?:gdpr|ccpa|cpra|can spam|pecr|casl|dsgvo|rgpd) (?:\w+ )?(?:erasure|deletion|removal|opt out|unsubscribe|objection|data deletion) ?(?:request|notice)?(?= ?[.,]|$| please| for| under)",
    r"(?:request|require|demand|want|ask for|requesting|insist on|file)(?: (?:the|an?|immediate|full|complete|for|of|my|gdpr|formal|permanent|you)){0,4} (?:erasure|deletion|removal)(?= ?[.,]|$| of (?:my|our|all|any|this|the data|personal)| from| under| as)",
    r"(?:withdraw|revoke|rescind|withdrawing|revoking)(?: \w+){0,3} (?:consent|permission)\b|(?:i|we) (?:hereby )?object to (?:the |any |your |this |further |being |all |you )*(?:processing|use|storage|storing|using|direct marketing|marketing|contacted|e ?mails?|messages?|contact)|(?:do not|dont) (?:sell|share|store|process|keep|use|retain|hold) my (?:personal )?(?:\w+ )?(?:data|information|info|address|details|e ?mail)",
    r"(?:cancel|end|terminate)(?: \w+)? (?:my|our|this|the|any) (?:e ?mail |newsletter |mailing )?subscriptions? (?:to (?:this|these|your)|from)(?: |$)|(?:^|[.,] |please )cancel (?:my|this) (?:e ?mail |newsletter )?subscription(?= ?[.,]|$)",
)
