import Statistics

extension UnitTable {
  /// The units of some rows; groups keep all their names.
  package func keeping(_ rows: [Int]) -> UnitTable {
    let width = columns.count
    var elements = [Double](repeating: 0, count: rows.count * width)
    var cells = elements.mutableSpan
    let source = values.elements.span
    for (place, row) in rows.enumerated() {
      for column in 0..<width { cells[place * width + column] = source[row * width + column] }
    }
    func kept(_ labels: Labels) -> Labels {
      Labels(names: labels.names, codes: rows.map { labels.codes[$0] })
    }
    return UnitTable(
      columns: columns, values: Matrix(rows: rows.count, columns: width, elements: elements),
      arm: kept(arm), groups: groups.mapValues(kept))
  }

  /// The units of some arms, which become the only ones, in the order given.
  package func keeping(arms: [Int]) -> UnitTable {
    var place = [Int32](repeating: -1, count: arm.count)
    for (index, own) in arms.enumerated() { place[own] = Int32(index) }
    let kept = keeping((0..<units).filter { place[Int(arm.codes[$0])] >= 0 })
    return UnitTable(
      columns: columns, values: kept.values,
      arm: Labels(
        names: arms.map { arm.names[$0] }, codes: kept.arm.codes.map { place[Int($0)] }),
      groups: kept.groups)
  }
}

extension Labels {
  /// Which units have each name, in order.
  package var rows: [[Int]] {
    var counts = [Int](repeating: 0, count: count)
    for code in codes { counts[Int(code)] += 1 }
    var rows = counts.map { size in
      var own: [Int] = []
      own.reserveCapacity(size)
      return own
    }
    for (row, code) in codes.enumerated() { rows[Int(code)].append(row) }
    return rows
  }
}
