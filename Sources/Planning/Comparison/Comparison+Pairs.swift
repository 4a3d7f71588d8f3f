public import Market

extension Comparison {
  /// What a plan comes to more of the objective than another one in the same markets, with how precisely that is known.
  public func difference(of plan: Int, from other: Int) -> Estimate {
    let levels = ObjectiveDifferences(summary).levels
    return reader.mean(zip(levels[plan], levels[other]).map { $0 - $1 })
  }

  /// The plan that has the highest objective in more markets than any other, the first of equals.
  public var mostOftenBest: Int {
    plans.indices.reduce(0) { chanceBest($1) > chanceBest($0) ? $1 : $0 }
  }
}
