/// What docutils knows of a directive: how its lines divide into arguments, options and content, and what becomes of
/// them.
struct DirectiveSpecification: Sendable {
  /// What the directive's content is to the document's text.
  enum Content: Sendable {
    /// Body elements, read as such.
    case body
    /// Body elements that get classes, refused where an argument can be no class's name.
    case classes
    /// An argument as a title, then body elements.
    case titledBody
    /// The same, only at the top of a document or of a section.
    case topicBody
    /// A block quote's content.
    case quote
    /// One paragraph of inline markup: the argument or the content.
    case inlineText
    /// Lines shown as they are.
    case literal
    /// An image's alternative text, then a figure's caption and legend.
    case image
    case table
    case listTable
    case csvTable
    case role
    case defaultRole
    /// Code, names or a drawing in a language of its own.
    case foreign
    /// A table of contents.
    case contents
    /// Another file.
    case include
    /// Nothing that the document shows.
    case nothing
    /// docutils refuses it here.
    case refused
  }

  var content: Content
  var requiredArguments = 0
  var optionalArguments = 0
  /// Whether the last argument may hold white space.
  var isLastArgumentFree = true
  /// The options' names; nil where the directive has none, so that field markers are content.
  var options: [String]?
  var hasContent = true

  var takesArguments: Bool { requiredArguments + optionalArguments > 0 }

  /// A directive that docutils does not know: its first paragraph is arguments, the rest is read as body elements.
  static let unknown = DirectiveSpecification(content: .body, optionalArguments: 100)

  static func named(_ name: String) -> DirectiveSpecification { known[name.lowercased()] ?? .unknown }

  private static let common = ["class", "name"]
  private static let tableOptions = ["class", "name", "align", "width", "widths"]
  private static let imageOptions = ["alt", "height", "width", "scale", "align", "target", "loading"] + common

  /// Directives of Sphinx and its extensions that take no reStructuredText.
  private static let foreign =
    """
    actdiag aafig altair-plot asciinema autosummary bibliography blockdiag bokeh-plot code-cell command-output cssclass
    currentmodule d2 digraph ditaa doctest exec gnuplot graph graphviz highlight inheritance-diagram ipython
    jupyter-execute jupyter-kernel literalinclude mermaid minigallery module nwdiag packetdiag plantuml plot plotly
    productionlist program-output prompt rackdiag sagecell seqdiag tabularcolumns testcleanup testcode testoutput
    testsetup tikz toctree uml vega vegalite
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  private static let known: [String: DirectiveSpecification] = {
    var known: [String: DirectiveSpecification] = [:]
    for name in ["attention", "caution", "danger", "error", "important", "note", "tip", "hint", "warning"] {
      known[name] = DirectiveSpecification(content: .body, options: common)
    }
    for name in ["epigraph", "highlights", "pull-quote"] { known[name] = DirectiveSpecification(content: .quote) }
    for name in ["code", "code-block", "sourcecode"] {
      known[name] = DirectiveSpecification(
        content: .literal, optionalArguments: 1, isLastArgumentFree: false,
        options: common + ["force", "number-lines"])
    }
    for name in ["sectnum", "section-numbering", "target-notes", "title", "meta", "raw"] {
      known[name] = DirectiveSpecification(content: .nothing)
    }
    known["include"] = DirectiveSpecification(content: .include)
    for name in foreign { known[name] = DirectiveSpecification(content: .foreign, optionalArguments: 100) }
    for name in ["replace", "unicode", "date"] { known[name] = DirectiveSpecification(content: .refused) }
    known["admonition"] = DirectiveSpecification(content: .titledBody, requiredArguments: 1, options: common)
    known["topic"] = DirectiveSpecification(content: .topicBody, requiredArguments: 1, options: common)
    known["sidebar"] = DirectiveSpecification(
      content: .topicBody, optionalArguments: 1, options: common + ["subtitle"])
    known["contents"] = DirectiveSpecification(
      content: .contents, optionalArguments: 1, options: ["depth", "local", "backlinks", "class"], hasContent: false)
    known["parsed-literal"] = DirectiveSpecification(content: .inlineText, options: common)
    known["line-block"] = DirectiveSpecification(content: .inlineText, options: common)
    known["math"] = DirectiveSpecification(content: .literal, options: common + ["nowrap"])
    known["rubric"] = DirectiveSpecification(
      content: .inlineText, requiredArguments: 1, options: common, hasContent: false)
    known["compound"] = DirectiveSpecification(content: .body, options: common)
    known["container"] = DirectiveSpecification(content: .body, optionalArguments: 1, options: ["name"])
    known["class"] = DirectiveSpecification(content: .classes, requiredArguments: 1)
    known["header"] = DirectiveSpecification(content: .body)
    known["footer"] = DirectiveSpecification(content: .body)
    known["role"] = DirectiveSpecification(content: .role)
    known["default-role"] = DirectiveSpecification(
      content: .defaultRole, optionalArguments: 1, isLastArgumentFree: false, hasContent: false)
    known["image"] = DirectiveSpecification(
      content: .image, requiredArguments: 1, options: imageOptions, hasContent: false)
    known["figure"] = DirectiveSpecification(
      content: .image, requiredArguments: 1, options: imageOptions + ["figwidth", "figclass"])
    known["table"] = DirectiveSpecification(content: .table, optionalArguments: 1, options: tableOptions)
    known["list-table"] = DirectiveSpecification(
      content: .listTable, optionalArguments: 1, options: tableOptions + ["header-rows", "stub-columns"])
    known["csv-table"] = DirectiveSpecification(
      content: .csvTable, optionalArguments: 1,
      options: tableOptions + [
        "header-rows", "stub-columns", "header", "file", "url", "encoding", "delim", "keepspace", "quote", "escape",
      ])
    return known
  }()
}
