#!/usr/bin/env python3
"""page_files.py FOLDER: what stands beside the pages, judged by other programs: pictures and feeds by lxml, the calendar by
icalendar, the description of the interface by openapi-spec-validator, facts by jsonschema. Prints what is wrong."""
import json
import re
import sys
from pathlib import Path

import icalendar
import jsonschema
from lxml import etree
from openapi_spec_validator import validate

folder = Path(sys.argv[1])
problems = []
ATOM = "{http://www.w3.org/2005/Atom}"
SVG = "{http://www.w3.org/2000/svg}"


def problem(path, text):
    problems.append(f"{path.relative_to(folder)}: {text}")


def xml(path):
    try:
        return etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        problem(path, error)


for path in folder.rglob("*.svg"):
    root = xml(path)
    if root is not None and (root.tag != SVG + "svg" or not (root.findtext(SVG + "title") or "").strip()):
        problem(path, "no picture with a title")
    if root is not None and any(element.tag == SVG + "script" for element in root.iter()):
        problem(path, "a script")

# RFC 4287, section 4.1: what a feed and an entry have to have, and each id once.
feed = xml(folder / "moves.atom")
ids = []
for element in [feed] + feed.findall(ATOM + "entry"):
    for name in ("id", "title", "updated"):
        if len(element.findall(ATOM + name)) != 1 or not element.findtext(ATOM + name).strip():
            problem(folder / "moves.atom", f"{name} of {etree.tostring(element)[:200]}")
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext(ATOM + "updated")):
        problem(folder / "moves.atom", "updated")
    if not re.fullmatch(r"[a-z]+:[!-~]+", element.findtext(ATOM + "id")):
        problem(folder / "moves.atom", f"id {element.findtext(ATOM + 'id')}")
    ids.append(element.findtext(ATOM + "id"))
if len(set(ids)) != len(ids):
    problem(folder / "moves.atom", "an id twice")
if feed.find(ATOM + "author") is None:
    problem(folder / "moves.atom", "no author")

calendar = icalendar.Calendar.from_ical((folder / "due.ics").read_bytes())
for event in calendar.walk("VEVENT"):
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
        if name not in event:
            problem(folder / "due.ics", f"no {name}")
if any(component.errors for component in calendar.walk()):
    problem(folder / "due.ics", "errors")

schema = json.loads((folder / "api/v1/platforms.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.validate(json.loads((folder / "platforms.json").read_text()), schema)
one = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": "#/$defs/platform"}
platforms = list((folder / "api/v1/platforms").glob("*.json"))
for path in platforms:
    jsonschema.validate(json.loads(path.read_text()), one)

description = folder / "api/v1/openapi.json"
interface = json.loads(description.read_text())
validate(interface, base_uri=description.as_uri())
names = interface["paths"]["/api/v1/platforms/{id}.json"]["get"]["parameters"][0]["schema"]["enum"]
if sorted(names) != sorted(path.stem if path.suffix == ".json" else path.name for path in platforms):
    problem(description, "other platforms than there are")

# https://shields.io/badges/endpoint-badge: what is asked, and nothing besides.
for path in [*folder.glob("badges/tier/*.json"), *folder.glob("badges/wheels/*.json")]:
    badge = json.loads(path.read_text())
    if set(badge) != {"schemaVersion", "label", "message", "color"} or badge["schemaVersion"] != 1 or not badge["message"]:
        problem(path, badge)

print("\n".join(problems))
sys.exit(1 if problems else 0)
