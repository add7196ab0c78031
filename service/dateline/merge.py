"""Many mentions, one event; and the timeline that the events make."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dateline.dates import When, edtf
from dateline.lang.en import predicates as words
from dateline.values import (
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
    Timeline,
    Warn,
)

SHOWN = 0.3
"""The least trust in its date with which a happening stands on the timeline."""


def merge(
    article: Article,
    clean: CleanText,
    publication: Publication,
    grounded: Sequence[Grounded],
    anchored: Sequence[Anchored],
    engine: Engine,
) -> Timeline:
    """The article's timeline: dated events in order of time, the rest in order of mention."""
    clusters = _cluster([each for each in anchored if _shown(each)])
    _add_undated(clusters, [each for each in anchored if not _shown(each)])
    events = _distinct(_event(cluster, clean) for cluster in clusters)
    rest = [each for each in anchored if each.when is None and each.mention.key]
    in_events = {id(each) for cluster in clusters for each in cluster.members}
    undated = _distinct(_event(_Cluster([each]), clean) for each in rest if id(each) not in in_events)
    return Timeline(
        article=article,
        clean=clean,
        publication=publication,
        events=tuple(sorted(events, key=_order)),
        undated=tuple(sorted(undated, key=lambda event: event.mentions[0].mention.span)),
        expressions=tuple(grounded),
        mentions=tuple(anchored),
        warnings=_warnings(clean, publication, grounded),
        engine=engine,
    )


def _shown(each: Anchored) -> bool:
    """Whether a mention can stand on the timeline by itself."""
    mention = each.mention
    if each.when is None or each.confidence < SHOWN or mention.status == "conditional":
        return False
    return mention.key or (mention.pos == "NOUN" and each.confidence > 0.8)


@dataclass(slots=True)
class _Cluster:
    """Mentions of one happening, while they are gathered."""

    members: list[Anchored] = field(default_factory=list)

    @property
    def best(self) -> Anchored:
        return max(self.members, key=lambda each: (each.when is not None, each.confidence, -each.mention.span.start))


def _cluster(anchored: Iterable[Anchored]) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    for each in anchored:
        home = next((cluster for cluster in reversed(clusters) if _same(cluster, each)), None)
        if home is None:
            clusters.append(_Cluster([each]))
        else:
            home.members.append(each)
    return clusters


def _same(cluster: _Cluster, each: Anchored) -> bool:
    """Whether a dated mention names what the cluster's mentions name."""
    return any(_one_happening(other, each) for other in cluster.members)


def _one_happening(a: Anchored, b: Anchored) -> bool:
    if a.when is None or b.when is None or not _compatible(a.when, b.when):
        return False
    if a.grounded is not None and a.grounded is b.grounded and _one_clause(a, b):
        return True
    return _related(a.mention.family, b.mention.family) and not _conflict(
        a.mention.participants, b.mention.participants
    )


def _one_clause(a: Anchored, b: Anchored) -> bool:
    """One of the two only completes the other: "talks were held", "killed in the attack", "agreed to pay"."""
    return a.mention.part_of == b.mention.token or b.mention.part_of == a.mention.token


def _compatible(a: When, b: When) -> bool:
    if a.approximate or b.approximate:
        return a.overlaps(b)
    return a.within(b) or b.within(a)


def _related(a: str, b: str) -> bool:
    return a == b or words.FAMILY_OF_SYNONYM.get(a, a) == words.FAMILY_OF_SYNONYM.get(b, b)


def _conflict(a: Iterable[Participant], b: Iterable[Participant]) -> bool:
    """Whether both name who did it, or to whom, and no name is shared."""
    for role in ("agent", "patient"):
        ours = _named(a, role)
        theirs = _named(b, role)
        if ours and theirs and not ours & theirs:
            return True
    return False


def _named(participants: Iterable[Participant], role: str) -> set[str]:
    return {each.text.split()[-1].lower() for each in participants if each.role == role}


def _add_undated(clusters: list[_Cluster], anchored: Iterable[Anchored]) -> None:
    """Mentions without a date of their own join the happening of their family that was told before, if there is one."""
    for each in anchored:
        home = next((cluster for cluster in clusters if _refers(cluster, each)), None)
        if home is not None:
            home.members.append(each)


def _refers(cluster: _Cluster, each: Anchored) -> bool:
    """Whether it only completes a happening of the cluster, or names it again."""
    first = cluster.best.mention
    if each.grounded is not None and any(
        member.grounded is each.grounded and _one_clause(member, each) for member in cluster.members
    ):
        return True
    if each.confidence >= SHOWN or each.mention.status in ("conditional", "negated"):
        return False
    return first.family == each.mention.family and not _conflict(first.participants, each.mention.participants)


def _event(cluster: _Cluster, clean: CleanText) -> Event:
    members = tuple(sorted(cluster.members, key=lambda each: each.mention.span))
    best = cluster.best
    people = _distinct_participants(each.mention.participants for each in members)
    return Event(
        id=_identity(best),
        title=_title(members, best),
        best=best,
        mentions=members,
        status=best.mention.status,
        kind=_kind(best),
        participants=tuple(each for each in people if each.role != "place"),
        places=tuple(each for each in people if each.role == "place"),
        salience=_salience(members, clean),
        confidence=round(best.confidence, 4),
    )


def _kind(best: Anchored) -> Literal["occurrence", "statement", "state"]:
    if best.mention.lemma in words.STATEMENTS:
        return "statement"
    return "state" if best.mention.kind == "STATE" else "occurrence"


def _title(members: Sequence[Anchored], best: Anchored) -> str:
    """That of the mention that tells most of this happening, who did it and to whom; at a draw the best mention's."""
    family = [each.mention for each in members if each.mention.family == best.mention.family]
    return max(family, key=lambda mention: (_told(mention), mention is best.mention, -mention.span.start)).title


def _told(mention: Mention) -> int:
    """How much a mention's clause says: its named roles, and a point for a verb."""
    roles = {each.role for each in mention.participants} & {"agent", "patient"}
    return len(roles) + (mention.pos == "VERB") + (" " in mention.title)


def _distinct_participants(groups: Iterable[tuple[Participant, ...]]) -> list[Participant]:
    found: dict[tuple[str, str], Participant] = {}
    for group in groups:
        for each in group:
            found.setdefault((each.text.lower(), each.role), each)
    return list(found.values())


def _salience(members: Sequence[Anchored], clean: CleanText) -> float:
    """How much the article is about it: told early, told often."""
    early = 1 - members[0].mention.span.start / max(len(clean.text), 1)
    often = 1 - 1 / (1 + len(members))
    return round(0.5 * early + 0.5 * often, 4)


def _identity(best: Anchored) -> str:
    """Twelve hexadecimal digits from date, words and place of the best mention: the same for the same article."""
    when = edtf(best.when) if best.when else ""
    key = "\x1f".join((when, best.mention.family, best.mention.title, str(best.mention.span.start)))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _distinct(events: Iterable[Event]) -> list[Event]:
    return list({event.id: event for event in events}.values())


def _order(event: Event) -> tuple[date, date, Span]:
    assert event.when is not None
    first = event.mentions[0].mention.span
    return event.when.earliest or date.min, event.when.latest or date.max, first


def _warnings(clean: CleanText, publication: Publication, grounded: Sequence[Grounded]) -> tuple[Warn, ...]:
    found = [*clean.warnings, *publication.warnings, *(warning for each in grounded for warning in each.warnings)]
    return tuple(dict.fromkeys(found))
