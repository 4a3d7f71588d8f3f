/// A dense matrix of real numbers, stored row by row.
///
/// Shapes are the program's own business: a mismatch traps.
public struct Matrix: Sendable, Equatable {
  public let rows: Int
  public let columns: Int
  /// All elements, row after row; `rows * columns` of them.
  public internal(set) var elements: [Double]

  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative shape")
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: value, count: rows * columns)
  }

  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns, "a matrix needs rows × columns elements")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix from its rows, all of one length.
  public init(_ rowValues: [[Double]]) {
    rows = rowValues.count
    columns = rowValues.first?.count ?? 0
    let width = columns
    precondition(rowValues.allSatisfy { $0.count == width }, "rows of a matrix have one length")
    elements = rowValues.flatMap(\.self)
  }

  public static func identity(_ order: Int) -> Matrix {
    .diagonal([Double](repeating: 1, count: order))
  }

  public static func diagonal(_ values: [Double]) -> Matrix {
    var result = Matrix(rows: values.count, columns: values.count)
    for (i, value) in values.enumerated() { result[i, i] = value }
    return result
  }

  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(column >= 0 && column < columns, "column out of range")
      return elements[row * columns + column]
    }
    set {
      precondition(column >= 0 && column < columns, "column out of range")
      elements[row * columns + column] = newValue
    }
  }

  public var isSquare: Bool { rows == columns }

  public var transpose: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
    return result
  }

  /// The elements on the diagonal.
  public var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }
}
