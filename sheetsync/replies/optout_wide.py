"""Rarer English ways of asking not to be written to again."""

from sheetsync.replies.optout_english import AFTER, DONE, MAIL, MORE, SELF, SHUT, TOUCH

WIDE = (
    # Consent that was never given.
    SELF
    + r" (?:\w+ )?(?:never|did not|didnt|have not|havent|had not)(?: \w+)? (?:sign(?:ed)? up|subscribed?|opt(?:ed)? in|consent(?:ed)?|ask(?:ed)? (?:for|to be)|agreed? to|requested?)(?= ?[.,]|$| (?:for|to|in|this|these|your|any|it|them|be|receive|get|on|contacted|emailed)\b)(?! (?:to|for) (?:the|a|our|this) (?:price|terms|contract|offer|proposal|meeting|webinar|trial|quote|discount|date))",
    r"(?:do not|dont|never|no|not|without|didnt|did not) (?:\w+ )?(?:have |had |got |get |give |given |gave )?(?:you )?(?:my|our|any)? ?(?:permission|consent) to (?:e ?mail|contact|write|message|use|call|store|send|process|mail|approach)\b(?! to this)",
    r"(?:not|never|didnt) ask(?:ed)? for (?:this|these|it|them|your (?:e ?mails?|mails?|messages|spam)|any of (?:this|these))(?= ?[.,]|$| e ?mails?| mails?| messages?| spam)",
    r"\b(?:my|our) (?:\w+ )?(?:e ?mail|address|details|data|number|name)\b(?: \w+){0,8}? ,? ?(?:\w+ ){0,3}?(?:remove|delete|erase) it(?= ?[.,]|$)",
    r"(?:^|[.,] )(?:i am |im |we are )?(?:unsubscribing|opting out)(?= ?[.,]|$)|\b(?:please |just )?stop with (?:this|it|that|these)(?= ?[.,]|$)",
    r"\b(?:request|requesting|asking|ask|want|like|wish|prefer) to be " + DONE + r"(?= ?[.,]|$)",
    # Everything held about me.
    r"(?:delete|erase|remove|destroy|wipe|purge|deletion of|erasure of) (?:\w+ ){0,5}?(?:on|about|regarding|concerning|relating to|of) (?:me|us|myself)\b",
    r"get rid of (?:my|our) (?:\w+ )?(?:data|details|address|e ?mail|contact|information|number|name)",
    r"\b(?:my|our|this) (?:\w+ ){0,2}?(?:name|address|e ?mail|details|data|contact|info|information|record|number|company|entry|profile|inbox)(?: address| details)? (?:are |is |be |were |was |to be |should be |must be |gets? |being )?"
    + DONE
    + r"(?= ?[.,]|$| (?:from|please|immediately|now|at once|asap|off|permanently)\b)(?! from (?:the (?:quote|invoice|contract|proposal|order|shipment)))",
    r"(?:suppress|blacklist|block|blocklist|unlist|delist) (?:me|us|my|our|this|@link)(?: \w+)?(?= ?[.,]|$| (?:please|from|in|on|now)\b)(?! (?:calendar|slot|monday|tuesday|wednesday|thursday|friday|morning|afternoon|time|week|date|day))",
    # No more of it.
    r"send (?:me |us |out |through |this address )?(?:no|zero|nothing) (?:more(?! than)|further|additional|other|else|"
    + MAIL
    + r")\b(?! (?:alerts?|trucks?|goods|drivers?))",
    r"\b(?:do not|dont|no longer|not|never) (?:\w+ )?(?:want|wish|like|care|need|desire|intend) to (?:receive|get|see|read|have|be sent|hear|accept)(?: (?:"
    + MORE
    + r"|from|about|you|else))*? (?:"
    + MAIL
    + r"|from you|anything (?:more |else |further )?from you)\b(?! (?:from (?!you|your|this)|about (?!your|this|it)))",
    r"\b(?:am|are|is|be|wish|prefer|ask|asked|request\w*|want|like|choose|chosen|decided|wishes?) (?:you )?not to (?:be )?(?:contact\w*|e ?mail(?:ed|ing)?|receive (?:any|these|this|your|such|further|more|e ?mails?|mails?|messages|marketing)|hear from|get (?:any|these|this|your|such|further|more|e ?mails?|mails?|messages)|written to|approached|write to)\b(?! (?:customers?|clients?|drivers?|carriers?|users?|people|suppliers?|them|him|her|employees|patients|candidates|visitors))",
    r"(?:want|wish|like|love|prefer) (?:\w+ )?to (?:stop|quit) (?:receiving|getting|seeing) (?:\w+ )?(?:these|your|this|such|any|so many|e ?mails?|mails?|messages?|from you|spam|them|it)\b|\bstop (?:receiving|getting) (?:these|your|this|any|e ?mails?|mails?|messages) ?(?:from you|e ?mails?|mails?|messages)?(?= ?[.,]|$| please)",
    r"(?:no need|no reason|no use) (?:for|of|in) (?:any |a )?(?:more|further|additional|another|future) (?:"
    + MAIL
    + r"|follow ?up)",
    r"(?:never|not|dont) (?:\w+ ){0,2}?hear (?:\w+ ){0,2}?from you (?:again|any ?more|ever)|hear (?:nothing|no more|nothing more|nothing further)(?: \w+)? from you|want nothing (?:\w+ )?(?:to do with|from) (?:you|your)",
    r"(?:stay|keep|get) (?:the \w+ )?out of (?:my|our) (?:inbox|mailbox|mail|e ?mail)|keep your (?:\w+ )?"
    + MAIL
    + r"|too many (?:\w+ )?"
    + MAIL
    + r" from (?:you|your)",
    r"(?:turn|switch|shut) (?:off )?(?:these|your|those|all|the)? ?(?:e ?mails?|mails?|messages|notifications from you)(?: off)?(?= ?[.,]|$| please)",
    r"\b(?:stop|quit|cease|end) (?:\w+ ){0,3}?(?:e ?mails?|mails?|messages?|spam) to (?:@link|me|us|this|my|our)\b|(?:^|[.,] )(?:just |please |now )?stop (?:already|right now|immediately|at once|for good|forever|completely)(?= ?[.,]|$)",
    r"(?:do not|dont|never)(?: \w+)? (?:pursue|chase|hound|prospect|solicit|target) (?:me|us|this|our|my|here)\b(?! (?:project|idea|option|lead))|(?:^|[.,] )(?:please )?(?:do not|dont) bother(?= ?[.,]|$)|(?:^|[.,] |please )no contact(?= ?[.,]|$| please| thanks)",
    r"\bno solicit\w*|not (?:open to|accepting|receptive to|interested in) (?:\w+ ){0,2}?(?:cold|unsolicited|sales (?:e ?mails?|calls?|pitches)|outreach|solicitations?|spam)\b",
    # Anger.
    r"\b(?:this|it|that|consider\w*|is|pure|constitutes|becoming) (?:\w+ ){0,2}?harassment\b|\b(?:you are|youre|you keep|keep|stop) (?:spamming|harassing|pestering|hounding|bombarding)\b|\b(?:why|please) (?:do|must|are) you (?:keep|still|constantly) (?:spamming|harassing|e ?mailing|sending me)",
    r"(?:^|[.,] )(?:sender |you are |youre |you have been |address |now |and )?blocked(?= ?[.,]|$| and reported| you| as spam)|(?:^|[.,] )(?:blocked|reported|flagged)(?: and (?:blocked|reported|flagged|deleted))+|\breport(?:ing|ed)? (?:you|this|it) to (?:the |your |my )?(?:\w+ ){0,2}?(?:authorit\w+|regulator|ico|cnil|provider|isp|police|lawyers?|data protection)",
    r"for the last time|how many (?:more )?times (?:do|must|have|should) (?:i|we)|already (?:told|said|informed|asked|answered)(?: \w+){0,5}? (?:not interested|no interest|to stop|no thanks)|take (?:a|the) hint\b",
    r"(?:as|is|consider|considered) an? (?:unsubscribe|opt out|removal|deletion|erasure|gdpr) request|(?:^|[.,] )(?:please )?refrain(?= ?[.,]|$)|(?:could|can|would|will) (?:you )?(?:please |kindly )?take (?:me|us) off(?! hold| guard)",
    r"\b(?:my|our) (?:opt out|unsubscribe|unsubscription|erasure|deletion|removal) (?:request|right|wish)\b",
    r"\b(?:not|no longer|dont|isnt|arent) (?:\w+ ){0,2}?(?:interested in|require|need|want|wish|wish for|desire|interest in) (?:any |in )?(?:further|more|future|additional|your|such|these|unsolicited) (?:\w+ )?"
    + MAIL
    + r"(?= ?[.,]|$| (?:on|about|from you|regarding|of|like|please|at|and|or|whatsoever|in|any ?more)\b)",
    r"(?:do not|dont|never|neither|not|no longer|please no) (?:\w+ )?"
    + TOUCH
    + r"(?:ing)?(?: me| us)? ?,? (?:or|nor|and) (?:\w+ )?"
    + TOUCH
    + r"(?:ing)?(?: to)? (?:me|us|this|our (?:company|team|staff|office))\b"
    + AFTER,
    r"\b(?:choose|elect|decided?|prefer|choosing|electing|opting|going|intend|plan|request) to (?:opt out|unsubscribe|be removed|withdraw my)\b(?! of (?:the|our|night|this) )|\bopt out @link|\b(?:i|we|ive|weve)(?: have| had)? (?:already |twice |repeatedly )?(?:unsubscribed|opted out)\b(?! from (?:\w+ ){0,2}?(?:other|another|several|competitor\w*|old|previous|many))(?! (?:of|from) (?:the|our|a|an) (?!(?:\w+ )?(?:lists?|e ?mails?|mailings?|newsletters?|sequence)))(?! of the previous)",
    r"\b(?:no longer|prefer not|rather not|like not) (?:to )?(?:receive|receiving|get|getting|be sent) (?:any |more |further |your |these |this |such )+(?:"
    + MAIL
    + r"|from you)\b",
    r"\b(?:prefer|appreciate|like|want|rather have|request|ask for) no (?:more |further |additional |other )?"
    + MAIL
    + r"(?= ?[.,]|$| (?:from you|please|at all|about|in)\b)|(?:^|[.,] )(?:please )?never again(?: please)?(?= ?[.,]|$)|(?:^|[.,] |please )(?:do not|dont|never) (?:ask|try|bother)(?: me| us)? (?:again|any ?more)\b",
    r"count (?:me|us) out of (?:your|this|these|any)|close (?:my|our) (?:file|record|entry|contact)|\b(?:mark|tag|flag|set|note) (?:me|us|this (?:address|contact))(?: down)?(?: as)? "
    + SHUT,
    r"(?:i|we) be (?:removed|deleted|taken off|unsubscribed|excluded)\b|(?:removed|taken off|unsubscribed|deleted) from (?:this|it|all this|everything|these)(?= ?[.,]|$| please| e ?mails?| mails?| messages| list)",
)
"""A second, wider net: rarer ways, and ways that only together with us make sense."""

