import Documents
import Experiments

extension Kind<String> {
  static func text(_ rule: String) -> Self {
    Kind(scalar: { _ in rule }, schema: .object(["type": .string("string")]), write: { $0 }) {
      text, _ throws(Mismatch) in
      guard text.contains(where: { $0 != " " }) else {
        throw Mismatch(reason: "No value is given.")
      }
      return text
    }
  }

  static func column(_ example: String) -> Self { text("a column's name such as `\(example)`") }
}

extension Kind<SwitchbackColumns> {
  static var switchback: Self {
    Kind(
      scalar: { _ in "the columns of what switches and of the window of time such as `city,hour`" },
      schema: .object(["type": .string("string")]), write: { "\($0.place),\($0.window)" }
    ) { text, _ throws(Mismatch) in
      do {
        return try SwitchbackColumns(text)
      } catch {
        throw Mismatch(reason: "\(error)")
      }
    }
  }
}

extension Kind<MetricSpecification> {
  static var metric: Self {
    Kind(
      scalar: { _ in
        "a metric such as `revenue`, `converted:proportion`, `revenue/sessions`, `p90(latency)` or"
          + " `d7(last_seen)`"
      },
      schema: .object(["type": .string("string")]), write: \.name
    ) { text, _ throws(Mismatch) in
      do {
        return try MetricSpecification(text)
      } catch {
        throw Mismatch(reason: "\(error)")
      }
    }
  }
}

extension Kind<Double> {
  /// A number of which something is true.
  static func figure(_ rule: String, _ isValid: any KeyPath<Double, Bool> & Sendable) -> Self {
    Kind(scalar: { _ in rule }, schema: .object(["type": .string("number")]), write: { "\($0)" }) {
      text, _ throws(Mismatch) in
      let isPercentage = text.hasSuffix("%")
      guard let written = Double(isPercentage ? String(text.dropLast()) : text) else {
        throw Mismatch(reason: "It is no number.")
      }
      let number = isPercentage ? written / 100 : written
      guard number[keyPath: isValid] else {
        throw Mismatch(reason: "The value is out of range.")
      }
      return number
    }
  }
}

extension Double {
  var isCount: Bool { self >= 1 && self <= 1e15 && self == rounded() }
  var isBurnIn: Bool { self == 0 || isCount && self <= 1_000_000 }
  var isLooks: Bool { isCount && self <= 1_000 }
  var isUpperShare: Bool { self > 0.5 && self < 1 }
}
