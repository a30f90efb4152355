"""Verbs and nouns whose forms follow no rule: "froze" is of "freeze", "teeth" of "tooth".

Left out are forms that are mostly another word: "ground", "wound", "lay", "leaves", "shelves".
"""

_PASTS = {
    "awake": "awoke awoken", "bear": "bore borne", "beat": "beaten", "become": "became",
    "begin": "began begun", "bend": "bent", "bind": "bound", "bleed": "bled", "blow": "blew blown",
    "break": "broke broken", "breed": "bred", "bring": "brought", "build": "built",
    "burn": "burnt", "buy": "bought", "catch": "caught", "choose": "chose chosen", "come": "came",
    "creep": "crept", "deal": "dealt", "dig": "dug", "do": "done", "draw": "drew drawn",
    "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "feed": "fed",
    "feel": "felt", "fight": "fought", "find": "found", "flee": "fled", "fly": "flew flown",
    "forbid": "forbade forbidden", "foresee": "foresaw foreseen", "forget": "forgot forgotten",
    "forgive": "forgave forgiven", "free": "freed", "freeze": "froze frozen", "get": "got gotten",
    "give": "gave given", "go": "went gone", "grow": "grew grown", "hang": "hung", "hear": "heard",
    "hide": "hid hidden", "hire": "hired", "hold": "held", "keep": "kept", "know": "knew known",
    "lay": "laid", "lead": "led", "lean": "leant", "learn": "learnt", "leave": "left",
    "lend": "lent", "lose": "lost", "make": "made", "mean": "meant", "meet": "met",
    "mislead": "misled", "mistake": "mistook mistaken",
    "misunderstand": "misunderstood", "mow": "mown", "outgrow": "outgrew outgrown",
    "outsell": "outsold", "overcome": "overcame", "overpay": "overpaid",
    "oversee": "oversaw overseen", "overtake": "overtook overtaken", "owe": "owed", "pay": "paid",
    "prepay": "prepaid", "rebuild": "rebuilt", "redo": "redid redone", "repay": "repaid",
    "rerun": "reran", "resell": "resold", "retake": "retook retaken",
    "rethink": "rethought", "rewrite": "rewrote rewritten", "ride": "rode ridden",
    "ring": "rang rung", "rise": "rose risen", "run": "ran", "say": "said", "see": "saw seen",
    "seek": "sought", "sell": "sold", "send": "sent", "sew": "sewn", "shake": "shook shaken",
    "show": "shown", "shrink": "shrank shrunk", "sing": "sang sung", "sink": "sank sunk",
    "sit": "sat", "sleep": "slept", "slide": "slid", "sow": "sown", "speak": "spoke spoken",
    "spell": "spelt", "spend": "spent", "spill": "spilt", "spin": "spun", "stand": "stood",
    "steal": "stole stolen", "stick": "stuck", "strike": "struck", "sue": "sued",
    "swear": "swore sworn", "sweep": "swept", "swim": "swam swum", "swing": "swung",
    "take": "took taken", "teach": "taught", "tear": "tore torn", "tell": "told",
    "think": "thought", "throw": "threw thrown", "tread": "trod trodden",
    "undergo": "underwent undergone", "understand": "understood",
    "undertake": "undertook undertaken", "undo": "undid undone", "wake": "woke woken",
    "wear": "wore worn", "weave": "wove woven", "win": "won", "withdraw": "withdrew withdrawn",
    "withstand": "withstood", "write": "wrote written",
}  # fmt: skip

PAST = {past: base for base, pasts in _PASTS.items() for past in pasts.split()}
"""The base of each past form."""

ING = {"dying": "die", "lying": "lie", "tying": "tie", "freeing": "free", "suing": "sue"}
"""The base of each participle that no ending gives."""

PLURAL = {
    "analyses": "analysis", "axes": "axis", "buses": "bus", "calves": "calf", "children": "child",
    "criteria": "criterion", "feet": "foot", "gases": "gas", "geese": "goose",
    "indices": "index", "knives": "knife", "lenses": "lens", "loaves": "loaf",
    "matrices": "matrix", "men": "man", "mice": "mouse", "teeth": "tooth",
    "women": "woman", "wolves": "wolf",
}  # fmt: skip
"""The singular of each plural."""
