/// The look of the HTML pages, for light and dark and any width.
package enum PageStylesheet {
  package static let fileName: StaticString = "platform-tiers.css"
  /// What a project's own stylesheet is called among the pages.
  package static let projectFileName: StaticString = "project.css"

  package static var bytes: [UInt8] { Array("/* Written by \(PageRenderer.mark); changes are lost. */\n\(text)".utf8) }

  /// The class of tables and pictures in pages for Sphinx.
  static let tableClass: StaticString = "platform-tiers"

  /// What pages for Sphinx need of a look: a few lines, whatever the theme.
  package static var plainBytes: [UInt8] {
    Array("/* Written by \(PageRenderer.mark); changes are lost. */\n\(plainText)".utf8)
  }

  private static let plainText = """
    table.platform-tiers { width: 100%; }
    table.platform-tiers :is(td, th) { min-width: 5.5rem; white-space: normal; overflow-wrap: anywhere; vertical-align: top; }
    table.platform-tiers :is(td, th) * { white-space: normal; overflow-wrap: anywhere; }
    table.platform-tiers :is(td, th) p { margin-bottom: 0; }
    img.platform-tiers { min-width: 46rem; height: auto; }
    p:has(> img.platform-tiers), div:has(> img.platform-tiers) { overflow-x: auto; }
    @media (max-width: 40rem) {
      table.platform-tiers, table.platform-tiers :is(tbody, tr, th, td) { display: block; }
      table.platform-tiers thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    }

    """

  /// A copy of a project's stylesheet.
  package static func copy(_ bytes: [UInt8]) -> [UInt8] {
    Array("/* Copied by \(PageRenderer.mark); changes are lost. */\n".utf8) + bytes
  }

  /// Tables of a class as a list of their rows, with each cell on a line of its own.
  private static func stacked(_ name: String) -> String {
    """
        \(name), \(name) caption, \(name) tbody, \(name) tr, \(name) th, \(name) td { display: block; }
        \(name) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        \(name) tr { padding: 0.6rem 0; border-top: 1px solid var(--line); }
        \(name) th, \(name) td { padding: 0.15rem 0; border: 0; }
        \(name) td:empty, \(name) td:has(.blank) { display: none; }
        \(name) td::before { content: attr(data-label) ": "; color: var(--quiet); }
        \(name) .badge { white-space: normal; }
        \(name) code { overflow-wrap: anywhere; }
    """
  }

  /// What the buttons above a directory hide.
  private static let filters = (1...PageDirectory.filterLimit).map { number in
    """
          .directory:has(#show-\(number):checked) tr[data-show]:not([data-show~="\(number)"]),
          .directory:has(#show-\(number):checked) tbody:not(:has([data-show~="\(number)"])) { display: none; }
    """
  }.joined(separator: "\n")

  /// In a layer, so that any rule of the project's own stylesheet goes before it.
  private static let text = """
    @layer platform-tiers {
      :root {
        color-scheme: light dark;
        --page: #ffffff;
        --text: #1c2126;
        --quiet: #56606b;
        --link: #0b57a4;
        --line: #d5dbe1;
        --raised: #f4f6f8;
        --first: #17693a;
        --second: #1659a6;
        --third: #6a3fae;
        --lower: #7a5212;
        --gone: #5a6470;
        --on-tier: #ffffff;
        --met: #145a30;
        --met-back: #dff2e5;
        --unmet: #9b1c16;
        --unmet-back: #fde4e1;
        --unknown: #664900;
        --unknown-back: #fbeec9;
      }

      @media (prefers-color-scheme: dark) {
        :root {
          --page: #14171a;
          --text: #e4e8ec;
          --quiet: #a5afba;
          --link: #86bdf7;
          --line: #333a42;
          --raised: #1d2126;
          --first: #5dbb83;
          --second: #6aa9ef;
          --third: #b394f0;
          --lower: #d9a860;
          --gone: #97a3af;
          --on-tier: #101418;
          --met: #93dcae;
          --met-back: #17331f;
          --unmet: #ffb3ad;
          --unmet-back: #471d1b;
          --unknown: #f0d479;
          --unknown-back: #3c300c;
        }
      }

      * { box-sizing: border-box; }

      body {
        margin: 0;
        background: var(--page);
        color: var(--text);
        font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
        overflow-wrap: break-word;
        text-size-adjust: 100%;
        -webkit-text-size-adjust: 100%;
      }

      a { color: var(--link); text-underline-offset: 0.15em; }
      a:focus-visible, .scroll:focus-visible, label:has(:focus-visible) { outline: 3px solid var(--link); outline-offset: 2px; }
      main:focus { outline: none; }

      .skip { position: absolute; left: -100vw; padding: 0.5rem 1rem; background: var(--page); }
      .skip:focus { left: 0.5rem; top: 0.5rem; z-index: 1; }

      .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

      .pages, main, .source { max-width: 88rem; margin: 0 auto; padding: 0 1.25rem; }

      .pages { padding-top: 0.75rem; padding-bottom: 0.75rem; }
      .pages ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
      .pages a { display: inline-block; padding: 0.25rem 0; text-decoration: none; }
      .pages a:hover { text-decoration: underline; }
      .pages a[aria-current] { color: var(--text); font-weight: 600; box-shadow: 0 2px 0 var(--link); }

      h1 { margin: 0.75rem 0 0.5rem; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.25rem); line-height: 1.2; }
      h2 { margin: 2.5rem 0 0.75rem; font-size: 1.3rem; line-height: 1.3; }
      h2 a { color: inherit; text-decoration: none; }
      h2 a:hover, h2 a:focus-visible { text-decoration: underline; }
      h1 + p { color: var(--quiet); }
      .figures + section h2:not(:focus-within) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      p, main ul { max-width: 46rem; margin: 0.75rem 0; }
      main ul { padding-left: 1.25rem; }
      time { white-space: nowrap; }
      code { font-family: ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace; font-size: 0.9em; }
      dd code { overflow-wrap: anywhere; }

      dl { display: grid; grid-template-columns: 11rem minmax(0, 1fr); max-width: 60rem; margin: 1rem 0; }
      dt, dd { margin: 0; padding: 0.5rem 0; border-top: 1px solid var(--line); }
      dt { padding-right: 1rem; color: var(--quiet); }

      .scroll { position: relative; margin: 1rem 0; overflow-x: auto; }
      table { border-collapse: separate; border-spacing: 0; font-size: 0.95rem; line-height: 1.4; }
      caption { padding-bottom: 0.5rem; color: var(--quiet); text-align: left; }
      th, td { padding: 0.5rem 0.6rem 0.5rem 0; border-bottom: 1px solid var(--line); text-align: left; }
      th { font-weight: 600; }
      thead th { color: var(--quiet); vertical-align: bottom; }
      tbody th { position: sticky; left: 0; background: var(--page); }
      tbody th, td { min-width: 4.5rem; vertical-align: top; }

      .wide td { min-width: 7rem; overflow-wrap: anywhere; }

      .long { max-height: 85vh; }
      .long td, .long tbody th { padding-top: 0.3rem; padding-bottom: 0.3rem; }
      .long time { color: var(--quiet); font-size: 0.85rem; font-weight: 400; }
      .long thead th { position: sticky; top: 0; z-index: 1; background: var(--page); font-size: 0.85rem; }
      .long thead th:first-child { left: 0; z-index: 2; }

      .figures { display: flex; flex-wrap: wrap; gap: 0.5rem; max-width: none; margin: 0.75rem 0; padding: 0; list-style: none; }
      main .figures { padding: 0; }
      .figures li { padding: 0.2rem 0.55rem; font-size: 0.87rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--raised); }
      .figures b { font-size: 1.1rem; margin-right: 0.15rem; }

      .filter { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; margin: 0 0 0.75rem; padding: 0; border: 0; }
      .filter legend { float: left; margin-right: 0.5rem; padding: 0; font-weight: 600; }
      .filter label { padding: 0.15rem 0.85rem; border: 1px solid var(--quiet); border-radius: 2rem; cursor: pointer; }
      .filter label:has(:checked) { background: var(--text); color: var(--page); }
      .filter input { position: absolute; opacity: 0; }
    \(filters)

      .directory { position: relative; }
      table.directory { width: 100%; font-size: 0.9rem; line-height: 1.3; }
      .directory thead th { position: sticky; top: 0; z-index: 1; background: var(--page); font-size: 0.85rem; border-bottom: 2px solid var(--line); }
      .directory th, .directory td { padding: 0.35rem 0.4rem; min-width: 0; }
      .directory tbody th { position: static; min-width: 12.5rem; }
      .directory .short { white-space: nowrap; }
      .directory td:last-child { min-width: 16rem; }
      .directory .group th { padding-top: 0.7rem; background: var(--raised); color: var(--quiet); font-weight: 400; }
      .directory small { display: block; color: var(--quiet); font-size: 0.85em; font-weight: 400; }
      .directory .mark { width: 2.4rem; padding-left: 0.1rem; padding-right: 0.1rem; text-align: center; }
      .directory td.mark { color: var(--quiet); }
      .directory td.met { color: var(--met); }
      .directory td.partial { color: var(--unknown); }
      .directory td.unmet { color: var(--unmet); }
      .directory .badge { white-space: normal; border-radius: 0.4rem; font-weight: 500; margin: 0 0.2rem 0.15rem 0; }
      .directory tr:target th { box-shadow: inset 4px 0 0 var(--link); }

      .badge {
        display: inline-block;
        padding: 0.05rem 0.55rem;
        border-radius: 1rem;
        font-size: 0.85rem;
        font-weight: 600;
        text-decoration: none;
      }
      table .badge { white-space: nowrap; }
      a.badge:hover { text-decoration: underline; }
      .badge.tier-first { background: var(--first); color: var(--on-tier); }
      .badge.tier-second { background: var(--second); color: var(--on-tier); }
      .badge.tier-third { background: var(--third); color: var(--on-tier); }
      .badge.tier-lower { background: var(--lower); color: var(--on-tier); }
      .badge.unsupported { background: var(--gone); color: var(--on-tier); }
      .badge.met { background: var(--met-back); color: var(--met); }
      .badge.unmet { background: var(--unmet-back); color: var(--unmet); }
      .badge.unknown { background: var(--unknown-back); color: var(--unknown); }
      .badge.partial { background: var(--unknown-back); color: var(--unknown); }
      .blank { color: var(--quiet); }

      figure { max-width: 60rem; margin: 1.25rem 0; }
      figure.picture { max-width: none; }
      .picture img { display: block; width: 100%; min-width: 46rem; height: auto; }
      .files { display: flex; flex-wrap: wrap; gap: 0.3rem 1.3rem; list-style: none; }
      main .files { max-width: none; padding: 0; }
      .bare main { max-width: none; padding: 0; }
      .bare h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .timeline { display: block; overflow: visible; }
      .timeline text { fill: var(--quiet); font-size: 13px; }
      .timeline .lane { fill: var(--text); }
      .timeline .track { fill: var(--raised); stroke: var(--line); }
      .timeline .mark { stroke: var(--gone); stroke-dasharray: 2 3; }
      .bar.tier-first { fill: var(--first); }
      .bar.tier-second { fill: var(--second); }
      .bar.tier-third { fill: var(--third); }
      .bar.tier-lower { fill: var(--lower); }
      .bar.unsupported { fill: var(--gone); }

      .source { margin-top: 3rem; padding-top: 0.5rem; padding-bottom: 1.5rem; }
      .source p { color: var(--quiet); font-size: 0.9rem; }

      @media (max-width: 34rem) {
        .pages, main, .source { padding-left: 1rem; padding-right: 1rem; }
        .pages ul { flex-wrap: nowrap; overflow-x: auto; white-space: nowrap; }
        h1 + p { font-size: 0.85rem; }
        .figures { gap: 0.3rem; }
        .figures li { padding: 0.1rem 0.4rem; font-size: 0.8rem; }
        .figures b { font-size: 0.95rem; }
        .filter { gap: 0.25rem; }
        .filter label { padding: 0.1rem 0.6rem; font-size: 0.9rem; }
        dl { display: block; }
        dt { padding-bottom: 0; font-size: 0.9rem; }
        dd { padding-top: 0; border-top: 0; }

    \(stacked(".records"))
      }

      @media (max-width: 64rem) {
    \(stacked(".wide"))

        table.directory, .directory tbody, .directory tr, .directory tbody th { display: block; }
        .directory thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .directory tr { padding: 0.45rem 0; border-top: 1px solid var(--line); }
        .directory th, .directory td { padding: 0.05rem 0; border: 0; }
        .directory .group th { padding: 0.35rem 0.5rem; }
        .directory td { display: inline-block; margin-right: 0.8rem; }
        .directory td:last-child { display: block; margin: 0; }
        .directory td:not([data-label]) { display: none; }
        .directory td::before { content: attr(data-label) ": "; color: var(--quiet); }
        .directory td.mark { width: auto; margin-right: 0.45rem; }
        .directory td.mark::before { content: attr(data-label) " "; }
      }

      @media (max-width: 34rem) {
        .directory tr { padding: 0.3rem 0; }
        .directory td { margin-right: 0.6rem; font-size: 0.8rem; }
        .directory td:last-child { min-width: 0; }
        .directory td .badge { font-size: 0.8rem; }
        .directory .group th { font-size: 0.85rem; }
      }

      @media print {
        .skip, .pages, .filter { display: none; }
        .directory thead th { position: static; }
        .scroll { max-height: none; overflow: visible; }
      }
    }

    """
}
