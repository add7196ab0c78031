"""The engine's time beside that of libraries that read dates only, on the same texts.

dateparser is installed with the engine. Recognizers-Text is not: give the interpreter of a virtual environment that has
it (``pip install recognizers-text-suite 'emoji<2'``). HeidelTime is a Java program and no package of PyPI's: not here.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from dateparser.search import search_dates

from dateline.extractor import Extractor
from dateline.values import Article
from evaluation.answers import counted
from evaluation.corpora import Document
from evaluation.scoring import Figure, Section, Table

_RECOGNIZERS = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
from recognizers_date_time import Culture, recognize_datetime
texts = json.load(sys.stdin)
for text in texts[:2]:
    recognize_datetime(text, Culture.English)
start = time.perf_counter()
for text in texts:
    recognize_datetime(text, Culture.English)
print(time.perf_counter() - start)
"""


def peers(documents: Sequence[Document], extractor: Extractor, recognizers: Path | None) -> Section:
    """The engine's time over each peer's; below 1 the engine, which also finds and dates events, is the faster."""
    ours = theirs = 0.0
    for document in counted("beside dateparser", documents):
        start = perf_counter()
        extractor.extract(Article(text=document.text, published=document.published))
        ours += perf_counter() - start
        start = perf_counter()
        _dateparser(document)
        theirs += perf_counter() - start
    figures = [Figure("engine over dateparser.search_dates", ours / theirs)]
    if recognizers is not None:
        figures.append(Figure("engine over Recognizers-Text", ours / _seconds(documents, recognizers)))
    missing = [("HeidelTime", "no package of PyPI's")]
    if recognizers is None:
        missing.append(("Recognizers-Text", "--recognizers PYTHON not given"))
    return Section("peers", tuple(figures), (Table("Not measured", ("peer", "why"), tuple(missing)),))


def _dateparser(document: Document) -> None:
    settings: Any = {"RELATIVE_BASE": datetime.fromisoformat(document.published)} if document.published else {}
    search_dates(document.text, languages=["en"], settings=settings)


def _seconds(documents: Sequence[Document], python: Path) -> float:
    texts = json.dumps([document.text for document in documents])
    done = subprocess.run(
        [str(python), "-c", _RECOGNIZERS], input=texts, capture_output=True, text=True, check=True, timeout=1800
    )
    return float(done.stdout)
