extension CSVReader {
  /// Cuts what has been fed for readers that work side by side, each counting rows from 0.
  ///
  /// A cut falls after a line end. Should that line end stand inside quotes, the reader before the cut goes
  /// past it, and `isWhere(_:)` tells that the part after it is none.
  ///
  /// - Parameter count: How many parts are wanted.
  /// - Returns: As many or fewer; one where the first row has not been read.
  public func parts(_ count: Int) -> [CSVReader] {
    var cuts = [start]
    for part in stride(from: 1, to: isBegun ? count : 1, by: 1) {
      let wanted = start + (buffer.count - start) / count * part
      guard wanted > (cuts.last ?? start),
        let lineEnd = buffer[wanted...].firstIndex(of: 0x0A), lineEnd + 1 < buffer.count
      else { continue }
      cuts.append(lineEnd + 1)
    }
    return cuts.indices.map { place in
      var part = self
      part.start = cuts[place]
      part.limit = place + 1 < cuts.count ? cuts[place + 1] : limit
      part.row = 0
      return part
    }
  }

  /// Whether a part begins where this reader stands.
  public func isWhere(_ part: CSVReader) -> Bool { part.start == start }

  /// Goes to where the reader of a part has come to.
  public mutating func skip(to part: CSVReader) {
    start = part.start
    row += part.row
  }
}
