import Documents
import ExperimentReports
import Reports
import Takeaways

extension RowLoss {
  /// Refuses a file of which too much is lost, unless it was said that rows may be lost.
  func check(_ file: String, _ reasons: String, _ differences: [String], isAllowed: Bool)
    throws(CommandFailure)
  {
    guard !isAllowed, let refusal = refusal(reasons, differences) else { return }
    throw CommandFailure("\(file): \(refusal)")
  }
}
