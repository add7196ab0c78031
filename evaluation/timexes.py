"""Time expressions against TIMEX3, as TempEval-3 scores them; the creation time itself is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.values import Span
from evaluation.answers import Answer, Answers
from evaluation.corpora import Document, GoldTimex, Shared, timeml, timenorm_pairs, wikinews
from evaluation.scoring import Counts, Figure, Section, Table, context, fields, match, percent

LAYERS = ("relaxed", "strict", "value", "type")
MOST_FREQUENT = 20


@dataclass(frozen=True, slots=True)
class Found:
    """One of our expressions, placed in the text as sent."""

    span: Span
    type: str
    value: str
    rule: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold expression and ours for it; one of the two may be missing."""

    document: Document
    gold: GoldTimex | None
    ours: Found | None

    def agrees(self, layer: str) -> bool:
        """Whether the two agree: they overlap (relaxed), cover the same words (strict), have the same value or type."""
        if self.gold is None or self.ours is None:
            return False
        match layer:
            case "strict":
                return self.gold.span == self.ours.span
            case "value":
                return self.gold.value == self.ours.value
            case "type":
                return self.gold.type == self.ours.type
            case _:
                return True

    @property
    def error(self) -> str | None:
        """``missed``, ``spurious``, ``wrong value``, ``wrong span``, or None where nothing is wrong."""
        if self.ours is None:
            return "missed"
        if self.gold is None:
            return "spurious"
        if not self.agrees("value"):
            return "wrong value"
        return None if self.agrees("strict") else "wrong span"

    @property
    def words(self) -> str:
        """The words of the gold, or ours where there is none."""
        spans = [side.span for side in (self.gold, self.ours) if side is not None]
        return " ".join(spans[0].of(self.document.text).split())


def evaluate(shared: Shared, answers: Answers) -> Section:
    """TimeBank, AQUAINT, both, and Wikinews; then expressions alone."""
    pairs = {corpus: paired(answers(corpus, timeml(shared, corpus))) for corpus in ("timebank", "aquaint")}
    both = pairs["timebank"] + pairs["aquaint"]
    pairs |= {"both": both, "wikinews-apple": paired(answers("wikinews-apple", wikinews(shared)))}
    alone = paired(answers("timenorm-pairs", timenorm_pairs(shared)))
    figures = [figure for corpus, found in pairs.items() for figure in _figures(corpus, found)]
    alone_right = percent(sum(pair.agrees("value") for pair in alone), sum(pair.gold is not None for pair in alone))
    figures.append(Figure("timenorm-pairs value accuracy", alone_right))
    return Section(
        "time expressions",
        tuple(figures),
        (by_class(both), by_rule(both), by_grain(both), *(frequent(kind, both) for kind in KINDS_OF_ERROR)),
        tuple(line(corpus, pair) for corpus in pairs if corpus != "both" for pair in pairs[corpus] if pair.error)
        + tuple(line("timenorm-pairs", pair) for pair in alone if pair.gold and not pair.agrees("value")),
    )


# --- pairing and counting -----------------------------------------------------------------------------------------


def paired(answers: Iterable[Answer]) -> list[Pair]:
    """Every gold expression and every one of ours, paired one to one where they overlap."""
    return [pair for answer in answers for pair in _paired(answer.document, found(answer))]


def found(answer: Answer) -> list[Found]:
    """Our expressions in the text as sent, as far as the gold goes, the printed creation time left out."""
    created, timed = answer.document.creation, answer.document.timed
    placed = [
        Found(answer.sent(one.timex.span), one.timex.type, one.value, one.timex.rule, one.because)
        for one in answer.timeline.expressions
    ]
    in_reach = [one for one in placed if timed is None or one.span.overlaps(timed)]
    return [one for one in in_reach if created is None or not one.span.overlaps(created)]


def _paired(document: Document, ours: Sequence[Found]) -> list[Pair]:
    gold = document.timexes
    both = match([one.span for one in ours], [one.span for one in gold])
    left, right = {i for i, _ in both}, {j for _, j in both}
    return (
        [Pair(document, gold[j], ours[i]) for i, j in both]
        + [Pair(document, one, None) for j, one in enumerate(gold) if j not in right]
        + [Pair(document, None, one) for i, one in enumerate(ours) if i not in left]
    )


