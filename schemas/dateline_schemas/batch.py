"""What a batch gives."""

from __future__ import annotations

from marshmallow import Schema, fields

from dateline_schemas.fields import count, words
from dateline_schemas.problem import Problem
from dateline_schemas.timeline import Timeline


class TimelineItem(Schema):
    """What became of one article of a batch: `timeline` where `status` is 200, else `problem`."""

    index = count("Where it stood in the batch, from 0.", required=True)
    id = words("The article's own, echoed; null where it has none.", required=True, allow_none=True)
    status = count("What the HTTP status would be if it had been sent alone.", required=True)
    timeline = fields.Nested(Timeline, metadata={"description": "Only where `status` is 200."})
    problem = fields.Nested(Problem, metadata={"description": "Only where it is not."})
