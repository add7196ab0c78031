"""Times counted from an event of known time: two days after the vote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.anchor.attach import Link, climb
from dateline.anchor.dated import LEAD, Dated
from dateline.anchor.distance import Distance, distances
from dateline.dates import Period, When, timex3
from dateline.dates.say import At, Ref
from dateline.timex import counted
from dateline.values import OWN_WAYS, Anchor, Grounded, Mention, Parse, Publication


def count(
    tree: Parse, mentions: Sequence[Mention], grounded: Sequence[Grounded], publication: Publication
) -> tuple[Grounded, ...]:
    """The expressions, those counted from an event of known time with what they mean."""
    by_token = {mention.token: mention for mention in mentions}
    told = {id(each.grounded): each for each in distances(tree, by_token, grounded)}
    if not told:
        return tuple(grounded)
    dated = Dated(tree, mentions, grounded, publication)
    done = []
    for each in grounded:
        distance = told.get(id(each))
        meant = None if distance is None else _forward(dated, distance)
        if distance is not None and meant is not None:
            for token, _ in climb(tree, by_token, distance.place):
                dated.add(token, meant)
        done.append(each if meant is None else meant.grounded)
    return tuple(done)


def counted_back(dated: Dated, grounded: Sequence[Grounded], news: Period | None) -> Iterator[tuple[int, Link]]:
    """For events without a time of their own, how far they lie from what has one: he died in March, five weeks after
    the work was **done**. What has none itself and is told as the news is of its day."""
    tree = dated.tree
    for each in distances(tree, dated.by_token, grounded):
        if each.lasting or each.token in dated.direct or each.grounded.when is not None:
            continue
        for token, _ in climb(tree, dated.by_token, each.place):
            mention = dated.by_token[token]
            known = dated.of(mention)
            if not known and _is_news(dated, mention):
                base = news
            elif known and known[0].way in OWN_WAYS and _is_firm(known[0]):
                base = _base(known[0].when, -each.sign)
            else:
                continue
            if base is not None and (meant := _counted(tree, each, mention, base, -each.sign)) is not None:
                yield each.token, meant
                break


def _forward(dated: Dated, distance: Distance) -> Link | None:
    """Counted from the event that the words name, where that has a time; if only another of its name has one, and what
    is counted has its own, it is rather the event that is not known."""
    mention = dated.by_token[distance.token]
    link = next(iter(dated.direct.get(distance.token, ())), None)
    if link is None and mention.pos == "NOUN" and _is_definite(dated.tree, mention.token):
        above = climb(dated.tree, dated.by_token, distance.place)
        link = None if any(token in dated.direct for token, _ in above) else dated.same(mention)
    base = None if link is None or not _is_firm(link) else _base(link.when, distance.sign)
    return None if base is None else _counted(dated.tree, distance, mention, base, distance.sign)


def _is_definite(tree: Parse, token: int) -> bool:
    """Whether a noun is of something told before, that needs no more words: the vote, his death."""
    children = tree.children[token]
    told = any(tree.deps[child] == "poss" or tree.words[child].lower() in {"the", "that"} for child in children)
    return told and not any(tree.lemmas[child] == "of" for child in children)


def _is_firm(link: Link) -> bool:
    """Whether something can be counted from it: no time of the clock whose day is guessed, no "current"."""
    says = link.grounded.timex.says
    return not isinstance(says, Ref) and not (isinstance(says, At) and says.day is None)


def _base(when: When, sign: int) -> Period | None:
    """What is counted back or on from: the start of a stretch or its end."""
    return when.start if sign < 0 else when.end


def _is_news(dated: Dated, mention: Mention) -> bool:
    """Whether it is told as the news: in the present, or among the first sentences before any other date."""
    if mention.status != "occurred" or mention.tense == "PRESENT":
        return mention.status == "occurred"
    sentence = dated.tree.sentence_of[mention.token]
    return sentence < LEAD and all(dated.tree.sentence_of[token] >= sentence for token in dated.direct)


def _counted(tree: Parse, distance: Distance, mention: Mention, base: Period, sign: int) -> Link | None:
    """The expression counted from a mention's time."""
    each = distance.grounded
    words = " ".join(tree.words[t] for t in tree.tokens(each.timex.span))
    anchor = Anchor("event", timex3.of_period(base), mention.span)
    because = f'"{words}" counted from "{tree.words[mention.token]}", {anchor.value}'
    meant = counted(each, sign, distance.lasting, base, anchor, because)
    return None if meant is None or meant.when is None else Link("direct", meant, meant.when)
