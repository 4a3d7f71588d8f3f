import Documents

/// The files a scenario refers to.
extension Context {
  private enum Contents: ContextKey { static let initial: [String: String]? = nil }
  private enum Bases: ContextKey { static let initial: [String: BaseFile] = [:] }
  private enum Needed: ContextKey { static let initial: [String] = [] }

  /// Contents of the files the scenario refers to; `nil` while it is only asked which ones they
  /// are.
  var files: [String: String]? {
    get { self[Contents.self] }
    set { self[Contents.self] = newValue }
  }

  /// What the files of today's customers hold, each read once.
  var bases: [String: BaseFile] {
    get { self[Bases.self] }
    set { self[Bases.self] = newValue }
  }

  /// Names of the files the scenario refers to, as met.
  var neededFiles: [String] {
    get { self[Needed.self] }
    set { self[Needed.self] = newValue }
  }
}
