import ArgumentParser
import Foundation

/// A share as people write it: 5% or 0.05.
struct ShareArgument: Equatable {
  let value: Double

  /// Reads an argument.
  ///
  /// - Throws: For what is no number, and above 1 for what is no percentage, which would be a slip.
  init(_ argument: String) throws {
    let text = argument.replacing("−", with: "-")
    let isPercentage = text.hasSuffix("%")
    guard let number = Double(isPercentage ? String(text.dropLast()) : text), number.isFinite
    else { throw ValidationError("a share is written like 5% or 0.05") }
    guard isPercentage || number.magnitude <= 1 else {
      throw ValidationError("above 1 a share is written in percent, such as \(argument)%")
    }
    value = isPercentage ? number / 100 : number
  }
}
