"""The grammar: what a date looks like, as patterns over the lexer's code string.

One code a token:

Y year · y two-digit year · n number · o 15th · z 30일 · O first · M month · W weekday · v Tue · d k m q H a e c units
U plural unit · P period · Q Q3 · s season · D 1980s · K 20세기 · F fiscal · L last/this/next · Z coming · r 올해
V early · j earlier · E beginning/start · G end · B 말 · 7 W25 · 8 20240618 · A latest · R today
I before · J after · S same · g ago · N two · T twenty · l thousand
w onward · f of · i in · h the · p 's · t to · u 까지 · b between · & and · | or
. dot · ; dot before a space · , - – ~ / ( ) themselves · C clock · x anything else
"""

from __future__ import annotations

import re
from functools import cache

from pressparse.extractors.dates.news import NEWS_FORMS

_MONTH = "M"
_DAY = r"[noz]"
_PAREN = r"(?:\([Wv](?:[-–~/&,][Wv])?\))"
_WEEKDAY = r"(?:[Wv],?h?)"
_SPOKEN = r"(?:TT(?:-?N)?|Nl(?:&?T(?:-?N)?|&?N)?)"
_YEAR = rf"(?:,?[fi]?F?(?:[Yy]|{_SPOKEN}))"
_THIS_YEAR = r"(?:,?[fi]?h?[LZ]{1,2}a|[fi]ha|,?[fi]?r)"
_SAME_YEAR = r",?[fi]?h?Sa"
_ANY_YEAR = rf"(?:{_YEAR}|{_THIS_YEAR}|{_SAME_YEAR})"
_THIS_MONTH = r"(?:,?[fi]?h?[LZ]{1,2}m|fhm|fh?Sm)"
_OF_MONTH = rf"(?:{_MONTH}{_ANY_YEAR}?|h?[LZ]{{1,2}}m|hm)"
_SPOKEN_DAY = r"(?:T-?)?O"
_PART = r"(?:N?[Vj](?:-?[-–&t/]-?V)?(?:-|[fi]h?)?|(?:V-?[-–&t/]-?)?[EG](?:-|fh?)|G)"
_NTH = r"[Oo]"


def _alone(pattern: str, mark: str) -> str:
    """The pattern where it is not a part of a longer run of numbers with the same mark between: `1/2/3/4/5`."""
    return rf"(?<![nYx]{mark}){pattern}(?!{mark}[nYx])"


