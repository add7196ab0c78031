"""The events that gathered mentions make, and the timeline of the article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from dateline.lang.en import predicates as words
from dateline.lang.en.nominals import kin
from dateline.learned import trained
from dateline.merge.cluster import gather
from dateline.merge.salience import features
from dateline.values import (
    OWN_WAYS,
    Anchored,
    Article,
    CleanText,
    Engine,
    Event,
    Grounded,
    Mention,
    Participant,
    Publication,
    Span,
    Status,
    Timeline,
    Warn,
)

SHOWN = 0.2
"""The least probability of being worth listing with which a mention stands on the timeline."""

NEAR_SHOWN = 0.3
"""The same for a mention whose time only stands near it."""

PAST_SHOWN = 0.5
"""The same for a mention of which only this is known, that it was past on the day of publication."""

SPEECH_SHOWN = 0.4
"""The same for mere speech ("said"), which is an event only where the statement is the news."""

_UNFINISHED = {"INFINITIVE", "PRESPART"}
_MORE_WORDS = 2
_ENOUGH_WORDS = 3
_UNFINITE = _UNFINISHED | {"PASTPART"}


def merge(
    article: Article,
    clean: CleanText,
    publication: Publication,
    grounded: Sequence[Grounded],
    anchored: Sequence[Anchored],
    engine: Engine,
) -> Timeline:
    """The article's timeline: dated events in order of time, the rest in order of mention."""
    shown: list[Anchored] = []
    hidden: list[Anchored] = []
    for each in anchored:
        (shown if _is_shown(each) else hidden).append(each)
    clusters = gather(shown, hidden)
    events = _distinct(_event(cluster.members, cluster.best, clean, publication.day) for cluster in clusters)
    listed = {id(each) for cluster in clusters for each in cluster.members}
    rest = [each for each in anchored if each.when is None and each.mention.key and id(each) not in listed]
    undated = _distinct(_event([each], each, clean, publication.day) for each in rest)
    return Timeline(
        article=article,
        clean=clean,
        publication=publication,
        events=tuple(sorted((event for event in events if event.status != "conditional"), key=_order)),
        undated=tuple(sorted(undated, key=lambda event: event.mentions[0].mention.span)),
        expressions=tuple(grounded),
        mentions=tuple(anchored),
        warnings=_warnings(clean, publication, grounded),
        engine=engine,
    )


def _is_shown(each: Anchored) -> bool:
    """Whether a mention can stand on the timeline by itself."""
    mention = each.mention
    if each.when is None or mention.status == "conditional":
        return False
    if each.way not in OWN_WAYS and (mention.status == "negated" or mention.tense in _UNFINISHED):
        return False
    return each.worth >= _least(each)


def _least(each: Anchored) -> float:
    mention = each.mention
    if mention.kind == "REPORTING" and mention.lemma not in words.STATEMENTS:
        return SPEECH_SHOWN
    if each.way == "before":
        return PAST_SHOWN
    return SHOWN if each.way in OWN_WAYS | {"after"} else NEAR_SHOWN


def _event(mentions: Iterable[Anchored], best: Anchored, clean: CleanText, day: date | None) -> Event:
    members = tuple(sorted(mentions, key=lambda each: each.mention.span))
    people = _distinct_participants(each.mention.participants for each in members)
    teller = _teller(members, best)
    return Event(
        id=_identity(best),
        title=teller.title,
        best=best,
        mentions=members,
        status=_status(teller, best),
        kind=_kind(best),
        participants=tuple(each for each in people if each.role != "place"),
        places=tuple(each for each in people if each.role == "place"),
        salience=round(trained("dateline.merge").probability(features(members, best, clean, day)), 4),
        confidence=round(best.confidence, 4),
    )


def _kind(best: Anchored) -> Literal["occurrence", "statement", "state"]:
    if best.mention.lemma in words.STATEMENTS or best.mention.kind == "REPORTING":
        return "statement"
    return "state" if best.mention.kind == "STATE" else "occurrence"


