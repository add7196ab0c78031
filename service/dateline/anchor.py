"""Which event happened when: every mention gets the time that the text gives it, or none.

The nearer a time stands in the grammar, the surer it is. A mention takes, in this order, the time that hangs on it;
that of a phrase or clause it shares one happening with; that of the sentence; the day that the story has reached; the
day of publication. Each way is one row of ``LINKS`` with the trust it earns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from dateline.dates import Period, Unit, When
from dateline.lang.en import predicates as words
from dateline.values import Anchor, Anchored, Grounded, Mention, Parse, Publication, Span

LINKS = {
    "direct": 0.9,
    "argument": 0.75,
    "clause": 0.6,
    "sentence": 0.25,
    "focus": 0.2,
    "lead": 0.5,
    "ahead": 0.3,
    "now": 0.25,
    "publication": 0.15,
}
"""How a mention came by its time → how far that is to be trusted."""

_OPENS_END = {"since"}
_AFTER = {"after", "following"}
_BEFORE = {"before", "until", "till", "by", "through", "to"}
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "attr"}
_SHARED = {"xcomp", "advcl", "pcomp", "conj", "acl", "relcl"}
_ORDERING = {"since", "after", "before", "until", "till", "following", "despite", "over", "about", "by", "against"}
_PLAUSIBLE = 0.7
_LIKE_PREPOSITIONS = {"follow", "include", "concern", "regard", "involve"}
_LEAD_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Link:
    """A time reaching a mention: how, and read as what (an open interval after "since")."""

    way: str
    grounded: Grounded
    when: When


def anchor(
    tree: Parse, mentions: Sequence[Mention], grounded: Sequence[Grounded], publication: Publication
) -> tuple[Anchored, ...]:
    """Each mention with its time; one that has several times of its own ("won in 1994 and 1998") once for each."""
    by_token = {mention.token: mention for mention in mentions}
    direct = _direct(tree, by_token, grounded, publication)
    in_sentence = _by_sentence(tree, grounded)
    anchored: list[Anchored] = []
    focus: Link | None = None
    for mention in mentions:
        links = direct.get(mention.token) or _near(tree, by_token, direct, mention)
        if not links:
            links = _sentence_link(tree, mention, in_sentence) or _focus_link(tree, mention, focus)
        if links:
            anchored.extend(_anchored(mention, link, publication) for link in links)
            if links[0].way in ("direct", "argument"):
                focus = links[0]
        else:
            anchored.append(_by_publication(tree, mention, publication))
    return tuple(anchored)


# --- times that hang on a word --------------------------------------------------------------------------------------


def _direct(
    tree: Parse, by_token: dict[int, Mention], grounded: Sequence[Grounded], publication: Publication
) -> dict[int, list[Link]]:
    """For each event token the times that hang on it, read through their prepositions.

    Where tense and time contradict the parse ("shows a shift since the fall of Rome in 476"), the event noun that the
    time stands behind has it.
    """
    hung: dict[int, list[tuple[Grounded, str]]] = defaultdict(list)
    for each in grounded:
        if each.when is None:
            continue
        for token, preposition in _governed(tree, by_token, each.timex.span):
            doubted = _agreement(by_token[token], each.when, publication) < _PLAUSIBLE
            noun = _noun_behind(tree, by_token, each.timex.span) if doubted else None
            hung[token if noun is None else noun].append((each, preposition))
    return {token: _read_together(tree, times) for token, times in hung.items()}


def _governed(tree: Parse, by_token: dict[int, Mention], span: Span) -> Iterator[tuple[int, str]]:
    """The event tokens that a time expression hangs on, with the preposition it hangs by."""
    inside = tree.tokens(span)
    root = next((t for t in inside if tree.heads[t] not in inside or tree.heads[t] == t), None)
    if root is None:
        return
    preposition = ""
    token = root
    if (noun := _noun_before(tree, by_token, inside[0])) is not None:
        yield noun, ""
    for _ in range(12):
        head = tree.heads[token]
        if head == token:
            return
        if tree.pos[head] in ("ADP", "SCONJ") or tree.deps[head] == "prep":
            if preposition and (noun := _object(tree, by_token, head)) is not None:
                yield noun, preposition  # "following the fall of Rome in 476"
                return
            preposition = preposition or tree.lemmas[head].lower()
        elif head in by_token:
            head = _object_of_preposition(tree, by_token, head)
            yield head, preposition
            yield from ((t, preposition) for t in _light_arguments(tree, by_token, head))
            return
        elif tree.lemmas[head].lower() == "be":
            yield from ((t, preposition) for t in _arguments(tree, by_token, head))
            return
        token = head


def _object_of_preposition(tree: Parse, by_token: dict[int, Mention], verb: int) -> int:
    """The event noun behind a participle that serves as a preposition: "following the **fall** of Rome in 476"."""
    if by_token[verb].lemma not in _LIKE_PREPOSITIONS or tree.tags[verb] != "VBG":
        return verb
    found = _object(tree, by_token, verb)
    return verb if found is None else found


def _object(tree: Parse, by_token: dict[int, Mention], token: int) -> int | None:
    children = tree.children[token]
    return next((child for child in children if tree.deps[child] in ("pobj", "dobj") and child in by_token), None)


def _noun_before(tree: Parse, by_token: dict[int, Mention], first: int) -> int | None:
    """The event noun that a time without a preposition stands right behind: "a congress next month"."""
    before = first - 1
    if before >= 0 and before in by_token and by_token[before].pos == "NOUN" and tree.heads[first] != before:
        return before
    return None


def _noun_behind(tree: Parse, by_token: dict[int, Mention], span: Span) -> int | None:
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


def _light_arguments(tree: Parse, by_token: dict[int, Mention], verb: int) -> Iterator[int]:
    if tree.pos[verb] == "VERB" and tree.lemmas[verb].lower() in words.LIGHT:
        yield from _arguments(tree, by_token, verb)


def _arguments(tree: Parse, by_token: dict[int, Mention], verb: int) -> Iterator[int]:
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
    links = [Link(_way(each), each, _opened(each.when, preposition)) for each, preposition in times if each.when]
    if len(links) > 1 and not _coordinated(tree, links):
        return [min(links, key=_length)]
    return links


def _way(grounded: Grounded) -> str:
    return "now" if grounded.value == "PRESENT_REF" else "direct"


def _interval(first: Grounded, last: Grounded | None) -> Link:
    assert first.when is not None
    if last is None or last.when is None:
        return Link("direct", first, first.when)
    if first.when.earliest and last.when.latest and first.when.earliest <= last.when.latest:
        return Link("direct", first, When(first.when.start, last.when.end))
    return Link("direct", first, first.when)


def _opened(when: When, preposition: str) -> When:
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


# --- times of the words around --------------------------------------------------------------------------------------


def _near(tree: Parse, by_token: dict[int, Mention], direct: dict[int, list[Link]], mention: Mention) -> list[Link]:
    """The time of the phrase or clause that the mention shares one happening with."""
    for token, way in _neighbours(tree, by_token, mention):
        if token in direct:
            link = direct[token][0]
            return [replace(link, way="now" if link.way == "now" else way)]
    return []


def _neighbours(tree: Parse, by_token: dict[int, Mention], mention: Mention) -> Iterator[tuple[int, str]]:
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
        elif tree.deps[child] in ("xcomp", "conj"):
            yield child, "clause"
    if dep in _SHARED and not speech:
        yield head, "clause"
        if dep == "conj" and head != tree.heads[head] and tree.deps[head] in _SHARED:
            yield tree.heads[head], "clause"


def _by_sentence(tree: Parse, grounded: Sequence[Grounded]) -> dict[int, list[Grounded]]:
    found: dict[int, list[Grounded]] = defaultdict(list)
    for each in grounded:
        tokens = tree.tokens(each.timex.span)
        if each.when is not None and tokens:
            found[tree.sentence_of[tokens[0]]].append(each)
    return found


def _sentence_link(tree: Parse, mention: Mention, in_sentence: dict[int, list[Grounded]]) -> list[Link]:
    times = in_sentence.get(tree.sentence_of[mention.token], [])
    if len(times) != 1 or times[0].when is None or times[0].value.endswith("_REF"):
        return []
    return [Link("sentence", times[0], times[0].when)]


def _focus_link(tree: Parse, mention: Mention, focus: Link | None) -> list[Link]:
    """The day that the story has reached, for a past happening told in the sentence after it."""
    if focus is None or mention.tense != "PAST" or mention.aspect != "NONE":
        return []
    tokens = tree.tokens(focus.grounded.timex.span)
    if not tokens or not 0 < tree.sentence_of[mention.token] - tree.sentence_of[tokens[0]] <= 2:
        return []
    return [replace(focus, way="focus")]


# --- answers --------------------------------------------------------------------------------------------------------


def _anchored(mention: Mention, link: Link, publication: Publication) -> Anchored:
    return Anchored(
        mention=_timed_status(mention, link.when, publication),
        when=link.when,
        basis=_basis(link),
        grounded=link.grounded,
        anchor=link.grounded.anchor,
        because=link.grounded.because,
        confidence=LINKS[link.way] * _agreement(mention, link.when, publication),
    )


def _basis(link: Link) -> Literal["explicit", "relative", "narrative", "event"]:
    if link.way == "focus":
        return "narrative"
    match link.grounded.anchor:
        case Anchor(kind="publication"):
            return "relative"
        case Anchor(kind="event"):
            return "event"
        case Anchor():
            return "narrative"
        case _:
            return "explicit"


def _timed_status(mention: Mention, when: When, publication: Publication) -> Mention:
    """What lies wholly after publication has not happened, whatever the tense."""
    day = publication.day
    if day and when.earliest and when.earliest > day and mention.status in ("occurred", "ongoing"):
        return replace(mention, status="planned")
    return mention


def _agreement(mention: Mention, when: When, publication: Publication) -> float:
    """1 where tense and time agree; less where a past tense meets a time to come, or a plan a time long gone."""
    day = publication.day
    if day is None:
        return 1.0
    late = when.earliest is not None and when.earliest > day
    early = when.latest is not None and when.latest < day
    if late and mention.tense == "PAST":
        return 0.5
    if late and mention.aspect == "PROGRESSIVE":
        return 0.9
    return 0.6 if early and mention.tense in ("FUTURE", "PRESENT") and mention.aspect != "PERFECTIVE" else 1.0


def _by_publication(tree: Parse, mention: Mention, publication: Publication) -> Anchored:
    """The story's own time: its news is of the day of publication, and what it says will happen lies ahead of that."""
    if publication.day is None or mention.pos != "VERB":
        return Anchored(mention, None)
    day = Period(Unit.DAY, publication.day)
    if mention.status == "planned" and mention.tense == "FUTURE":
        when, because = When(day, None), "No date stands near it: told as still to come on the day of publication"
        way = "ahead"
    elif _is_news(mention):
        lead = tree.sentence_of[mention.token] < _LEAD_SENTENCES and tree.deps[mention.token] == "ROOT"
        when, because = When.of(day), "No date stands near it: told as the news of the day of publication"
        way = "lead" if lead else "publication"
    else:
        return Anchored(mention, None)
    anchored_to = Anchor("publication", publication.day.isoformat())
    return Anchored(mention, when, "implicit", None, anchored_to, f"{because}, {anchored_to.value}", LINKS[way])


def _is_news(mention: Mention) -> bool:
    if mention.status != "occurred":
        return False
    return mention.tense == "PAST" or (mention.tense == "PRESENT" and mention.aspect in ("PERFECTIVE", "NONE"))
