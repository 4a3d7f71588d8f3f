import ArgumentParser

/// Paths given as arguments.
enum GivenPath {
  /// Refuses a path of nothing, which a variable that was not set leaves behind.
  ///
  /// - Parameters:
  ///   - path: As given, if it was.
  ///   - name: What is to be named, such as `--output`.
  /// - Throws: `ValidationError` where it is.
  static func check(_ path: String?, _ name: String) throws {
    guard let path, path.allSatisfy(\.isWhitespace) else { return }
    throw ValidationError("\(name) is empty; name a file or folder, or leave it out.")
  }
}
