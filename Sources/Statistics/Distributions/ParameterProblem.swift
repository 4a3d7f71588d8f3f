/// A parameter outside the domain of its distribution or statistic.
public struct ParameterProblem: Error, Equatable, Sendable {
  public enum Requirement: String, Sendable {
    case finite = "finite"
    case positive = "positive and finite"
    case nonNegative = "zero or positive, and finite"
    case probability = "between 0 and 1"
    /// Counts are handled as doubles, which are exact up to 2⁵³.
    case countable = "between 0 and 2^53"
  }

  public let parameter: String
  public let value: Double
  public let requirement: Requirement

  static func check(
    _ parameter: String, _ value: Double, _ requirement: Requirement
  ) throws(ParameterProblem) {
    let holds =
      switch requirement {
      case .finite: value.isFinite
      case .positive: value > 0 && value.isFinite
      case .nonNegative: value >= 0 && value.isFinite
      case .probability: value >= 0 && value <= 1
      case .countable: value >= 0 && value <= 0x1p53
      }
    guard holds else {
      throw ParameterProblem(parameter: parameter, value: value, requirement: requirement)
    }
  }
}

extension ParameterProblem: CustomStringConvertible {
  public var description: String { "\(parameter) is \(value), it must be \(requirement.rawValue)" }
}
