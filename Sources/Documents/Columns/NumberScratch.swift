/// Memory for reading figures cell by cell, so that none is taken for each.
public struct NumberScratch: Sendable {
  private var plain: [UInt8] = []
  private var folded = FoldedCell()

  public init() {}

  /// A cell as a number.
  public mutating func read(_ cell: Span<UInt8>, _ form: NumberForm) -> NumberReading {
    guard form.read(cell, into: &plain, &folded) else { return .unreadable }
    return plain.isEmpty ? .missing : NumberReading(plain.span)
  }

  /// The plain decimal a cell stands for, empty where nothing is known; nil where it is no figure.
  public mutating func decimal(_ cell: Span<UInt8>, _ form: NumberForm) -> [UInt8]? {
    form.read(cell, into: &plain, &folded) ? plain : nil
  }
}
