/// A currency: its code and how many decimal places its minor unit has.
///
/// Amounts of money are `Int64` minor units throughout; only unit prices, which are never rounded, and
/// parameters of distributions are `Double` minor units.
public struct Currency: Sendable, Hashable {
  public let code: String
  public let decimals: Int

  /// Minor units in one major unit, such as 100 cents.
  public var scale: Double { [1, 10, 100, 1_000][decimals] }

  /// A currency by its ISO 4217 code; a code that is not known has two decimals.
  public init(code: String) {
    self.code = code
    decimals = Self.unusualDecimals[code] ?? 2
  }
}
