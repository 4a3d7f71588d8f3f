import Charts
import Documents

extension Takeaway {
  package static let notebookName = "notebook.ipynb"

  /// The report as a notebook (nbformat 4.5): pictures are in it already, and its cells draw them anew.
  ///
  /// Each chart is stored as Vega-Lite, which JupyterLab shows of a notebook it does not trust, as SVG, which
  /// nbconvert shows, and as a sentence.
  ///
  /// - Parameter files: Those it reads.
  /// - Returns: The notebook.
  package func notebook(_ files: [OutputFile]) -> OutputFile {
    var cells: [JSON] = []
    var count = 0
    func add(words: [String]) { cells.append(Self.markdown(words, number: cells.count)) }
    func add(code: String, outputs: [JSON] = []) {
      count += 1
      cells.append(Self.code(code, outputs, number: cells.count, count: count))
    }
    add(
      words: ["*\(kicker.asMarkdown)*"] + (question.map { ["> \($0.asMarkdown)"] } ?? [])
        + sentences.enumerated().map {
          $0 == 0 ? "# \($1.asMarkdown)" : $1.asMarkdown
        } + facts.map { "- **\($0.value.asMarkdown)** \($0.words.asMarkdown)" })
    add(code: "import altair as alt\nimport pandas as pd")
    for section in sections {
      var words = ["## \(section.question.asMarkdown)"] + section.words.map(\.asMarkdown)
      if case .table(let table) = section.body { words.append(table.markdown) }
      add(words: words)
      guard case .chart(let chart) = section.body else { continue }
      guard let drawn = section.notebook,
        let csv = files.first(where: { $0.name == drawn.file })?.bytes
      else { continue }
      add(
        code: drawn.code,
        outputs: [
          Self.output(
            drawn.specification(csv),
            svg: chart.drawing(width: 860).file(title: chart.title, description: chart.sentence),
            text: chart.sentence, count: count + 1)
        ])
    }
    add(words: [
      "## How to get it again", "    \(command)", origin.asMarkdown,
      "The figures are in the files beside this notebook: "
        + tables.map { "`\($0.file)`" }.joined(separator: ", ") + ".",
    ])
    let notebook = JSON.object([
      "cells": .list(cells),
      "metadata": .object([
        "kernelspec": .object([
          "display_name": .string("Python 3"), "language": .string("python"),
          "name": .string("python3"),
        ]),
        "language_info": .object(["name": .string("python")]),
      ]),
      "nbformat": .number(4), "nbformat_minor": .number(5),
    ])
    return OutputFile(name: Self.notebookName, bytes: Array((notebook.text() + "\n").utf8))
  }

  private static func markdown(_ paragraphs: [String], number: Int) -> JSON {
    .object([
      "cell_type": .string("markdown"), "id": .string("cell-\(number)"), "metadata": .object([:]),
      "source": .string(paragraphs.joined(separator: "\n\n")),
    ])
  }

  private static func code(_ text: String, _ outputs: [JSON], number: Int, count: Int) -> JSON {
    .object([
      "cell_type": .string("code"), "execution_count": .number(Double(count)),
      "id": .string("cell-\(number)"), "metadata": .object([:]), "outputs": .list(outputs),
      "source": .string(text),
    ])
  }

  private static func output(_ specification: JSON, svg: String, text: String, count: Int) -> JSON {
    .object([
      "data": .object([
        "application/vnd.vegalite.v5+json": specification, "image/svg+xml": .string(svg),
        "text/plain": .string(text),
      ]),
      "execution_count": .number(Double(count)), "metadata": .object([:]),
      "output_type": .string("execute_result"),
    ])
  }
}

extension String {
  /// The text where Markdown stands around it: nothing in it is taken for any, nor for markup.
  package var asMarkdown: String {
    var text = ""
    // Quotes are as they were: Markdown would spoil what stands for them.
    let plain = markup.replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
    for character in plain {
      if "\\`*_{}[]()#+|~$".contains(character) { text.append("\\") }
      text.append(character == "\n" ? " " : character)
    }
    return text
  }
}

extension Table {
  /// The table as Markdown.
  package var markdown: String {
    func row(_ texts: [String]) -> String { "| \(texts.joined(separator: " | ")) |" }
    let head = columns.map(\.header.asMarkdown)
    return
      ([row(head), row(head.map { _ in "---" })]
      + texts.map { row($0.map(\.asMarkdown)) }).joined(separator: "\n")
  }
}
