import ArgumentParser

/// Whole numbers given as options.
enum Whole {
  /// Refuses a whole number outside of what is valid.
  static func check(_ value: Int?, _ name: String, _ valid: ClosedRange<Int>) throws {
    guard let value, !valid.contains(value) else { return }
    throw ValidationError(
      "\(name) is a whole number from \(valid.lowerBound) to \(valid.upperBound).")
  }
}
