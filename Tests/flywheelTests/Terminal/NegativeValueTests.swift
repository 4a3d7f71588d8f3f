import ArgumentParser
import Testing

@testable import flywheel

/// A negative number where none belongs is named as such, whichever way the parser stumbles over it.
@Suite struct NegativeValueTests {
  private func said(_ arguments: [String]) -> String {
    do {
      _ = try Flywheel.parseAsRoot(arguments)
      return ""
    } catch {
      return NegativeValue.explained(Flywheel.fullMessage(for: error), given: arguments)
    }
  }

  @Test(arguments: [
    ["--seed", "-1"], ["--seed=-1"], ["--precision", "-5 CNY"], ["--points", "-3"],
    ["--replications", "-.5"], ["--seed", "−1"], ["--threads", "-2"],
  ])
  func isNamed(_ arguments: [String]) throws {
    let option = try #require(arguments.first?.split(separator: "=").first)
    let text = said(["sweep", "x.yaml"] + arguments)
    let first = text.split(separator: "\n").first
    #expect(first == "Error: \(option) must not be negative.")
    #expect(text.contains("Usage: flywheel sweep"))
  }

  @Test(arguments: [["--seed"], ["--seed", "--json"], ["--seed", "-x"]])
  func otherMissingValuesAreSaidToBeMissing(_ arguments: [String]) {
    #expect(said(["run", "x.yaml"] + arguments).hasPrefix("Error: Missing value for"))
  }

  @Test func whatMayBeNegativeIsTaken() {
    #expect(!said(["power", "--lift", "-5%", "--rate", "20%"]).contains("negative"))
  }
}