# In the order in which they are tried: what holds more stands before what holds less.
FORMS: dict[str, str] = {
    # 2021-10-14 · 2021/10/14 · 2021. 10. 14.(Thu) · '21.10.14
    "numeric": rf"(?:{_alone('[Yy]-n-n', '-')}|{_alone('[Yy]/n/n', '/')}|[Yy][.;]n[.;]n[.;]?)(?:,?{_PAREN}|,W)?",
    # 24.6.18.(Tue) · (24.06.18) · 18.06.24
    "numeric_short": rf"(?<![nYx][.;])n[.;]n[.;]n(?:[.;](?![nYx]){_PAREN}?|(?![.nYx]))",
    # Feb-12-2024 · Jul/15/2024
    "month_marked": rf"{_MONTH}(?:-n-|/n/)Y",
    # 20240618
    "compact_day": r"8",
    # Thursday (Feb. 9) · Thursday (9 Feb. 2024)
    "weekday_day": rf"[Wv]\((?:{_MONTH},?h?{_DAY}{_ANY_YEAR}?|{_DAY}f?h?{_MONTH}{_ANY_YEAR}?|n/n|n[.;]n[.;]?)\)",
    # 10/14/2021 · 14-10-2021 · 13.5.2015
    "numeric_year_last": rf"{_alone('n/n/[Yn]', '/')}|{_alone('n-n-Y', '-')}|{_alone('n[.]n[.]Y', '[.]')}",
    # 2021년 6월 30일(수) · 올해 6월 30일 · 2021 June 30
    "year_month_day": rf"(?:[Yy]|r|La),?{_MONTH},?h?{_DAY}{_PAREN}?",
    # Thursday, March 17, 2022 · Dec. 23 (Thu), 2021 · Oct. 1, 2024 (Tue.) · June the 3rd · April 15th of this year
    "month_day": rf"(?:[LZ]{{0,2}}{_WEEKDAY}{_PART}?|[LZ]|{_PART})?{_MONTH}-?,?h?{_DAY}{_PAREN}?"
    rf"(?:{_ANY_YEAR}(?![-.]n))?(?:,?{_PAREN}|,[Wv](?![-–~][Wv]))?",
    # Monday, 28 November 2022 · 12 AUG 2021 · 31st of December
    "day_month": rf"{_WEEKDAY}?[noz]{_PAREN}?-?f?h?{_MONTH}{_PAREN}?(?:-?{_ANY_YEAR})?{_PAREN}?",
    # 7.11.(Thu) · 4. 22.(Sat) · 5. 31. · 6/30(Tue)
    "dotted_day": rf"n[.;]n[.;]?{_PAREN}|(?<![.n])n[.;]n[.;](?![.;]?[nY])|{_alone('n/n', '/')}{_PAREN}?",
    # 7th of last month · 20th of this month · the 15th of next month · 지난달 15일
    "day_of_month": rf"{_WEEKDAY}?[oz]{_PAREN}?(?:d?{_THIS_MONTH})|(?:r|Lm|Lr)z{_PAREN}?",
    # May the fourth · June twenty-first, 2024
    "spoken_month_day": rf"{_MONTH}(?:h{_SPOKEN_DAY}|T-?O){_ANY_YEAR}?",
    # the third of May
    "spoken_day_month": rf"{_SPOKEN_DAY}f{_MONTH}{_ANY_YEAR}?",
    # the first Monday of June · the last Friday of next month
    "nth_weekday": rf"(?:{_NTH}|L)W[fi]{_OF_MONTH}",
    # first 20 days of August · the last ten days of May 2024
    "days_of": rf"(?:{_NTH}|L)[nNT]Uf{_OF_MONTH}",
    # first three quarters of 2023 · the first nine months of this year
    "units_of": rf"(?:{_NTH}|L)[nNT](?:U|q)(?:{_ANY_YEAR}(?![.-]n))",
    # the second week of May 2021 · first week of next month
    "week_of": rf"(?:{_NTH}|L)kf{_OF_MONTH}",
    # 2024-W25 · week 25 of 2024 · the third week of 2024
    "week_of_year": rf"Y-?7|7,?f?Y|kn,?[fi]?Y|(?:{_NTH}|L)k[fi]Y",
    # the week of March 6
    "week_with": rf"kfh?(?:{_MONTH},?h?{_DAY}|{_DAY}f?h?{_MONTH}){_YEAR}?",
    # the last day of March 2022
    "last_day": rf"(?:L|{_NTH})df(?:{_OF_MONTH}|[Yy])",
    # Tuesday of last week · Friday next week · next week's Tuesday
    "weekday_of_week": r"W[fi]?h?[LZ]{1,2}k|[LZ]{1,2}kp?,?W",
    # March of this year · late June next year · mid-March 2021 · 2021년 6월 말
    "month_year": rf"(?:[LZ]|{_PART})?{_MONTH}-?{_ANY_YEAR}(?!-?n)B?|(?:[Yy]|r|La),?{_MONTH}B?",
    # 2021-10 · '20.6 · 2022. 1.
    "numeric_month": r"Y-n(?![-.n])|[Yy]\.n[.;]?(?![.;]?[nY])|[Yy];n(?:[.;](?![.;]?[nY])|(?=\)))|Y/n(?!/)",
    # 05/2024
    "month_slash_year": _alone("n/Y", "/"),
    # Q3 2022 · 1Q 2025 · 2nd half of '22 · last quarter of the year · fourth quarter · this year's third quarter
    "quarter": rf"{_PART}?(?:(?:Y-?|[Yy][.,p]?|r|h?[LZ]{{1,2}}ap?|F)?F?Q(?:[-/]?{_YEAR}|{_THIS_YEAR}|{_SAME_YEAR})?|"
    rf"(?:[Yy]p?|F|h?[LZ]{{1,2}}ap?)?F?{_NTH}-?[qH](?:-?{_ANY_YEAR})?|LF?[qH](?:{_YEAR}|{_THIS_YEAR}|{_SAME_YEAR}))",
    # spring 2021 · this summer · the summer of 2022
    "season": rf"{_PART}?(?:[LZ]{{1,2}}s(?:{_YEAR})?|s{_ANY_YEAR}|[Yy]s)",
    # this December · last April · this coming October
    "month_near": rf"[LZ]{{1,2}}{_PART}?{_MONTH}(?!n)",
    # late May · end of August · June
    "month": rf"{_PART}?{_MONTH}B?",
    # next Monday · this Sunday · this coming Sunday, 8 March is month_day
    "weekday_near": r"[LZ]{1,2}[W]",
    # this month · end of last year · late next week · earlier this year
    "near": rf"(?:{_PART}?h?[LZ]{{1,2}}|{_PART}(?<=[fi]h))F?[kmqHaec](?:p?-?G)?",
    # year-end 2024 · year-end · month-end · end of year · end-2025 is year
    "year_end": r"(?:[amq]p?-?G)(?:,?[fi]?[Yy]|,?[fi]?La)?|Gfa",
    # two years ago · 10 days ago · a year ago
    "ago": r"[nNT]-?[Uadmkec]g",
    # FY 2021-22 · FY2023 · end of 2025 · mid-2025 · late '21
    "year_pair": rf"{_PART}?Fa?[Yy][-–/]n(?![-.n])|Y[-–]n(?![-.nC])",
    "year": rf"{_PART}?F?a?(?:[Yy](?:B|Fa)?|TT(?:-?N)?)|a{_SPOKEN}",
    # 1990s · late 2010s
    "decade": rf"{_PART}?[DK]",
    # the 20th century
    "century": rf"{_PART}?{_NTH}-?c",
    # today · the day after tomorrow
    "day_near": r"dJR|dIR|R",
    # 올해 · 내년 말 · 지난달
    "korean_near": r"rB?",
    # the same day · the same year
    "same": r"S[dkmqa]",
    # Friday the 15th · Friday the fifteenth · Friday
    "weekday_ordinal": rf"[Wv],?h?o|W\(h?[on]\)|Wh{_SPOKEN_DAY}",
    "weekday": r"W",
    # the 30th · 28th (Fri) · 30일
    "ordinal_day": rf"[oz]{_PAREN}?",
    # on 19 (Wed)
    "number_day": rf"n{_PAREN}",
}  # fmt: skip