def _teller(members: Sequence[Anchored], best: Anchored) -> Mention:
    """The mention that tells most of this happening, who did it and to whom; at a draw the best one."""
    tellers = [best, *(each for each in members if _may_tell(each, best))]
    return max(
        (each.mention for each in tellers),
        key=lambda mention: (_told(mention), mention is best.mention, -mention.span.start),
    )


def _may_tell(each: Anchored, best: Anchored) -> bool:
    """Whether a mention speaks of this happening at its time, and not only of another of its kind."""
    mine, other = best.mention, each.mention
    own = each.way in OWN_WAYS | {best.way}
    if other.token == mine.part_of:
        return _takes(other, mine) and (own or (mine.pos == "NOUN" and best.way not in OWN_WAYS))
    if best.when is None or each.when is None or not each.when.within(best.when):
        return False
    if other.status != mine.status and {other.status, mine.status} & {"conditional", "negated"}:
        return False
    bare = len(mine.title.split()) < _ENOUGH_WORDS and mine.pos == "NOUN"
    if kin(other.family) == kin(mine.family):
        again = (bare or best.way not in OWN_WAYS) and each.when == best.when
        return own or again or (_is_finite(other) and other.aspect == "NONE")
    if other.sentence != mine.sentence:
        return False
    if bare and each.when == best.when and _is_finite(other):
        return each.way in OWN_WAYS
    longer = len(other.title.split()) - len(mine.title.split())
    names_it = any(one.role in ("agent", "patient") and one.span.covers(mine.span) for one in other.participants)
    return own and names_it and longer >= _MORE_WORDS and other.tense != "INFINITIVE"


def _takes(verb: Mention, noun: Mention) -> bool:
    """Whether a verb says what became of the noun, and not what somebody wants at it: "seeks a term at a congress"."""
    if verb.kind not in ("I_ACTION", "I_STATE", "STATE") or noun.pos != "NOUN":
        return True
    return any(each.span.covers(noun.span) for each in verb.participants)


def _status(teller: Mention, best: Anchored) -> Status:
    """The best mention's, but a noun says little of what happened: where a verb tells it, the verb's."""
    return teller.status if best.mention.pos == "NOUN" and teller.pos == "VERB" else best.mention.status


def _told(mention: Mention) -> int:
    """How much a mention's clause says: its named roles, and a point each for a verb, a finite one, several words, and
    a first word that says whom."""
    roles = {each.role for each in mention.participants} & {"agent", "patient"}
    clear = mention.title.split(" ", 1)[0].lower() not in words.POINTING
    return len(roles) + (mention.pos == "VERB") + _is_finite(mention) + (" " in mention.title) + clear


def _is_finite(mention: Mention) -> bool:
    return mention.pos == "VERB" and mention.tense not in _UNFINITE


def _distinct_participants(groups: Iterable[tuple[Participant, ...]]) -> list[Participant]:
    found: dict[tuple[str, str], Participant] = {}
    for group in groups:
        for each in group:
            found.setdefault((each.text.lower(), each.role), each)
    return list(found.values())


def _identity(best: Anchored) -> str:
    """Twelve hexadecimal digits from date, words and place of the best mention: the same for the same article."""
    when = best.when.edtf if best.when else ""
    key = "\x1f".join((when, best.mention.family, best.mention.title, str(best.mention.span.start)))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _distinct(events: Iterable[Event]) -> list[Event]:
    return list({event.id: event for event in events}.values())


def _order(event: Event) -> tuple[date, date, Span]:
    """By the first day, then the last, then the first mention; a time open at its start stands at its end."""
    assert event.when is not None
    earliest, latest = event.when.earliest, event.when.latest
    return earliest or latest or date.min, latest or date.max, event.mentions[0].mention.span


def _warnings(clean: CleanText, publication: Publication, grounded: Sequence[Grounded]) -> tuple[Warn, ...]:
    found = [*clean.warnings, *publication.warnings, *(warning for each in grounded for warning in each.warnings)]
    return tuple(dict.fromkeys(found))
