import Documents

/// Rows of units that came before: in the same arm, which refuses the file, or in another, which sets the unit aside.
struct RepeatedUnits: Sendable {
  /// Of a unit's first row, in which row of the file and among the units it stands.
  private var first: [(row: Int32, place: Int32)] = []
  private var further: [(unit: Int32, row: Int32, place: Int32)] = []
  private var names: [Int32: String] = [:]
  /// Units that are in more than one arm.
  private var inSeveralArms: Set<Int32> = []

  /// Names that are kept for messages.
  private static let mostNames = 1_000

  var count: Int { first.count }

  mutating func addFirst(row: Int, place: Int) {
    first.append((Int32(truncatingIfNeeded: row), Int32(truncatingIfNeeded: place)))
  }

  /// Adds a row of a unit that came before.
  ///
  /// - Parameters:
  ///   - unit: Its number.
  ///   - row: In the file.
  ///   - place: Among the units.
  ///   - arms: The arm of each unit so far.
  ///   - name: What it is called.
  mutating func add(_ unit: Int, row: Int, place: Int, arms: [Int32]?, name: () -> String) {
    let unit = Int32(truncatingIfNeeded: unit)
    further.append((unit, Int32(truncatingIfNeeded: row), Int32(truncatingIfNeeded: place)))
    if names.count < Self.mostNames, names[unit] == nil { names[unit] = name() }
    guard let arms, arms[Int(first[Int(unit)].place)] != arms[place] else { return }
    inSeveralArms.insert(unit)
  }

  /// Notes those that are twice in one arm.
  func note(in faults: inout UnitFaults) {
    for repeated in further where !inSeveralArms.contains(repeated.unit) {
      faults.addRepeated(
        UnitProblem.RepeatedUnit(
          name: names[repeated.unit] ?? "",
          rows: [Int(first[Int(repeated.unit)].row), Int(repeated.row)]))
    }
  }

  /// The rows of units in several arms that are left out.
  ///
  /// - Parameter keepsFirst: Whether a unit's first row is kept, so that it counts in the arm it was in first.
  /// - Returns: Their places, ascending, what the file's rows were, and what to say; nil where there are none.
  func setAside(keepsFirst: Bool) -> (places: [Int], rows: [Int], note: String)? {
    guard !inSeveralArms.isEmpty else { return nil }
    let rest = further.filter { inSeveralArms.contains($0.unit) }
    let firsts = keepsFirst ? [] : inSeveralArms.map { first[Int($0)] }
    let all = (firsts + rest.map { ($0.row, $0.place) }).sorted { $0.place < $1.place }
    let units = inSeveralArms.sorted()
    let examples = units.prefix(3).map { unit in
      let rows = [first[Int(unit)].row] + rest.filter { $0.unit == unit }.prefix(2).map(\.row)
      return "“\(names[unit] ?? "")” in rows \(rows.map(String.init).joined(separator: " and "))"
    }
    let count = units.count
    return (
      all.map { Int($0.place) }, all.map { Int($0.row) },
      "\(grouped(count)) unit\(count == 1 ? " is" : "s are") in more than one arm and"
        + (keepsFirst
          ? " \(count == 1 ? "counts" : "count") by the first row, in the arm it names:"
          : " \(count == 1 ? "is" : "are") left out with all \(count == 1 ? "its" : "their") rows:")
        + " \(examples.joined(separator: "; "))\(count > examples.count ? "; …" : "")."
    )
  }
}
