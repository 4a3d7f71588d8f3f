import Charts

/// A report as one file: no network, no scripts, read on a telephone, printed on paper.
extension Takeaway {
  package static let pageName = "report.html"

  /// The report as the page of a folder of results.
  package var page: OutputFile { OutputFile(name: Self.pageName, bytes: Array(html.utf8)) }

  /// The text, ending in a line break.
  private var html: String {
    let question = question.map { "<p class=\"question\">\($0.markup)</p>" } ?? ""
    let headline = sentences.first ?? ""
    let lead = sentences.dropFirst().map { "<p class=\"lead\">\($0.markup)</p>" }.joined()
    let facts =
      facts.isEmpty
      ? ""
      : "<dl class=\"facts\">"
        + facts.map { "<div><dt>\($0.words.markup)</dt><dd>\($0.value.markup)</dd></div>" }.joined()
        + "</dl>"
    let body =
      sections.map { section in
        "<section><h2>\(section.question.markup)</h2>"
          + section.words.map { "<p>\($0.markup)</p>" }.joined() + section.body.markup
          + "</section>\n"
      }.joined() + again
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(kicker.markup)</title>
      <style>\(Palette.css)\(Self.style)</style></head><body>
      <header><p class="kicker">\(kicker.markup)</p>\(question)<h1>\(headline.markup)</h1>\(lead)\(facts)</header>
      <main>\(body)</main>
      </body></html>

      """
  }

  /// How the result can be had again.
  private var again: String {
    "<section><h2>How to get it again</h2><pre>\(command.markup)\n\n\(origin.markup)</pre></section>\n"
  }

  private static let style =
    "*{box-sizing:border-box}body{margin:0 auto;max-width:60rem;padding:2.2rem 1.25rem 4rem;"
    + "background:var(--paper);color:var(--ink);font:16px/1.55 Inter,system-ui,\"Noto Sans\",\"Noto Sans SC\","
    + "\"Noto Sans CJK SC\",sans-serif;font-variant-numeric:tabular-nums}"
    + ".kicker{margin:0;color:var(--soft);font-size:.9rem}h1{font-size:1.55rem;line-height:1.3;"
    + "margin:.35rem 0 .8rem;font-weight:650;max-width:36em}.lead{font-size:1.05rem;max-width:46em;margin:.3rem 0}"
    + ".question{margin:.5rem 0 0;font-size:1.05rem;font-style:italic;max-width:46em;overflow-wrap:anywhere}"
    + ".facts{display:flex;flex-wrap:wrap;gap:.6rem 2.4rem;margin:1.2rem 0 0;padding:.9rem 0;"
    + "border-block:1px solid var(--rule)}.facts div{display:flex;flex-direction:column-reverse}"
    + ".facts dd{margin:0;font-size:1.2rem;font-weight:620}.facts dt{color:var(--soft);font-size:.88rem}"
    + "section{margin-top:2.6rem}h2{font-size:1.15rem;margin:0 0 .2rem;font-weight:640}"
    + "section>p{margin:0 0 .6rem;color:var(--soft);max-width:48em;font-size:.95rem}figure{margin:.6rem 0 0}"
    + "svg.chart{display:block;width:100%;height:auto;overflow:visible}svg.narrow{display:none}"
    + "@media(max-width:640px){svg.wide{display:none}svg.narrow{display:block}h1{font-size:1.25rem}"
    + "body{padding-inline:.9rem}}"
    + "table{border-collapse:collapse;font-size:.92rem}th{text-align:left;font-weight:600;color:var(--soft);"
    + "border-bottom:1px solid var(--rule);padding:.35rem 1rem .35rem 0;vertical-align:bottom}"
    + "td{padding:.4rem 1rem .4rem 0;border-bottom:1px solid var(--grid);vertical-align:top}"
    + "td+td,th+th{text-align:right;white-space:nowrap}th+th{white-space:normal}td.words,th.words{text-align:left}"
    + "td.words{white-space:normal;min-width:9em}h1,p,pre,dt{overflow-wrap:anywhere}td{overflow-wrap:break-word}"
    + ".scroll{overflow-x:auto}details{margin-top:.5rem;font-size:.9rem;color:var(--soft)}"
    + "summary{cursor:pointer}pre{background:var(--grid);padding:.8rem 1rem;border-radius:.4rem;"
    + "white-space:pre-wrap;font-size:.88rem}"
    + "@media print{body{max-width:none;padding:0}section{break-inside:avoid}details{display:none}}"
}

extension Takeaway.Section.Body {
  fileprivate var markup: String {
    switch self {
    case .chart(let chart): chart.figure
    case .table(let table):
      ChartData(header: table.columns.map(\.header), rows: table.texts).table
    case .nothing: ""
    }
  }
}
