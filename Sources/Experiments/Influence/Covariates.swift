import Statistics

/// The columns of the adjustment, as they are computed from a unit's row.
package struct Covariates: Sendable {
  package enum Term: Sendable {
    /// A measured column, with what stands for a missing value.
    case value(column: Int, fill: Double)
    /// 1 where the column has no value.
    case missing(column: Int)
    /// 1 for the members of a group.
    case member(of: Labels, code: Int32)
  }

  let terms: [Term]
  let names: [String]

  /// - Throws: `NotEstimable` where the table lacks a group asked for or a column has no value at all.
  init(_ table: UnitTable, _ adjustment: Adjustment) throws(NotEstimable) {
    var terms: [Term] = []
    var names: [String] = []
    let gaps = Gaps(table.values, columns: adjustment.covariates)
    for (place, column) in adjustment.covariates.enumerated() {
      guard let fill = gaps.observedMean(place) else {
        throw NotEstimable("no unit has a value of \(table.columns[column])")
      }
      terms.append(.value(column: column, fill: fill))
      names.append(table.columns[column])
    }
    for place in gaps.distinctPatterns {
      let column = adjustment.covariates[place]
      terms.append(.missing(column: column))
      names.append("\(table.columns[column]) missing")
    }
    for role in adjustment.groups {
      guard let labels = table.groups[role] else {
        throw NotEstimable("the table has no \(role.rawValue)")
      }
      for code in labels.names.indices.dropFirst() {
        terms.append(.member(of: labels, code: Int32(code)))
        names.append(labels.names[code])
      }
    }
    self.terms = terms
    self.names = names
  }

  package var count: Int { terms.count }
}
