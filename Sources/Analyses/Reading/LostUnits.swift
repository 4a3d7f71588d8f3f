import Experiments
public import Statistics

/// What can still be read of rows that became no unit, beside what became one: whether they are like the rest.
public struct LostUnits: Sendable, Equatable {
  /// Rows of an arm that are lost and kept, the control's arm first; empty where no lost row has an arm.
  public internal(set) var arms: [Arm] = []
  /// The name of the first column of numbers; nil where there is none.
  public internal(set) var figure: String?
  /// That column in lost rows, where it can be read; filled in at the end.
  public internal(set) var lost = Moments()
  /// The same column in the rows kept; filled in at the end, where any are lost.
  public internal(set) var kept = Moments()
  /// Lost rows by the arm they name.
  var lostOfArm: [String: Int] = [:]
  /// One by one, so that the order of adding them up is that of the rows, however they were read.
  var lostValues: [Double] = []

  public struct Arm: Sendable, Equatable {
    public let name: String
    public let lost: Int
    public let kept: Int

    public var share: Double { Double(lost) / Double(lost + kept) }
  }

  mutating func merge(_ next: LostUnits) {
    lostValues += next.lostValues
    for (arm, count) in next.lostOfArm { lostOfArm[arm, default: 0] += count }
  }

  /// Sets those lost beside those kept.
  mutating func compare(arm: Labels, values: Matrix) {
    guard !lostValues.isEmpty || !lostOfArm.isEmpty else { return }
    lost = Moments(lostValues)
    lostValues = []
    kept = Moments((0..<values.rows).lazy.map { values[$0, 0] }.filter { !$0.isNaN })
    guard !lostOfArm.isEmpty else { return }
    var counts = Array(repeating: 0, count: arm.count)
    for code in arm.codes { counts[Int(code)] += 1 }
    arms = zip(arm.names, counts).map { Arm(name: $0, lost: lostOfArm[$0] ?? 0, kept: $1) }
  }
}
