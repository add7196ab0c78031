"""Made-up articles without end, each different: names are new words, so a vocabulary that grows is seen to."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

_SYLLABLES = "ba bel cor dan del en far gor hal in jo kal lor mar nel or pel ra sel tor ul var wen yor zan".split()
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SENTENCES = (
    "{name} {surname}, who leads the council of {place}, opened the new bridge on {day}.",
    "The old one had collapsed in {month} {year}, when a storm hit {place} and killed {number} people.",
    "Two weeks later the government promised {number} million crowns, but the work began only in {year}.",
    "“We will not wait until {month},” said {name} {surname} of {firm}, which built it.",
    "{firm} was founded in {place} in {year} and bought a rival {number} months ago.",
    "A court in {place} ruled last week that the contract of {number} {month} {year} had been broken.",
    "Elections are planned for next {month}; the party of {surname} lost its majority in {year}.",
    "Police arrested {number} people after the protest in {place} on {number} {month}, a spokesman announced.",
    "It has rained every day since {day}, and schools may close until the end of the month.",
    "In the 1990s {place} exported coal; the last mine was closed on {month} {number}, {year}.",
)


def articles(seed: int = 1, sentences: int = 14) -> Iterator[str]:
    """Articles of about 15 words a sentence, without end; the same for the same seed."""
    random = Random(seed)  # noqa: S311 - no secret
    while True:
        yield "\n\n".join(
            " ".join(_sentence(random) for _ in range(2 + random.randrange(3))) for _ in range(max(1, sentences // 3))
        )


def _sentence(random: Random) -> str:
    return random.choice(_SENTENCES).format(
        name=_word(random),
        surname=_word(random),
        place=_word(random),
        firm=f"{_word(random)} {_word(random)}",
        day=random.choice(_DAYS),
        month=random.choice(_MONTHS),
        year=random.randrange(1950, 2013),
        number=random.randrange(2, 29),
    )


def _word(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(random.randrange(2, 5))).capitalize()
