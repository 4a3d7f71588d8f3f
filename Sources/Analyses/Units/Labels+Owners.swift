import Experiments

extension Labels {
  /// A cluster with units in several arms, among ``owners(among:)``.
  static let several: Int32 = -2

  /// By cluster, the arm that all its units are in; -1 where it has none.
  func owners(among arm: Labels) -> [Int32] {
    var owners = [Int32](repeating: -1, count: count)
    for (cluster, own) in zip(codes, arm.codes) {
      let before = owners[Int(cluster)]
      owners[Int(cluster)] = before == -1 || before == own ? own : Self.several
    }
    return owners
  }
}
