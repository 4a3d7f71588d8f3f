public import Documents
import Market

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
  case chance(Double)
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
  /// A value in the unit of a measure; what is not a number is an empty cell.
  init(_ value: Double?, _ unit: Measure.Unit) {
    guard let value, value.isFinite else {
      self = .empty
      return
    }
    switch unit {
    case .money: self = .money(value)
    case .count: self = .count(value)
    case .share: self = .share(value)
    case .days: self = .days(value)
    case .ratio: self = .ratio(value)
    }
  }

  /// A figure with decimals of its own where those are known, money in major units.
  init(_ value: Double?, _ unit: Measure.Unit, _ currency: Currency, decimals: Int?) {
    guard let decimals, let value, value.isFinite else {
      self.init(value, unit)
      return
    }
    self = .figure(unit == .money ? value / currency.scale : value, decimals: decimals)
  }

  /// A number to so many digits that count, whatever the others of its column are.
  init(significant value: Double, digits: Int) {
    self = .figure(value, decimals: Decimals.places(value, digits: digits))
  }

  /// A p-value; empty where there is none.
  init(pValue: Double?) { self = pValue.map { .pValue($0) } ?? .empty }

  /// The number in it, if it holds one.
  var number: Double? {
    switch self {
    case .money(let value), .count(let value), .share(let value), .chance(let value),
      .ratio(let value), .days(let value), .figure(let value, _), .pValue(let value),
      .exact(let value, _):
      value
    case .text, .date, .empty: nil
    }
  }
}
