"""validate.py SCHEMAS REPORT...: check reports (.sarif, .xml) against the schemas; complaints go to standard output."""

import json
import sys
from pathlib import Path

from jsonschema import Draft4Validator, FormatChecker
from lxml import etree


def sarif_complaints(schemas, report):
    schema = json.loads((schemas / "sarif-schema-2.1.0.json").read_text())
    Draft4Validator.check_schema(schema)
    validator = Draft4Validator(schema, format_checker=FormatChecker())
    for error in validator.iter_errors(json.loads(report.read_bytes())):
        yield f"{error.json_path}: {error.message}"


def junit_complaints(schemas, report):
    schema = etree.XMLSchema(etree.parse(schemas / "junit-10.xsd"))
    schema.validate(etree.parse(report))
    yield from map(str, schema.error_log)


CHECKS = {".sarif": sarif_complaints, ".xml": junit_complaints}

schemas, *reports = map(Path, sys.argv[1:])
complaints = [f"{report.name}: {text}" for report in reports for text in CHECKS[report.suffix](schemas, report)]
print("\n".join(complaints), end="")
sys.exit(bool(complaints))
