"""The publication date, withheld and found again: right where the text tells it, no guess where it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.clean import clean
from dateline.published import infer
from dateline.values import Article, Publication
from evaluation.corpora import Document, Shared, tdg, timeml, wikinews
from evaluation.scoring import Figure, Section, Table, fields, percent

TARGET = 95.0


@dataclass(frozen=True, slots=True)
class Case:
    """A document, sent without its date, and the publication date inferred for it."""

    document: Document
    publication: Publication

    @property
    def verdict(self) -> str:
        """``right``, ``wrong``, or ``none`` where no day was inferred."""
        if self.publication.day is None:
            return "none"
        return "right" if self.publication.day.isoformat() == self.document.published else "wrong"


def evaluate(shared: Shared, answers: object = None) -> Section:
    """Right in a hundred where the date is printed above the text; wrong in a hundred where it is not in the text.

    The expressions of the text are not needed for either, so that no model is loaded and ``answers`` is left alone.
    """
    told = {"TDG": read(tdg(shared)), "Wikinews": read(wikinews(shared))}
    untold = {name: read(timeml(shared, name.lower())) for name in ("TimeBank", "AQUAINT")}
    figures = [
        *(Figure(f"{name}: right", _share(cases, "right"), target=TARGET) for name, cases in told.items()),
        *(Figure(f"{name}: wrong", _share(cases, "wrong"), target=0.0, low=True) for name, cases in untold.items()),
    ]
    every = told | untold
    return Section(
        "Publication date, withheld",
        tuple(figures),
        (_by_source(every),),
        tuple(line for name, cases in every.items() for line in _errors(name, cases, told)),
    )


def read(documents: Iterable[Document]) -> list[Case]:
    """What is inferred for each document from its text alone."""
    return [Case(document, _inferred(Article(text=document.text))) for document in documents]


def _inferred(article: Article) -> Publication:
    return infer(article, clean(article), ())


def _share(cases: Sequence[Case], verdict: str) -> float:
    return percent(sum(case.verdict == verdict for case in cases), len(cases))


def _by_source(corpora: dict[str, list[Case]]) -> Table:
    tally = Counter(
        (name, case.publication.source or "-", case.verdict) for name, cases in corpora.items() for case in cases
    )
    rows = tuple((*key, count) for key, count in sorted(tally.items()))
    return Table("By source", ("corpus", "source", "verdict", "documents"), rows)


def _errors(name: str, cases: Sequence[Case], told: dict[str, list[Case]]) -> Iterable[str]:
    for case in cases:
        if case.verdict == "wrong" or (case.verdict == "none" and name in told):
            found = case.publication
            yield fields(name, case.document.id, case.document.published, found.day, found.source, found.quote)
