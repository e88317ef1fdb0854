"""Judges what commands print of texts that would like to be markup, links, commands or cells of their own.

  python judge.py FOLDER

Each file of FOLDER is one output, its ending the format: text, json, sarif, github, gitlab, junit, rdjson, csv, html,
markdown, rst, ical, yaml, or diff, which has a document's bytes as they are. What is called page… is a file, which no log
shows. Prints a line for each fault: FILE: what is wrong. Each format is read by what shows it.
"""

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import docutils.core
import docutils.nodes
import docutils.parsers.rst.roles
import html5lib
import icalendar
import lxml.etree
import yaml

# What only a text of ours can have made.
FOREIGN = {"script", "img", "b", "iframe", "blink"}


# Sphinx's, as far as a page needs them to be read.
for role in ("doc", "ref"):
    docutils.parsers.rst.roles.register_local_role(
        role, lambda name, raw, text, *_: ([docutils.nodes.inline(raw, text)], []))


class Contents(docutils.parsers.rst.Directive):
    """Sphinx's `toctree`."""

    has_content = True
    option_spec = dict.fromkeys(("hidden", "maxdepth"), str)

    def run(self) -> list:
        return []


docutils.parsers.rst.directives.register_directive("toctree", Contents)


def log_commands(text: str) -> list[str]:
    """As the runners of GitHub (ActionCommand.TryParseV2 and TryParse) and of Azure find commands in a line of a log."""
    found = []
    for line in re.split(r"[\r\n]+", text):
        trimmed = line.lstrip()
        is_new = re.match(r"::\w[^:]*( [^:]*)?::", trimmed)
        if is_new or "##[" in line or re.search(r"##\w+\[", line):
            found.append(f"a command of a log: {line[:80]!r}")
    return found


def unseen(text: str) -> list[str]:
    kinds = {(c, unicodedata.category(c)) for c in text}
    return [
        f"U+{ord(c):04X} as it is" for c, kind in kinds
        if (kind in ("Cc", "Cf", "Zl", "Zp") or ord(c) & 0xFFFE == 0xFFFE) and c not in "\n\u200c\u200d\u00ad"
    ]


def html(text: str) -> list[str]:
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    faults = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag.split("}")[-1] in FOREIGN:
            faults.append(f"a live <{element.tag}>")
        for name, value in element.attrib.items():
            if str(name).startswith("on"):
                faults.append(f"a handler {name}")
            if name in ("href", "src") and re.match(r"\s*(javascript|data|vbscript):", value, re.I):
                faults.append(f"an address {value!r}")
            if name == "href" and "%5C" in value:
                faults.append(f"an escape in an address: {value!r}")
    return faults


def markdown(text: str) -> list[str]:
    options = [word for name in ("table", "strikethrough", "autolink", "tasklist") for word in ("-e", name)]
    rendered = subprocess.run(
        ["cmark-gfm", "--unsafe", *options], input=text.encode(), stdout=subprocess.PIPE, check=True)
    return html(rendered.stdout.decode())


def rst(text: str) -> list[str]:
    warnings = io.StringIO()
    settings = {"warning_stream": warnings, "report_level": 2, "halt_level": 5, "embed_stylesheet": False,
                "stylesheet_path": None, "file_insertion_enabled": False}
    rendered = docutils.core.publish_string(text, writer="html5", settings_overrides=settings).decode()
    # A table alone is no whole document: a name in it may be a target of the document that it goes to.
    messages = [line for line in warnings.getvalue().splitlines() if "Unknown target name" not in line and line]
    body = re.sub(r"(?s)<style.*?</style>", "", rendered)
    return [f"docutils: {line}" for line in messages] + html(body)


def table(text: str) -> list[str]:
    widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}
    return [] if len(widths) == 1 else [f"rows of {sorted(widths)} cells"]


def calendar(text: str) -> list[str]:
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    faults = [] if events else ["no event"]
    for event in events:
        unknown = set(event) - {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "URL", "TRANSP", "CATEGORIES"}
        faults += [f"a property {name}" for name in unknown]
    return faults


def json_text(text: str) -> list[str]:
    json.loads(text)
    return []


def xml(text: str) -> list[str]:
    lxml.etree.fromstring(text.encode())
    return []


def yaml_text(text: str) -> list[str]:
    list(yaml.safe_load_all(text))
    return []


READERS = {
    "html": html, "markdown": markdown, "rst": rst, "csv": table, "ical": calendar, "junit": xml, "yaml": yaml_text,
    **dict.fromkeys(("json", "sarif", "gitlab", "rdjson"), json_text),
}


def faults(path: pathlib.Path) -> list[str]:
    kind = path.suffix[1:]
    text = path.read_bytes().decode("utf-8")
    found = [] if kind == "diff" else unseen(text.replace("\r\n", "\n") if kind in ("csv", "ical") else text)
    if kind == "github":
        lines = [line for line in text.splitlines() if not re.match(r"::(error|warning|notice) file=", line)]
        found += log_commands("\n".join(lines))
        found += ["a command in a command" for line in text.splitlines() if "##[" in line]
    elif not path.name.startswith("page"):
        found += log_commands(text)
    try:
        found += READERS.get(kind, lambda _: [])(text)
    except Exception as error:  # the reader's own word for what it cannot read
        found.append(f"unreadable: {type(error).__name__}: {str(error).splitlines()[:1]}")
    return found


for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    for fault in dict.fromkeys(faults(path)):
        print(f"{path.name}: {fault}")
