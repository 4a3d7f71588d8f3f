/// Something that is counted role by role of a committee.
public enum CommitteeCount: Int, Sendable, CaseIterable {
  /// Committees that got as far as this role; of the first role all there were.
  case asked
  /// Meetings held: the rest are still deciding.
  case met
  /// Those of them that ended with a yes; the rest with a no.
  case approved
}

/// Counts by segment and role of its committee, within the horizon; nothing where a segment has none.
public struct CommitteeCounts: Sendable, Equatable {
  /// By segment.
  public let roles: [Int]
  /// By segment: cases of clients who let themselves be named.
  public private(set) var cases: [Int64]
  private var cells: [Int64]

  init(roles: [Int]) {
    self.roles = roles
    cases = Array(repeating: 0, count: roles.count)
    cells = Array(
      repeating: 0, count: roles.reduce(0, +) * CommitteeCount.allCases.count)
  }

  private func position(_ count: CommitteeCount, _ role: Int, _ segment: Int) -> Int {
    precondition(role < roles[segment], "a role of the segment's committee")
    let before = roles[..<segment].reduce(0, +) + role
    return before * CommitteeCount.allCases.count + count.rawValue
  }

  mutating func add(_ count: CommitteeCount, of role: Int, segment: Int) {
    cells[position(count, role, segment)] += 1
  }

  mutating func addCase(segment: Int) { cases[segment] += 1 }

  /// In people of the simulated market.
  public subscript(count: CommitteeCount, role role: Int, segment segment: Int) -> Int64 {
    cells[position(count, role, segment)]
  }

  public static func += (sum: inout Self, other: Self) {
    precondition(sum.roles == other.roles, "committees of different plans")
    for cell in sum.cells.indices { sum.cells[cell] += other.cells[cell] }
    for segment in sum.cases.indices { sum.cases[segment] += other.cases[segment] }
  }
}
