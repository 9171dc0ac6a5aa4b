"""What every data file is made of: mappings without unknown keys, statements in both languages, dates."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Date = Annotated[str, Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]


class Record(BaseModel):
    """A mapping of the data files: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(Record):
    """A statement in both languages."""

    zh: str
    en: str
