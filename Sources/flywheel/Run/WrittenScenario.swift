import Documents
import Foundation
import Market
import ExperimentReports
import Reports
import Takeaways
import Workbooks

/// A scenario file and the files it refers to, as they are on disk.
struct WrittenScenario {
  let file: String
  /// It, and the files it refers to.
  let paths: [String]
  let written: ScenarioFile
  /// The texts of the files it refers to, by name; those that cannot be read are left out.
  let texts: [String: String]
  /// Why some of those cannot be read.
  let unreadable: [String: String]
  let provenance: Provenance

  /// - Throws: Why it cannot be read, as text.
  init(_ file: String) throws(ScenarioInput.Refusal) {
    self.file = file
    let bytes = try Self.bytes(of: file)
    let written: ScenarioFile
    do throws(ProblemReport) {
      written = try ScenarioFile(bytes: bytes)
    } catch {
      throw ScenarioInput.Refusal(text: error.text(file: file))
    }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    var others: [String: [UInt8]] = [:]
    for name in written.neededFiles {
      let url = URL(fileURLWithPath: name, relativeTo: folder)
      let most = ScenarioFile.mostBytesOfBase
      guard let bytes = try? DocumentBytes.read(url.path, most: most), bytes.count <= most else {
        continue
      }
      others[name] = bytes
    }
    paths = [file] + written.neededFiles.map { URL(fileURLWithPath: $0, relativeTo: folder).path }
    var texts: [String: String] = [:]
    var unreadable: [String: String] = [:]
    for (name, bytes) in others {
      do throws(WorkbookProblem) {
        texts[name] =
          try Workbook.isOne(bytes) ? Self.text(of: bytes) : TextEncoding.text(of: bytes)
        if let problem = Workbook.lockedProblem(bytes) { throw problem }
      } catch {
        unreadable[name] = "\(error)"
      }
    }
    self.written = written.including(texts)
    (self.texts, self.unreadable) = (texts, unreadable)
    provenance = Provenance(
      version: Version.number,
      scenario: Provenance.Source(
        file: URL(fileURLWithPath: file).lastPathComponent, bytes: bytes),
      others: others.sorted { $0.key < $1.key }
        .map { Provenance.Source(file: $0.key, bytes: $0.value) })
  }

  /// The first sheet of a workbook.
  private static func text(of workbook: [UInt8]) throws(WorkbookProblem) -> String {
    let text = try Workbook(workbook).text(ofSheet: nil, as: .asShown)
    return String(decoding: Array(text.pieces.joined()), as: UTF8.self)
  }

  /// The scenario as it is to be played, from the file or from one that was changed.
  func resolved(
    _ written: ScenarioFile, simulated: Int?, _ applied: (Scenario) -> Scenario
  ) throws(ProblemReport) -> ResolvedScenario {
    var resolved = try written.resolve(
      files: texts, unreadable: unreadable, simulated: simulated)
    resolved.scenario = applied(resolved.scenario)
    return resolved
  }

  /// The scenario file's name without its ending: what its results are called.
  var stem: String { ResultFolder.name(for: file, else: "scenario") }

  private static func bytes(of file: String) throws(ScenarioInput.Refusal) -> [UInt8] {
    do {
      return try DocumentBytes.read(file)
    } catch {
      throw ScenarioInput.Refusal(text: "\(file): \(error.reason).\n")
    }
  }
}