WHOLE = (
    r"(?:(?:wtf|what the (?:hell|fuck|heck)|hell|i said|omg|ffs|god|gods|for gods sake|for the love of god|oh|ugh|argh|seriously|really|jesus|christ|damn|pls|ok|please|no|hi|hello|hey|thanks|thank you|just|now|kindly|dear|can you|could you|will you|would you|you should|you can|i said|guys|all|folks|people|do|simply) )*"
    r"(?:stop|stop stop|stop stop stop|unsubscribe|un subscribe|unsub|unsubscribed|opt out|optout|opted out|remove|remove please|remove me|delete me|"
    r"take me off|leave me alone|stopall|stop all|stop this|stop it|no more|stop now|stop sending|desist|end it|end this|give up|give it up|pack it in|refrain|enough|stop trying|stop emailing|stop mailing|stop writing|stop contacting|"
    r"scram|(?:go )?take a hike|shut up|shove it|(?:go|you can go) to hell|drop dead|(?:go )?jump in a lake|junk|junk mail|enough is enough|get off my back|no e ?mails?|no mails?|no mailings?|no newsletters?|no messages|no contact|no follow ?ups?|spare me|spare us|skip me|skip us|i (?:hereby )?(?:strongly )?object|we (?:hereby )?object|(?:i|we) (?:dont|do not) want (?:this|these)|(?:data )?(?:deletion|erasure|removal|objection|opt out|unsubscribe) request|objection to (?:direct )?marketing|(?:i|we) (?:hereby |herewith )unsubscribe|straight (?:to|into) (?:the |my )?(?:spam|junk|trash|bin)|how to (?:unsubscribe|opt out|get off|be removed)|bitte unterlassen|es reicht|das reicht|mir reicht es|ca suffit|ya basta|ora basta|genoeg|chega|dosta|det racker|cease|discontinue|no more of (?:this|these|that)|and no more|want off|want out|i want off|i want out|let it rest|let it go|let this go|drop it|schluss damit|no cold e ?mails?|no cold mails?|no advertising|no ads|no marketing|no sales e ?mails?|confirm (?:my |the |our )?(?:removal|deletion|erasure|unsubscription)|right to be forgotten|right of erasure|right to erasure|replying stop|forget me|forget us|(?:will|would|can|could) (?:you|this|it) (?:ever )?stop|when will (?:you|this|these|it) (?:ever )?(?:stop|end)|do you not understand no|report spam|reported|quit|cancel|end|removal|spam|off|delete|dnc|do not contact|do not email|dont contact|stop here)"
    r"(?: (?:please|now|thanks|thank you|thx|ty|cheers|asap|immediately|ok|at once|today|all|me|pls))*"
)
"""A whole sentence that is nothing else."""
