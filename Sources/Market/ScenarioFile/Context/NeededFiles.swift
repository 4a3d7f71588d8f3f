import Documents

/// The files a scenario refers to.
extension Context {
  private enum Contents: ContextKey { static let initial: [String: String]? = nil }
  private enum Unreadable: ContextKey { static let initial: [String: String] = [:] }
  private enum Bases: ContextKey { static let initial: [String: BaseFile] = [:] }
  private enum Needed: ContextKey { static let initial: [String] = [] }

  /// Contents of the files the scenario refers to; `nil` while it is only asked which ones they
  /// are.
  var files: [String: String]? {
    get { self[Contents.self] }
    set { self[Contents.self] = newValue }
  }

  /// Why files cannot be read, where more is known than that they cannot.
  var unreadableFiles: [String: String] {
    get { self[Unreadable.self] }
    set { self[Unreadable.self] = newValue }
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

extension Reading {
  /// Refuses a file the scenario refers to.
  mutating func refuse(unreadable name: String, at element: Element) {
    if let reason = context.unreadableFiles[name] {
      refuse(element, reason: "This file cannot be read: \(reason).")
      return
    }
    refuse(
      element, reason: "This file cannot be read.",
      rule: "It is looked for in the folder of the scenario, and may have at most"
        + " \(ScenarioFile.mostBytesOfBase >> 20) MB.")
  }

  /// Notes that the scenario refers to a file.
  mutating func need(_ file: String) {
    if !context.neededFiles.contains(file) { context.neededFiles.append(file) }
  }
}
