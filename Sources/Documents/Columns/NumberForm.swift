/// How a column's figures are written, decided for the whole column.
public struct NumberForm: Sendable, Equatable {
  public var decimal = DecimalMark.point
  /// Every figure carries a percent sign.
  public var isPercent = false
  /// Words for yes and no stand for 1 and 0.
  public var isTruth = false
  /// The currencies that signs in it may stand for; nil where it has none.
  public var currencies: [String]?
  /// A cell that is no plain decimal with a point, the first there is.
  public var example: String?

  public static let plain = NumberForm()

  public init() {}

  /// Whether every figure is a plain decimal.
  public var isPlain: Bool { self == .plain }

  /// What was decided, in a sentence; nil where nothing had to be.
  public func sentence(_ column: String) -> String? {
    guard let example else { return nil }
    var (plain, folded): ([UInt8], FoldedCell) = ([], FoldedCell())
    guard read(Array(example.utf8).span, into: &plain, &folded),
      let value = Double(String(decoding: plain, as: UTF8.self))
    else { return nil }
    let written = isPercent || isTruth ? "\(value)" : String(decoding: plain, as: UTF8.self)
    return "Figures of \(column): “\(example)” is read as"
      + " \(written.hasSuffix(".0") ? String(written.dropLast(2)) : written)."
  }

  /// The plain decimal that a cell stands for, such as `-1210.50`.
  ///
  /// - Parameters:
  ///   - cell: The cell, or any part of its text.
  ///   - plain: Receives the decimal; nothing where none is known.
  ///   - folded: Memory for the cell as it was meant.
  /// - Returns: Whether it is one, or says that nothing is known.
  func read(_ cell: Span<UInt8>, into plain: inout [UInt8], _ folded: inout FoldedCell) -> Bool {
    plain.removeAll(keepingCapacity: true)
    if isTruth, let value = TruthWord.value(cell) {
      plain.append(value ? 0x31 : 0x30)
      return true
    }
    if !isPercent, let number = QuickNumber(cell) {
      let body = cell.extracting(number.body)
      if DigitGroups.isFigure(body, decimal) {
        if number.isNegative { plain.append(UInt8(ascii: "-")) }
        DigitGroups.write(body, decimal, to: &plain)
        return true
      }
    }
    folded.read(cell)
    // A zero may go without the percent sign of the others.
    if !folded.isForeign, let number = WrittenNumber(folded.bytes), number.isFigure(decimal),
      number.isPercent || !isPercent || DigitGroups.isNothing(number.body.span)
    {
      guard isPercent || !number.isPercent else { return false }
      number.write(decimal, to: &plain)
      return true
    }
    return MissingWord.isSaid(by: cell)
  }
}
