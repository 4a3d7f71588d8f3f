import Foundation

/// Python scripts that time what would be used instead, and what they print.
struct PeerScript {
  let file: URL

  /// Which of some Python packages can be found; nil without Python.
  static func packages(_ names: [String]) -> Set<String>? {
    let question = """
      import importlib.util, sys
      print(*[name for name in sys.argv[1:] if importlib.util.find_spec(name)])
      """
    guard let child = try? python(["-c", question] + names), child.isSuccess else { return nil }
    return Set(child.output.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// The words a script prints; nil where it fails.
  func words(_ arguments: String...) throws -> [Substring]? {
    let child = try Self.python([file.path] + arguments)
    return child.isSuccess ? child.output.split(whereSeparator: \.isWhitespace) : nil
  }

  /// The object a script prints as JSON; nil where it fails.
  func object(_ arguments: String...) throws -> [String: Any]? {
    let child = try Self.python(["-W", "ignore", file.path] + arguments)
    guard child.isSuccess else { return nil }
    return try JSONSerialization.jsonObject(with: Data(child.output.utf8)) as? [String: Any]
  }

  private static func python(_ arguments: [String]) throws -> Child {
    try Child(URL(fileURLWithPath: "/usr/bin/env"), ["python3"] + arguments)
  }
}

extension [Substring] {
  /// The number before a word, such as its unit.
  func number(before word: String) -> Double? {
    firstIndex { $0 == word }.flatMap { $0 > startIndex ? Double(self[$0 - 1]) : nil }
  }

  /// The number after a word.
  func number(after word: String) -> Double? {
    firstIndex { $0 == word }.flatMap { $0 + 1 < endIndex ? Double(self[$0 + 1]) : nil }
  }
}
