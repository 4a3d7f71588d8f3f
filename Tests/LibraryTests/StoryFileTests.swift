import Documents
import Foundation
import Market
import Stories
import Testing

/// What holds of every story as it is written.
@Suite struct StoryFileTests {
  private func document(_ name: String) throws -> Element {
    let text = try String(contentsOfFile: Library.path(name), encoding: .utf8)
    return try #require(Document(text).root)
  }

  private func text(_ element: Element?) -> String? {
    guard case .scalar(let text)? = element?.content, !text.isEmpty else { return nil }
    return text
  }

  @Test func thereAreStories() { #expect(Library.names.count >= 2) }

  @Test(arguments: Library.names)
  func asksAQuestion(_ name: String) throws {
    let question = try #require(text(try document(name)["question"]))
    #expect(question.hasSuffix("?"))
  }

  /// The command comes without the files: `scripts/embed-stories` writes their texts into it.
  @Test func comeWithTheCommandAsTheyAre() throws {
    #expect(LibraryStory.all.map(\.name) == Library.names)
    for story in LibraryStory.all {
      let text = try String(contentsOfFile: Library.path(story.name), encoding: .utf8)
      #expect(story.text == text, "\(story.name): run scripts/embed-stories")
      // Whoever starts from it has that one file.
      #expect(ScenarioFile(story.text).neededFiles.isEmpty)
    }
  }

  @Test(arguments: Library.names)
  func saysWhatItsAssumptionsRestOn(_ name: String) throws {
    for entry in try document(name)["assumptions"]?.entries ?? [] {
      let basis = try #require(text(entry.value["basis"]), "\(entry.name)")
      if basis == "cited" || basis == "measured" {
        #expect(text(entry.value["why"]) != nil, "\(entry.name) names no source")
      }
    }
  }

  /// The header tells whoever opens it by which schema it is checked, and how it is played.
  @Test(arguments: Library.names)
  func tellsHowItIsPlayed(_ name: String) throws {
    let text = try String(contentsOfFile: Library.path(name), encoding: .utf8)
    #expect(text.hasPrefix("# yaml-language-server: $schema=scenario.schema.json\n"))
    #expect(text.contains("flywheel run scenarios/\(name).yaml"))
  }
}
