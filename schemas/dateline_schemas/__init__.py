"""The contract of Dateline as marshmallow schemas: requests are loaded and answers dumped through them.

Imports nothing of the engine or the service, so that a client may install and use it alone.
"""

from dateline_schemas.batch import TimelineItem
from dateline_schemas.problem import ErrorItem, Problem, errors_of
from dateline_schemas.request import TimelineRequest
from dateline_schemas.service import Capabilities, Health, Version
from dateline_schemas.timeline import Timeline

__all__ = [
    "Capabilities",
    "ErrorItem",
    "Health",
    "Problem",
    "Timeline",
    "TimelineItem",
    "TimelineRequest",
    "Version",
    "errors_of",
]
