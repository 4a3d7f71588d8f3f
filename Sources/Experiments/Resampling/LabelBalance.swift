import Statistics

/// Brings labels tossed one by one to the size the arm had, which makes all such labellings equally likely.
///
/// Given how many heads there are, every set of units is as likely to have got them; taking labels back
/// from, or giving them to, units drawn at random keeps that so.
struct LabelBalance {
  package let rows: [UInt32]
  let treated: Int
  let rule: CoinWeights
  let grid: WordGrid

  /// The units whose label is changed, by place, with +1 where it is given and −1 where it is taken back.
  ///
  /// - Parameters:
  ///   - set: The column of the grid.
  ///   - surplus: How many more have the label than should.
  ///   - draws: Where the choices come from.
  /// - Returns: As many different units as the surplus or want.
  func changes(_ set: Int, surplus: Int, _ draws: Draws) -> [(row: Int, change: Double)] {
    let who = Individual(family: 0, index: UInt32(truncatingIfNeeded: set))
    let purpose = Purpose("experiment.permutation.balance")
    var changed: Set<Int> = []
    var changes: [(row: Int, change: Double)] = []
    while changes.count < surplus.magnitude {
      var stream = draws.stream(who, purpose, index: changes.count)
      while true {
        let row = Int(stream.next().multipliedFullWidth(by: UInt64(rows.count)).high)
        let isTreated = rule.isTreated(grid.word(row: rows[row], column: set))
        guard isTreated == (surplus > 0), changed.insert(row).inserted else { continue }
        changes.append((row, surplus > 0 ? -1 : 1))
        break
      }
    }
    return changes
  }
}
