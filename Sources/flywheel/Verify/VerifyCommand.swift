import ArgumentParser
import Foundation
import Market

/// Plays every oracle and compares it with its closed form.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Play every oracle: expected, simulated, z.",
    discussion: """
      Each oracle switches off all mechanisms but one whose result is known in closed form, and plays it. \
      z is the distance between simulated and expected in Monte Carlo standard errors. The command fails \
      when any |z| is 4 or more, which luck alone brings about once in 16,000 figures.
      """)

  @Option(help: "The seed everything is drawn from.")
  var seed: UInt64 = 1

  @Option(help: "How large the simulated markets are, relative to the default.")
  var size: Double = 1

  @Flag(help: "Print a JSON list of {oracle, expected, simulated, z}.")
  var json = false

  func validate() throws {
    guard size > 0, size <= 1_000 else {
      throw ValidationError("--size is a number above 0 and at most 1000.")
    }
  }

  func run() throws {
    var checks: [OracleCheck] = []
    if !json { try Terminal.answer(Self.row("oracle", "what", "expected", "simulated", "z")) }
    for oracle in Oracle.all {
      for check in oracle.run(seed: seed, size: size) {
        checks.append(check)
        guard !json else { continue }
        try Terminal.answer(
          Self.row(
            "\(oracle.number) \(oracle.name)", check.name, Self.figure(check.expected),
            Self.figure(check.simulated),
            String(format: "%+.2f", check.z) + (check.isKept ? "" : "  FAILED")))
      }
    }
    let failed = checks.filter { !$0.isKept }
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try Terminal.answer(String(decoding: encoder.encode(checks), as: UTF8.self))
    } else {
      try Terminal.answer(
        failed.isEmpty
          ? "All \(checks.count) figures agree with their closed forms."
          : "\(failed.count) of \(checks.count) figures disagree with their closed forms.")
    }
    if !failed.isEmpty { throw ExitCode.failure }
  }

  private static func figure(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15
      ? String(format: "%.0f", value) : String(format: "%.6f", value)
  }

  private static func row(_ columns: String...) -> String {
    let widths = [22, 36, 14, 14, 7]
    return zip(columns, widths).enumerated().map { place, cell in
      let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return place < 2 ? cell.0 + space : space + cell.0
    }.joined(separator: " ")
  }
}
