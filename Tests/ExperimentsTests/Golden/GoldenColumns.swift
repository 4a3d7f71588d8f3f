import Experiments
import Statistics
import Testing

/// A golden table's columns as numbers, and as labels.
struct GoldenColumns {
  let text: [String: [String]]

  init(_ name: String) throws { text = try Golden.table(name) }

  /// Not a number where nothing is written.
  func numbers(_ column: String) throws -> [Double] {
    try #require(text[column]).map { Double($0) ?? .nan }
  }

  /// In alphabetical order of the names.
  func labels(_ column: String) throws -> Labels {
    let values = try #require(text[column])
    let names = Set(values).sorted()
    let codes = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    return Labels(names: names, codes: values.compactMap { codes[$0] })
  }

  /// A matrix of columns.
  func matrix(_ columns: [String]) throws -> Matrix {
    let values = try columns.map { try numbers($0) }
    return try matrix(values)
  }

  func matrix(_ columns: [[Double]]) throws -> Matrix {
    let rows = try #require(columns.first).count
    var elements: [Double] = []
    for row in 0..<rows { for column in columns { elements.append(column[row]) } }
    return Matrix(rows: rows, columns: columns.count, elements: elements)
  }

  func table(_ columns: [String], arm: String, groups: [UnitTable.Role: String] = [:]) throws
    -> UnitTable
  {
    UnitTable(
      columns: columns, values: try matrix(columns), arm: try labels(arm),
      groups: try groups.mapValues { try labels($0) })
  }
}
