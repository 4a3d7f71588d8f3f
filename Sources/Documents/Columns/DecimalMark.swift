/// What stands before the decimals of a figure; the other of the two may group its digits.
public enum DecimalMark: UInt8, Sendable, CaseIterable {
  case point = 0x2E
  case comma = 0x2C

  /// Its name, or the sign itself.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "point", "dot", "period", ".": self = .point
    case "comma", ",": self = .comma
    default: return nil
    }
  }

  var other: DecimalMark { self == .point ? .comma : .point }
  var sign: String { self == .point ? "." : "," }
  var title: String { self == .point ? "a point" : "a comma" }
}
