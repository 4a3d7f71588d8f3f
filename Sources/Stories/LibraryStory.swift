import Documents

/// A story of the library that comes with the command: a scenario from practice to start from.
public struct LibraryStory: Sendable, Equatable {
  /// Such as `record-shop`.
  public let name: String
  /// The file as it lies in the library.
  public let text: String

  /// All of them by name.
  public static let all = storyTexts

  /// The planner's question; `nil` where the file asks none.
  public var question: String? {
    guard case .scalar(let text)? = Document(text).root?["question"]?.content else { return nil }
    return text
  }

  /// All of them, those whose names come nearest to what was written first.
  public static func nearestFirst(_ written: String) -> [LibraryStory] {
    let names = Documents.nearestFirst(to: written, among: all.map(\.name))
    return names.compactMap { name in all.first { $0.name == name } }
  }

  /// The text as a file of one's own.
  ///
  /// - Parameters:
  ///   - file: What it will be called on a command line.
  ///   - hasSchema: Whether `scenario.schema.json` lies beside it.
  /// - Returns: The text, which names that file where it named its own, and no schema that is not there.
  public func text(as file: String, hasSchema: Bool) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if !hasSchema, lines.first?.hasPrefix("# yaml-language-server:") == true {
      lines.removeFirst()
      if lines.first == "#" { lines.removeFirst() }
    }
    return lines.joined(separator: "\n").replacing("scenarios/\(name).yaml", with: file)
  }
}
