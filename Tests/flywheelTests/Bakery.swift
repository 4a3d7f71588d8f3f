import Foundation

/// A scenario of which everything is known, with flyers and two offers: small, and the same when the starter
/// changes.
enum Bakery {
  static var text: String {
    get throws {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/bakery.yaml")
      return try String(contentsOf: file, encoding: .utf8)
    }
  }
}
