"""Which words name events, what kind of event, who takes part, and whether it happened.

Reads the parse and the word tables of ``lang``; knows nothing of dates but which words belong to one.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.clause import Clauses
from dateline.events.names import Names
from dateline.events.participants import participants
from dateline.events.titles import title
from dateline.events.triggers import triggers
from dateline.learned import Weights, trained
from dateline.values import CleanText, Grounded, Mention, Parse, Span

__all__ = ["extract"]


def extract(
    tree: Parse, clean: CleanText, grounded: Sequence[Grounded], weights: Weights | None = None
) -> tuple[Mention, ...]:
    """Every event mention of the text, in order."""
    timed = frozenset(token for each in grounded for token in tree.tokens(each.timex.span))
    clauses = Clauses(tree)
    names = Names(tree)
    found = []
    for trigger in triggers(tree, timed, weights or trained(__name__)):
        group = clauses.group(trigger.token)
        who = participants(tree, clauses, trigger.token, timed)
        found.append(
            Mention(
                span=tree.span(trigger.token, trigger.token),
                token=trigger.token,
                sentence=_sentence(tree, trigger.token),
                lemma=trigger.lemma,
                pos=trigger.pos,
                kind=trigger.kind,
                tense=group.tense,
                aspect=group.aspect,
                polarity=group.polarity,
                modality=group.modality,
                status=clauses.status(trigger.token),
                title=title(tree, clauses, names, trigger.token, timed),
                participants=who,
                family=trigger.family,
                key=trigger.key,
                part_of=clauses.part_of(trigger.token),
            )
        )
    return tuple(found)


def _sentence(tree: Parse, token: int) -> Span:
    first, end = tree.sentences[tree.sentence_of[token]]
    return tree.span(first, end - 1)
