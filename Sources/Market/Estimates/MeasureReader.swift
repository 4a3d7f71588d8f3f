import Statistics

/// Reads measures off the replications of a plan.
public struct MeasureReader: Sendable {
  public let design: ReplicationDesign

  public init(_ design: ReplicationDesign) { self.design = design }

  /// One value per replication of a sum of figures, for the real market.
  public func totals(_ figures: [Figure], _ tables: [FigureTable], slice: Int = 0) -> [Double] {
    tables.map { table in
      Double(design.standsFor) * figures.reduce(0) { $0 + table[$1, slice] }
    }
  }

  public func read(_ measure: Measure, _ tables: [FigureTable], slice: Int = 0) -> Estimated {
    switch measure.definition {
    case .total(let figures):
      return .estimate(mean(totals(figures, tables, slice: slice)))
    case .ratio(let figures, let per):
      return ratio(
        totals(figures, tables, slice: slice), per: totals(per, tables, slice: slice),
        none: per.first?.absence ?? "nothing to divide by")
    case .average(let figure):
      let values = tables.map { $0[figure, slice] }
      guard values.count(where: { !$0.isNaN }) * 2 > values.count else {
        return .none("not reached in most replications")
      }
      return .estimate(mean(values))
    }
  }

  /// By replication, a quantity that is above 0 where a measure of that market is above a limit.
  ///
  /// Of a ratio y/x it is y − limit·x, so that a market without anything to divide by is at the limit.
  public func excess(
    of measure: Measure, over limit: Double, _ tables: [FigureTable]
  ) -> [Double] {
    switch measure.definition {
    case .total(let figures):
      return totals(figures, tables).map { $0 - limit }
    case .ratio(let figures, let per):
      return zip(totals(figures, tables), totals(per, tables)).map { $0 - limit * $1 }
    case .average(let figure):
      return tables.map { $0[figure, 0] - limit }
    }
  }

  /// The mean of a quantity over replications; those without a value are not numbers.
  public func mean(_ values: [Double]) -> Estimate {
    let known = VarianceComponents([values], design)
    let prediction = Prediction(known, values)
    return Estimate(
      value: known.draws.means[0],
      precision: known.draws.moments(of: 0).interval(confidence: 0.95),
      prediction: prediction?.interval, sources: prediction?.sources,
      replications: known.replications)
  }

  /// A ratio of totals, with Fieller's intervals where those are bounded.
  public func ratio(
    _ values: [Double], per: [Double], none: String = "nothing to divide by"
  ) -> Estimated {
    guard per.contains(where: { $0 != 0 }), per.reduce(0, +) != 0 else {
      return .none(none)
    }
    let ratio = RatioPrediction(values, per: per, design)
    return .estimate(
      Estimate(
        value: values.reduce(0, +) / per.reduce(0, +), precision: ratio?.precision.interval,
        prediction: ratio?.prediction.interval, sources: ratio?.sources,
        replications: values.count))
  }
}
