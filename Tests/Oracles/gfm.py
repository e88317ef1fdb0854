#!/usr/bin/env python3
"""gfm.py FILE...: the tables that `cmark-gfm -e table` reads in Markdown files, as {file: [table]} JSON.

A table is a list of its rows, the header first; a row is a list of its cells' texts. What is text or code counts, a
line break counts as a space, other markup for what is in it; white space is collapsed.
"""
import json
import re
import subprocess
import sys
from xml.etree import ElementTree

NAMESPACE = '{http://commonmark.org/xml/1.0}'


def kind(node):
    return node.tag.removeprefix(NAMESPACE)


def text(node):
    if kind(node) in ('softbreak', 'linebreak'):
        return ' '
    own = node.text or '' if kind(node) in ('text', 'code') else ''
    return own + ''.join(text(child) for child in node)


def cells(row):
    return [re.sub(r'\s+', ' ', text(cell)).strip() for cell in row]


def parse(path):
    with open(path, 'rb') as file:
        run = subprocess.run(['cmark-gfm', '-e', 'table', '-t', 'xml'], stdin=file, stdout=subprocess.PIPE, check=True)
    # XML has no other control characters than these; what is left is white space.
    return ElementTree.fromstring(re.sub(rb'[\x00-\x08\x0b\x0c\x0e-\x1f]', b' ', run.stdout))


def tables(path):
    return [[cells(row) for row in table] for table in parse(path).iter(NAMESPACE + 'table')]


if __name__ == '__main__':
    print(json.dumps({path: tables(path) for path in sys.argv[1:]}))
