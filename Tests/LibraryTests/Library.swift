import Foundation

/// The stories of the scenario library, each played once in a process.
enum Library {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scenarios")

  /// Every story by name, such as `record-shop`.
  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func path(_ name: String) -> String { folder.appending(path: "\(name).yaml").path }

  private static let plays = Plays()

  /// A story as it is answered, with its own seed and precision.
  ///
  /// - Parameters:
  ///   - name: The file's name without its ending.
  ///   - changes: Values by place, as `sweep --vary` has places: a plan, a colon and the way to a key, such as
  ///     `"second visit, 10 off: coupons.second visit.value": "12 CNY"`; without a plan the way from the top,
  ///     such as `"assumptions.pull of a coupon.value": "3..5"`.
  /// - Returns: The story.
  /// - Throws: What is wrong with it.
  static func story(_ name: String, changing changes: [String: String] = [:]) async throws -> Story
  {
    try await plays.story(name, changes)
  }
}

/// Plays what is asked for one after the other, each with all processors, and never the same again.
private actor Plays {
  private struct Wanted: Hashable {
    let name: String
    let changes: [String: String]
  }

  private var stories: [Wanted: Task<Story, any Error>] = [:]
  private var last: Task<Void, Never>?

  func story(_ name: String, _ changes: [String: String]) async throws -> Story {
    let wanted = Wanted(name: name, changes: changes)
    if let known = stories[wanted] { return try await known.value }
    let before = last
    let playing = Task {
      await before?.value
      return try await Story(playing: name, changing: changes)
    }
    stories[wanted] = playing
    last = Task { _ = try? await playing.value }
    return try await playing.value
  }
}
