"""What every part shares: counts, matching, figures beside what is to be reached, and plain tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dateline.values import Span


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of ours are right, how many are ours, how many are gold. Adds up over documents."""

    right: int = 0
    ours: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.ours + other.ours, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Right in a hundred of ours."""
        return percent(self.right, self.ours)

    @property
    def recall(self) -> float:
        """Right in a hundred of the gold."""
        return percent(self.right, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return percent(2 * self.right, self.ours + self.gold)


def percent(part: float, whole: float) -> float:
    """``part`` in a hundred of ``whole``; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


class Judgement(Protocol):
    """Anything that is right or not."""

    @property
    def right(self) -> bool:
        """Whether it is."""
        ...


def accuracy(judged: Iterable[Judgement]) -> float:
    """Right in a hundred."""
    every = [one.right for one in judged]
    return percent(sum(every), len(every))


def match(ours: Sequence[Span], gold: Sequence[Span]) -> list[tuple[int, int]]:
    """Pairs (index of ours, index of gold) of overlapping spans, one to one, the longest overlap first.

    Time grows with the number of overlaps, not with the product of the lengths: both are walked once, sorted.
    """
    found: list[tuple[int, int, int]] = []
    rest = sorted(range(len(gold)), key=lambda j: gold[j])
    first = 0
    for i in sorted(range(len(ours)), key=lambda i: ours[i]):
        while first < len(rest) and gold[rest[first]].end <= ours[i].start:
            first += 1
        for j in rest[first:]:
            if gold[j].start >= ours[i].end:
                break
            if ours[i].overlaps(gold[j]):
                found.append((min(ours[i].end, gold[j].end) - max(ours[i].start, gold[j].start), i, j))
    return _one_to_one(found)


def _one_to_one(found: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, i, j in sorted(found, key=lambda row: (-row[0], row[1], row[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return sorted(pairs)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number, and the numbers to hold beside it (None where nobody has measured)."""

    name: str
    ours: float
    baseline: float | None = None
    peer: float | None = None
    target: float | None = None
    low: bool = False
    """Whether lower is better."""

    @property
    def reached(self) -> str:
        """``yes`` or the distance that is left; empty without a target."""
        if self.target is None:
            return ""
        left = self.ours - self.target if self.low else self.target - self.ours
        return "yes" if left <= 0 else f"-{left:.{2 if self.target < 5 else 1}f}"


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the names of the columns, and the rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What one part found: its figures, further tables, and every error in full for those who ask."""

    name: str
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...] = ()
    errors: tuple[str, ...] = field(default=(), repr=False)


def crosstab(title: str, corner: str, cells: Iterable[tuple[str, str]], least: int = 10) -> Table:
    """How often each row meets each column, in a hundred of its row; rows seen less than ``least`` times left out."""
    tally: dict[str, Counter[str]] = {}
    for row, column in cells:
        tally.setdefault(row, Counter())[column] += 1
    columns = [name for name, _ in sum(tally.values(), Counter()).most_common()]
    rows = [
        (name, met.total(), *(percent(met[column], met.total()) for column in columns))
        for name, met in sorted(tally.items(), key=lambda item: -item[1].total())
        if met.total() >= least
    ]
    return Table(title, (corner, "all", *columns), tuple(rows))


def figures_table(figures: Sequence[Figure], before: Mapping[str, float] | None = None) -> Table:
    """The figures as a table; with those of a run before, by name, also how each has changed."""
    columns = ("", "ours", "baseline", "best peer", "to reach", "reached")
    rows = [(f.name, f.ours, f.baseline, f.peer, f.target, f.reached) for f in figures]
    if before is None:
        return Table("", columns, tuple(rows))
    changes = [f"{f.ours - before[f.name]:+.2f}" if f.name in before else "new" for f in figures]
    return Table("", (*columns, "change"), tuple((*row, change) for row, change in zip(rows, changes, strict=True)))


def written(section: Section, before: Mapping[str, float] | None = None) -> str:
    """The section as plain text, columns aligned."""
    head = f"== {section.name} =="
    figures = [figures_table(section.figures, before)] if section.figures else []
    tables = [*figures, *section.tables]
    return "\n\n".join([head, *(aligned(table) for table in tables)])


def aligned(table: Table) -> str:
    """The table as plain text: numbers to the right, words to the left."""
    cells = [table.columns, *[tuple(_cell(value) for value in row) for row in table.rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(table.columns))]
    numeric = [all(isinstance(row[c], int | float | None) for row in table.rows) for c in range(len(widths))]
    lines = ["  ".join(_pad(*cell) for cell in zip(row, widths, numeric, strict=True)).rstrip() for row in cells]
    return "\n".join([table.title, *lines] if table.title else lines)


def _pad(text: str, width: int, numeric: bool) -> str:
    return text.rjust(width) if numeric else text.ljust(width)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.1f}" if abs(value) >= 5 or value == 0 else f"{value:.2f}"
    return str(value).replace("\n", " ")


def fields(*values: object) -> str:
    """Values as one line of an error file: tabs between, white space within made single."""
    return "\t".join(" ".join(str(value).split()) for value in values)


def context(text: str, span: Span, width: int = 80) -> str:
    """The words of a span in brackets, between what stands before and after them."""
    return f"{text[max(0, span.start - width) : span.start]}[{span.of(text)}]{text[span.end : span.end + width]}"
