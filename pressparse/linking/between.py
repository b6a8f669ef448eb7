"""What may stand between a name and its post, or between two posts or names of one group."""

from __future__ import annotations

import re

from pressparse import lexicons

_COUNTRIES = lexicons.load("organizations")["countries"]
_HONORIFIC = lexicons.alternatives(lexicons.load("names")["honorifics"])
_CHOSEN = r"(?:re)?(?:appointed|named|elected|chosen|selected|nominated|promoted)(?: as| to| to be)?"
# "Minister Kim", "Minister H.E. Mr. Kim", "(Commissioner: Kim", "Director | Kim", "Head of the Tide Forum (TF) Kim"
FORWARD = re.compile(rf"(?: \([A-Z][\w&-]{{1,14}}\)(?= ))?(?: ?:| \|)? ?(?:(?:the )?(?:{_HONORIFIC})[.']? ?){{0,4}}")
# "the Vice Minister, Tak Bo-mi,", "Secretary, Department of Commerce, Shri Barua"
AFTER_COMMA = re.compile(rf",(?: (?!and )[^,;()]{{2,60}}[,:])? (?:(?:the )?(?:{_HONORIFIC})[.']? ?){{0,4}}")
# "the Chief Executive of the Reef Board (REEFBOD), Dr. Marsh", "Governor of Nagara Prefecture, Japan, Hatano Yoriko"
APPOSED = re.compile(
    rf"(?: \([A-Z][\w&-]{{1,14}}\)|, (?:{lexicons.alternatives(_COUNTRIES)})),"
    rf" (?:(?:the )?(?:{_HONORIFIC})[.']? ?){{0,4}}"
)
# "Kim, the Minister", "Kim (Minister", "Kim, 52, Minister", "Kim - Minister", "Quiroz, Peru's Minister",
# "Aasen of Norway (Minister"
_LETTERS = "|".join(lexicons.load("names")["behind"])
BACKWARD = re.compile(
    rf"(?:,? (?:{_LETTERS}))?(?: \((?:\d{{1,3}}|M[rsx]s?\.?|Dr\.?|former [^()]{{2,60}})\))?"
    r"(?: of (?:the )?[A-Z][\w ]{1,30})?(?:, \d{1,3})?"
    r"(?:,| ?\(| \[| -| –| —| /| \|)(?: ?\d{1,3},)?"
    r" ?(?:(?:who (?:is|was|serves as|also serves as) (?:both )?|as )?"
    r"(?:the |a |an |its |current |also |then |former |now |currently |outgoing |incoming |retiring )"
    r"(?:\d{1,2}(?:st|nd|rd|th) |new |newly appointed |former |then |current )?"
    r"|who (?:is|was|has been|also serves as|serves as) (?:both |concurrently |also |the ){0,2}"
    r"|who (?:is|was|has been|had been|will be) (?:re|newly )?(?:appointed|named|elected|chosen|promoted)"
    r"(?: as| to)? (?:the |its |an? )?(?:new |next |first )?"
    r"|(?:the )?[A-Z][\w -]{1,40}'s? |(?:the|this) [a-z]{3,14}'s (?:new |then )?)?"
)
# "Tak Bo-mi (Salt Institute, Director)"
IN_BRACKET = re.compile(r" \([A-Z][^();,]{2,60}, (?:the )?")
# Between the holders of one shared post: "Ministers Tak Bo-mi, Pyo Gi-ung and Wi Na-ra".
NEXT = re.compile(
    rf"(?: \([^()]{{1,60}}\)| of (?:the )?[A-Z][\w' -]{{1,50}})?(,|,? and|,? &) (?:(?:{_HONORIFIC})[.']? ?){{0,4}}"
)
# "Roy, who came for the Reef Agency, where he is Vice-President": no other name stands between.
PRONOUN = re.compile(r",[^.;!?\"]{0,150}\b(?:he|she) (?:is|was|serves as|served as) (?:the |a |an |also |now )?")
# "Tak Bo-mi as the new Director", "Tak Bo-mi was appointed head of X", "Tak Bo-mi is the Minister"
MADE = re.compile(
    r",? (?:(?:to serve )?as|(?:has |have |had )?join(?:s|ed) as"
    r"|(?:is|was|becomes|became|remains|(?:will|has|had|to) become|will be|(?:will )?serve as|serves as|served as"
    r"|(?:takes|took) (?:office|over) as"
    rf"|(?:was|is|has been|had been|will be) {_CHOSEN})) (?:the |a |an |its |our |their )?"
    r"(?:new |next |first |current |founding |inaugural |\d{1,3}(?:st|nd|rd|th) ){0,2}"
    # "named Ida Marsh its new Director"
    r"| (?:its|their) (?:new|next|first) "
)
# "Tak Bo-mi, professor of salt, has been appointed as Dean", "Tak Bo-mi, once Dean, joins the Salt Institute as Fellow"
APPOINTED = re.compile(
    rf"(?:, [^,.;!?\"]{{2,60}},)? (?:(?:has been|was|is|will be|is to be|have been) {_CHOSEN}"
    r"|(?:joins|joined|will join|is joining|is to join) (?:the )?[A-Z][^,.;!?\"]{2,60} as)"
    r" (?:the |its |an? )?(?:new |next |first )?"
)
# "Tak Bo-mi succeeds Pyo Gi-ung as Director"
SUCCEEDS = re.compile(
    rf" (?:will |has )?(?:succeeds?|succeeded|replaces?|replaced|takes? over from|took over from)"
    rf" (?:(?:{_HONORIFIC})[.']? ?){{0,3}}"
)
AS = re.compile(r" as (?:the |its )?(?:new )?")
# Right before a post that somebody takes now: it comes before the one that he leaves.
TAKEN = re.compile(
    rf"(?:(?:has been|have been|is|are|was|will be) {_CHOSEN}"
    r"|(?:joins|will join) [^,.;!?\"]{2,60} as|becomes|will become|will serve as)"
    r" (?:the |its |an? )?(?:new |next |first )?$"
)
# "Tak, professor of X and the director of Y, said", "Tak (President; former Mayor)"
ALSO = re.compile(
    r" and the | and (?:will |is to |also |concurrently ){0,3}serves? (?:concurrently )?as (?:the )?"
    r"|(?:[;,]| and|, and) (?:(?:the |a )?(?:former|ex-|also|concurrently|now|currently) ?){1,2}(?:the |a )?"
)
NUMBERED = re.compile(r"[ ,:;|(–-]{0,4}(?:[Tt]el\.?:? ?|[Pp]hone:? ?|[Mm]obile:? ?)?[+(]?\d|$")
ALONE = re.compile(r"(?: \((?:M[rsx]s?|Dr)\.?\))?,?")
# The bars that a cell of a table drawn with them may keep, and forms of address before a name in one.
BARS = re.compile(rf"[| ]*(?:(?:{_HONORIFIC})[.']? ?){{0,3}}")
LONGEST_FORMS = 3 * (max(map(len, lexicons.load("names")["honorifics"])) + 2)
"""Code points that forms of address take at most in a cell."""
COMMA = re.compile(rf", (?:(?:the )?(?:{_HONORIFIC})[.']? ?){{0,4}}")
CLOSING = re.compile(rf"(?:,? (?:{_LETTERS}|MP|MEP|MSP|MS|MLA|TD))?,")
LISTED = re.compile(rf" (?:and )?(?:(?:{_HONORIFIC})[.']? ?){{0,4}}")
OF_BODY = re.compile(r" (?:of|at|for) ")
ARTICLE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Aa]n?) $")
