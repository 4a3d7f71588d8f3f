import Foundation
import Testing

@testable import flywheel

/// The command as planners use it; needs the executable beside the tests.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct TermsCommandTests {
  private func terms(_ words: String...) throws -> BuiltCommand.Ending {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let process = try BuiltCommand.start(["terms"] + words, in: folder)
    process.waitUntilExit()
    return try BuiltCommand.ending(of: process, in: folder)
  }

  @Test func listsThemAll() throws {
    let ending = try terms()
    #expect(ending.status == 0)
    #expect(ending.output.contains("\n  dead weight             "))
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func explainsOne() throws {
    let ending = try terms("Dead", "weight")
    #expect(ending.status == 0)
    #expect(
      ending.output
        == "dead weight: Redemptions on orders that would have been placed without the offer, or their"
        + " share of\nall redemptions by customers; win-backs have none: who took part and had not left was"
        + " only slow, and\nmay have ordered anyway; of points, which come with every order, it is no measure.\n"
    )
  }

  @Test func suggestsTheNearest() throws {
    let ending = try terms("retension")
    #expect(ending.status == 64)
    #expect(ending.output == "")
    #expect(
      ending.errors.hasPrefix("Error: There is no term “retension”. Did you mean “retention”?\n"))
  }
}
