public import Documents

/// A value of a table; each rendering writes every kind in its own way.
public enum Cell: Sendable, Equatable {
  case text(String)
  /// Minor units.
  case money(Double)
  /// People or events; a mean over replications need not be whole.
  case count(Double)
  /// 0 … 1.
  case share(Double)
  /// A share of markets, which people read in whole per cent: short of all is never 100.
  ///
  /// What is no more than the least that can be told, or no less than all but that, is a bound to people, such as `<10%`.
  case chance(Double, least: Double = 0)
  case ratio(Double)
  case days(Double)
  /// A number with decimals of its own, where those of one column differ in kind.
  case figure(Double, decimals: Int)
  /// A chance that may be far below what decimals can show.
  case pValue(Double)
  /// A number that files hold to the last bit, and a reader sees with decimals of its own.
  case exact(Double, decimals: Int)
  case date(CalendarDate)
  case empty
}

extension Cell {
  /// A number to so many digits that count, whatever the others of its column are.
  package init(significant value: Double, digits: Int) {
    self = .figure(value, decimals: Decimals.places(value, digits: digits))
  }

  /// A p-value; empty where there is none.
  package init(pValue: Double?) { self = pValue.map { .pValue($0) } ?? .empty }

  /// The number in it, if it holds one.
  package var number: Double? {
    switch self {
    case .money(let value), .count(let value), .share(let value), .chance(let value, _),
      .ratio(let value), .days(let value), .figure(let value, _), .pValue(let value),
      .exact(let value, _):
      value
    case .text, .date, .empty: nil
    }
  }
}
