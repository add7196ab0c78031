"""What ``dateline.anchor`` learns: which time a mention has, among its options.

The corpora's labels say which options are right; a mention for which none is right, or all are, teaches nothing.
"""

from __future__ import annotations

import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.anchor.features import Situation
from dateline.anchor.options import Option, Options
from dateline.dates import When, edtf
from dateline.extractor import Extractor
from dateline.learned import Weights
from dateline.values import Article, Grounded, Mention, Parse, Publication, Span
from evaluation.annotated import annotated
from evaluation.corpora import Document, KeyDocument, Shared, event_times, key_events, key_module, tdg, timeml, wikinews
from evaluation.event_times import label
from evaluation.invented import invented
from training.logit import Case, train

FOLDS = 5
PENALTY = 2.0
LEAST = 5
UNDATED = 0.15
"""Weight of an event that TDG ties to no time in the text: it does not say that the event was not that day's news."""
DATED = 4.0
"""Weight of an event that a smaller corpus gives a date."""
ANNOTATED = 0.5
"""Weight of an event of our annotation: they are many, and of one hand with ``key-events``; each weighs half as much as
an event of TDG that a time includes."""
INVENTED = 0.2
"""Weight of an event of an invented article: they are more still, and easier to date than what is published."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A mention's options and which of them a corpus says are right."""

    corpus: str
    document: str
    case: Case


def cases(lessons: Iterable[Lesson]) -> list[Case]:
    """What the lessons teach."""
    return [lesson.case for lesson in lessons]


def fold_of(document: str) -> int:
    """The fold of a document, by its name, so that a document of two corpora is never taught and asked at once."""
    return zlib.crc32(_name(document).encode()) % FOLDS


def _name(document: str) -> str:
    """A document's name without the corpus that ``key-events`` puts before it."""
    return document.removeprefix("tdg_").removeprefix("apple_")


def fit(lessons: Iterable[Lesson], but_fold: int | None = None) -> Weights:
    """The weights that the lessons teach; those of documents of one fold may be left out."""
    return train(cases(lesson for lesson in lessons if fold_of(lesson.document) != but_fold), PENALTY, LEAST)


