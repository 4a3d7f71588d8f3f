extension Table {
  /// The cells as people read them, row by row.
  var texts: [[String]] {
    let formats = columns.indices.map { place in
      CellFormat(
        rows.map { $0[place] }, currency, isSigned: columns[place].isSigned,
        decimals: columns[place].decimals)
    }
    return rows.map { row in zip(formats, row).map { $0.text($1) } }
  }
}
