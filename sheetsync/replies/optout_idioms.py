"""Turns of English speech that ask for silence without an order to stop.

"Let this be your last mail", "we have a no-solicitation policy", "consider this my
opt-out": each line is one turn with its places left open, not one sentence.
"""

_MAIL = r"(?:e ?mails?|mails?|mailings?|messages?|letters?|notes?|calls?|texts?|contacts?|communications?|correspondence|newsletters?|spam|outreach|attempts?|approach(?:es)?|follow ?ups?|reminders?|solicitations?|pitch(?:es)?|sequences?|campaigns?|advertising|marketing|promotions?)"
_TOUCHED = r"(?:contacted|e ?mailed|mailed|messaged|called|phoned|texted|approached|solicited|spammed|bothered|disturbed|pitched|pestered|harassed|chased|targeted|prospected|written to|reached out to|sold to|marketed to|added to (?:any|your) lists?)"
_TOUCHING = r"(?:contacting|e ?mailing|mailing|messaging|calling|phoning|texting|approaching|soliciting|spamming|bothering|disturbing|pitching|pestering|harassing|chasing|writing|sending|reaching out|trying|asking|pushing|insisting|selling|bugging|stalking|begging|nagging|prospecting|following up|flooding|bombarding|cluttering|clogging|filling)"
_TOUCH = r"(?:contact|e ?mail|mail|message|call|phone|text|approach|solicit|spam|bother|disturb|pitch|pester|harass|chase|write|reach out|follow up|get in touch|be in touch|send|try|ping|market|reply|respond|come back|get back)"
_LEAVE = r"(?:opt out|opt ?out|unsubscri\w+|removal|objection|deletion|erasure|stop request|do not contact|request to stop|withdrawal)"
_END = r"(?= ?[.,]|$)"

