import ArgumentParser
import Documents
import Foundation
import Market
import Stories
import Takeaways

/// `flywheel init`: a scenario to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a scenario to start from: a small commented one, or a story of the library.",
    discussion: """
      A story is a campaign from practice that plays as it stands: start from the nearest one and change its \
      figures. --list names them, with the question that each answers.
      """)

  @Argument(
    help: """
      The file to write; an existing one is left alone. (default: scenario.yaml, or what the story is called)
      """,
    completion: .file())
  var file: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("Start from this story of the library.", valueName: "story"))
  var story: String?

  @Flag(help: "List the stories of the library and write nothing.")
  var list = false

  func validate() throws {
    try GivenPath.check(file, "The file's name")
    guard !list || (file == nil && story == nil) else {
      throw ValidationError("--list writes nothing: leave out the rest.")
    }
  }

  func run() throws {
    if list {
      try Terminal.answer(Self.listed(LibraryStory.all, width: Terminal.width()))
      return
    }
    let chosen = try story.map { try Self.chosen($0) }
    let file = file ?? chosen.map { "\($0.name).yaml" } ?? "scenario.yaml"
    guard FileStatus(file, followingLinks: false) == nil else {
      throw Self.wrongUsage("\(file) exists already and was left alone; name another file.")
    }
    let text =
      chosen?.text(as: file.printable, hasSchema: Self.hasSchema(beside: file))
      ?? ScenarioFile.starter
    try endingOnDisk { () throws(FileProblem) in
      let scenario = try AtomicFile(file, mustBeNew: true)
      try scenario.append(Array(text.utf8))
      try scenario.commit()
    }
    try Terminal.answer(
      "Wrote \(file). Change its figures to yours, then: flywheel run \(file)")
  }

  /// - Throws: Where there is no such story; which there are has been said then.
  private static func chosen(_ name: String) throws -> LibraryStory {
    if let story = LibraryStory.all.first(where: { $0.name == name }) { return story }
    let known = listed(LibraryStory.nearestFirst(name), width: Terminal.width(of: STDERR_FILENO))
    throw wrongUsage("There is no story “\(name)”. There are, the nearest first:\n\(known)")
  }

  private static func listed(_ stories: [LibraryStory], width: Int) -> String {
    stories.flatMap { story in
      [story.name] + (story.question ?? "").wrapped(to: width - 2).map { "  \($0)" }
    }.joined(separator: "\n")
  }

  private static func hasSchema(beside file: String) -> Bool {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    return FileStatus(folder.appending(path: "scenario.schema.json").path) != nil
  }
}
