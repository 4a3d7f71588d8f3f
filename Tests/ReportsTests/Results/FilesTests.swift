import Foundation
import Market
import Planning
import ExperimentReports
import Reports
import Takeaways
import Testing

struct FilesTests {
  private let provenance = Provenance(
    version: "0.0.0", scenario: Provenance.Source(file: "town.yaml", bytes: Array("abc".utf8)))

  private func files(_ scenario: Scenario, threads: Int = 1) async throws -> [OutputFile] {
    try await SmallTown.result(scenario, threads: threads).files(provenance)
  }

  @Test func sameSeedSameBytesWhateverTheThreads() async throws {
    for isCoupled in [false, true] {
      let scenario = SmallTown.scenario(isCoupled: isCoupled)
      let alone = try await files(scenario, threads: 1)
      #expect(try await files(scenario, threads: 2) == alone)
      var other = scenario
      other.seed = 8
      #expect(try await files(other) != alone)
    }
  }

  @Test func theManifestTellsWhatWasMadeOfWhat() async throws {
    let files = try await SmallTown.played.value.files(provenance)
    #expect(
      files.map(\.name) == [
        "headline.csv", "plans.csv", "comparison.csv", "dots.csv", "why.csv", "daily.csv",
        "funnel.csv", "segments.csv",
        "channels.csv", "cohorts.csv", "ledger.csv", "offers.csv", "manifest.json",
      ])
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(files.last?.bytes ?? [])) as? [String: Any])
    #expect(
      Set(manifest.keys) == [
        "format", "flywheel", "kernels", "scenario", "seed", "plans", "objective", "replications",
        "precision",
        "peopleSimulated", "eachStandsFor", "files",
      ])
    let scenario = try #require(manifest["scenario"] as? [String: Any])
    // The vector of FIPS 180-2 for "abc".
    #expect(
      scenario["sha256"] as? String
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(manifest["format"] as? Int == 2)
    #expect(manifest["seed"] as? Int == 7)
    #expect(manifest["replications"] as? Int == 30)
    let listed = try #require(manifest["files"] as? [[String: Any]])
    #expect(listed.map { $0["name"] as? String } == files.dropLast().map(\.name))
    for (entry, file) in zip(listed, files) {
      #expect(entry["sha256"] as? String == SHA256.hex(file.bytes))
    }
  }

  @Test func everyTableReadsBackWithAUniqueHeader() async throws {
    for file in try await SmallTown.played.value.files(provenance)
    where file.name.hasSuffix(".csv") {
      let table = try CSVRows(file.bytes)
      #expect(!table.rows.isEmpty, "\(file.name)")
      #expect(Set(table.header).count == table.header.count, "\(file.name)")
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("nan"), "\(file.name)")
    }
  }
}
