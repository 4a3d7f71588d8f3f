import Experiments

extension NotEstimable {
  /// The reason with a capital letter and a full stop.
  var sentence: String { reason.prefix(1).uppercased() + reason.dropFirst() + "." }
}
