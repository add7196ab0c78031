"""Dateline: the dated events of a news article.

>>> from dateline import Article, Extractor
>>> timeline = Extractor().extract(Article(text="The bridge fell on 3 May.", published="2013-05-06"))
>>> [(event.title, event.when.edtf) for event in timeline.events]
[('Bridge fell', '2013-05-03')]
"""

from dateline.dates import Period, Unit, When, edtf
from dateline.errors import ArticleError, DatelineError, ModelError
from dateline.extractor import Extractor, extract
from dateline.values import Article, Event, Publication, Timeline
from dateline.version import __version__

__all__ = [
    "Article",
    "ArticleError",
    "DatelineError",
    "Event",
    "Extractor",
    "ModelError",
    "Period",
    "Publication",
    "Timeline",
    "Unit",
    "When",
    "__version__",
    "edtf",
    "extract",
]
