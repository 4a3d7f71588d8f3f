/// What all cells of a column say about how its figures are written.
package struct NumberEvidence: Sendable {
  /// Cells with a figure, and those that are one whatever mark stands before decimals.
  private var figures = 0
  private var asPoint = 0
  private var asComma = 0
  /// Those of which the two marks make different figures, and the first of them.
  private var open = 0
  private var openCell: String?
  private var percent = 0
  private var nothing = 0
  private var withPercent: String?
  private var withoutPercent: String?
  private var truths = 0
  private var zerosAndOnes = 0
  /// The first cell that is no plain decimal.
  private var example: String?
  private var currencies: [String]?
  private var currencyClash: [String] = []
  /// The sign that was noted last, which most cells have in common.
  private var lastSign: String?

  private var folded = FoldedCell()

  package init() {}

  package mutating func note(_ cell: Span<UInt8>) {
    if noteQuickly(cell) { return }
    folded.read(cell)
    guard !folded.isForeign, let number = WrittenNumber(folded.bytes) else {
      if TruthWord.value(cell) != nil {
        truths += 1
        example = example ?? DecodedText(cell).text
      }
      noteCurrency(folded.currency)
      return
    }
    noteCurrency(folded.currency)
    let body = number.body.span
    guard add(cell, body, isPercent: number.isPercent) else { return }
    example = example ?? DecodedText(cell).text
  }

  /// Digits, points and commas, which most cells are.
  private mutating func noteQuickly(_ cell: Span<UInt8>) -> Bool {
    guard let number = QuickNumber(cell) else { return false }
    let body = cell.extracting(number.body)
    guard add(cell, body, isPercent: false) else { return false }
    var marks = 0
    var isPlain = number.currency == nil
    for place in body.indices where body[place] < 0x30 {
      marks += 1
      if marks > 1 || body[place] == DecimalMark.comma.rawValue { isPlain = false }
    }
    if body.count == 1, body[0] <= 0x31 { zerosAndOnes += 1 }
    if !isPlain, example == nil { example = DecodedText(cell).text }
    if let sign = number.currency, sign != lastSign {
      lastSign = sign
      noteCurrency(FoldedCell.codes(sign))
    }
    return true
  }

  /// Takes in what the digits and marks of a cell can mean.
  ///
  /// - Returns: Whether they are a figure at all.
  private mutating func add(
    _ cell: Span<UInt8>, _ body: Span<UInt8>, isPercent: Bool
  ) -> Bool {
    let point = DigitGroups.isFigure(body, .point)
    let comma = DigitGroups.isFigure(body, .comma)
    guard point || comma else { return false }
    figures += 1
    if point { asPoint += 1 }
    if comma { asComma += 1 }
    if point, comma, body.indices.contains(where: { body[$0] == 0x2E || body[$0] == 0x2C }) {
      open += 1
      if openCell == nil { openCell = DecodedText(cell).text }
    }
    let isNothing = DigitGroups.isNothing(body)
    if isNothing { nothing += 1 }
    if isPercent {
      percent += 1
      if withPercent == nil { withPercent = DecodedText(cell).text }
    } else if !isNothing, withoutPercent == nil {
      withoutPercent = DecodedText(cell).text
    }
    return true
  }

  private mutating func noteCurrency(_ codes: [String]?) {
    guard let codes, currencyClash.isEmpty else { return }
    guard let known = currencies else {
      currencies = codes
      return
    }
    let both = known.filter(codes.contains)
    if both.isEmpty { currencyClash = [known[0], codes[0]] } else { currencies = both }
  }

  /// How the column is written.
  ///
  /// - Parameters:
  ///   - column: Its name, for what is said where it cannot be decided.
  ///   - isCommaSeparated: Whether commas separate fields, so that a mark alone is what it is in English.
  ///   - forced: The mark that was asked for.
  /// - Returns: The form.
  /// - Throws: Where no row decides.
  package func form(
    _ column: String, isCommaSeparated: Bool, forced: DecimalMark?
  ) throws(ColumnDoubt) -> NumberForm {
    if !currencyClash.isEmpty {
      throw .currencies(currencyClash[0], currencyClash[1], column: column)
    }
    var form = NumberForm()
    form.currencies = currencies
    form.isTruth = truths > 0 && figures == zerosAndOnes
    if percent > 0, let withPercent {
      guard percent + nothing >= figures else {
        throw .percent(withPercent, withoutPercent ?? "", column: column)
      }
      form.isPercent = true
    }
    if let forced {
      form.decimal = forced
    } else {
      form.decimal = try mark(column, isCommaSeparated)
    }
    form.example = example ?? (form.decimal == .comma ? openCell : nil)
    return form
  }

  private func mark(_ column: String, _ isCommaSeparated: Bool) throws(ColumnDoubt) -> DecimalMark {
    if asPoint != asComma { return asPoint > asComma ? .point : .comma }
    guard open > 0, !isCommaSeparated, let openCell else { return .point }
    throw .decimal(openCell, column: column)
  }
}
