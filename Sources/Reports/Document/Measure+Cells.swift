import Documents
import Market
import Takeaways

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
}

extension Column {
  /// A column of figures in the unit of a measure.
  init(
    _ title: String, _ unit: Measure.Unit, _ currency: Currency, isSigned: Bool = false,
    decimals: Int? = nil
  ) {
    self.init(title, unit: unit.word(currency), isSigned: isSigned, decimals: decimals)
  }
}

extension Measure.Unit {
  /// What a column of such figures is measured in.
  func word(_ currency: Currency) -> String? {
    switch self {
    case .money: currency.code
    case .share: "share"
    case .days: "days"
    case .count, .ratio: nil
    }
  }
}
