/// A column of names, each unit's kept as the name's number.
public struct Labels: Sendable, Equatable {
  /// In the order of their numbers.
  public let names: [String]
  /// By unit.
  public let codes: [Int32]

  public init(names: [String], codes: [Int32]) {
    precondition(
      codes.allSatisfy { $0 >= 0 && Int($0) < names.count }, "a code is the number of a name")
    self.names = names
    self.codes = codes
  }

  public var count: Int { names.count }
}
