"""``python -m operations.soak``: thousands of different articles through one worker; its memory must not grow.

Starts the service itself and asks it over the loopback. Ends with 1 where memory grew by more than a tenth.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import islice

from evaluation.scoring import Figure, Section, Table, written
from operations.articles import articles
from operations.clients import ask, connect, memory
from tests.serving import serving

FIRST = 100
"""Articles after which memory is looked at first."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; 1 where memory grew."""
    parser = argparse.ArgumentParser(prog="python -m operations.soak", description=__doc__)
    parser.add_argument("--articles", type=int, default=5000, help="how many, at most 100,000")
    section = soak(min(100_000, parser.parse_args(arguments).articles))
    print(written(section))
    return int(any(figure.reached not in {"", "yes"} for figure in section.figures))


def soak(count: int) -> Section:
    """The articles, one after the other, and what the worker's memory was on the way."""
    made, seen, failed = articles(5), [], 0
    with serving(workers="1", log_level="ERROR") as server:
        connection, read = connect(server), 0
        for stop in [FIRST, *(count * part // 10 for part in range(1, 11))]:
            for article in islice(made, max(0, stop - read)):
                failed += ask(server, article, connection).status != 200
            read = max(read, stop)
            seen.append((read, memory(server)))
        connection.close()
    rows = tuple((number, round(held / seen[0][1], 3)) for number, held in seen)
    figures = (
        Figure(f"memory after {count} articles, over after {FIRST}", seen[-1][1] / seen[0][1], target=1.1, low=True),
        Figure("articles that were not read", failed, target=0, low=True),
    )
    return Section("Long use", figures, (Table("", ("articles", "memory over that after the first"), rows),))


if __name__ == "__main__":
    raise SystemExit(main())
