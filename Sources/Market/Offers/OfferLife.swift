/// Where somebody stands with one offer.
enum OfferStage: UInt8, Sendable, CaseIterable {
  /// Not eligible yet.
  case outside
  /// Eligible, and will notice on a day that is fixed.
  case waiting
  /// Noticed and declined; still sees it.
  case declined
  /// Taken, and in hand.
  case live
  /// Used up, ended, kept out, or never noticed.
  case over
}

/// What can happen to somebody in an offer's life.
enum OfferEvent: Sendable, Equatable {
  /// The offer is for them from now on; `nil` where they will never notice it.
  case eligible(noticesOn: Int?)
  /// They are told of it, and notice it on a day.
  case told(on: Int)
  /// It is put to them now, whatever became of it before.
  case approached
  /// They notice it and decide, once.
  case decided(takes: Bool, until: Int)
  /// They notice it, and it offers them nothing.
  case foundNothing
  /// A day begins.
  case dayBegins(Int)
  /// They have redeemed it as often as they may.
  case usedUp
  /// An order has carried them past what it is for.
  case outgrown
  /// It ends for everybody who has come to it, such as when its budget is used up.
  case withdrawn
}

/// Somebody's life with one offer: where they stand, and until when.
struct OfferLife: Sendable, Equatable {
  private(set) var stage = OfferStage.outside
  /// The day of noticing of those who wait; else the first day on which it is no longer there.
  private(set) var day: UInt16 = 0

  /// Moves on; what cannot happen at a stage changes nothing.
  mutating func meet(_ event: OfferEvent) {
    switch (event, stage) {
    case (.eligible(let noticing), .outside):
      move(to: noticing == nil ? .over : .waiting, noticing ?? 0)
    case (.told(let noticing), .waiting): move(to: .waiting, noticing)
    case (.approached, .outside), (.approached, .declined), (.approached, .over): move(to: .waiting)
    case (.decided(let takes, let until), .waiting): move(to: takes ? .live : .declined, until)
    case (.foundNothing, .waiting): move(to: .over)
    case (.dayBegins(let today), .declined), (.dayBegins(let today), .live):
      if today >= Int(day) { move(to: .over) }
    case (.usedUp, _), (.outgrown, _): move(to: .over)
    case (.withdrawn, .waiting), (.withdrawn, .declined), (.withdrawn, .live): move(to: .over)
    case (.eligible, _), (.told, _), (.approached, _), (.decided, _), (.foundNothing, _),
      (.dayBegins, _),
      (.withdrawn, _):
      break
    }
  }

  private mutating func move(to stage: OfferStage, _ day: Int = 0) {
    self.stage = stage
    self.day = UInt16(truncatingIfNeeded: min(Int(UInt16.max), day))
  }
}
