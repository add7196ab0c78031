"""``python -m operations.fuzz``: odd texts by the hundred thousand through the rooms that read text first.

Needs atheris (extra ``fuzz``), which changes texts so that they reach code not yet reached. Fails, with the text, where
one crashes, takes longer than five seconds, or gets a span that is not in it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dateline.clean import clean
from dateline.timex.explain import readings
from dateline.values import Article
from operations.articles import articles

PUBLISHED = date(2013, 2, 12)
LONGEST = 500
"""Characters of a text: short ones are read sooner, and break as much."""
SEEDS = (
    "['First paragraph.', \"It's the second.\"]",
    '["Also Read: more", "LONDON, Feb. 12 (AP) -- It fell on 12/11/10.", ""]',
    "<p>On May&nbsp;1&shy;2, <b>20</b>13</p><li>x<script>a</script>&#x202e;&amp;amp;",
    "Updated at 09:30 GMT, 3rd of March 2015 Â© cafÃ© \u202e\u00ad\u200b 1990s, two weeks ago; every Friday night",
    "the last quarter of fiscal 2012, 24:00, 31/02/2020, 9/11, \u0661\u0662 May",
)


def look(text: str) -> None:
    """Reads one text in each way. Raises where a promise is broken."""
    for article in (Article(text=text), Article(html=text), Article(paragraphs=(text, text))):
        made = clean(article)
        for paragraph in made.paragraphs:
            back = made.offsets.source(paragraph)
            assert 0 <= back.start <= back.end <= len(article.sent), "a paragraph that is not in what was sent"
    end = 0
    for found in readings(text, PUBLISHED):
        span = found.timex.span
        assert end <= span.start < span.end <= len(text), "an expression that is not in the text"
        end = span.end


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs until so many texts were read."""
    parser = argparse.ArgumentParser(prog="python -m operations.fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000, help="how many texts")
    cases = parser.parse_args(arguments).cases
    try:
        import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]
    except ImportError:
        print("There is no atheris: install the extra fuzz (Linux, Python 3.11 to 3.13).", file=sys.stderr)
        return 2
    return _run(atheris, cases)


def _run(atheris: Any, cases: int) -> int:
    def case(data: bytes) -> None:
        text = atheris.FuzzedDataProvider(data).ConsumeUnicode(LONGEST)
        if text.strip():
            look(text)

    with TemporaryDirectory() as folder:
        for number, seed in enumerate([*SEEDS, *islice(articles(sentences=3), 10)]):
            (Path(folder) / str(number)).write_bytes(b"\x03" + seed.encode("utf-32-le"))
        case(b"")
        atheris.instrument_all()
        options = [f"-runs={cases}", "-timeout=5", f"-max_len={4 * LONGEST}", f"-artifact_prefix={folder}/"]
        atheris.Setup([sys.argv[0], *options, folder], case)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
