/// How a customer came to us: the plan's channels first, then what no money buys.
///
/// Every plan of a scenario lists the same channels, and a scenario's further sources are those of all its plans, so a
/// source has the same index in all of them.
public struct Sources: Sendable, Equatable {
  public let channels: Int
  /// Names of the sources that offers open.
  public let further: [String]
  /// Channels a scenario may have: customers remember in a byte how they came to us, which leaves room for one
  /// further source.
  public static let mostChannels = Int(UInt8.max) - Sources(channels: 0).count

  public init(channels: Int, further: [String] = []) {
    self.channels = channels
    self.further = further
  }

  /// Noticed by themselves.
  public var organic: Int { channels }
  public var wordOfMouth: Int { channels + 1 }
  /// Aware, or customers, before day 0.
  public var before: Int { channels + 2 }
  public var count: Int { channels + 3 + further.count }

  /// Where a source that offers open stands; before day 0 where no offer opens it.
  func named(_ name: String) -> Int {
    further.firstIndex(of: name).map { channels + 3 + $0 } ?? before
  }
}

extension Scenario {
  /// How customers of this scenario can have come to us.
  public var sources: Sources {
    var further: [String] = []
    for offer in plans.flatMap(\.offers) {
      for name in type(of: offer.terms).sources where !further.contains(name) {
        further.append(name)
      }
    }
    return Sources(channels: plans.first?.channels.count ?? 0, further: further)
  }
}
