import Statistics

/// What makes assumptions move with each other: their standard normal scores are jointly normal.
///
/// Assumptions that nothing connects are independent. Within a connected group the scores are L·e, with
/// L the Cholesky factor of its correlations in the file's order and e independent, so that one more
/// assumption at the end moves no earlier one.
struct GaussianCopula: Sendable {
  private var groups: [Group] = []

  private struct Group: Sendable {
    var names: [String]
    /// L, row by row.
    var factor: [[Double]]
  }

  /// - Throws: Where the correlations of a group are no correlation matrix.
  init(_ names: [String], _ correlations: [Correlation]) throws(ImpossibleCorrelations) {
    let given = Dictionary(
      correlations.map { (Set([$0.first, $0.second]), $0) }, uniquingKeysWith: { first, _ in first }
    )
    for names in Self.connected(names, correlations) {
      groups.append(try Self.group(names, given))
    }
  }

  /// Standard normal scores at one draw, from independent ones.
  func scores(_ independent: (String) -> Double) -> [String: Double] {
    var scores: [String: Double] = [:]
    for group in groups {
      let own = group.names.map(independent)
      for (name, row) in zip(group.names, group.factor) {
        scores[name] = zip(row, own).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return scores
  }

  private static func group(
    _ names: [String], _ correlations: [Set<String>: Correlation]
  ) throws(ImpossibleCorrelations) -> Group {
    var matrix = Matrix.identity(names.count)
    for (i, first) in names.enumerated() {
      for (j, second) in names[..<i].enumerated() {
        let given = correlations[[first, second]]
        (matrix[i, j], matrix[j, i]) = (given?.value ?? 0, given?.value ?? 0)
      }
    }
    do {
      let factor = try Cholesky(matrix).factor
      // Rounded, so that the last bits of a machine's matrix kernels move no draw.
      let rows = names.indices.map { i in
        (0...i).map { j in (factor[i, j] * 1e12).rounded() / 1e12 }
      }
      return Group(names: names, factor: rows)
    } catch {
      let clash = Array(names.prefix(error.minor))
      var unrelated: [Correlation] = []
      for (i, second) in clash.enumerated() {
        for first in clash[..<i] where correlations[[first, second]] == nil {
          unrelated.append(Correlation(first: first, second: second, value: 0))
        }
      }
      throw ImpossibleCorrelations(names: clash, unrelated: unrelated)
    }
  }

  /// The names in groups that correlations connect, each in the given order.
  private static func connected(
    _ names: [String], _ correlations: [Correlation]
  ) -> [[String]] {
    var groupOf = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    for link in correlations {
      guard let one = groupOf[link.first], let other = groupOf[link.second], one != other else {
        continue
      }
      for (name, group) in groupOf where group == max(one, other) {
        groupOf[name] = min(one, other)
      }
    }
    let grouped = Dictionary(grouping: names) { groupOf[$0] ?? 0 }
    return grouped.sorted { $0.key < $1.key }.map(\.value)
  }
}
