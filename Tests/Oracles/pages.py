#!/usr/bin/env python3
"""pages.py html|rst FOLDER: what Python's html.parser, or docutils, reads in the pages of a folder.

Prints {"pages": {path: {"title": text, "headings": [text], "cells": [text], "texts": [text], "labels": [text]}},
"problems": [text]}. `texts` are all pieces of text; `labels` what else names a thing: of HTML the values of attributes
that are read out and the titles of pictures, of reStructuredText the names of targets. Problems are what is no
well-made page, links that lead nowhere among them.
"""
import html.parser
import json
import posixpath
import re
import sys
from pathlib import Path

folder = Path(sys.argv[2])
problems = []


def collapsed(text):
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


class Reader(html.parser.HTMLParser):
    VOID = {"meta", "link", "br", "img", "input", "base"}
    KNOWN = VOID | set(
        "html head title body nav main footer section h1 h2 p ul li dl dt dd div table caption thead tbody tr th td a "
        "code em span time figure svg desc rect line text fieldset legend label b small".split())
    ATTRIBUTES = set(
        "lang charset name content rel href class id aria-label aria-labelledby aria-current tabindex role scope "
        "data-label width height x y rx x1 x2 y1 y2 text-anchor aria-hidden datetime src alt property type title checked "
        "colspan data-show target".split())

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path, self.open, self.ids, self.links, self.named = path, [], [], [], []
        self.page = {"title": "", "headings": [], "cells": [], "texts": [], "labels": []}
        self.counts, self.is_bare = {}, False

    def problem(self, text):
        problems.append(f"{self.path}: {text}")

    def handle_starttag(self, tag, attributes):
        self.counts[tag] = self.counts.get(tag, 0) + 1
        values = dict(attributes)
        if tag not in self.KNOWN:
            self.problem(f"<{tag}>")
        for name in values:
            if name not in self.ATTRIBUTES:
                self.problem(f"<{tag} {name}>")
        if tag == "img":
            if not values.get("alt"):
                self.problem("img without alt")
            self.links.append((tag, values.get("src", "")))
        for name in ("aria-label", "data-label", "alt"):
            if name in values:
                self.page["labels"].append(values[name])
        if "id" in values:
            self.ids.append(values["id"])
        if "href" in values:
            self.links.append((tag, values["href"]))
        if "aria-labelledby" in values:
            self.named += values["aria-labelledby"].split()
        if tag == "th" and "scope" not in values:
            self.problem("th without scope")
        if tag == "svg" and (values.get("role") != "img" or "aria-labelledby" not in values):
            self.problem("svg without a name")
        if tag == "base":
            self.is_bare = True
        if tag == "html" and not values.get("lang"):
            self.problem("no lang")
        if tag not in self.VOID:
            self.open.append((tag, []))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            return self.problem(f"</{tag}> does not close {self.open[-1:]}")
        text = collapsed("".join(self.open.pop()[1]))
        inside = {name for name, _ in self.open}
        if tag == "title":
            self.page["labels" if "svg" in inside else "title"] = (
                self.page["labels"] + [text] if "svg" in inside else text)
        elif tag in ("h1", "h2"):
            self.page["headings"].append(text)
        elif tag in ("td", "th"):
            self.page["cells"].append(text)
        elif tag in ("desc", "caption"):
            self.page["labels"].append(text)
        for _, texts in self.open[-1:]:
            texts.append(text)

    def handle_data(self, data):
        for _, texts in self.open[-1:]:
            texts.append(data)
        if data.strip():
            self.page["texts"].append(collapsed(data))

    def handle_comment(self, data):
        self.problem(f"comment {data}")

    def unknown_decl(self, data):
        self.problem(f"declaration {data}")

    def check(self, ids):
        for tag, count in {"h1": 1, "main": 1, "nav": 1, "title": None, "footer": 1}.items():
            if self.is_bare and tag in ("nav", "footer"):
                count = None
            if count and self.counts.get(tag) != count:
                self.problem(f"{self.counts.get(tag)} <{tag}>")
        if self.counts.get("caption", 0) != self.counts.get("table", 0):
            self.problem("a table without caption")
        if self.open:
            self.problem(f"unclosed {self.open}")
        if len(set(self.ids)) != len(self.ids):
            self.problem(f"repeated ids {self.ids}")
        for name in self.named:
            if name not in self.ids:
                self.problem(f"aria-labelledby {name}")
        for tag, link in self.links:
            place, _, anchor = link.partition("#")
            if re.match(r"(https?|mailto):", place):
                if tag != "a":
                    self.problem(f"external {link}")
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), place)) if place else self.path
            if not (folder / target).is_file():
                self.problem(f"link to {link}")
            elif anchor and anchor not in ids.get(target, []):
                self.problem(f"no anchor for {link}")


