/// Columns of numbers in single precision, to be multiplied by blocks of weights a few rows at a time.
///
/// Products of a few rows, added up in double precision by the caller, are right to about seven digits
/// of the columns' own size: centre and scale them first.
public struct FloatColumns: Sendable {
  public let rows: Int
  public let columns: Int
  /// Column after column; `rows * columns` of them.
  public let elements: [Float]

  /// Columns one after the other, each of so many rows, at least one.
  public init(rows: Int, elements: [Float]) {
    precondition(rows > 0 && elements.count % rows == 0, "columns have one length")
    self.rows = rows
    columns = elements.count / rows
    self.elements = elements
  }

  @inline(__always)
  public subscript(row: Int, column: Int) -> Float { elements[column * rows + row] }

  /// The sum of a column's first elements, in double precision.
  public func sum(column: Int, rows count: Int) -> Double {
    elements[column * rows..<column * rows + count].reduce(0.0) { $0 + Double($1) }
  }

  /// Sums of some rows, weighted in many ways at once: result ← selfᵀ·weights (+ result).
  ///
  /// - Parameters:
  ///   - weights: A row of weights for each of the rows used, eight columns an element.
  ///   - range: The rows used.
  ///   - result: A row for each column, as wide as a row of weights.
  ///   - isFresh: Whether what `result` holds is replaced rather than added to.
  public func multiply(
    by weights: [SIMD8<Float>], rows range: Range<Int>, into result: inout [Float], isFresh: Bool
  ) {
    guard columns > 0, !range.isEmpty else { return }
    let width = result.count / columns
    precondition(
      range.lowerBound >= 0 && range.upperBound <= rows && result.count == width * columns
        && weights.count * 8 >= range.count * width, "shapes do not fit a product")
    _ = Kernels.current
    OpenBLAS.multiply(
      elements, from: range.lowerBound, stride: rows, weights, m: columns, n: width, k: range.count,
      addingTo: &result, isEmpty: isFresh)
  }
}
