import Market
import Takeaways

extension Figure {
  /// Figures that are rounded by themselves: neither an account of the ledger, nor made of others, nor an
  /// average of customers.
  static let leaves = allCases.filter { figure in
    switch figure {
    case .contribution, .orders, .valueLow, .valueMedian, .valueHigh, .paybackDay: false
    default: !Account.allCases.contains { $0.figure == figure }
    }
  }

  /// Whether it is in minor units rather than in people or events.
  var isMoney: Bool {
    switch self {
    case .contribution, .afterwards, .winningCostAfterwards, .customerValue, .realisedValue,
      .paidToHunters, .messageCost:
      true
    default: Account.allCases.contains { $0.figure == self }
    }
  }
}

extension Figure {
  var unit: Measure.Unit { isMoney ? .money : .count }
}

extension Measure {
  /// The figures it is the sum of; none where it is a ratio or an average.
  var summands: [Figure] {
    if case .total(let figures) = definition { figures } else { [] }
  }
}
