package import Documents
import Statistics

/// A chart drawn from a file beside the notebook, once as code for pandas and Altair and once as the Vega-Lite
/// specification that this code gives: both are made from what is said here.
package struct NotebookChart {
  package enum FieldType: String {
    case quantitative, nominal, ordinal, temporal
  }

  /// A column of the file.
  package struct Field {
    /// As it stands in the file.
    package let header: String
    /// As the chart calls it: no dots and brackets, which mean something to Vega.
    package let name: String

    package init(_ header: String, _ name: String) { (self.header, self.name) = (header, name) }
  }

  package struct Encoding {
    package let channel: String
    package let field: String?
    package let type: FieldType?
    /// Further properties, as Vega-Lite calls them.
    package let further: [JSON.Member]

    package init(
      _ channel: String, _ field: String, _ type: FieldType?,
      _ further: KeyValuePairs<String, JSON> = [:]
    ) {
      (self.channel, self.field, self.type) = (channel, field, type)
      self.further = further.map { JSON.Member(name: $0.key, value: $0.value) }
    }

    /// The same for all rows.
    package init(_ channel: String, value: KeyValuePairs<String, JSON>) {
      (self.channel, field, type) = (channel, nil, nil)
      further = value.map { JSON.Member(name: $0.key, value: $0.value) }
    }
  }

  package struct Layer {
    /// Such as `line`.
    package let mark: String
    package let options: [JSON.Member]
    package let encodings: [Encoding]

    package init(
      _ mark: String, _ options: KeyValuePairs<String, JSON> = [:], _ encodings: [Encoding]
    ) {
      self.mark = mark
      self.options = options.map { JSON.Member(name: $0.key, value: $0.value) }
      self.encodings = encodings
    }
  }

  package let file: String
  package let fields: [Field]
  /// Rows that are drawn: those with one of these texts in a column; nil for all.
  package let kept: (header: String, texts: [String])?
  package let layers: [Layer]
  package let title: String
  package var width = 640
  package var height = 300

  package init(
    _ title: String, file: String, fields: [Field],
    kept: (header: String, texts: [String])? = nil, layers: [Layer]
  ) {
    self.title = title
    self.file = file
    self.fields = fields
    self.kept = kept
    self.layers = layers
  }

  /// What a reader of the file finds, row by row.
  package func records(_ csv: [UInt8]) -> [JSON] {
    var reader = CSVReader()
    reader.feed(csv)
    reader.finish()
    guard (try? reader.next()) == true else { return [] }
    let names = HeaderNames(reader).names
    let columns = fields.map { names.firstIndex(of: $0.header) }
    let keeper = kept.flatMap { names.firstIndex(of: $0.header) }
    var rows: [[String]] = []
    // Columns are numbers where all that stands in them is, before any row is left out.
    var areNumbers = fields.map { !texts.contains($0.header) }
    while (try? reader.next()) == true {
      let row = columns.map { $0.map { reader.text($0) } ?? "" }
      for (column, text) in row.enumerated() where !text.isEmpty && Double(text) == nil {
        areNumbers[column] = false
      }
      if let kept, let keeper, !kept.texts.contains(reader.text(keeper)) { continue }
      rows.append(row)
    }
    return rows.map { row in
      .object(
        zip(fields.indices, row).map { column, text in
          let number = areNumbers[column] ? Double(text) : nil
          return JSON.Member(
            name: fields[column].name,
            value: text.isEmpty ? .null : number.map { .number($0) } ?? .string(text))
        })
    }
  }

  /// Columns of names, which may look like numbers.
  private var texts: [String] {
    let named = layers.flatMap(\.encodings).filter { $0.type == .nominal }.compactMap(\.field)
    return fields.filter { named.contains($0.name) }.map(\.header)
      + (kept.map { [$0.header] } ?? [])
  }

  /// The Vega-Lite specification.
  package func specification(_ csv: [UInt8]) -> JSON {
    let drawn = layers.map { layer in
      JSON.object([
        "mark": .object([JSON.Member(name: "type", value: .string(layer.mark))] + layer.options),
        "encoding": .object(
          layer.encodings.map { JSON.Member(name: $0.channel, value: $0.definition) }),
      ])
    }
    return .object([
      "$schema": .string("https://vega.github.io/schema/vega-lite/v5.20.1.json"),
      "title": .string(title), "width": .number(Double(width)), "height": .number(Double(height)),
      "data": .object(["values": .list(records(csv))]), "layer": .list(drawn),
    ])
  }

  /// The code that reads the file and draws the same.
  package var code: String {
    let named = texts.distinct.map { "\(python(.string($0))): str" }.joined(separator: ", ")
    // A plan may be called “None” or 2026.
    var lines = [
      "data = pd.read_csv(", "    \(python(.string(file))), encoding=\"utf-8-sig\",",
      "    dtype={\(named)}, keep_default_na=False, na_values=[\"\"])",
    ]
    if let kept {
      let texts = kept.texts.map { python(.string($0)) }.joined(separator: ", ")
      lines.append("data = data[data[\(python(.string(kept.header)))].isin([\(texts)])]")
    }
    let names = fields.map { "    \(python(.string($0.header))): \(python(.string($0.name)))," }
    lines.append("names = {\n\(names.joined(separator: "\n"))\n}")
    lines.append("data = data[list(names)].rename(columns=names)")
    lines.append("alt.layer(")
    for layer in layers {
      let options = layer.options.map { "\($0.name)=\(python($0.value))" }.joined(separator: ", ")
      lines.append("    alt.Chart(data).mark_\(layer.mark)(\(options)).encode(")
      for encoding in layer.encodings { lines.append("        \(encoding.code),") }
      lines.append("    ),")
    }
    lines.append(
      ").properties(title=\(python(.string(title))), width=\(width), height=\(height))")
    return lines.joined(separator: "\n")
  }
}

extension NotebookChart.Encoding {
  fileprivate var definition: JSON {
    var members: [JSON.Member] = []
    if let field { members.append(JSON.Member(name: "field", value: .string(field))) }
    if let type { members.append(JSON.Member(name: "type", value: .string(type.rawValue))) }
    return .object(members + further)
  }

  /// Such as `x=alt.X(field="day", type="quantitative", title="day")`.
  fileprivate var code: String {
    let named = channel.prefix(1).uppercased() + channel.dropFirst()
    guard field != nil || further.first?.name != "value" else {
      return "\(channel)=alt.value(\(python(further.first?.value ?? .null)))"
    }
    if field == nil { return "\(channel)=alt.datum(\(python(further.first?.value ?? .null)))" }
    guard case .object(let members) = definition else { return "" }
    let arguments = members.map { "\($0.name)=\(python($0.value))" }.joined(separator: ", ")
    return "\(channel)=alt.\(named)(\(arguments))"
  }
}

/// A value as Python writes it.
private func python(_ value: JSON) -> String {
  switch value {
  case .null: "None"
  case .boolean(let truth): truth ? "True" : "False"
  case .list(let items): "[\(items.map(python).joined(separator: ", "))]"
  case .object(let members):
    "{\(members.map { "\(python(.string($0.name))): \(python($0.value))" }.joined(separator: ", "))}"
  case .string, .number: value.text()
  }
}
