extension Table {
  /// Ours, theirs and the ratio; or that the peer failed.
  mutating func add(_ label: String, _ ours: Double, _ theirs: Double?, digits: Int) {
    guard let theirs else { return add(label, ours.fixed(digits), "failed", "") }
    add(label, ours.fixed(digits), theirs.fixed(digits), (theirs / ours).fixed(1))
  }
}