# Between two dates that may be one: a range's mark or word, or a list's comma and conjunction.
JOINT = re.compile(r"(?P<range>[-–~]|,?t|(?<=[Bzyq])t)|(?P<both>,?&)|(?P<either>,?\|)|(?P<comma>,)")
JOINT_OPENING = frozenset("-–~,t&|")
"""What a joint begins with."""
_LINK = rf"(?:[-–~t]|,?[&|]|,)h?{_WEEKDAY}?"

# Only before or behind a fuller date: "7–9 December", "22nd to 23rd of this month", "7.11.(Thu)~12.(Fri)".
_HEAD_ONLY = {
    "nth_before": rf"{_NTH}(?=[-–~t&/]h?{_NTH}-?F?[qH])",
    "day_before": rf"{_WEEKDAY}?{_DAY}{_PAREN}?(?=(?:{_LINK}{_DAY}{_PAREN}?){{1,8}}(?:-?,?h?f?{_MONTH}|{_THIS_MONTH}))",
    "day_before_day": rf"o{_PAREN}?(?=(?:,h?o{_PAREN}?){{0,6}},?[-–~t&]h?o)",
}
_TAIL_ONLY = {
    "day_behind": rf"[noz](?!-?U){_PAREN}?(?:,?[Yy]|{_THIS_YEAR}|{_THIS_MONTH})?{_PAREN}?",
    "dotted_day_behind": rf"n[.;]{_PAREN}?(?!n)",
}


