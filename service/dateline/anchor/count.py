"""Times counted from an event of known time: two days after the vote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.anchor.attach import Link, climb
from dateline.anchor.dated import LEAD, Dated
from dateline.anchor.distance import Distance, distances
from dateline.dates import Period, When, timex3
from dateline.dates.say import At, Ref
from dateline.timex import counted
from dateline.values import OWN_WAYS, Anchor, Grounded, Mention, Parse, Publication


class _Base(NamedTuple):
    """What is counted from, as an anchor and in words."""

    period: Period
    anchor: Anchor
    name: str


def count(
    tree: Parse, mentions: Sequence[Mention], grounded: Sequence[Grounded], publication: Publication
) -> tuple[Grounded, ...]:
    """The expressions, those counted from an event of known time with what they mean."""
    by_token = {mention.token: mention for mention in mentions}
    told = list(distances(tree, by_token, grounded))
    if not told:
        return tuple(grounded)
    dated = Dated(tree, by_token, grounded, told, publication)
    known: dict[int, Grounded] = {}
    for distance in told:
        meant = _forward(dated, distance)
        if meant is not None and not _lies_ahead(dated, distance, meant.when, publication):
            known[id(distance.grounded)] = meant.grounded
            for token, _ in climb(tree, by_token, distance.place):
                dated.add(token, meant)
    return tuple(known.get(id(each), each) for each in grounded)


def counted_back(dated: Dated, news: Period | None) -> Iterator[tuple[int, Link]]:
    """For events without a time of their own, how far they lie from what has one: he died in March, five weeks after
    the work was **done**. What has none itself and is told as the news is of its day."""
    for each in dated.told:
        if each.lasting or each.token in dated.direct or each.grounded.when is not None:
            continue
        for base in _others(dated, each, news):
            if (meant := _counted(dated.tree, each, base, -each.sign)) is not None:
                yield each.token, meant
                break


def _forward(dated: Dated, distance: Distance) -> Link | None:
    """Counted from the event that the words name, where that has a time; if only another of its name has one, and what
    is counted has its own, it is rather the event that is not known."""
    if distance.beside is not None:
        return None
    mention = dated.by_token[distance.token]
    link = next(iter(dated.direct.get(distance.token, ())), None)
    if link is None and mention.pos == "NOUN" and _is_definite(dated.tree, mention.token):
        above = climb(dated.tree, dated.by_token, distance.place)
        link = None if any(token in dated.direct for token, _ in above) else dated.same(mention)
    if link is None or not _is_firm(link):
        return None
    base = _event(dated.tree, mention, link.when, distance.sign)
    return None if base is None else _counted(dated.tree, distance, base, distance.sign)


def _lies_ahead(dated: Dated, distance: Distance, when: When, publication: Publication) -> bool:
    """Whether what is told as past would be still to come: eight months after New Year's Day, published in August."""
    day = publication.day
    if day is None or when.earliest is None or when.earliest <= day:
        return False
    above = (dated.by_token[token] for token, _ in climb(dated.tree, dated.by_token, distance.place))
    return any(mention.tense == "PAST" or mention.aspect == "PERFECTIVE" for mention in above)


def _others(dated: Dated, distance: Distance, news: Period | None) -> Iterator[_Base]:
    """What an event may be counted back from: the date that the distance explains, else what it dates."""
    if distance.beside is not None and distance.beside.when is not None:
        if (period := distance.beside.when.end_for(-distance.sign)) is not None:
            value = timex3.of_period(period)
            yield _Base(period, Anchor("timex", value, distance.beside.timex.span), f"{value} in the text")
        return
    for token, _ in climb(dated.tree, dated.by_token, distance.place):
        mention = dated.by_token[token]
        known = dated.of(mention)
        base = None
        if known and known[0].way in OWN_WAYS and _is_firm(known[0]):
            base = _event(dated.tree, mention, known[0].when, -distance.sign)
        elif not known and news is not None and _is_news(dated, mention):
            base = _event(dated.tree, mention, When.of(news), -distance.sign)
        if base is not None:
            yield base


def _is_definite(tree: Parse, token: int) -> bool:
    """Whether a noun is of something told before, that needs no more words: the vote, his death."""
    children = tree.children[token]
    told = any(tree.deps[child] == "poss" or tree.words[child].lower() in {"the", "that"} for child in children)
    return told and not any(tree.lemmas[child] == "of" for child in children)


def _is_firm(link: Link) -> bool:
    """Whether something can be counted from it: no time of the clock whose day is guessed, no "current"."""
    says = link.grounded.timex.says
    return not isinstance(says, Ref) and not (isinstance(says, At) and says.day is None)


def _event(tree: Parse, mention: Mention, when: When, sign: int) -> _Base | None:
    period = when.end_for(sign)
    if period is None:
        return None
    anchor = Anchor("event", timex3.of_period(period), mention.span)
    return _Base(period, anchor, f'"{tree.words[mention.token]}", {anchor.value}')


def _is_news(dated: Dated, mention: Mention) -> bool:
    """Whether it is told as the news: in the present, or among the first sentences before any other date."""
    if mention.status != "occurred" or mention.tense == "PRESENT":
        return mention.status == "occurred"
    sentence = dated.tree.sentence_of[mention.token]
    return sentence < LEAD and all(dated.tree.sentence_of[token] >= sentence for token in dated.direct)


def _counted(tree: Parse, distance: Distance, base: _Base, sign: int) -> Link | None:
    """The expression counted from a base."""
    each = distance.grounded
    words = " ".join(tree.words[t] for t in tree.tokens(each.timex.span))
    because = f'"{words}" counted from {base.name}'
    meant = counted(each, sign, distance.lasting, base.period, base.anchor, because)
    return None if meant is None or meant.when is None else Link("direct", meant, meant.when)
