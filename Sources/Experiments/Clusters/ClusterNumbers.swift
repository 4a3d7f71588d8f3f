/// The clusters that occur among the units.
struct ClusterNumbers: Sendable {
  /// Names in the file, whether or not a unit has them.
  let names: Int
  /// How many of them have units.
  package let count: Int

  /// - Throws: `NotEstimable` below two.
  init(_ labels: Labels) throws(NotEstimable) {
    var seen = [Bool](repeating: false, count: labels.count)
    for code in labels.codes { seen[Int(code)] = true }
    try self.init(names: labels.count, count: seen.count { $0 })
  }

  init(names: Int, count: Int) throws(NotEstimable) {
    guard count >= 2 else {
      throw NotEstimable(
        "all units are in one cluster, so that nothing shows how much clusters differ")
    }
    self.names = names
    self.count = count
  }

  package var degreesOfFreedom: Double { Double(count - 1) }

  /// Below this many clusters the sandwich's own error is felt, and the jackknife is the default.
  static let many = 50
}
