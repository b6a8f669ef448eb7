"""The numbers of automatic lists, as Word and Hancom Office print them."""

from __future__ import annotations

from collections.abc import Callable

ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
CONSONANTS = 14  # ㄱ to ㅎ without the doubled ones
# Places of those consonants among the 19 initials of a composed syllable, and of ㅏㅓㅗㅜㅡㅣ among its 21 vowels.
INITIALS = (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18)
VOWELS = (0, 4, 8, 13, 18, 20)


def _roman(number: int) -> str:
    letters = ""
    for value, letter in ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters


def _latin(number: int) -> str:
    """A … Z, AA, BB …, as both programs go on."""
    turn, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (turn + 1)


def _syllable(number: int) -> str:
    """가 … 하, then 거 … 허, 고 …"""
    vowel, consonant = divmod(number - 1, CONSONANTS)
    return chr(0xAC00 + (INITIALS[consonant] * 21 + VOWELS[vowel]) * 28)


def _circled(number: int) -> str:
    if number <= 20:
        return chr(0x2460 + number - 1)
    return chr(0x3251 + number - 21) if number <= 35 else chr(0x32B1 + number - 36)


def _spoken(digits: str, ten: str) -> Callable[[int], str]:
    """Numbers to 99 in words: 십일 is eleven and 이십 twenty."""

    def words(number: int) -> str:
        tens, ones = divmod(number, 10)
        return (digits[tens] if tens > 1 else "") + (ten if tens else "") + (digits[ones] if ones else "")

    return words


def _digits(digits: str) -> Callable[[int], str]:
    """Numbers a digit at a time: 일영 is ten."""
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _row(first: str) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1)


# name: (last number that the form goes to, the form)
FORMS: dict[str, tuple[int, Callable[[int], str]]] = {
    "none": (1 << 31, lambda number: ""),
    "two digits": (1 << 31, lambda number: f"{number:02d}"),
    "circled digit": (50, _circled),
    "bracketed digit": (20, _row("⑴")),
    "dotted digit": (20, _row("⒈")),
    "ROMAN": (3999, _roman),
    "roman": (3999, lambda number: _roman(number).lower()),
    "LATIN": (26 * 26, _latin),
    "latin": (26 * 26, lambda number: _latin(number).lower()),
    "circled LATIN": (26, _row("Ⓐ")),
    "circled latin": (26, _row("ⓐ")),
    "syllable": (CONSONANTS * len(VOWELS), _syllable),
    "circled syllable": (CONSONANTS, _row("㉮")),
    "jamo": (CONSONANTS, lambda number: "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"[number - 1]),
    "circled jamo": (CONSONANTS, _row("㉠")),
    "dashed digit": (1 << 31, lambda number: f"- {number} -"),
    "wide digit": (1 << 31, _digits("０１２３４５６７８９")),
    "korean digit": (1 << 31, _digits("영일이삼사오육칠팔구")),
    "korean": (99, _spoken("영일이삼사오육칠팔구", "십")),
    "han": (99, _spoken("〇一二三四五六七八九", "十")),
    "circled han": (10, _row("㊀")),
    "stem": (10, lambda number: "갑을병정무기경신임계"[number - 1]),
    "han stem": (10, lambda number: "甲乙丙丁戊己庚辛壬癸"[number - 1]),
}


def render(number: int, form: str) -> str:
    """`number` in one of the FORMS; in digits where the form is unknown or does not go that far."""
    last, spell = FORMS.get(form, (0, str))
    return spell(number) if 1 <= number <= last else str(number)
