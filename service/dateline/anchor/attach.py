"""Which times hang on which event words in the parse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.anchor.distance import Distance
from dateline.dates import Unit, When
from dateline.lang.en import predicates as words
from dateline.lang.en.tenses import PUT_OFF, UNTIL
from dateline.values import Grounded, Mention, Parse, Publication, Span

_OPENS_END = {"since"}
_AFTER = {"after", "following"}
_BEFORE = {"before", "until", "till", "by", "through"}
_ABOUT_THEN = {"before", "after", "by"}
"""Prepositions that stay on the day of a time of the clock: shortly before noon on Friday."""
_COMPLEMENTS = {"xcomp", "acomp", "ccomp"}
_DEEP = 4
_THROUGH = {"through", "to", "until", "till", "-", "–", "—"}
_BESIDE = 2
"""From the last token of a time to the first of the next, where one word stands between."""
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "attr"}
_SHARED = {"xcomp", "advcl", "pcomp", "conj", "acl", "relcl"}
_ORDERING = {"since", "after", "before", "until", "till", "following", "despite", "over", "about", "by", "against"}


@dataclass(frozen=True, slots=True)
class Link:
    """A time reaching a mention: ``way`` is how (direct, argument, clause), ``when`` what it is read as there (an open
    interval after "since"), ``preposition`` the word it hangs by, or ""."""

    way: str
    grounded: Grounded
    when: When
    preposition: str = ""


def attached(
    tree: Parse,
    by_token: Mapping[int, Mention],
    grounded: Sequence[Grounded],
    told: Sequence[Distance],
    publication: Publication,
) -> dict[int, list[Link]]:
    """For each event token the times that hang on it, read through their prepositions.

    Where tense and time contradict the parse ("shows a shift since the fall of Rome in 476"), the event noun that the
    time stands behind has it. A time before the words that tell how far two happenings lie apart is that of the first:
    on Friday, four days before the vote.
    """
    hung: dict[int, list[tuple[Grounded, str]]] = defaultdict(list)
    telling, apart = {id(each.grounded): each for each in told}, {each.token: each for each in told}
    for each in grounded:
        if each.when is None:
            continue
        distance = telling.get(id(each))
        hosts = _governed(tree, by_token, each, apart) if distance is None else climb(tree, by_token, distance.place)
        for token, preposition in hosts:
            doubted = _contradict(by_token[token], each.when, publication)
            noun = _noun_behind(tree, by_token, each.timex.span) if doubted else None
            hung[token if noun is None else noun].append((each, preposition))
    return {token: _read_together(tree, _affirmed(tree, token, times)) for token, times in hung.items()}


def _affirmed(tree: Parse, token: int, times: list[tuple[Grounded, str]]) -> list[tuple[Grounded, str]]:
    """The times with their prepositions; what does not happen before or until a day happens then."""
    chain = [token]
    while tree.deps[chain[-1]] in _COMPLEMENTS and len(chain) < _DEEP:
        chain.append(tree.heads[chain[-1]])
    if not any(tree.deps[child] == "neg" for each in chain for child in tree.children[each]):
        return times
    return [(each, "" if preposition in words.NOT_UNTIL else preposition) for each, preposition in times]


def _governed(
    tree: Parse, by_token: Mapping[int, Mention], each: Grounded, apart: Mapping[int, Distance]
) -> Iterator[tuple[int, str]]:
    """The event tokens that a time expression hangs on, with the preposition it hangs by."""
    for token, preposition in _above(tree, by_token, each):
        told = apart.get(token)
        if told is not None and each.timex.span < told.grounded.timex.span:
            yield from climb(tree, by_token, told.place)
        else:
            yield token, preposition


def _above(tree: Parse, by_token: Mapping[int, Mention], each: Grounded) -> Iterator[tuple[int, str]]:
    inside = tree.tokens(each.timex.span)
    root = next((t for t in inside if tree.heads[t] not in inside or tree.heads[t] == t), None)
    if root is None:
        return
    if (noun := _noun_before(tree, by_token, inside[0])) is not None:
        yield noun, ""
    yield from climb(tree, by_token, root)


def climb(tree: Parse, by_token: Mapping[int, Mention], root: int) -> Iterator[tuple[int, str]]:
    """The event tokens above a place in the parse, with the preposition it hangs by."""
    preposition = ""
    token = root
    stands_bare = tree.deps[root] == "npadvmod"  # shares rose to $38 Tuesday
    for _ in range(12):
        head = tree.heads[token]
        if head == token:
            return
        if tree.pos[head] in ("ADP", "SCONJ") or tree.deps[head] == "prep":
            if preposition and (noun := _object(tree, by_token, head)) is not None:
                yield noun, preposition  # "following the fall of Rome in 476"
                return
            preposition = preposition or ("" if stands_bare else tree.lemmas[head].lower())
        elif head in by_token and preposition in UNTIL and by_token[head].lemma in PUT_OFF:
            yield from ((t, "") for t in _arguments(tree, by_token, head))
            return
        elif head in by_token:
            head = _object_of_preposition(tree, by_token, head)
            yield head, preposition
            yield from ((t, preposition) for t in _light_arguments(tree, by_token, head))
            return
        elif tree.lemmas[head].lower() == "be":
            yield from ((t, preposition) for t in _arguments(tree, by_token, head))
            return
        token = head


def _object_of_preposition(tree: Parse, by_token: Mapping[int, Mention], verb: int) -> int:
    """The event noun behind a participle that serves as a preposition: "following the **fall** of Rome in 476"."""
    if by_token[verb].lemma not in words.LIKE_PREPOSITIONS or tree.tags[verb] != "VBG":
        return verb
    found = _object(tree, by_token, verb)
    return verb if found is None else found


def _object(tree: Parse, by_token: Mapping[int, Mention], token: int) -> int | None:
    children = tree.children[token]
    return next((child for child in children if tree.deps[child] in ("pobj", "dobj") and child in by_token), None)


def _noun_before(tree: Parse, by_token: Mapping[int, Mention], first: int) -> int | None:
    """The event noun that a time without a preposition stands right behind: "a congress next month"."""
    before = first - 1
    if before >= 0 and before in by_token and by_token[before].pos == "NOUN" and tree.heads[first] != before:
        return before
    return None


def _noun_behind(tree: Parse, by_token: Mapping[int, Mention], span: Span) -> int | None:
    """The event noun whose phrase ends where the time, or the preposition before it, begins."""
    token = tree.tokens(span)[0] - 1
    if token > 0 and tree.pos[token] == "ADP":
        token -= 1
    for _ in range(5):
        if token < 0:
            return None
        if token in by_token and by_token[token].pos == "NOUN":
            return token
        if tree.heads[token] >= token:
            return None
        token = tree.heads[token]
    return None


def _light_arguments(tree: Parse, by_token: Mapping[int, Mention], verb: int) -> Iterator[int]:
    if tree.pos[verb] == "VERB" and tree.lemmas[verb].lower() in words.LIGHT:
        yield from _arguments(tree, by_token, verb)


def _arguments(tree: Parse, by_token: Mapping[int, Mention], verb: int) -> Iterator[int]:
    for child in tree.children[verb]:
        if tree.deps[child] in _ARGUMENTS and child in by_token and by_token[child].pos == "NOUN":
            yield child


def _read_together(tree: Parse, times: list[tuple[Grounded, str]]) -> list[Link]:
    """The times of one word: "from A to B" is one interval, "in A and B" are two times, otherwise the finest."""
    starts = [each for each, preposition in times if preposition in ("from", "between")]
    if starts:
        end = next(
            (e for e, p in times if p in ("to", "until", "till", "through", "between", "and") and e != starts[0]), None
        )
        return [_interval(starts[0], end)]
    if len(times) > 1 and (stretch := _through(tree, times)) is not None:
        return [stretch]
    links = [Link("direct", each, _opened(each.when, word), word) for each, word in times if each.when]
    if len(links) > 1 and not _coordinated(tree, links):
        return [next((link for link in links if _is_bounded(link, links)), None) or min(links, key=_length)]
    return links


def _is_bounded(link: Link, links: list[Link]) -> bool:
    """Whether it is a length of time that another of the times ends: nine months through September."""
    return link.grounded.timex.type == "DURATION" and any(
        other is not link and other.when.end is not None and other.when.latest == link.when.latest for other in links
    )


def _through(tree: Parse, times: list[tuple[Grounded, str]]) -> Link | None:
    """One stretch of two times that stand side by side: April 27 through May 1, Thursday and Friday."""
    (first, before), (last, _) = sorted(times, key=lambda time: time[0].timex.span)[:2]
    ends, begins = tree.tokens(first.timex.span)[-1], tree.tokens(last.timex.span)[0]
    if len(times) > 2 or begins - ends != _BESIDE or first.when is None or last.when is None:
        return None
    joint = tree.words[ends + 1].lower()
    if joint in _THROUGH or (joint == "and" and _follows(first.when, last.when)):
        link = _interval(first, last)
        return None if link.when == first.when else replace(link, preposition=before)
    return None


def _follows(first: When, last: When) -> bool:
    """Whether a day or month comes right after another."""
    one, two = first.single, last.single
    return (
        one is not None and two is not None and one.unit == two.unit <= Unit.MONTH and (two.first - one.last).days == 1
    )


def _interval(first: Grounded, last: Grounded | None) -> Link:
    assert first.when is not None
    if last is None or last.when is None:
        return Link("direct", first, first.when)
    if first.when.earliest and last.when.latest and first.when.earliest <= last.when.latest:
        return Link("direct", first, When(first.when.start, last.when.end))
    return Link("direct", first, first.when)


def _opened(when: When, preposition: str) -> When:
    if when.clock is not None and preposition in _ABOUT_THEN:
        return replace(when, clock=None)
    if preposition in _OPENS_END or preposition in _AFTER:
        return replace(when, end=None, part=None, clock=None) if when.start else when
    if preposition in _BEFORE:
        return replace(when, start=None, part=None, clock=None) if when.end else when
    return when


def _coordinated(tree: Parse, links: list[Link]) -> bool:
    """Whether the times are joined by "and" or a comma: each dates a happening of its own."""
    spans = [tree.tokens(link.grounded.timex.span) for link in links]
    return all(
        any(tree.deps[token] == "conj" and tree.heads[token] in before for token in after)
        for before, after in pairwise(spans)
        if before and after
    )


def _length(link: Link) -> int:
    earliest, latest = link.when.earliest, link.when.latest
    return 10**7 if earliest is None or latest is None else (latest - earliest).days


def shared(
    tree: Parse, by_token: Mapping[int, Mention], direct: Mapping[int, list[Link]], mention: Mention
) -> Link | None:
    """The time of the phrase or clause that the mention shares one happening with."""
    for token, way in _neighbours(tree, by_token, mention):
        if token in direct:
            return replace(direct[token][0], way=way)
    return None


def _neighbours(tree: Parse, by_token: Mapping[int, Mention], mention: Mention) -> Iterator[tuple[int, str]]:
    token = mention.token
    head, dep = tree.heads[token], tree.deps[token]
    if dep == "pobj" and tree.lemmas[head].lower() not in _ORDERING:
        head, dep = tree.heads[head], "pobj"
    above = by_token.get(head)
    speech = above is not None and above.kind in ("REPORTING", "PERCEPTION", "I_STATE")
    if mention.pos == "NOUN":
        if dep in (*_ARGUMENTS, "pobj") and not speech:
            yield head, "argument"
        yield from ((child, "clause") for child in tree.children[token] if tree.deps[child] in ("relcl", "acl"))
        return
    for child in tree.children[token]:
        if tree.deps[child] in ("nsubj", "nsubjpass"):
            yield child, "argument"
        elif tree.deps[child] == "prep" and tree.lemmas[child].lower() not in _ORDERING:
            yield from ((grandchild, "argument") for grandchild in tree.children[child])
        elif tree.deps[child] == "dobj" and mention.kind == "ASPECTUAL":
            yield child, "argument"  # begin talks on Monday
        elif tree.deps[child] in ("xcomp", "conj"):
            yield child, "clause"
    if dep in _SHARED and not speech:
        yield head, "clause"
        if dep == "conj" and head != tree.heads[head] and tree.deps[head] in _SHARED:
            yield tree.heads[head], "clause"


def _contradict(mention: Mention, when: When, publication: Publication) -> bool:
    """Whether tense and time cannot go together: a past to come, or a present or future long gone."""
    day = publication.day
    if day is None:
        return False
    if mention.tense == "PAST":
        return when.earliest is not None and when.earliest > day
    gone = when.latest is not None and when.latest < day
    return gone and mention.tense in ("FUTURE", "PRESENT") and mention.aspect != "PERFECTIVE"
