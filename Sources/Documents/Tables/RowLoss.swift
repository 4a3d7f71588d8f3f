/// Rows of a file that could not be used, as a share of all.
public struct RowLoss: Sendable, Equatable {
  /// Above this share the first sentence says so.
  static let notable = 0.005
  /// Above this share nothing is answered unless it was said that rows may be lost.
  static let most = 0.05

  public var lost: Int
  public var read: Int

  public init(lost: Int, read: Int) {
    self.lost = lost
    self.read = read
  }

  /// What is wrong with rows, with how many there are and an example of each reason.
  public static func words(
    _ reasons: [(count: Int, reason: String, example: CellPlace?)]
  ) -> String {
    reasons.map { count, reason, example in
      "\(count) with \(reason)" + (example.map { " (\($0.description))" } ?? "")
    }.joined(separator: "; ")
  }

  public var share: Double { read > 0 ? Double(lost) / Double(read) : 0 }
  public var isNotable: Bool { share > Self.notable }
  public var isTooMuch: Bool { share > Self.most }
}
