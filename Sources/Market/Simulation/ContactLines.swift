/// The clocks by which the people of a market hear of us: one a channel, one of their own accord a segment, and
/// further ones where a channel reaches other segments in the run-off than within the horizon.
struct ContactLines: Sendable {
  /// Runs only within the horizon, or only after it.
  struct Extra: Sendable {
    let channel: Int
    let isAfter: Bool
  }

  private let channels: [Channel]
  private let segments: Int
  let extras: [Extra]
  /// By channel: segments it reaches within the horizon, and after it.
  private let within: [Set<Int>]
  private let after: [Set<Int>]

  /// Lines for a plan's channels, the same channels as they are in the run-off, and so many segments.
  init(_ channels: [Channel], after later: [Channel], segments: Int) {
    self.channels = channels
    self.segments = segments
    within = channels.map { Set($0.audience) }
    after = zip(channels, later).map { channel, later in
      Set(later.isUsed ? later.audience : channel.audience)
    }
    var extras: [Extra] = []
    for channel in channels.indices {
      if !within[channel].subtracting(after[channel]).isEmpty {
        extras.append(Extra(channel: channel, isAfter: false))
      }
      if !after[channel].subtracting(within[channel]).isEmpty {
        extras.append(Extra(channel: channel, isAfter: true))
      }
    }
    self.extras = extras
  }

  /// The clock of people who notice us by themselves.
  func organic(of segment: Int) -> Int { channels.count + segment }

  /// The clock of an extra line.
  func extra(_ place: Int) -> Int { channels.count + segments + place }

  /// The clock by which a channel ever reaches a segment.
  func clock(of channel: Int, reaching segment: Int) -> Int? {
    let (now, later) = (within[channel].contains(segment), after[channel].contains(segment))
    guard now != later else { return now ? channel : nil }
    return extras.firstIndex { $0.channel == channel && $0.isAfter == later }.map { extra($0) }
  }
}
