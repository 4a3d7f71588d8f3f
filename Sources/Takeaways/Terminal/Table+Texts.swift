extension Table {
  /// The cells of a column as people read them.
  package func texts(_ place: Int) -> [String] {
    let column = columns[place]
    let cells = rows.map { $0[place] }
    let format = CellFormat(
      cells, currency, isSigned: column.isSigned, decimals: column.decimals)
    return cells.map { format.text($0) }
  }

  /// All cells as people read them, row by row.
  package var texts: [[String]] {
    let columns = columns.indices.map { texts($0) }
    return rows.indices.map { row in columns.map { $0[row] } }
  }
}
