import RealModule

/// Where on a line a value stands.
public struct Scale: Sendable {
  public let low: Double
  public let high: Double
  let start: Double
  let end: Double

  /// - Parameters:
  ///   - values: All that has to be on the line; 0 need not be among them.
  ///   - start: Where the lowest stands.
  ///   - end: Where the highest stands.
  public init(_ values: some Sequence<Double>, from start: Double, to end: Double) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    if low > high { (low, high) = (0, 1) }
    // Nothing is drawn apart that doubles hardly hold apart.
    let least = max(abs(low), abs(high)) * 1e-9
    if high - low <= least || high - low < 1e-290 {
      let reach = max(abs(low) * 0.1, low == 0 ? 1 : 1e-280)
      (low, high) = (
        max(low - reach, -.greatestFiniteMagnitude), min(high + reach, .greatestFiniteMagnitude)
      )
    }
    (self.low, self.high, self.start, self.end) = (low, high, start, end)
  }

  public func callAsFunction(_ value: Double) -> Double {
    // Halved, since ends may be as far apart as no double is.
    start + (value / 2 - low / 2) / (high / 2 - low / 2) * (end - start)
  }

  /// Round values on the line, about so many.
  ///
  /// Steps are 1, 2 or 5 times a power of ten.
  public func ticks(about count: Int) -> [Double] {
    let raw = high / Double(max(1, count)) - low / Double(max(1, count))
    let power = Double.pow(10, Double.log10(raw).rounded(.down))
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= raw * 0.999 } ?? 10 * power
    guard step > 0, step.isFinite else { return [] }
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    guard last >= first, last - first < 100 else { return [] }
    // An ordinary zero for a negative one.
    return (0...Int(last - first)).map { (first + Double($0)) * step + 0 }
  }
}

/// Figures on axes, as short as they can be.
public enum Short {
  /// Such as `+25k`, `−1.5M` or `0.2`.
  public static func number(_ value: Double, isSigned: Bool = false) -> String {
    let size = abs(value)
    guard value.isFinite else { return "–" }
    guard size < 1e13, size == 0 || size >= 5e-4 else { return power(value, isSigned: isSigned) }
    let (scaled, unit): (Double, String) =
      size >= 999_500_000
      ? (size / 1e9, "B")
      : size >= 999_500 ? (size / 1e6, "M") : size >= 9_995 ? (size / 1e3, "k") : (size, "")
    let decimals = scaled >= 100 || scaled == 0 ? 0 : scaled >= 10 ? 1 : scaled >= 1 ? 2 : 3
    let scale = Double.pow(10, Double(decimals))
    let digits = Int((scaled * scale).rounded())
    let whole = digits / Int(scale)
    var rest = String(String(digits % Int(scale) + Int(scale)).dropFirst())
    while rest.last == "0" { rest.removeLast() }
    let sign = digits == 0 ? "" : value < 0 ? "−" : isSigned ? "+" : ""
    let grouped =
      whole >= 1_000 ? "\(whole / 1_000),\(String(1_000 + whole % 1_000).dropFirst())" : "\(whole)"
    return sign + grouped + (rest.isEmpty ? "" : ".\(rest)") + unit
  }

  /// Such as `+1.2e20`, where figures are too large or too small for words.
  private static func power(_ value: Double, isSigned: Bool) -> String {
    let exponent = Int(Double.log10(abs(value)).rounded(.down))
    // In two steps, since the power alone may be no double.
    let half = exponent / 2
    let mantissa =
      abs(value) / Double.pow(10, Double(half)) / Double.pow(10, Double(exponent - half))
    let tenths = Int((min(mantissa, 10) * 10).rounded())
    let sign = value < 0 ? "−" : isSigned ? "+" : ""
    return "\(sign)\(tenths / 10)\(tenths % 10 == 0 ? "" : ".\(tenths % 10)")e\(exponent)"
  }
}