_OPENING_ALONE = "78ADEFGKLMOQRVWYZjorsvyz"
_OPENING_WITH = {"nNT": "[^x]", "h": "[LZ]", "amq": "[-pGYyTN]", "k": "[fn]", "d": "[IJ]", "S": "[adkmq]"}
_OPENING = "|".join([f"[{_OPENING_ALONE}]", *(f"[{codes}]{behind}" for codes, behind in _OPENING_WITH.items())])
"""What every form opens with. At most places of a text none does, and all of them need not be tried there."""
# The same, but that it begins with a set: no other codes are looked at twice.
_OPENS = re.compile(
    f"[{_OPENING_ALONE}{''.join(_OPENING_WITH)}]"
    f"(?:(?<=[{_OPENING_ALONE}])|{'|'.join(f'(?<=[{codes}])(?={behind})' for codes, behind in _OPENING_WITH.items())})"
)

OPENED_BY = {
    "Y": "numeric year_month_day week_of_year month_year numeric_month quarter season year_pair year",
    "M": "month_marked month_day spoken_month_day month_year month",
    "W": "day_before weekday_day month_day day_month day_of_month weekday_of_week weekday_ordinal weekday",
    "v": "day_before weekday_day month_day day_month day_of_month weekday_ordinal",
    "n": "day_before numeric_short numeric_year_last day_month dotted_day month_slash_year ago number_day",
    "N": "month_day month_year quarter season month near ago year_pair year decade century",
    "o": "nth_before day_before day_before_day day_month day_of_month nth_weekday days_of units_of week_of "
    "week_of_year last_day quarter century ordinal_day",
    "O": "nth_before spoken_day_month nth_weekday days_of units_of week_of week_of_year last_day quarter century",
}
"""The forms that the commonest codes can open: no others need be tried behind these."""


def _union(forms: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in forms.items())


HEADS = _HEAD_ONLY | FORMS


@cache
def _opened_by(code: str) -> re.Pattern[str]:
    """The forms that a code can open, in their order."""
    names = OPENED_BY.get(code)
    return re.compile(_union({name: HEADS[name] for name in names.split()} if names else HEADS))


def find_head(codes: str, at: int) -> re.Match[str] | None:
    """The first match of a form at or behind a place in the codes; its `lastgroup` is the form's name."""
    for opening in _OPENS.finditer(codes, at):
        place = opening.start()
        if match := _opened_by(codes[place]).match(codes, place):
            return match
    return None


@cache
def news_head() -> re.Pattern[str]:
    """The same for news. It takes a hundredth of a second to make, which only those who read news should spend."""
    behind = {name: pattern for name, pattern in NEWS_FORMS.items() if name != "year_before"}
    return re.compile(_union(_HEAD_ONLY | {"year_before": NEWS_FORMS["year_before"]} | FORMS | behind))


_WHOLE = {name: pattern for name, pattern in FORMS.items() if name not in {"ordinal_day", "number_day"}}
# A bare number is a tail, whatever follows.
_TAIL_OPENING = f"(?=n|{_OPENING})"
TAIL = re.compile(f"{_TAIL_OPENING}(?:{_union(_WHOLE | {'day_tail': _TAIL_ONLY['day_behind']})})")


@cache
def dotted_tail() -> re.Pattern[str]:
    """The tail behind a dotted date: `7.11.(Thu)~12.(Fri)`."""
    dotted = {"dotted_day": rf"n[.;]n[.;]?{_PAREN}?(?!n)"}
    tails = {"dotted_tail": _TAIL_ONLY["dotted_day_behind"], "day_tail": _TAIL_ONLY["day_behind"]}
    return re.compile(f"{_TAIL_OPENING}(?:{_union(_WHOLE | dotted | tails)})")


HEAD_ONLY = frozenset(_HEAD_ONLY)
AND = re.compile(",?&h?")
YEAR_ALONE = re.compile(r"(?P<year>Y)")
MONTH_ALONE = re.compile(f"(?P<month>{_PART}?{_MONTH})")
"""What is left of a day whose number counts something else: "in March 35 experts met"."""