IDIOMS = (
    # The last one.
    r"\b(?:let|make|hope|trust|consider|sure|ensure|see to it|grateful if|glad if|appreciate it if|great if|happy if|nice if)(?: \w+){0,4}? (?:be |is |was |were |would be )?(?:the |your )(?:very )?(?:last|final) (?:\w+ )?(?:"
    + _MAIL
    + r"|one|time|thing|attempt)\b",
    r"\b(?:this|that|it) (?:is|was|were|had better be|better be|should be|shall be|will be|has to be|must be|needs to be|ought to be|being)(?: hopefully| definitely)? (?:the |your )(?:very )?(?:last|final) (?:"
    + _MAIL
    + r"|thing|time)(?: (?:that|which))? (?:i|we|you|me|us|from you)\b(?! (?:ask|will ask|checked|spoke|met|talked|asked|can offer|could offer))",
    # House rules.
    r"\b(?:no|anti|zero|strict)(?: (?:cold|spam|solicit\w*|unsolicited|vendor|sales|soliciting|tolerance|marketing|advertising|mail|e ?mail|e ?mails|calls?|outreach|contact|for|on)){1,4} (?:policy|policies|rule|rules)\b",
    r"\b(?:policy|policies|rules?|guidelines)(?: \w+){0,6}? (?:cold|unsolicited|solicitations?|spam|sales|vendor|marketing) (?:"
    + _MAIL
    + r"|approaches)\b",
    r"\b(?:cold|unsolicited|unwanted|unrequested|commercial|promotional|marketing|sales|such|these|this kind of|your) (?:\w+ )?"
    + _MAIL
    + r"(?: \w+){0,4}? (?:(?:not|never|arent|isnt|neither) (?:\w+ )?(?:welcome|wanted|allowed|accepted|permitted|tolerated|appreciated|requested|desired|solicited|answered)|unwelcome|unwanted|unsolicited|forbidden|prohibited|illegal|against|violat\w*|breach\w*|unlawful|annoying|a nuisance|harassment|undesired|go(?:es)? (?:straight )?(?:to|in|into) (?:the |my |our )?(?:spam|trash|junk|bin))\b",
    r"\b(?:forbidden|prohibited|illegal|unlawful|not allowed|not permitted|not authori[sz]ed|no (?:right|permission|business|consent|legal basis|lawful basis|legitimate interest|authori[sz]ation)|without (?:my |our |any |prior |express |explicit )*(?:consent|permission|agreement|approval)) (?:to|for|in|of)? ?(?:\w+ ){0,2}?(?:send|sending|contact|contacting|e ?mail|e ?mailing|mail|write|writing|use|using|store|storing|keep|keeping|process|processing|market|marketing)\b",
    r"\b(?:contact|e ?mail|mail|write|message|call|send|use|store|process|add|spam)\w*(?: \w+){0,6}? without (?:my |our |any |prior |express |explicit |written )*(?:consent|permission|agreement|approval)\b(?! (?:of|from) the)",
    r"\b(?:have|has|had|gave|given|give|giving)(?: you)? (?:no|not|never|neither)(?: \w+){0,3}? (?:consent|permission|legal basis|authori[sz]ation)\b|\b(?:not|never|neither|no)(?: \w+){0,4}? (?:my|our) (?:explicit |prior )?(?:consent|permission)\b",
    r"\b(?:dont|do not|doesnt|does not|never) (?:accept|take|respond to|reply to|answer|read|entertain|welcome|tolerate|allow|appreciate|do business (?:through|via|with|over)|buy from|deal with)(?: \w+){0,2}? (?:cold|unsolicited|sales|spam|spammers|solicitors|solicitations?|marketing|strangers)\b",
    # It is said in so many words.
    r"\b(?:consider|treat|take|regard|count|accept|register|note|honou?r|log|record|deem|view)(?: \w+){0,5}? "
    + _LEAVE
    + r"\b",
    r"\b(?:this|that|here|it) (?:is|s|serves as|constitutes|counts as|shall be)(?: \w+){0,4}? "
    + _LEAVE
    + r"\b",
    r"\b(?:respect|honou?r|accept|acknowledge|observe|comply with|heed)(?: \w+){0,2}? (?:my|our|this|that|the) (?:\w+ )?(?:privacy|wish|wishes|request to|decision not|choice|right to|peace|no|opt out|unsubscribe|inbox|time and)\b",
    r"\bno means no\b|\btake no for an answer\b|\b(?:final|last) (?:notice|warning)\b|\b(?:get|got) the (?:hint|message|picture)\b(?= ?[.,]|$| and (?:stop|leave|go))",
    # Nobody is to write, for nothing is wanted.
    r"\b(?:nobody|no one|none|noone|not one|neither)(?: (?:of|from|at|in|else|you|your|the|team|company|organi[sz]ation|colleagues?|people|sales|guys|any|anybody)){1,6} (?:to |should |may |must |shall |will |is to |are to |ever |else )*"
    + _TOUCH
    + r"(?:s|es)?\b",
    r"\b(?:do not|dont|does not|doesnt|never|not|no longer|hate|dislike|tired of|sick of|object to|mind|fed up with|resent|stop) (?:\w+ )?(?:want |wish |like |enjoy |appreciate |welcome |care for |agree to |consent to )?(?:to be |being |be |get |getting )"
    + _TOUCHED
    + r"\b(?! (?:before|after|on|at|until|during|about the|by the|by our|by (?:carriers|drivers|customers)))",
    r"\b(?:no|not|any|without) (?:need|reason|point|use|sense|desire|wish|interest|intention|value)(?: \w+){0,2}? (?:to|in|for|of) (?:(?:you|your|me|us|any|further|more|hearing|receiving|getting|being) )*(?:follow up|following up|follow ups?|"
    + _TOUCHED
    + r"|(?:hear|hearing|receive|receiving) (?:from you|your|more|any|these|this|such|further)|(?:write|writing|contact|contacting|e ?mail|e ?mailing|call|calling|message|messaging|try|trying|reach out|reaching out)(?: \w+){0,2}? (?:again|further|any ?more|any further|more|me|us))\b(?! (?:until|before))",
    r"\bnot (?:to )?(?:contact|e ?mail|mail|write to|call|message|approach|bother|disturb|text|phone) (?:him|her|them|anyone|anybody|any of (?:us|them|our)|my \w+|our \w+)(?: \w+)? (?:again|any ?more|any further|any longer|ever|in (?:the )?future)\b",
    r"(?:^|[.,] |\b(?:please|just|now|so|and|should|must|can|could|to|better|kindly|may|you) )(?:stop|quit|cease|give up|desist from|refrain from|leave off|halt|pause) "
    + _TOUCHING
    + r"(?= ?[.,]|$| (?:me|us|my|our|please|now|already|this|it|these|that|here|to (?:me|us|sell|him|her|them|this)|him|her|at once|immediately|for good|with|such|on me|and)\b)",
    r"\b(?:you|so you|and you|then) (?:can|may|should|must|could|need to|have to|might as well|better|had better) (?:\w+ )?(?:stop|quit|give up|desist|cease)(?: (?:now|here|it|this|that|there|already|trying|please|any ?time|right|immediately))?"
    + _END,
    r"\bonly (?:write|mail|e ?mail|contact|send|message|approach)(?: \w+){0,3}? (?:people|those|companies|anyone|persons|contacts|addresses) (?:who|that|which) (?:\w+ ){0,2}?(?:ask|want|opt|sign|subscrib|request|consent|agree)\w*",
    r"\b(?:consent|permission)(?: \w+){0,3}? (?:is|are|was|has been|hereby)(?: hereby)? (?:withdrawn|revoked|void|cancelled|rescinded|terminated)\b|\b(?:my|our) (?:\w+ )?(?:e ?mail|address|data|details|name|number|contact|information)\b[^.]{0,60}[.,]{1,2}(?: ?[.,])?(?: \w+){0,3}? (?:remove|delete|erase|destroy) (?:it|them|that|this|everything|all)\b(?! (?:dock|line|page|clause))|\b(?:my|our) data\b[^.]{0,60}\. (?:\w+ )?(?:erase|delete|remove) ",
    r"\b(?:block|blocked|blocking|ban|banned|blacklist|blacklisted) (?:you|your (?:\w+ )?(?:address|domain|e ?mails?|mails?|messages|company|number|sender)|this sender|the sender)\b|\b(?:enough|sick|tired|fed up|annoyed|bored)(?: and tired)? (?:of|with|by) (?:\w+ ){0,2}?(?:your|these|this|such) (?:\w+ )?"
    + _MAIL
    + r"\b(?! from (?!you))|\bquit it with\b|\b(?:all|any|every|this|your)(?: further| future| more)? (?:contact|communications?|correspondence|e ?mails?|mails?|messages|outreach|emailing|mailings?)(?: \w+){0,4}? (?:to |must |should |will |needs? to |has to |have to |shall )(?:immediately )?(?:cease|stop|end)\b",
    r"\b(?:left (?:alone|in peace)|asked(?: \w+){0,2}? to be (?:removed|taken off|deleted|unsubscribed|left))\b(?! (?:from|off) the (?:call|thread|invite|project))|\b(?:did not|didnt|never|havent|have not|not)(?: \w+)? (?:give|gave|given|provide\w*|share\w*|hand\w*)(?: \w+)? (?:you )?(?:my|our|this) (?:\w+ )?(?:address|e ?mail|details|data|number|contact|permission|consent)\b|\bmy (?:inbox|mailbox|e ?mail|address) (?:is not|isnt)(?: here)? (?:for )?your\b",
    r"\b(?:dont|do not|never) come back(?= ?[.,]|$| to (?:me|us))|\bonly (?:contact|write|e ?mail|mail|call|message)(?: \w+){0,2}? (?:if|when|once|after) (?:i|we) (?:\w+ )?(?:contact|ask|write|call|request|reach)\b|\b(?:delete|remove|erase|take|strike|drop|exclude) (?:me|us|my \w+|our \w+) (?:from|off|out of) (?:whatever|wherever|whichever|any|all|every|everything|anything)\b",
    r"\b(?:stop|cease|end|halt|discontinue|refrain from) (?:all |any )?(?:processing|using|storing|sharing|selling|keeping|collecting|holding)(?: of)? (?:\w+ ){0,3}?(?:data|details|information|address|e ?mail)\b|(?:^|[.,] |\b(?:please|kindly|pls|just|to|can you|could you) )(?:take|leave|count|get|keep|kick|opt) (?:me|us) (?:out|off)(?= ?[.,]|$| (?:please|now|thanks|of (?:this|it|these|your|all)|your|this list)\b)",
    # The law, named.
    r"\b(?:art|arts|article|articles|artikel|section|articolo|articulo|artigo|artykul\w*|artikkel)(?: ?[.,])?(?: \w+)? (?:17|21)\b[^.]{0,60}\b(?:gdpr|dsgvo|ds gvo|rgpd|avg|rodo|regulation|verordnung|reglement)\b|\b(?:gdpr|dsgvo|ds gvo|rgpd|avg|rodo)\b[^.]{0,30}\b(?:art|article|artikel|articolo|articulo|artigo)(?: ?[.,])?(?: \w+)? (?:17|21)\b",
    r"\b(?:gdpr|ccpa|cpra|can spam|casl|pecr|lgpd|data protection (?:act|law|laws|regulation|rules)|privacy (?:act|law|laws|regulations?)|anti spam (?:act|law|laws))\b[^.]{0,90}\b(?:object|remov\w+|delet\w+|eras\w+|withdraw\w*|stop|cease|unsubscrib\w+|opt\w* out|complain\w*|violat\w+|breach\w*|unlawful|illegal|forgotten)\b|\b(?:object|remov\w+|delet\w+|eras\w+|withdraw\w*|stop|cease|unsubscrib\w+|opt out|complain\w*|violat\w+|breach\w*|unlawful|illegal|forgotten)\b[^.]{0,90}\b(?:gdpr|ccpa|cpra|can spam|casl|pecr|lgpd|data protection (?:act|law|laws|regulation|rules)|privacy (?:act|law|laws|regulations?)|anti spam (?:act|law|laws))\b",
    r"\b(?:data|information|details|everything|anything|records?|profile|whatever)(?: \w+){0,3}? (?:hold|have|store|stored|keep|kept|held|saved|collected|got)(?: \w+){0,2}? (?:on|about|of|regarding|concerning) (?:me|us|myself|our company|this address|@link)\b(?: \w+){0,4}? (?:delet|remov|eras|destroy|purg|wip|gone)\w*",
    # Threats that hang on the next one.
    r"\bif (?:you|i|we|your company|anyone|there)(?: \w+){0,10}? (?:again|another|once more|one more|any more|further|continue|keep|persist)\b[^.]{0,80}\b(?:report|block|complain\w*|complaint|legal|lawyers?|attorney|spam\w*|sue|authorit\w+|police|fined?|blacklist\w*|junk|charge|invoice you|ico)\b|\b(?:one more|another|any further|next) (?:e ?mail|mail|message|call|contact|such|one)[^.]{0,60}\b(?:report\w*|block\w*|complain\w*|complaint|legal|lawyers?|attorney|spam\w*|sue|authorit\w+|police|blacklist\w*|junk)\b",
    r"\b(?:your|this|the senders?|sender)(?: \w+){0,3}? (?:added|put|placed|moved|gone|on|set|blocked|filtered|sent)(?: \w+){0,2}? (?:to|on|onto|in|into|by|as) (?:our|my|the|a) (?:\w+ )?(?:block ?list|blocklist|black ?list|blacklist|spam|junk|filter|ban list)\b(?! (?:by (?:mistake|accident)|folder (?:by|only)))|\b(?:my|our|this) (?:\w+ )?(?:mailbox|inbox|address|e ?mail|office|line|phone)(?: \w+){0,2}? (?:not|isnt|never|no)(?: \w+)? (?:for|meant for|open to|open for|a place for|intended for|there for) (?:\w+ )?(?:advertising|adverts|ads|marketing|sales|spam|pitches|cold|promotions?|solicitations?|vendors|you|commercial|mass)\b",
    r"\b(?:like|want|get me|take me|wish|let me|have me|be|us|me|need) off (?:it|this|that|them|there|these|all of them)\b(?! (?:roof|truck|dock|table|shelf|hook|project|call|thread|chain|agenda))|\b(?:do not|dont|never|stop) (?:use|using|write to|keep|keeping) (?:it|this|this address|this e ?mail|my \w+|our \w+|that address|me)(?: address)? (?:again|any ?more|any longer|ever|for (?:your|marketing|sales|advertising|business|work|this|mailings?))\b",
    # Away with me.
    r"\b(?:gone|out|off|removed|deleted|erased|away|absent|missing) (?:of|from) (?:your|all your|any of your) (?:\w+ )?(?:systems?|lists?|database|crm|records|files|books|mailings?|sequences?|campaigns?|radar|contacts|outreach|funnel|pipeline|e ?mails?|newsletters?)\b",
    r"\b(?:not|never|no longer|nowhere)(?: \w+){0,2}? (?:belong|appear|figure|be|stay|remain|show up|be found|listed|included|end up)(?: \w+)? (?:on|in|part of) (?:your|any of your|this|these) (?:\w+ )?(?:systems?|lists?|database|crm|records|files|mailings?|sequences?|campaigns?|contacts|distribution|newsletters?)\b",
    r"\b(?:forget|lose|delete|drop|trash|burn|shred|ditch|bin|scrap|destroy|toss|discard)(?: \w+)? (?:that |you have |you ever had )?(?:me|us|my|our|this)(?: \w+)? (?:number|address|e ?mail|contact|details|data|name|phone|card|info|information|existence)\b(?! (?:from|in|on|of) (?:the|our) (?:quote|invoice|order|offer|plan|form|ticket))",
    r"\bsave (?:yourself|yourselves|your|us|me) (?:\w+ ){0,2}?(?:trouble|effort|time|breath|energy)\b|\bdo (?:us|me) (?:both |all )?a favou?r(?: and|,)? (?:\w+ ){0,2}?(?:stop|leave|remove|delete|take|lose|forget|unsubscribe|dont|never)\b",
    r"\b(?:get|buzz|bugger|sod|piss|fuck|naff|clear|shove|go) (?:lost|off|away)(?= ?[.,]|$| (?:and|with|please|already|spammer|now|you)\b)|\bgo (?:spam|bother|annoy|pester|sell|harass) (?:someone|somebody|elsewhere|others|people)\b|\b(?:someone|somebody|anyone) else to (?:spam|bother|annoy|pester|harass)\b",
    r"\bleave (?:me|us|our \w+|my \w+) (?:alone|be|in peace|the hell|out of (?:it|this|these|your))\b|\bdo(?:nt| not) (?:let me|make me|force me)(?: \w+){0,3}? (?:again|see|block|report|complain)\b",
    r"\b(?:will|shall|ll|going to|be forced to|have to|hear from)(?: \w+){0,3}? (?:report(?:ed)?|block(?:ed)?|blacklist(?:ed)?|complaint|legal (?:action|steps)|lawyers?|attorney|solicitors|authorit\w+|regulator|ombudsman|ico|cnil|ftc)\b(?= ?[.,]|$| (?:as spam|to the|you|your|this|if you|all|against|with the|further|any)\b)(?! (?:the|this|any) (?:damage|issue|incident|defect|slot|dock|morning|afternoon|time|day|week))",
)