def counts(pairs: Sequence[Pair], layer: str) -> Counts:
    """How many agree on a layer."""
    right = sum(pair.agrees(layer) for pair in pairs)
    return Counts(right, sum(pair.ours is not None for pair in pairs), sum(pair.gold is not None for pair in pairs))


def dates(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs as they are when only expressions of type DATE count, on either side."""
    kept = []
    for pair in pairs:
        gold = pair.gold if pair.gold is not None and pair.gold.type == "DATE" else None
        ours = pair.ours if pair.ours is not None and pair.ours.type == "DATE" else None
        if gold is not None or ours is not None:
            kept.append(Pair(pair.document, gold, ours))
    return kept


# Baseline: spaCy's DATE and TIME entities through dateparser. Best peer: HeidelTime 2.2.1.
_BESIDE: dict[tuple[str, str], tuple[float | None, float | None, float | None]] = {
    ("both", "relaxed"): (87.8, 92.1, 95.0),
    ("both", "strict"): (77.0, 84.1, 90.0),
    ("both", "value"): (42.0, 77.5, 84.0),
    ("timebank", "value"): (None, 79.6, None),
    ("aquaint", "value"): (None, 73.1, None),
}


def _figures(corpus: str, pairs: Sequence[Pair]) -> Iterable[Figure]:
    for layer in LAYERS:
        beside = _BESIDE.get((corpus, layer), (None, None, None))
        yield Figure(f"{corpus} {layer} F1", counts(pairs, layer).f1, *beside)
    yield Figure(f"{corpus} value F1 on DATE", counts(dates(pairs), "value").f1)


# --- tables -------------------------------------------------------------------------------------------------------

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_CLASSES: tuple[tuple[str, str], ...] = (
    ("holiday", r"christmas|easter|thanksgiving|new year|holiday|halloween|ramadan|independence day|labor day"),
    ("fiscal, quarter", r"quarter|fiscal|half|semester"),
    ("full date", rf"{_MONTH} \d+(?:st|nd|rd|th)?,? *,? \d{{4}}|\d+ {_MONTH},? \d{{4}}|\d+[-/]\d+[-/]\d+"),
    ("month-day", rf"\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b"),
    ("month year", rf"{_MONTH},?(?: of)? \d{{4}}"),
    ("weekday", r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend"),
    ("year, decade", r"^(?:the )?(?:early |late |mid-?)?(?:\d{4}|'?\d0)'?s?$|century|decade|\b(?:1[89]|20)\d\d\b"),
    ("month", rf"\b{_MONTH}(?!\w)"),
    ("season", r"spring|summer|autumn|fall|winter"),
    ("today and near", r"today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|overnight"),
    ("ago, later, earlier", r"\bago\b|later|earlier|before|after|since|\bfrom\b"),
    ("last, next, this unit", r"\b(?:last|next|this|past|coming|previous|current|same|that|following|latest|recent)\b"),
)


def _by_value(timex: GoldTimex) -> str | None:
    if timex.type in {"SET", "TIME", "DURATION"}:
        return "vague duration" if timex.type == "DURATION" and "X" in timex.value else timex.type.lower()
    return "reference (PRESENT_REF ...)" if timex.value.endswith("_REF") else None


def class_of(pair: Pair) -> str:
    """The class of a pair: of its gold, or of our words where there is no gold."""
    if pair.gold is None:
        return "(spurious)"
    valued = _by_value(pair.gold)
    if valued is not None:
        return valued
    words = pair.words.lower()
    return next((name for name, pattern in _CLASSES if re.search(pattern, words)), "other")


def by_class(pairs: Sequence[Pair]) -> Table:
    """How each class of gold fares: recognised, same words, same value, and the share of all value errors it makes."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(class_of(pair), []).append(pair)
    spurious = groups.pop("(spurious)", [])
    rows = [
        (name, len(group), *(counts(group, layer).recall for layer in LAYERS), _lost(group))
        for name, group in sorted(groups.items(), key=lambda item: -_lost(item[1]))
    ]
    columns = ("class of gold", "gold", *LAYERS, "lost")
    return Table(f"By class, TimeBank+AQUAINT (recall); spurious: {len(spurious)}", columns, tuple(rows))


def _lost(pairs: Sequence[Pair]) -> int:
    return sum(not pair.agrees("value") for pair in pairs)


def by_rule(pairs: Sequence[Pair]) -> Table:
    """The rules that are wrong most often: how often each fired, and on what."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.ours is not None:
            groups.setdefault(pair.ours.rule, []).append(pair)
    worst = sorted(groups.items(), key=lambda item: (-_lost(item[1]), item[0]))[:MOST_FREQUENT]
    rows = [
        (rule, len(group), sum(pair.error == "spurious" for pair in group),
         sum(pair.error == "wrong value" for pair in group), sum(pair.error == "wrong span" for pair in group))
        for rule, group in worst
    ]  # fmt: skip
    return Table("By rule of ours", ("rule", "fired", "spurious", "wrong value", "wrong span"), tuple(rows))


_GRAINS: tuple[tuple[str, str], ...] = (
    ("reference", r".*_REF$"),
    ("duration", r"P"),
    ("time", r".*T"),
    ("vague", r".*X"),
    ("day", r"\d{4}-\d\d-\d\d$"),
    ("week", r"\d{4}-W\d\d"),
    ("quarter, half", r"\d{4}-[QH]\d$"),
    ("season", r"\d{4}-(?:SP|SU|FA|WI)$"),
    ("month", r"\d{4}-\d\d$"),
    ("year", r"\d{4}$"),
    ("decade, century", r"\d{2,3}$"),
)


def grain(value: str) -> str:
    """What a TIMEX3 value is as fine as."""
    return next((name for name, pattern in _GRAINS if re.match(pattern, value)), "other")


def by_grain(pairs: Sequence[Pair]) -> Table:
    """How wrong values are wrong: of another grain, or of the same and earlier or later than the gold."""
    tally = Counter(
        (grain(pair.gold.value), _against(pair.gold.value, pair.ours.value))
        for pair in pairs
        if pair.gold is not None and pair.ours is not None and pair.error == "wrong value"
    )
    rows = [(count, *kinds) for kinds, count in tally.most_common(MOST_FREQUENT)]
    return Table("Wrong values by grain", ("times", "gold", "ours"), tuple(rows))


def _against(gold: str, ours: str) -> str:
    if grain(gold) != grain(ours):
        return grain(ours)
    return "earlier" if ours < gold else "later"


KINDS_OF_ERROR = ("missed", "spurious", "wrong value", "wrong span")


def frequent(kind: str, pairs: Sequence[Pair]) -> Table:
    """The twenty most frequent errors of a kind, by the words, gold and ours beside one another."""
    tally = Counter(_row(pair) for pair in pairs if pair.error == kind)
    total = sum(tally.values())
    rows = [(count, *row) for row, count in tally.most_common(MOST_FREQUENT)]
    title = f"Most frequent: {kind} ({total})"
    return Table(title, ("times", "gold words", "our words", "gold", "ours"), tuple(rows))


def _row(pair: Pair) -> tuple[str, str, str, str]:
    text = pair.document.text
    gold, ours = pair.gold, pair.ours
    return (
        "" if gold is None else " ".join(gold.span.of(text).lower().split()),
        "" if ours is None else " ".join(ours.span.of(text).lower().split()),
        "" if gold is None else _general(gold.value, pair),
        "" if ours is None else _general(ours.value, pair),
    )


def _general(value: str, pair: Pair) -> str:
    """A date relative to the publication day, so that the same mistake in two articles is counted twice."""
    day = _ordinal(value)
    published = _ordinal(pair.document.published or "")
    if day is None or published is None or abs(day - published) > 400:
        return value
    return f"day{day - published:+}{value[10:]}"


def _ordinal(value: str) -> int | None:
    return date.fromisoformat(value[:10]).toordinal() if _DAY.match(value) else None


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def line(corpus: str, pair: Pair) -> str:
    """One error in full, tab between fields: corpus, document, publication day, kind, class, gold words and value,
    our words, value, rule and reason, then the words around it."""
    text = pair.document.text
    gold, ours = pair.gold, pair.ours
    theirs = (gold.span.of(text), f"{gold.type} {gold.value}") if gold else ("",) * 2
    found = (ours.span.of(text), f"{ours.type} {ours.value}", ours.rule, ours.because) if ours else ("",) * 4
    span = next(side.span for side in (pair.gold, pair.ours) if side is not None)
    named = (corpus, pair.document.id, pair.document.published or "", pair.error or "", class_of(pair))
    return fields(*named, *theirs, *found, context(text, span))
