package import Statistics

extension Matrix {
  /// [self | other].
  package func beside(_ other: Matrix) -> Matrix {
    var result = [Double](repeating: 0, count: elements.count + other.elements.count)
    var cells = result.mutableSpan
    let (width, left, right) = (columns + other.columns, elements.span, other.elements.span)
    for row in 0..<rows {
      for j in 0..<columns { cells[row * width + j] = left[row * columns + j] }
      for j in 0..<other.columns {
        cells[row * width + columns + j] = right[row * other.columns + j]
      }
    }
    return Matrix(rows: rows, columns: width, elements: result)
  }

  /// Some rows and columns, in ascending order or any other.
  func selecting(rows chosenRows: [Int], columns chosenColumns: [Int]) -> Matrix {
    Matrix(
      rows: chosenRows.count, columns: chosenColumns.count,
      elements: chosenRows.flatMap { row in chosenColumns.map { self[row, $0] } })
  }

  /// [self; other].
  func above(_ other: Matrix) -> Matrix {
    Matrix(
      rows: rows + other.rows, columns: columns, elements: elements + other.elements)
  }
}
