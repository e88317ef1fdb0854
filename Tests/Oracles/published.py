#!/usr/bin/env python3
"""published.py FILE...: what docutils reads in RST files and cmark-gfm in Markdown files, as {file: document} JSON.

A document is {"tables": [[[cell]]], "heads": [count], "lists": [[item]], "headings": [text], "messages": count}: the
texts of all rows' cells, head first; how many rows are the head; the texts of the first paragraphs of bullet lists'
items; the titles; and how much docutils warns of.
"""
import json
import re
import sys

import gfm
import rst
from docutils import nodes


def read_rst(path):
    try:
        document = rst.parse(path)
    except Exception as failure:
        return {"tables": [], "heads": [], "lists": [], "headings": [repr(failure)[:100]], "messages": 1}
    messages = rst.take_messages(document)
    found = [(rst.rows(table, nodes.thead), rst.rows(table, nodes.tbody)) for table in document.findall(nodes.table)]
    tables = [[[cell["text"] for cell in row] for row in head + body] for head, body in found]
    lists = [[rst.collapsed(item.children[0].astext()) if item.children else '' for item in found.children]
             for found in document.findall(nodes.bullet_list)]
    headings = [rst.collapsed(title.astext()) for title in document.findall(nodes.title)]
    return {"tables": tables, "heads": [len(head) for head, _ in found], "lists": lists, "headings": headings,
            "messages": len(messages)}


def read_markdown(path):
    root = gfm.parse(path)

    def text(node):
        return re.sub(r'\s+', ' ', gfm.text(node)).strip()

    lists = [[text(item[0]) if len(item) else '' for item in found]
             for found in root.iter(gfm.NAMESPACE + 'list') if found.get('type') == 'bullet']
    tables = [[gfm.cells(row) for row in table] for table in root.iter(gfm.NAMESPACE + 'table')]
    headings = [text(title) for title in root.iter(gfm.NAMESPACE + 'heading')]
    return {"tables": tables, "heads": [1] * len(tables), "lists": lists, "headings": headings, "messages": 0}


print(json.dumps({path: read_rst(path) if path.endswith('.rst') else read_markdown(path) for path in sys.argv[1:]}))
