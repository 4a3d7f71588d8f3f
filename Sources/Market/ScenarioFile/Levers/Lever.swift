import Documents
import RealModule

/// A figure of a plan that can be turned up and down, and between which values.
public struct Lever: Sendable, Equatable {
  /// What it is called; the way to its key where it has no name of its own.
  public let name: String
  /// The plan it changes.
  public let plan: String
  /// The way to its key from the plan on, such as `coupons.second visit.value`.
  public let key: String
  public let low: Double
  public let high: Double
  /// Of both ends, such as `CNY per day`; empty where there is none.
  public let unit: String

  /// - Throws: Why these are no two ends.
  init(
    name: String, plan: String, key: String, between range: QuantityRange
  ) throws(Mismatch) {
    guard !range.isFigure else {
      throw Mismatch(reason: "A lever moves between two values.")
    }
    guard !range.isUniform else {
      throw Mismatch(
        reason: "A lever is moved, not drawn: `uniform` says nothing here.",
        repairs: [String(range.text.dropLast("uniform".count)).trimmed])
    }
    (self.name, self.plan, self.key) = (name, plan, key)
    (low, high, unit) = (range.low.number, range.high.number, range.unit)
  }

  /// A value of it, as a planner writes it.
  public struct Setting: Sendable, Equatable {
    public let number: Double
    public let text: String
  }

  /// Values from one end to the other at equal distances, each once.
  ///
  /// - Parameters:
  ///   - count: How many, at least 2.
  ///   - decimals: With how many decimals they are written; nil for three digits of the distance.
  /// - Returns: The values, from low to high; fewer where the decimals make some of them equal.
  func settings(_ count: Int, decimals: Int? = nil) -> [Setting] {
    precondition(count >= 2, "a lever has two ends")
    let step = (high - low) / Double(count - 1)
    let decimals = decimals ?? max(0, 2 - Int(Double.log10(step).rounded(.down)))
    let scale = Double.pow(10, Double(min(decimals, 15)))
    var settings: [Setting] = []
    for place in 0..<count {
      let exact = place == count - 1 ? high : low + Double(place) * step
      let number = (exact * scale).rounded() / scale
      guard settings.last?.number != number else { continue }
      settings.append(Setting(number: number, text: text(number)))
    }
    return settings
  }

  /// Values a little beyond an end of those that are tried, the furthest first, with as many decimals.
  func settings(beyond settings: [Setting], isLow: Bool) -> [Setting] {
    guard let first = settings.first, let last = settings.last, settings.count > 1 else {
      return []
    }
    let step = (last.number - first.number) / Double(settings.count - 1)
    let scale =
      (0...12).map { Double.pow(10, Double($0)) }
      .first { scale in settings.allSatisfy { ($0.number * scale).rounded() / scale == $0.number } }
      ?? 1e12
    var numbers: [Double] = []
    for part in [1, 0.5, 0.1] {
      let exact = isLow ? first.number - part * step : last.number + part * step
      let number = (exact * scale).rounded(isLow ? .down : .up) / scale
      if numbers.last != number { numbers.append(number) }
    }
    return numbers.map { Setting(number: $0, text: text($0)) }
  }

  private func text(_ number: Double) -> String {
    let plain = number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    return unit.isEmpty ? plain : unit.hasPrefix("%") ? plain + unit : "\(plain) \(unit)"
  }
}
