/// Days of the game, and whether their end was stated or is only that of all that is planned.
public struct Window: Sendable, Equatable {
  public var days: Range<Int>
  public var isOpenEnded: Bool

  public init(_ days: Range<Int>, isOpenEnded: Bool = false) {
    self.days = days
    self.isOpenEnded = isOpenEnded
  }
}
