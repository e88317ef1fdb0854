#!/usr/bin/env python3
"""rst.py FILE...: what docutils reads in RST files, as {file: document} JSON.

A document is {"tables": [table], "sections": [[title, level]], "targets": [[name, uri]], "messages": [text], "names":
[[rule, name]]}; or {"failure": text} where docutils itself fails. A table is {"head": [[cell]], "body": [[cell]]}, a cell
{"text", "columns", "rows"}: its text with white space collapsed, and how many columns and rows it spans. Docutils'
warnings and errors are the messages, and no cell's text. The names are those that it complains about once references are
resolved, with the rule that this is `undefined-reference` or `duplicate-target` for.

A directive that docutils does not know, as Sphinx's are, is its content, unless it is known to hold no markup. Roles are docutils' where they go by its own
names (`emphasis`, `literal`); any other, the default role and `pep` included, is its text, without a target in angle
brackets and without the marks that Sphinx takes off.
"""
import json
import re
import sys
import warnings

import docutils.frontend
import docutils.utils
from docutils import nodes
from docutils.parsers import rst
from docutils.parsers.rst import directives, roles
from docutils.transforms import references


# Directives of Sphinx and its extensions whose content is code, names or a drawing.
WITHOUT_MARKUP = set("""
    actdiag aafig altair-plot asciinema autosummary bibliography blockdiag bokeh-plot code-cell command-output cssclass
    currentmodule d2 digraph ditaa doctest exec gnuplot graph graphviz highlight inheritance-diagram ipython
    jupyter-execute jupyter-kernel literalinclude mermaid minigallery module nwdiag packetdiag plantuml plot plotly
    productionlist program-output prompt rackdiag sagecell seqdiag tabularcolumns testcleanup testcode testoutput
    testsetup tikz toctree uml vega vegalite
""".split())


class UnknownDirective(rst.Directive):
    has_content = True
    optional_arguments = 100
    final_argument_whitespace = True
    option_spec = None

    def run(self):
        if self.name.lower() in WITHOUT_MARKUP:
            text = '\n'.join(self.content)
            return [nodes.literal_block(text, text)] if text else []
        container = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, container)
        return container.children


def other_role(name, rawtext, text, lineno, inliner, options=None, content=None):
    shown = re.sub(r'\s*<[^<>]*>$', '', text) if '<' in text else text.lstrip('~!')
    return [nodes.inline(rawtext, docutils.utils.unescape(shown))], []


def accept_sphinx():
    find_directive = directives.directive

    def directive(name, language, document):
        found, messages = find_directive(name, language, document)
        return (found, messages) if found else (UnknownDirective, [])

    def role(name, language, line, reporter):
        return roles._role_registry.get(name, other_role), []

    directives.directive, roles.role = directive, role


def collapsed(text):
    return re.sub(r'\s+', ' ', text).strip()


def parse(path, observer=None):
    with open(path, encoding='utf-8-sig') as file:
        source = file.read()
    settings = docutils.frontend.get_default_settings(rst.Parser)
    settings.report_level, settings.halt_level, settings.warning_stream = 5, 6, False
    settings.file_insertion_enabled = settings.raw_enabled = False
    document = docutils.utils.new_document(path, settings)
    if observer:
        document.reporter.attach_observer(observer)
    rst.Parser().parse(source, document)
    return document


def take_messages(document):
    """Takes docutils' messages out of the document; the texts of its warnings and errors."""
    texts = []
    for message in list(document.findall(nodes.system_message)):
        if message['level'] >= docutils.utils.Reporter.WARNING_LEVEL:
            texts.append(collapsed(message.astext()))
        if message.parent is not None:
            message.parent.remove(message)
    return texts


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


# What docutils says of names, and the rule whose finding that is.
COMPLAINTS = [(re.compile(pattern), rule) for pattern, rule in [
    (r'Unknown target name: "(.*)"\.', 'undefined-reference'),
    (r'Undefined substitution referenced: "(.*)"\.', 'undefined-reference'),
    (r'Duplicate target name, cannot be used as a unique reference: "(.*)"\.', 'undefined-reference'),
    (r'Indirect hyperlink target .* refers to target "(.*)", ', 'undefined-reference'),
    (r'Too many autonumbered footnote references()', 'undefined-reference'),
    (r'Too many symbol footnote references()', 'undefined-reference'),
    (r'(?s)Anonymous hyperlink mismatch().*', 'undefined-reference'),
    (r'Duplicate explicit target name: "(.*)"\.', 'duplicate-target'),
    (r'Duplicate substitution definition name: "(.*)"\.', 'duplicate-target'),
]]

RESOLVING = [
    references.Substitutions, references.PropagateTargets, references.AnonymousHyperlinks, references.IndirectHyperlinks,
    references.Footnotes, references.ExternalTargets, references.InternalTargets, references.DanglingReferences]


def names(path):
    """The names that docutils complains about at level warning or error, each once a rule."""
    found = set()

    def observe(message):
        if message['level'] < docutils.utils.Reporter.WARNING_LEVEL:
            return
        for pattern, rule in COMPLAINTS:
            match = pattern.match(message.children[0].astext() if message.children else '')
            if match:
                found.add((rule, collapsed(match[1]).lower()))

    document = parse(path, observe)
    # Pending transforms draw tables of contents and the like, and define no name.
    document.transformer.transforms = []
    document.transformer.add_transforms(RESOLVING)
    document.transformer.apply_transforms()
    return sorted(found)


def read(path):
    try:
        document, complaints = parse(path), names(path)
    except Exception as failure:
        return {"failure": repr(failure)[:300]}
    messages = take_messages(document)
    tables = [{"head": rows(table, nodes.thead), "body": rows(table, nodes.tbody)}
              for table in document.findall(nodes.table)]
    return {"tables": tables, "sections": sections(document, 1), "targets": targets(document), "messages": messages,
            "names": complaints}


warnings.simplefilter('ignore')
accept_sphinx()
if __name__ == '__main__':
    print(json.dumps({path: read(path) for path in sys.argv[1:]}))
