import Foundation
import Statistics
import Testing

@testable import flywheel

/// Portable kernels give the same bytes whatever kernels OpenBLAS would take.
@Suite(.enabled(if: BuiltCommand.url != nil, "there is no executable beside the test runner"))
struct KernelsOptionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Bakery.text, to: "bakery.yaml")
    var rows = ["arm,revenue,visits,age,town,household"]
    for unit in 0..<3_000 {
      let (x, y) = (Double(unit * 7_919 % 1_009) / 7, Double(unit * 104_729 % 997) / 11)
      rows.append(
        "\(["A", "B", "C"][unit % 3]),\(x + y),\(1 + unit % 5),\(y * y / 3),\(unit % 7),\(unit / 4)"
      )
    }
    try folder.write(rows.joined(separator: "\n") + "\n", to: "units.csv")
  }

  /// What is printed and every file, with these kernels of OpenBLAS's.
  private func bytes(_ arguments: [String], _ core: String) throws -> (String, [String: Data]) {
    let process = try BuiltCommand.start(
      arguments + ["--output", "results"], in: folder, environment: ["OPENBLAS_CORETYPE": core])
    process.waitUntilExit()
    let ending = try BuiltCommand.ending(of: process, in: folder)
    #expect(ending.status == 0, "\(ending.errors)")
    return (ending.output, try folder.contents(of: "results"))
  }

  private static let analyses = [
    ["--metric", "revenue", "revenue/visits", "--covariate", "age", "--segment", "town"],
    ["--metric", "revenue", "--covariate", "age", "--cluster", "household", "--stratum", "town"],
    ["--metric", "revenue", "--bootstrap", "poisson", "--permutations", "200"],
    ["--metric", "revenue", "revenue/visits", "--bootstrap", "bucket"],
  ]

  private static let named = "\"kernels\" : \"portable kernels\""

  /// Of processors without AVX, with fused multiply-add, and of AMD's: 3 of the last are enough to differ.
  private static let cores = ["Prescott", "Haswell", "Zen"]

  @Test(arguments: analyses) func analysesAreTheSame(_ options: [String]) throws {
    defer { folder.remove() }
    let arguments = ["analyze", "units.csv", "--arm", "arm", "--json", "--kernels", "portable"]
    let all = try Self.cores.map { try bytes(arguments + options, $0) }
    for other in all.dropFirst() { #expect(other == all[0]) }
    let manifest = try #require(all[0].1["manifest.json"])
    #expect(String(decoding: manifest, as: UTF8.self).contains(Self.named))
  }

  @Test func rehearsalsAreTheSame() throws {
    defer { folder.remove() }
    let arguments = [
      "rehearse", "bakery.yaml", "--arms", "as today, 10 off the second visit", "--days", "60",
      "--customers", "300", "--rehearsals", "6", "--quiet", "--json", "--kernels", "portable",
    ]
    let all = try Self.cores.map { try bytes(arguments, $0) }
    for other in all.dropFirst() { #expect(other == all[0]) }
    let manifest = try #require(all[0].1["manifest.json"])
    #expect(String(decoding: manifest, as: UTF8.self).contains(Self.named))
  }

  /// The portable answer is the native one but for rounding.
  @Test func theAnswerIsTheSame() throws {
    defer { folder.remove() }
    var texts: [String] = []
    for kernels in KernelsOption.Choice.allCases {
      texts.append(
        try bytes(
          ["analyze", "units.csv", "--arm", "arm", "--kernels", kernels.rawValue]
            + Self.analyses[1], "Haswell"
        ).0)
    }
    #expect(texts[0] == texts[1])
  }

  @Test func theManifestNamesTheKernels() throws {
    defer { folder.remove() }
    let files = try bytes(
      ["analyze", "units.csv", "--arm", "arm", "--metric", "revenue"], "Haswell"
    ).1
    let manifest = String(decoding: try #require(files["manifest.json"]), as: UTF8.self)
    #expect(manifest.contains("\"kernels\" : \"") && manifest.contains("kernels\","))
    #expect(!manifest.contains("portable"))
  }
}
