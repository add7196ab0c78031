"""The times that a mention may have: those that the text names near it, and those of the story itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.anchor.attach import Link
from dateline.anchor.count import counted_back
from dateline.anchor.dated import LEAD, Dated
from dateline.anchor.distance import distances
from dateline.dates import Period, Unit, When
from dateline.values import OWN_WAYS, Grounded, Mention, Parse, Publication

_EARLIER_TIMES = 3
_SAME_SENTENCE = 6
_FRESH = 7
_ARTICLE = 2
"""How far before a time its preposition stands, at most, in tokens."""
_DESCRIBING = {"amod", "compound", "nmod"}
_RECORD = 12
"""How far before it a superlative, in tokens."""


@dataclass(frozen=True, slots=True)
class Option:
    """One time that a mention may have.

    ``kind`` is time (an expression in the text), story (the day of the news, where the first sentences name it), on,
    before, after (the day of publication) or none. ``way`` says how an expression reaches the mention: direct,
    argument, clause, same (a mention of its family has it), sentence or earlier; ``order`` counts from the nearest.
    ``token`` is where the expression begins.
    """

    kind: str
    when: When | None
    grounded: Grounded | None = None
    way: str = ""
    preposition: str = ""
    order: int = 0
    token: int = -1


class Options:
    """Lists the options of every mention of one article."""

    def __init__(
        self, tree: Parse, mentions: Sequence[Mention], grounded: Sequence[Grounded], publication: Publication
    ) -> None:
        self.tree = tree
        told = {tree.sentence_of[mention.token] for mention in mentions}
        placed = [(tokens[0], each) for each in grounded if (tokens := tree.tokens(each.timex.span))]
        by_token = {mention.token: mention for mention in mentions}
        read = [
            (at, each)
            for at, each in placed
            if tree.sentence_of[at] in told and not _is_record(tree, at) and not _is_age(tree, by_token, each)
        ]
        self.times = [(at, each) for at, each in read if each.when is not None]
        self.places = [at for at, _ in self.times]
        times = [each for _, each in read]
        self.dated = Dated(tree, by_token, times, list(distances(tree, by_token, times)), publication)
        self.story = self._story(publication)
        for token, link in list(counted_back(self.dated, self._day())):
            self.dated.add(token, link)

    def of(self, mention: Mention) -> list[Option]:
        """What its grammar gives, what its sentence and the last ones name, the story's own time, and none."""
        times = list(self._times(mention))
        if mention.token in self.dated.counted:  # no other time of the sentence can be meant then
            times = [option for option in times if option.way == "direct"]
        opened = [option for option in times if option.way == "direct" and _is_open(option.when)]
        if len(self.story) == 1:  # no day of publication: what merely stands near could as well be the story's own day
            times = [option for option in times if option.way in OWN_WAYS or option.way == "same"]
        return opened or [*times, *self.story]

    def _times(self, mention: Mention) -> Iterator[Option]:
        links = self._linked(mention)
        yield from links
        taken = {id(option.grounded) for option in links}
        first, end = self.tree.sentences[self.tree.sentence_of[mention.token]]
        start, stop = bisect_left(self.places, first), bisect_left(self.places, end)
        here = sorted(self.times[start:stop], key=lambda placed: abs(placed[0] - mention.token))[:_SAME_SENTENCE]
        earlier = list(reversed(self.times[max(0, start - _EARLIER_TIMES) : start]))
        for way, times in (("sentence", here), ("earlier", earlier)):
            for order, (place, each) in enumerate(times):
                if id(each) not in taken and each.value != "PRESENT_REF":
                    yield Option("time", each.when, each, way, "", order, place)

    def _linked(self, mention: Mention) -> list[Option]:
        """The options that its grammar gives, and the time of another mention of its family."""
        return [_option(link, order, self.tree) for order, link in enumerate(self.dated.of(mention))]

    def _story(self, publication: Publication) -> tuple[Option, ...]:
        none = Option("none", None)
        if publication.day is None:
            return (none,)
        day = Period(Unit.DAY, publication.day)
        ways = Option("on", When.of(day)), Option("before", When(None, day)), Option("after", When(day, None)), none
        news = self._news(publication.day)
        return ways if news is None else (news, *ways)

    def _day(self) -> Period | None:
        """The day of the news, or else of publication."""
        news = self.story[0].when
        return None if news is None else news.single

    def _news(self, day: date) -> Option | None:
        """The day that the first sentences name for their news, where it is in the week before publication."""
        for token in sorted(self.dated.direct):
            if self.tree.sentence_of[token] >= LEAD:
                return None
            link = self.dated.direct[token][0]
            single = link.when.single
            if single is not None and single.unit is Unit.DAY and 0 < (day - single.first).days <= _FRESH:
                return Option("story", When.of(single), link.grounded)
        return None


def _is_record(tree: Parse, time: int) -> bool:
    """Whether a time only says how long nothing was like it: the lowest close since March, the first since 1979."""
    first, _ = tree.sentences[tree.sentence_of[time]]
    since = max(first, time - _ARTICLE)
    if "since" not in (word.lower() for word in tree.words[since:time]):
        return False
    near = range(max(first, time - _RECORD), time)
    return any(tree.tags[token] in ("JJS", "RBS") or tree.lemmas[token].lower() == "first" for token in near)


def _is_age(tree: Parse, by_token: Mapping[int, Mention], each: Grounded) -> bool:
    """Whether a time only says how old a thing is: an 11th-century temple."""
    if each.when is None or each.when.single is None or each.when.single.unit < Unit.CENTURY:
        return False
    last = tree.tokens(each.timex.span)[-1]
    return tree.deps[last] in _DESCRIBING and tree.heads[last] > last and tree.heads[last] not in by_token


def _is_open(when: When | None) -> bool:
    """Whether a preposition has left one end open: "since 2009", "by 2015". No other time can be meant beside it."""
    return when is not None and (when.start is None or when.end is None)


def _option(link: Link, order: int, tree: Parse) -> Option:
    place = tree.tokens(link.grounded.timex.span)[0]
    return Option("time", link.when, link.grounded, link.way, link.preposition, order, place)
