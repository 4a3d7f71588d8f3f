import ArgumentParser
import Foundation

/// A share as people write it: 5% or 0.05.
struct ShareArgument: ExpressibleByArgument, Equatable {
  let value: Double

  init(_ value: Double) { self.value = value }

  /// - Returns: nil for what is no number; above 1 only a percentage is believed.
  init?(argument: String) {
    let text = argument.replacing("−", with: "-")
    let isPercentage = text.hasSuffix("%")
    guard let number = Double(isPercentage ? String(text.dropLast()) : text), number.isFinite,
      isPercentage || number.magnitude <= 1
    else { return nil }
    value = isPercentage ? number / 100 : number
  }

  var defaultValueDescription: String { "\(Int((value * 100).rounded()))%" }
}
