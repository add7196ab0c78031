"""Expressions that tell how far one happening lies from another: two days after the vote, the day of the funeral."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.dates.say import At, Lasting, Origin, Portion, Say, Shift, Step
from dateline.values import Grounded, Mention, Parse

_SIDES = {"after": 1, "following": 1, "before": -1}
_ALL_THROUGH = {"in", "for", "over", "during", "within", "throughout"}
"""Before a length of time they mean all of it: in the weeks after the vote."""
_CLAUSES = {"relcl", "acl"}
_DOWN = {"pobj", "dobj", "pcomp", "xcomp", "acomp", "ccomp", "attr", "oprd"}
"""Ways from a preposition, or from a verb that names no event, down to the word that does."""
_DEEP = 3


@dataclass(frozen=True, slots=True)
class Distance:
    """How far what stands above ``place`` in the parse lies from the event at ``token``: after it (``sign`` 1), before
    it (-1), or no way off (0); ``lasting`` where all the time between is meant. ``beside`` is the date that it follows
    and explains, if there is one: on 3 May, a day before the vote."""

    grounded: Grounded
    sign: int
    lasting: bool
    token: int
    place: int
    beside: Grounded | None = None


def distances(tree: Parse, by_token: Mapping[int, Mention], grounded: Sequence[Grounded]) -> Iterator[Distance]:
    """The distances that expressions tell, in order."""
    before: Grounded | None = None
    for each in grounded:
        told = _distance(tree, by_token, each)
        if told is not None:
            explains = before is not None and _follows(tree, before, each)
            yield replace(told, beside=before) if explains else told
        before = each


def _follows(tree: Parse, before: Grounded, each: Grounded) -> bool:
    """Whether only a comma stands between a date and what comes after it."""
    last, first = tree.tokens(before.timex.span), tree.tokens(each.timex.span)[0]
    return before.when is not None and bool(last) and last[-1] + 2 == first and tree.words[first - 1] == ","


def _distance(tree: Parse, by_token: Mapping[int, Mention], each: Grounded) -> Distance | None:
    """The distance that one expression tells, if it is one."""
    awaits = _awaits(each.timex.says)
    inside = tree.tokens(each.timex.span)
    if not inside or not (awaits or isinstance(each.timex.says, Lasting)):
        return None
    link = inside[-1] + 1
    before, behind = _word(tree, inside[0] - 1), _word(tree, link)
    if before == "the":
        before = _word(tree, inside[0] - 2)
    if behind in _SIDES:
        sign, lasting = _SIDES[behind], before in _ALL_THROUGH
    elif behind == "of" and (awaits or before == "within"):
        sign, lasting = 0 if awaits else 1, not awaits
    elif awaits:
        token = _below(tree, by_token, inside, _CLAUSES)
        return None if token is None else Distance(each, 0, False, token, inside[-1])
    else:
        return None
    marks = tree.deps[link] == "mark"
    top = tree.heads[link] if marks else link
    token = top if marks and top in by_token else _below(tree, by_token, [top], _DOWN)
    return None if token is None else Distance(each, sign, lasting, token, top)


def _word(tree: Parse, token: int) -> str:
    return tree.words[token].lower() if 0 <= token < len(tree) else ""


def _below(tree: Parse, by_token: Mapping[int, Mention], level: Sequence[int], ways: set[str]) -> int | None:
    """The first event word down the parse."""
    for _ in range(_DEEP):
        level = [
            child
            for token in level
            for child in tree.children[token]
            if tree.deps[child] in ways or (tree.deps[child] == "prep" and tree.lemmas[child] == "of")
        ]
        if (found := next((token for token in level if token in by_token), None)) is not None:
            return found
        ways = ways | _DOWN
    return None


def _awaits(says: Say) -> bool:
    """Whether what is said is counted from an event."""
    match says:
        case Shift(origin=Origin.EVENT) | Step(origin=Origin.EVENT):
            return True
        case Portion(of=inner) | At(day=inner):
            return inner is not None and _awaits(inner)
        case _:
            return False
