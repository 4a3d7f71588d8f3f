import Experiments
public import Documents

extension UnitProblem: TableFormProblem {
  /// A cell that is not plain, or column names that may be in another encoding.
  public var asksForSurvey: Bool {
    switch self {
    case .table(.notPlain), .header: true
    default: false
    }
  }

  public func remedy(_ form: TableForm) -> TableForm? { nil }
}
