import Statistics

/// The product of matrices behind rehearsals: whom chance gives plan B, times what everybody does.
struct RehearsalsPlan {
  package let outcomes: PotentialOutcomes
  let control: StandardColumns
  let treated: StandardColumns
  /// Outcomes and their squares under plan A, then under plan B.
  let columns: FloatColumns
  let coin: CoinWeights
  private let rows: [UInt32]
  private let rehearsals: Int
  private let grid: WordGrid

  init(_ outcomes: PotentialOutcomes, share: Double, rehearsals: Int, seed: UInt64) {
    precondition(share > 0 && share < 1, "both plans get customers")
    let metrics = Array(outcomes.metrics.indices)
    rows = (0..<outcomes.customers).map { UInt32($0) }
    self.outcomes = outcomes
    self.rehearsals = rehearsals
    control = StandardColumns(outcomes.control, metrics: metrics, rows: rows, hasSquares: true)
    treated = StandardColumns(outcomes.treated, metrics: metrics, rows: rows, hasSquares: true)
    columns = FloatColumns(
      rows: outcomes.customers, elements: control.columns.elements + treated.columns.elements)
    coin = CoinWeights(share: share)
    grid = Draws(seed: seed, replication: 0).grid(Purpose("experiment.rehearsal"))
  }

  /// Where half of the customers get plan B, which takes a sixteenth of the random words.
  var fair: RandomSumsPlan<FairCoinWeights>? {
    guard coin.share == 0.5 else { return nil }
    return RandomSumsPlan(
      columns: columns, rows: rows, sets: rehearsals, rule: FairCoinWeights(), grid: grid)
  }

  /// At any split.
  var uneven: RandomSumsPlan<CoinWeights> {
    RandomSumsPlan(columns: columns, rows: rows, sets: rehearsals, rule: coin, grid: grid)
  }
}
