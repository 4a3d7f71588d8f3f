import Statistics

extension UnitBlocks {
  /// The moments of every arm's covariates, then metrics, over some rows.
  func moments(of rows: Range<Int>) -> [CoMoments] {
    let width = covariates.count + metrics.count
    var moments = [CoMoments](repeating: CoMoments(variables: width), count: arms)
    let nothing = [Double](repeating: 0, count: width)
    forEach(in: rows) { arm, members in
      var values = joined(members, less: nothing).elements
      moments[arm] += CoMoments(centring: &values, in: values.indices, variables: width)
    }
    return moments
  }
}

extension [CoMoments] {
  /// Adds those of other rows, arm by arm.
  mutating func merge(_ other: [CoMoments]) {
    for (arm, own) in other.enumerated() { self[arm] += own }
  }
}
