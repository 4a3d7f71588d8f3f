import Documents

extension GroupNames {
  private static let controlWords: Set<String> = [
    "control", "control group", "baseline", "kontrolle", "kontrollgruppe", "对照", "对照组", "控制组",
    "基线", "contrôle", "groupe contrôle", "grupo de control", "controllo",
  ]

  /// The control asked for; else the arm that is called so; else the first in order.
  ///
  /// - Parameters:
  ///   - codes: The arms of the units.
  ///   - asked: The control's name, where it was given.
  ///   - column: Of arms, for messages.
  ///   - reasons: Why other rows are no units, for messages.
  /// - Returns: Its name; nil for the first.
  /// - Throws: Where there is one arm or too many, or none of the name.
  func control(
    _ codes: [Int32], asked: String?, column: String, besides reasons: String
  ) throws(UnitProblem) -> String? {
    let names = order(codes).map(\.name)
    if names.count > UnitProblem.mostArms {
      throw .tooManyArms(names.count, column: column)
    }
    if let asked, !names.contains(asked) {
      throw .noSuchControl(asked, known: names, nearest: nearest(to: asked, among: names))
    }
    if names.count == 1 { throw .oneArm(names[0], column: column, besides: reasons) }
    return asked ?? names.first { Self.controlWords.contains($0.lowercased()) }
  }
}
