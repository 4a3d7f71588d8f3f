internal import Documents

/// An amount of money as written in a log, in minor units.
enum AmountReading: Equatable {
  case exact(Int64)
  /// Had more decimals than the currency; rounded, halves to even.
  case rounded(Int64)
  case missing
  case unreadable
  case tooLarge

  /// Reads a plain decimal number such as `-12.50` or `1.5e3`, digit by digit.
  ///
  /// Nothing passes through binary floating point, so that cents are exact. Thousands separators and
  /// currency signs are not guessed at.
  ///
  /// - Parameters:
  ///   - text: The field's bytes.
  ///   - decimals: Decimal places of the minor unit.
  init(_ text: Span<UInt8>, decimals: Int) {
    var digits = DecimalDigits()
    guard let range = text.withoutSpaces else {
      self = .missing
      return
    }
    guard digits.read(text.extracting(range)) else {
      self = MissingWord.isSaid(by: text.extracting(range)) ? .missing : .unreadable
      return
    }
    self = digits.scaled(by: decimals)
  }
}

/// The digits of a decimal number, without its point.
private struct DecimalDigits {
  private var digits: UInt64 = 0
  /// The number is ± digits × 10^exponent, and a little more where a tail was cut off.
  private var exponent = 0
  private var isNegative = false
  private var hasTail = false
  private var overflows = false

  /// - Returns: Whether the text is a number.
  mutating func read(_ text: Span<UInt8>) -> Bool {
    var position = 0
    var count = 0
    if text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
      isNegative = text[0] == UInt8(ascii: "-")
      position = 1
    }
    var isFraction = false
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte >= 0x30, byte <= 0x39 {
        take(UInt64(byte - 0x30), isFraction: isFraction)
        count += 1
      } else {
        break
      }
      position += 1
    }
    guard count > 0 else { return false }
    guard position < text.count else { return true }
    guard let further = text.decimalExponent(from: position, mostDigits: 4) else { return false }
    exponent += further
    return true
  }

  private mutating func take(_ digit: UInt64, isFraction: Bool) {
    if digits > (UInt64.max - 9) / 10 {
      // No room: a digit behind the point is below any minor unit, one before it is not.
      if isFraction { hasTail = hasTail || digit != 0 } else { overflows = true }
      return
    }
    digits = digits * 10 + digit
    if isFraction { exponent -= 1 }
  }

  func scaled(by decimals: Int) -> AmountReading {
    if digits == 0, !overflows { return hasTail ? .rounded(0) : .exact(0) }
    var shift = exponent + decimals
    var magnitude = digits
    // Far beyond any amount, so that sums over a log stay in range.
    let limit: UInt64 = 1_000_000_000_000_000
    guard !overflows, shift < 16 else { return .tooLarge }
    while shift > 0 {
      guard magnitude <= limit else { return .tooLarge }
      magnitude *= 10
      shift -= 1
    }
    var isRounded = hasTail
    if shift < 0 {
      guard shift > -20 else { return .rounded(0) }
      let divisor = (0..<(-shift)).reduce(UInt64(1)) { power, _ in power &* 10 }
      let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor)
      let isHalf = remainder == divisor / 2 && divisor > 1
      let isMore = remainder > divisor / 2 || (isHalf && hasTail)
      isRounded = isRounded || remainder > 0
      magnitude = quotient + (isMore || (isHalf && quotient % 2 == 1) ? 1 : 0)
    }
    guard magnitude <= limit else { return .tooLarge }
    let value = isNegative ? -Int64(magnitude) : Int64(magnitude)
    return isRounded ? .rounded(value) : .exact(value)
  }
}
