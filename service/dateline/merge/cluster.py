"""Gathers the mentions of one happening: in time that grows with the number of mentions, by looking only at those near.

Two mentions are one happening when one sentence tells both of one time, with one actor where both have that time of
their own; when a noun stands in the same or the next sentence and lends its time or borrows it; or when they are of one
family (verb, noun or synonym), their times allow it, and no participant contradicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.dates import When
from dateline.lang.en.nominals import kin
from dateline.values import OWN_WAYS, Anchored, Mention

_LOOK_BACK = 6
_SIDES = tuple((role, is_named) for role in ("agent", "patient") for is_named in (True, False))
_SURE = 0.6
_EMPTY_NAMES = {"it", "they", "he", "she", "who", "which", "that", "this"}


@dataclass(slots=True)
class Cluster:
    """Mentions of one happening while they are gathered: the members, the best dated one, who is named as what."""

    best: Anchored
    members: list[Anchored] = field(default_factory=list)
    names: dict[tuple[str, bool], set[str]] = field(default_factory=lambda: defaultdict(set))
    _tokens: set[int] = field(default_factory=set)
    _completed: set[int | None] = field(default_factory=set)

    def add(self, each: Anchored) -> None:
        """Takes a mention in."""
        self.members.append(each)
        self._tokens.add(each.mention.token)
        self._completed.add(each.mention.part_of)
        if _rank(each) > _rank(self.best):
            self.best = each
        for role, is_named in _SIDES:
            self.names[role, is_named] |= _names(each.mention, role, is_named)

    def completes(self, mention: Mention) -> bool:
        """Whether the mention only completes a member, or a member it: "talks were held", "agreed to pay"."""
        return mention.part_of in self._tokens or mention.token in self._completed

    def conflicts(self, mention: Mention) -> bool:
        """Whether both say who did it, or to whom, in like words (names, or nouns), and none is shared."""
        return any(
            ours and theirs and not ours & theirs
            for role, is_named in _SIDES
            for ours, theirs in [(self.names[role, is_named], _names(mention, role, is_named))]
        )


class Clusters:
    """The happenings of one article, found again by family and by sentence."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.all: list[Cluster] = []
        self._by_key: dict[Any, list[Cluster]] = defaultdict(list)
        self._places = {sentence: n for n, sentence in enumerate(sorted({mention.sentence for mention in mentions}))}

    def put(self, each: Anchored) -> None:
        """Adds a dated mention to the happening that it names, or starts a new one."""
        fitting = (cluster for cluster in self._near(each) if self._one_happening(cluster, each))
        home = min(fitting, key=lambda cluster: cluster.best.when != each.when, default=None)
        if home is None:
            self.all.append(home := Cluster(each))
        home.add(each)
        for key in _family(each.mention), self._places[each.mention.sentence]:
            row = self._by_key[key]
            if not row or row[-1] is not home:
                row.append(home)

    def refer(self, each: Anchored) -> None:
        """Adds a mention that cannot stand by itself to the happening that it completes or names again, if any."""
        home = next((cluster for cluster in self._near(each) if _refers(cluster, each)), None)
        if home is not None:
            home.add(each)

    def _near(self, each: Anchored) -> Iterator[Cluster]:
        """The last happenings of its family, of its sentence and of those beside it."""
        place = self._places[each.mention.sentence]
        for key in _family(each.mention), place, place - 1, place + 1:
            yield from reversed(self._by_key.get(key, [])[-_LOOK_BACK:])

    def _one_happening(self, cluster: Cluster, each: Anchored) -> bool:
        """Whether a mention completes the happening, tells it at its time beside it, or is of its family and nothing
        contradicts."""
        best, mention = cluster.best, each.mention
        if best.when is None or each.when is None:
            return False
        compatible = _compatible(best.when, each.when)
        if (compatible and cluster.completes(mention)) or _borrows(cluster, each):
            return True
        if best.when == each.when:
            apart = abs(self._places[best.mention.sentence] - self._places[mention.sentence])
            borrowed = best.way not in OWN_WAYS or each.way not in OWN_WAYS
            if apart == 0:
                return borrowed or not _two_actors(best.mention, mention)
            if apart == 1 and borrowed and "NOUN" in (best.mention.pos, mention.pos) and not cluster.conflicts(mention):
                return True
        if _family(best.mention) != _family(mention) or cluster.conflicts(mention):
            return False
        return compatible or (each.way not in OWN_WAYS and best.mention.family == mention.family)


def gather(shown: Sequence[Anchored], rest: Sequence[Anchored]) -> list[Cluster]:
    """The happenings that the shown mentions name, surest times first; the rest join them where they belong."""
    clusters = Clusters(each.mention for each in (*shown, *rest))
    for each in sorted(shown, key=lambda each: each.way not in OWN_WAYS):
        clusters.put(each)
    for each in rest:
        clusters.refer(each)
    return clusters.all


def _rank(each: Anchored) -> tuple[bool, float, float, int]:
    return each.when is not None, round(each.worth, 2), each.confidence, -each.mention.span.start


def _family(mention: Mention) -> tuple[str, str | int]:
    return "family", kin(mention.family)


def _refers(cluster: Cluster, each: Anchored) -> bool:
    """Whether it only completes a happening of the cluster, or names it again."""
    best = cluster.best
    if cluster.completes(each.mention):
        return each.grounded is best.grounded or each.when is None
    if each.mention.status in ("conditional", "negated") or best.mention.family != each.mention.family:
        return False
    elsewhere = each.when is not None and best.when is not None and not _compatible(best.when, each.when)
    return not (elsewhere and each.confidence > _SURE) and not cluster.conflicts(each.mention)


def _borrows(cluster: Cluster, each: Anchored) -> bool:
    """Whether a mention has its time from a member of its sentence, whatever time the happening has since got."""
    return each.way not in OWN_WAYS and any(
        one.when == each.when and one.way in OWN_WAYS and one.mention.sentence == each.mention.sentence
        for one in cluster.members[-_LOOK_BACK:]
    )


def _two_actors(a: Mention, b: Mention) -> bool:
    """Whether two verbs of a sentence have different subjects: "Peru signed and Chile refused"."""
    ours, theirs = (_names(each, "agent", True) | _names(each, "agent", False) for each in (a, b))
    return a.pos == b.pos == "VERB" and bool(ours) and bool(theirs) and not ours & theirs


def _compatible(a: When, b: When) -> bool:
    if a.approximate or b.approximate:
        return a.overlaps(b)
    return a.within(b) or b.within(a)


def _names(mention: Mention, role: str, is_named: bool) -> set[str]:
    """The last words of those in a role: of names (entities), or of nouns."""
    wanted = (each for each in mention.participants if each.role == role and bool(each.label) is is_named)
    return {_name(each.text) for each in wanted} - _EMPTY_NAMES


def _name(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].lower() if text.strip() else ""
