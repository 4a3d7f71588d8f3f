import Experiments
import Documents

/// The names seen in a column of groups, by number.
struct GroupNames: Sendable {
  let column: Int
  /// nil for the column of arms.
  let role: UnitTable.Role?
  private var table = NameTable()
  /// By number, itself or the first of all words for no value, which all mean the same.
  private(set) var shared: [Int32] = []
  private var firstMissing: Int32?
  /// Whether all names are UTF-8.
  private(set) var isUTF8 = true

  init(column: Int, role: UnitTable.Role?) {
    self.column = column
    self.role = role
  }

  /// Why a row without a name is no unit; nil where those rows are a group of their own.
  var dropReason: DroppedRows.Reason? {
    switch role {
    case nil: .noArm
    case .cluster: .noCluster
    case .day: .noDay
    case .stratum, .segment: nil
    }
  }

  func isMissing(_ code: Int32) -> Bool { code == firstMissing }

  /// The numbers of names in plain rows, -1 for those not seen before.
  func find(_ place: Int, of rows: PlainRows, _ reader: CSVReader, into codes: inout [Int32]) {
    codes.removeAll(keepingCapacity: true)
    reader.find(place, of: rows, in: table, into: &codes)
    guard firstMissing != nil else { return }
    for row in codes.indices where codes[row] >= 0 { codes[row] = shared[Int(codes[row])] }
  }

  /// The number of a name, which is added if it is new.
  mutating func add(_ name: Span<UInt8>) -> Int32 {
    let code = table.index(of: name)
    if code == shared.count {
      let number = Int32(truncatingIfNeeded: code)
      if isUTF8 { isUTF8 = name.isUTF8 }
      if Self.saysMissing(name) {
        firstMissing = firstMissing ?? number
        shared.append(firstMissing ?? number)
      } else {
        shared.append(number)
      }
    }
    return shared[code]
  }

  /// An arm may well be called none, of which nothing else is known.
  static func saysMissing(_ name: Span<UInt8>) -> Bool {
    MissingWord.isSaid(by: name, besides: MissingWord.names)
  }

  /// The numbers that units have and their names, in order.
  ///
  /// Where all names are numbers their values order them, else their letters; `first` stands before all.
  func order(_ codes: [Int32], first: String? = nil) -> [(code: Int, name: String)] {
    var isUsed = [Bool](repeating: false, count: table.count)
    for code in codes { isUsed[Int(code)] = true }
    let used = isUsed.indices.filter { isUsed[$0] }
    let names = used.map { isMissing(Int32($0)) ? "(none)" : table[$0] }
    let numbers = names.map(Double.init)
    let isNumeric = numbers.allSatisfy { $0?.isFinite ?? false }
    return used.indices.sorted { a, b in
      if (names[a] == first) != (names[b] == first) { return names[a] == first }
      if isNumeric, let x = numbers[a], let y = numbers[b], x != y { return x < y }
      if role == .day, let x = DayForm.number(in: names[a]), let y = DayForm.number(in: names[b]),
        x != y
      {
        return x < y
      }
      return names[a] < names[b]
    }.map { (used[$0], names[$0]) }
  }

  /// A name that makes the order of days unknown; nil where numbers, dates from the year on, or a word with
  /// one number tell it.
  func unorderedDay(_ codes: [Int32]) -> String? {
    let names = order(codes).map(\.name).filter { $0 != "(none)" }
    let forms = Set(names.map(DayForm.init))
    guard forms.count > 1 || forms == [.other], names.count > 1 else { return nil }
    return names.first { DayForm($0) == .other }
      ?? names.first { name in DayForm(name) != names.first.map(DayForm.init) }
  }

  /// Units' numbers as they belong in a table of units, the names in order.
  func labels(_ codes: consuming [Int32], first: String? = nil) -> Labels {
    let order = order(codes, first: first)
    var place = [Int32](repeating: 0, count: table.count)
    for (index, used) in order.enumerated() { place[used.code] = Int32(truncatingIfNeeded: index) }
    for unit in codes.indices { codes[unit] = place[Int(codes[unit])] }
    return Labels(names: order.map(\.name), codes: codes)
  }
}