def read_html():
    readers = {}
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix()
        reader = readers[path] = Reader(path)
        source = file.read_text(encoding="utf-8")
        if not source.startswith("<!DOCTYPE html>\n"):
            reader.problem("no doctype")
        reader.feed(source)
        reader.close()
    ids = {path: reader.ids for path, reader in readers.items()}
    for reader in readers.values():
        reader.check(ids)
    return {path: reader.page for path, reader in readers.items()}


def read_rst():
    from docutils import core, nodes
    from docutils.parsers.rst import Directive, directives, roles

    state = {}

    def doc(name, source, text, line, inliner, options=None, content=None):
        # As Sphinx reads it: a title, and in angle brackets a target; escapes are NUL characters here.
        match = re.match(r"^(.+?)\s*(?<!\x00)<([^<]*?)>$", text, re.DOTALL)
        if not match or text.startswith("!"):
            problems.append(f"{state['path']}: role {text!r}")
            return [], []
        title = collapsed(match[1].replace("\x00", ""))
        target = posixpath.normpath(posixpath.join(posixpath.dirname(state["path"]), match[2])) + ".rst"
        if not (folder / target).is_file():
            problems.append(f"{state['path']}: link to {target}")
        return [nodes.inline(source, title)], []

    class Contents(Directive):
        has_content = True
        option_spec = {"hidden": directives.flag}

        def run(self):
            for name in self.content:
                if not (folder / f"{name}.rst").is_file():
                    problems.append(f"{state['path']}: no page {name}")
            return []

    def download(name, source, text, line, inliner, options=None, content=None):
        match = re.match(r"^([^<]+) <([^<>]+)>$", text)
        target = match and posixpath.normpath(posixpath.join(posixpath.dirname(state["path"]), match[2]))
        if not target or not (folder / target).is_file():
            problems.append(f"{state['path']}: download {text}")
        return [nodes.inline(source, match[1] if match else text)], []

    roles.register_local_role("download", download)
    roles.register_local_role("doc", doc)
    directives.register_directive("toctree", Contents)
    pages = {}
    for file in sorted(folder.rglob("*.rst")):
        path = state["path"] = file.relative_to(folder).as_posix()
        settings = {"report_level": 5, "halt_level": 6, "doctitle_xform": False, "file_insertion_enabled": False}
        document = core.publish_doctree(file.read_text(encoding="utf-8"), settings_overrides=settings)
        for message in [*document.findall(nodes.system_message), *document.findall(nodes.problematic)]:
            problems.append(f"{path}: {message.astext()}")
        for kind in (nodes.raw, nodes.substitution_reference, nodes.footnote_reference, nodes.literal_block):
            problems.extend(f"{path}: {node}" for node in document.findall(kind))
        for node in document.findall(nodes.image):
            if not node.get("alt") or not (folder / posixpath.dirname(path) / node["uri"]).is_file():
                problems.append(f"{path}: {node}")
        for node in document.findall(nodes.reference):
            if not re.match(r"(https?://|mailto:)", node.get("refuri", "")):
                problems.append(f"{path}: {node}")
        titles = [collapsed(node.astext()) for node in document.findall(nodes.title)
                  if isinstance(node.parent, nodes.section)]
        pages[path] = {
            "title": titles[0] if titles else "", "headings": titles,
            "cells": [collapsed(node.astext()) for node in document.findall(nodes.entry)],
            "texts": [collapsed(node.astext()) for node in document.findall(nodes.paragraph)],
            "labels": [name for node in document.findall(nodes.target) for name in node["names"] + node["ids"]]
            + [name for node in document.findall(nodes.section) for name in node["names"]]}
    return pages


pages = read_html() if sys.argv[1] == "html" else read_rst()
print(json.dumps({"pages": pages, "problems": problems}))
