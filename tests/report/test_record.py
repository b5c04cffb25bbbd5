"""The published JSON Schema is the models', and the records keep to it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from pydantic import ValidationError

from extractor.pipeline import extract
from extractor.report.record import Meta, Record

SCHEMA = Path(__file__).parents[2] / "docs" / "record.schema.json"
REMAKE = (
    'python -c "import json; from extractor.report.record import Record; '
    "print(json.dumps(Record.model_json_schema(mode='serialization'), ensure_ascii=False, "
    'indent=1))" > docs/record.schema.json'
)


def test_the_published_schema_is_current() -> None:
    published = json.loads(SCHEMA.read_text("utf-8"))
    assert published == Record.model_json_schema(mode="serialization"), f"remake it: {REMAKE}"


def test_a_record_keeps_to_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "空.pdf"
    path.touch()
    record = json.loads(extract(path).model_dump_json())
    jsonschema.validate(record, json.loads(SCHEMA.read_text("utf-8")))
    record["status"] = "repaired"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, json.loads(SCHEMA.read_text("utf-8")))


def test_a_record_reads_back_as_itself(tmp_path: Path) -> None:
    path = tmp_path / "空.pdf"
    path.touch()
    record = extract(path)
    assert Record.model_validate_json(record.model_dump_json()) == record


def test_unknown_keys_are_mistakes() -> None:
    with pytest.raises(ValidationError):
        Meta.model_validate({"agencey": "某局"})
