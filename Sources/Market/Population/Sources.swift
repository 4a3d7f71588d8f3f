/// How a customer came to us: the plan's channels first, then what no money buys.
///
/// Every plan of a scenario lists the same channels, so a source has the same index in all of them.
public struct Sources: Sendable, Equatable {
  public let channels: Int
  /// Channels a scenario may have: customers remember in a byte how they came to us.
  public static let mostChannels = Int(UInt8.max) - Sources(channels: 0).count

  public init(channels: Int) { self.channels = channels }

  /// Noticed by themselves.
  public var organic: Int { channels }
  public var wordOfMouth: Int { channels + 1 }
  /// Aware, or customers, before day 0.
  public var before: Int { channels + 2 }
  public var count: Int { channels + 3 }
}