def report(lessons: Sequence[Lesson], by_fold: Sequence[Weights]) -> dict[str, object]:
    """How often the most probable option is right, by corpus, each document judged by weights that never saw it."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for lesson in lessons:
        probable = by_fold[fold_of(lesson.document)].probabilities(lesson.case.options)
        best = max(range(len(probable)), key=probable.__getitem__)
        tally[lesson.corpus][0] += lesson.case.right[best]
        tally[lesson.corpus][1] += 1
    rows = {corpus: {"cases": n, "right": round(right / n, 4)} for corpus, (right, n) in sorted(tally.items())}
    return {"folds": FOLDS, "corpora": rows}


# --- what each corpus teaches ---------------------------------------------------------------------------------------


def learn(shared: Shared, reader: Reader) -> Iterator[Lesson]:
    """The lessons of every corpus."""
    for corpus, teach in TEACHERS.items():
        found = list(teach(shared, reader))
        print(f"{corpus}: {len(found)} lessons", file=sys.stderr)
        yield from found


@dataclass(frozen=True, slots=True)
class Read:
    """A document as the engine has read it, up to where times are chosen."""

    tree: Parse
    mentions: tuple[Mention, ...]
    grounded: tuple[Grounded, ...]
    publication: Publication
    source: Callable[[Span], Span]

    def situations(self) -> Iterator[tuple[Mention, Situation, list[Option]]]:
        """Every mention with its situation and its options."""
        options = Options(self.tree, self.mentions, self.grounded, self.publication)
        for mention in self.mentions:
            listed = options.of(mention)
            yield mention, Situation(self.tree, mention, listed, self.publication.day), listed


class Reader:
    """Runs the line as far as the choice of times, and keeps what that stage is given: a document that several corpora
    annotate is read once.

    ``events`` are the weights by fold that find a document's events; None is for reading before any are trained.
    """

    def __init__(self, extractor: Extractor, events: Sequence[Weights] | None = None) -> None:
        self.extractor = extractor
        self.events = events
        self._kept: dict[tuple[str, str, str | None], Read] = {}

    def read(self, document: Document) -> Read:
        """The document up to the choice of times."""
        key = document.id, document.text, document.published
        if key not in self._kept:
            self._kept[key] = self._read(document)
        return self._kept[key]

    def _read(self, document: Document) -> Read:
        seen: list[tuple[Any, ...]] = []

        def step(name: str, function: Callable[..., Any], *arguments: Any) -> Any:
            if name == "anchor":
                seen.append(arguments)
            if name == "extract":
                if self.events is None:
                    return ()
                arguments = (*arguments, self.events[fold_of(document.id)])
            return () if name in {"anchor", "weigh"} else function(*arguments)

        timeline = self.extractor.extract(Article(text=document.text, published=document.published), step)
        tree, mentions, grounded, publication = seen[0]
        return Read(tree, mentions, grounded, publication, timeline.clean.source)


def lesson(
    corpus: str,
    document: Document,
    situation: Situation,
    options: Sequence[Option],
    right: Sequence[bool],
    weight: float,
) -> Iterator[Lesson]:
    """A lesson, where the labels tell some options from others."""
    if any(right) and not all(right):
        features = tuple(tuple(situation.features(option)) for option in options)
        yield Lesson(corpus, document.id, Case(features, tuple(right), weight))


def teach_tdg(shared: Shared, reader: Reader) -> Iterator[Lesson]:
    """An event included in a time has that time; before or after publication only, it is past or ahead; tied to
    nothing or overlapping, it has none."""
    for document in tdg(shared):
        read = reader.read(document)
        spans = dict(_recognised(read, {timex.id: timex.span for timex in document.timexes}))
        relations: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for link in document.links:
            relations[link.source].append((link.relation, link.target))
        events = {event.span.end: relations[event.id] for event in document.events}
        for mention, situation, options in read.situations():
            tied = events.get(read.source(mention.span).end)
            if tied is not None:
                right = [_tdg_right(option, tied, spans) for option in options]
                weight = 1.0 if any(relation == "included" for relation, _ in tied) else UNDATED
                yield from lesson("tdg", document, situation, options, right, weight)


def _recognised(read: Read, timexes: dict[str, Span]) -> Iterator[tuple[str, When]]:
    """Each gold time that we read, with what we ground it to."""
    for name, span in timexes.items():
        for each in read.grounded:
            if each.when is not None and read.source(each.timex.span).overlaps(span):
                yield name, each.when


def _tdg_right(option: Option, tied: Sequence[tuple[str, str]], spans: dict[str, When]) -> bool:
    included = [target for relation, target in tied if relation == "included"]
    if included:
        times = [spans[target] for target in included if target in spans]
        own = option.grounded.when if option.way == "direct" and option.grounded is not None else option.when
        return own is not None and any(_same(own, when) for when in times)
    publication = {relation for relation, target in tied if target.startswith("0_")}
    if "before" in publication:
        return option.kind == "before"
    if "after" in publication:
        return option.kind == "after"
    return option.kind == "none"


def teach_wikinews(shared: Shared, reader: Reader) -> Iterator[Lesson]:
    """The date of the happening that a mention refers to."""
    for document in wikinews(shared):
        days = {event.span.end: event.when for event in document.events if event.when}
        read = reader.read(document)
        for mention, situation, options in read.situations():
            when = days.get(read.source(mention.span).end)
            if when:
                right = [option.when is not None and edtf(option.when) == when for option in options]
                yield from lesson("wikinews", document, situation, options, right, DATED)


def teach_event_times(shared: Shared, reader: Reader) -> Iterator[Lesson]:
    """The corpus' label, as ``evaluation.event_times`` writes ours."""
    labels = event_times(shared)
    for document in timeml(shared, "timebank"):
        if document.id not in labels:
            continue
        wanted = {event.span.end: labels[document.id].get(event.id) for event in document.events}
        read = reader.read(document)
        for mention, situation, options in read.situations():
            said = wanted.get(read.source(mention.span).end)
            if said:
                right = [option.when is not None and label(option.when) == said for option in options]
                yield from lesson("event-times", document, situation, options, right, DATED)


def teach_key_events(shared: Shared, reader: Reader) -> Iterator[Lesson]:
    """The dates that the annotator of ``key-events`` gives or accepts."""
    yield from teach_timelines("key-events", key_events(shared), reader, key_module(shared, "score").right, DATED)


def teach_annotated(shared: Shared, reader: Reader) -> Iterator[Lesson]:
    """The dates that our annotators give or accept."""
    yield from teach_timelines("annotated", annotated(shared), reader, key_module(shared, "score").right, ANNOTATED)


def teach_invented(shared: Shared, reader: Reader) -> Iterator[Lesson]:
    """The dates of the invented articles."""
    yield from teach_timelines("invented", invented(), reader, key_module(shared, "score").right, INVENTED)


def teach_timelines(
    corpus: str,
    keys: Iterable[KeyDocument],
    reader: Reader,
    right_of: Callable[[str, dict[str, Any]], bool],
    weight: float,
) -> Iterator[Lesson]:
    """The dates that are right, as ``right_of`` says of an EDTF string, for the event that a mention triggers."""
    for each in keys:
        gold = {trigger["end"]: event for event in each.gold["events"] for trigger in event["triggers"]}
        read = reader.read(each.document)
        for mention, situation, options in read.situations():
            event = gold.get(read.source(mention.span).end)
            if event is not None:
                right = [option.when is not None and right_of(edtf(option.when), event) for option in options]
                yield from lesson(corpus, each.document, situation, options, right, weight)


def _same(a: When, b: When) -> bool:
    return (a.earliest, a.latest) == (b.earliest, b.latest)


TEACHERS = {
    "tdg": teach_tdg,
    "wikinews": teach_wikinews,
    "event-times": teach_event_times,
    "key-events": teach_key_events,
    "annotated": teach_annotated,
    "invented": teach_invented,
}
