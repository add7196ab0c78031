"""The line: one article in, its timeline out. Every stage takes frozen values and returns the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dateline.anchor import anchor, count
from dateline.clean import clean
from dateline.events import extract
from dateline.merge import merge
from dateline.nlp import Parser, joined, pieces, read
from dateline.published import infer
from dateline.timex import ground, recognise
from dateline.values import Article, Timeline
from dateline.weigh import weigh

Step = Callable[..., Any]
"""Runs one stage: ``step(name, function, *arguments)`` returns what the function returns. A server passes one that
keeps time and stops when the request's budget has run out. The parse, which takes the most time by far, is run once for
each piece of a long text."""


def call(name: str, function: Callable[..., Any], *arguments: Any) -> Any:
    """The plain step: just calls."""
    return function(*arguments)


def run(article: Article, parser: Parser, step: Step = call) -> Timeline:
    """The whole line, from article to timeline."""
    text = step("clean", clean, article)
    with parser.zone():
        doc = joined([step("parse", parser.parse, piece) for piece in pieces(text)])
        tree = step("read", read, doc)
        timexes = step("recognise", recognise, doc, text)
    publication = step("infer", infer, article, text, timexes)
    grounded = step("ground", ground, timexes, publication, text)
    mentions = step("extract", extract, tree, text, grounded)
    counted = step("count", count, tree, mentions, grounded, publication)
    anchored = step("anchor", anchor, tree, mentions, counted, publication)
    weighed = step("weigh", weigh, tree, anchored, publication)
    timeline: Timeline = step("merge", merge, article, text, publication, counted, weighed, parser.engine)
    return timeline
