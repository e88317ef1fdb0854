#!/usr/bin/env python3
"""rst.py ORACLES FILE...: what docutils reads in RST files, as {file: document} JSON.

ORACLES is the folder of `oracle_rst.py`. A document is {"tables": [table], "sections": [[title, level]],
"targets": [[name, uri]]}, with tables as `oracle_rst.py` has them, but without the texts of docutils' own
messages; or {"failure": text} where docutils itself fails.
"""
import json
import re
import sys
import warnings

sys.path.insert(0, sys.argv[1])
import docutils.frontend
import docutils.utils
import oracle_rst
from docutils import nodes


def collapsed(text):
    return re.sub(r'\s+', ' ', text).strip()


def parse(path):
    source = open(path, encoding='utf-8-sig').read()
    settings = docutils.frontend.get_default_settings(oracle_rst.Parser)
    settings.report_level, settings.halt_level, settings.warning_stream = 5, 6, False
    settings.file_insertion_enabled = settings.raw_enabled = False
    document = docutils.utils.new_document(path, settings)
    oracle_rst.Parser().parse(source, document)
    for message in list(document.findall(nodes.system_message)):
        if message.parent is not None:
            message.parent.remove(message)
    return document


def rows(table, kind):
    return [
        [{"text": collapsed(entry.astext()), "columns": entry.get('morecols', 0) + 1, "rows": entry.get('morerows', 0) + 1}
         for entry in row.children]
        for group in table.findall(kind) for row in group.children]


def sections(node, level):
    found = []
    for section in node.children:
        if isinstance(section, nodes.section):
            found.append([collapsed(section.children[0].astext()), level])
            found += sections(section, level + 1)
    return found


def targets(document):
    found = []
    for target in document.findall(nodes.target):
        names = target['names'] or target.get('dupnames') or []
        if target.get('anonymous'):
            found.append(['', target.get('refuri', '')])
        elif names or target.get('refuri') or 'refname' in target:
            found.append([(names or [''])[0], target.get('refuri', '')])
    return found


def read(path):
    try:
        document = parse(path)
    except Exception as failure:
        return {"failure": repr(failure)[:300]}
    tables = [{"head": rows(table, nodes.thead), "body": rows(table, nodes.tbody)}
              for table in document.findall(nodes.table)]
    return {"tables": tables, "sections": sections(document, 1), "targets": targets(document)}


warnings.simplefilter('ignore')
print(json.dumps({path: read(path) for path in sys.argv[2:]}))
