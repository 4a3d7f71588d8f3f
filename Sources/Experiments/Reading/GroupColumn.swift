internal import Statistics

/// A column of names while it is read: each unit's name as a number.
struct GroupColumn: Sendable {
  private(set) var table = NameTable()
  private(set) var codes: [Int32] = []
  /// Whether a name says that there is none, by number.
  private var isMissing: [Bool] = []
  /// What stands for all words for no value.
  private var firstMissing: Int?

  /// Reads a field.
  ///
  /// - Returns: The name's number and whether it is a word for no value; nothing is added yet.
  mutating func read(_ reader: CSVReader, _ column: Int) -> (code: Int, isMissing: Bool) {
    let code = reader.name(column, in: &table)
    while isMissing.count < table.count {
      let name = Array(table[isMissing.count].utf8)
      isMissing.append(name.isEmpty || NumberReading.saysMissing(name.span))
    }
    guard isMissing[code] else { return (code, false) }
    let shared = firstMissing ?? code
    firstMissing = shared
    return (shared, true)
  }

  mutating func append(_ code: Int) { codes.append(Int32(truncatingIfNeeded: code)) }

  mutating func reserve(_ count: Int) { codes.reserveCapacity(count) }

  /// Names that units have, in order, numbers by value where all are numbers and else by letter.
  ///
  /// - Parameter first: A name to stand before all others.
  /// - Returns: The names.
  func names(first: String? = nil) -> [String] { order(first: first).map(name) }

  /// The column as it belongs in a table of units.
  ///
  /// - Parameter first: A name to stand before all others.
  /// - Returns: Names in order, and each unit's.
  consuming func labels(first: String? = nil) -> Labels {
    let order = order(first: first)
    var place = [Int32](repeating: 0, count: table.count)
    for (index, code) in order.enumerated() { place[code] = Int32(index) }
    for index in codes.indices { codes[index] = place[Int(codes[index])] }
    return Labels(names: order.map(name), codes: codes)
  }

  private func name(_ code: Int) -> String { isMissing[code] ? "(none)" : table[code] }

  private func order(first: String?) -> [Int] {
    var isUsed = [Bool](repeating: false, count: table.count)
    for code in codes { isUsed[Int(code)] = true }
    let used = isUsed.indices.filter { isUsed[$0] }.map { (code: $0, name: name($0)) }
    let numbers = used.map { Double($0.name) }
    let isNumeric = numbers.allSatisfy { $0?.isFinite ?? false }
    return used.indices.sorted { a, b in
      let (one, other) = (used[a].name, used[b].name)
      if (one == first) != (other == first) { return one == first }
      if isNumeric, let x = numbers[a], let y = numbers[b], x != y { return x < y }
      return one < other
    }.map { used[$0].code }
  }
}
