/// How the market plays on after the horizon, the same under every plan: the baseline's settings, no new offers.
///
/// What then differs between plans comes from the state that each has left.
public struct RunOff: Sendable, Equatable {
  /// At most so many days are played on.
  public static let mostDays = 730

  public var days: Int
  /// Whether the baseline's channels without a stated end go on.
  public var keepsChannels: Bool

  public init(days: Int = 0, keepsChannels: Bool = true) {
    self.days = days
    self.keepsChannels = keepsChannels
  }
}

/// What goes on after the horizon.
public enum AfterHorizon: String, Sendable, CaseIterable {
  /// The baseline's channels without a stated end.
  case asToday = "as today"
  case nothing
}

extension RunOff {
  /// As many whole days of a residual as are played; `nil` for one without an end.
  public init(residualDays: Double?, _ after: AfterHorizon = .asToday) {
    let most = Double(Self.mostDays)
    self.init(days: Int(min(residualDays ?? most, most)), keepsChannels: after == .asToday)
  }
}
