"""Which event happened when: every mention gets the time that the text gives it, or none, and a reason.

The grammar proposes (``attach``), every near time and the story's own are options (``options``), and trained weights
choose (``features``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from dateline.anchor.count import count
from dateline.anchor.features import Situation
from dateline.anchor.options import Option, Options
from dateline.dates import When
from dateline.learned import Weights, trained
from dateline.values import Anchor, Anchored, Grounded, Mention, Parse, Publication

__all__ = ["anchor", "count"]


def anchor(
    tree: Parse,
    mentions: Sequence[Mention],
    grounded: Sequence[Grounded],
    publication: Publication,
    weights: Weights | None = None,
) -> tuple[Anchored, ...]:
    """Each mention with its time; one that has several times of its own ("won in 1994 and 1998") once for each."""
    model = weights or trained(__name__)
    found = Options(tree, mentions, grounded, publication)
    chosen: list[Anchored] = []
    for mention in mentions:
        options = found.of(mention)
        situation = Situation(tree, mention, options, publication.day)
        probable = model.probabilities([situation.features(option) for option in options])
        chosen.extend(_choose(mention, options, probable, publication))
    return tuple(chosen)


def _choose(
    mention: Mention, options: list[Option], probable: list[float], publication: Publication
) -> Iterator[Anchored]:
    best = max(range(len(options)), key=lambda index: (probable[index], -index))
    option = options[best]
    same = sum(p for each, p in zip(options, probable, strict=True) if each.when == option.when)
    if option.way != "direct":
        yield _anchored(mention, option, same, publication)
        return
    for each in options:
        if each.way == "direct":
            yield _anchored(mention, each, same, publication)


def _anchored(mention: Mention, option: Option, probability: float, publication: Publication) -> Anchored:
    if option.when is None:
        return Anchored(mention, None, confidence=0.0)
    mention = _timed_status(mention, option.when, publication)
    if option.grounded is None or option.kind == "story":
        return _of_story(mention, option.kind, option.when, publication, probability)
    return Anchored(
        mention=mention,
        when=option.when,
        basis=_basis(option, option.grounded),
        grounded=option.grounded,
        anchor=option.grounded.anchor,
        because=option.grounded.because,
        confidence=probability,
        way=option.way,
    )


def _basis(option: Option, grounded: Grounded) -> Literal["explicit", "relative", "narrative", "event"]:
    if option.way == "earlier":
        return "narrative"
    match grounded.anchor:
        case Anchor(kind="publication"):
            return "relative"
        case Anchor(kind="event"):
            return "event"
        case Anchor():
            return "narrative"
        case _:
            return "explicit"


_STORY = {
    "on": "told as the news of the day of publication",
    "story": "told as part of the news, of the day that its first sentences name",
    "before": "told as past on the day of publication",
    "after": "told as still to come on the day of publication",
}


def _of_story(mention: Mention, kind: str, when: When, publication: Publication, probability: float) -> Anchored:
    assert publication.day is not None
    day = publication.day.isoformat()
    because = f"No date stands near it: {_STORY[kind]}, {day if kind != 'story' else when.edtf}"
    return Anchored(mention, when, "implicit", None, Anchor("publication", day), because, probability, kind)


def _timed_status(mention: Mention, when: When, publication: Publication) -> Mention:
    """What lies wholly after publication has not happened, whatever the tense."""
    day = publication.day
    if day and when.earliest and when.earliest > day and mention.status in ("occurred", "ongoing"):
        return replace(mention, status="planned")
    return mention
