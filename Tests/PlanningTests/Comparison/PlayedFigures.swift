@testable import Market

/// Replications of a plan by their figures: the whole market, everything else 0.
func tables(_ figures: [Figure: [Double]]) -> [FigureTable] {
  (0..<(figures.values.first?.count ?? 0)).map { replication in
    var values = Array(repeating: 0.0, count: Figure.allCases.count)
    for (figure, all) in figures { values[figure.rawValue] = all[replication] }
    return FigureTable(slices: [.whole], values: [values])
  }
}
