"""Event mentions against TimeML EVENT: the last word of the span equal is enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.values import Anchored, Span
from evaluation.answers import Answer, Answers
from evaluation.corpora import Document, GoldEvent, Shared, timeml
from evaluation.scoring import Counts, Figure, Section, Table, context, fields, percent

MOST_FREQUENT = 25


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold event and our mention that ends on the same word; one of the two may be missing."""

    document: Document
    gold: GoldEvent | None
    ours: Anchored | None
    span: Span
    """Of the gold, or of ours where there is none."""

    @property
    def both(self) -> bool:
        """Whether it is found and is an event."""
        return self.gold is not None and self.ours is not None

    @property
    def word(self) -> str:
        """The last word, in lower case."""
        return (self.span.of(self.document.text).split() or [""])[-1].lower()


def evaluate(shared: Shared, answers: Answers) -> Section:
    """Spans and classes on TimeBank, AQUAINT and both."""
    pairs = {corpus: paired(answers(corpus, timeml(shared, corpus))) for corpus in ("timebank", "aquaint")}
    pairs["both"] = pairs["timebank"] + pairs["aquaint"]
    both = pairs["both"]
    return Section(
        "event mentions",
        tuple(figure for corpus, found in pairs.items() for figure in _figures(corpus, found)),
        (
            *(_recall_by(name, both) for name in ("pos", "kind")),
            _classes(both),
            _words("Most frequent: missed", [pair for pair in both if pair.ours is None], both),
            _words("Most frequent: not an event", [pair for pair in both if pair.gold is None], both),
        ),
        tuple(line(pair) for pair in both if not pair.both),
    )


def paired(answers: Iterable[Answer]) -> list[Pair]:
    """Every gold event and every mention of ours, paired by where their last words end."""
    return [pair for answer in answers for pair in _paired(answer)]


def by_end(answer: Answer) -> dict[int, tuple[Span, list[Anchored]]]:
    """Our mentions by the end of their span in the text sent. A word that has several times is one mention."""
    found: dict[int, tuple[Span, list[Anchored]]] = {}
    for anchored in answer.timeline.mentions:
        span = answer.sent(anchored.mention.span)
        found.setdefault(span.end, (span, []))[1].append(anchored)
    return found


def _paired(answer: Answer) -> list[Pair]:
    document, ours = answer.document, by_end(answer)
    pairs = []
    for gold in document.events:
        _, mentions = ours.pop(gold.span.end, (None, None))
        pairs.append(Pair(document, gold, mentions[0] if mentions else None, gold.span))
    return pairs + [Pair(document, None, mentions[0], span) for span, mentions in ours.values()]


def counts(pairs: Sequence[Pair]) -> Counts:
    """How many are found."""
    ours = sum(pair.ours is not None for pair in pairs)
    return Counts(sum(pair.both for pair in pairs), ours, sum(pair.gold is not None for pair in pairs))


def class_accuracy(pairs: Sequence[Pair]) -> float:
    """Share of the found that have the gold's class."""
    same = [pair.gold.kind == pair.ours.mention.kind for pair in pairs if pair.gold and pair.ours]
    return percent(sum(same), len(same))


def _figures(corpus: str, pairs: Sequence[Pair]) -> Iterable[Figure]:
    found = counts(pairs)
    yield Figure(f"{corpus} F1", found.f1, None, 81.7, 82.0)
    yield Figure(f"{corpus} precision", found.precision)
    yield Figure(f"{corpus} recall", found.recall)
    yield Figure(f"{corpus} class, of those found", class_accuracy(pairs))


# --- tables -------------------------------------------------------------------------------------------------------


def _recall_by(attribute: str, pairs: Sequence[Pair]) -> Table:
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.gold is not None:
            groups.setdefault(getattr(pair.gold, attribute), []).append(pair)
    rows = [
        (name, len(group), counts(group).recall, class_accuracy(group))
        for name, group in sorted(groups.items(), key=lambda item: -len(item[1]))
    ]
    return Table(f"By {attribute} of the gold", (attribute, "gold", "found", "class right"), tuple(rows))


def _classes(pairs: Sequence[Pair]) -> Table:
    tally = Counter((pair.gold.kind, pair.ours.mention.kind) for pair in pairs if pair.gold and pair.ours)
    wrong = [(count, *kinds) for kinds, count in tally.most_common() if kinds[0] != kinds[1]]
    return Table("Most frequent: wrong class", ("times", "gold", "ours"), tuple(wrong[:10]))


def _words(title: str, wrong: Sequence[Pair], pairs: Sequence[Pair]) -> Table:
    """The words that are wrong most often, and how often the same word is an event and found."""
    tally, right = Counter(pair.word for pair in wrong), Counter(pair.word for pair in pairs if pair.both)
    rows = [(count, word, right[word]) for word, count in tally.most_common(MOST_FREQUENT)]
    return Table(f"{title} ({len(wrong)})", ("times", "word", "else right"), tuple(rows))


def line(pair: Pair) -> str:
    """One error in full: document, missed or spurious, class and part of speech, the words around it."""
    said = (pair.gold.kind, pair.gold.pos) if pair.gold else ("", "")
    ours = (pair.ours.mention.kind, pair.ours.mention.pos) if pair.ours else ("", "")
    error = "missed" if pair.ours is None else "spurious"
    return fields("event", pair.document.id, error, *said, *ours, pair.word, context(pair.document.text, pair.span))
