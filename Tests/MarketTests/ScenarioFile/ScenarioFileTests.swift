import Documents
import Foundation
import Market
import Testing

@Suite struct ScenarioFileTests {
  @Test func namesTheFilesItNeeds() {
    let text = Sample.text.replacing(
      "begin as: customers", with: "begin as: customers\n    today's customers: base.csv")
    #expect(ScenarioFile(text).neededFiles == ["base.csv"])
    #expect(ScenarioFile(Sample.text).neededFiles.isEmpty)
  }

  @Test func lineEndsAndByteOrderMarksDoNotMatter() throws {
    let windows = "\u{FEFF}" + Sample.text.replacing("\n", with: "\r\n")
    #expect(try ScenarioFile(windows).resolve() == ScenarioFile(Sample.text).resolve())
  }

  @Test func refusesBytesThatAreNotUTF8() {
    #expect(throws: ProblemReport.self) { try ScenarioFile(bytes: [0x6E, 0xFF, 0xFE]) }
  }

  /// A question is kept as one line and changes nothing else.
  @Test func aQuestionIsOnlyCarried() throws {
    let frame = "name: Noodle shop\n"
    let asked = "question: >\n  Does a coupon pay,\n  and for whom?\n"
    var scenario = try Sample.resolve([frame: frame + asked])
    #expect(scenario.question == "Does a coupon pay, and for whom?")
    scenario.question = nil
    #expect(try scenario == Sample.resolve())
    #expect(try Sample.resolve().question == nil)
  }

  @Test(arguments: ["''", "[a, b]", "\"a\\eb\"", String(repeating: "why ", count: 76)])
  func aQuestionIsOneSentence(_ text: String) {
    let problems = Sample.problems(["name: Noodle shop": "name: Noodle shop\nquestion: \(text)"])
    #expect(problems.map(\.path) == ["question"])
  }

  @Test func orderOfKeysDoesNotMatter() throws {
    let lines = Sample.text.split(separator: "\n", omittingEmptySubsequences: false)
    let frame = lines.prefix(6).joined(separator: "\n")
    let rest = lines.dropFirst(6).joined(separator: "\n")
    #expect(try ScenarioFile(rest + frame).resolve().scenario == Sample.resolve())
  }

  @Test(arguments: ["segments:", "segments: {}", "segments: []", "segments: ~", "segments: x"])
  func aMarketWithoutSegmentsIsRefused(_ segments: String) throws {
    let head = Sample.text.prefix(
      upTo: try #require(Sample.text.firstRange(of: "segments:")).lowerBound)
    let text = head + segments + "\nplans: [name: today]\n"
    let report = #expect(throws: ProblemReport.self) { try ScenarioFile(String(text)).resolve() }
    #expect(report?.errors.map(\.path) == ["segments"])
  }

  /// Whatever is written, the answer is a scenario or a report, never a trap: lines removed,
  /// repeated, swapped and letters replaced in the library's scenarios, from a fixed seed.
  @Test func neverTraps() throws {
    let url = Fixture.package.appending(path: "scenarios/restaurant.yaml")
    let original = Array(try Fixture.text(url).unicodeScalars)
    let signs = Array("\t:{}[],-#%&*!|>'\"@`0123456789.eE ：\u{0}\u{85}é\n".unicodeScalars)
    var state: UInt64 = 20_260_302
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var refused = 0
    for _ in 0..<300 {
      var text = original
      for _ in 0...draw(4) {
        let place = draw(text.count)
        switch draw(4) {
        case 0: text[place] = signs[draw(signs.count)]
        case 1: text.remove(at: place)
        case 2: text.insert(signs[draw(signs.count)], at: place)
        default:
          let end = min(text.count, place + draw(120))
          text.insert(contentsOf: Array(text[place..<end]), at: draw(text.count))
        }
      }
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text)
      do {
        _ = try ScenarioFile(String(scalars)).resolve()
      } catch {
        refused += 1
        #expect(!error.errors.isEmpty)
        #expect(!error.text(file: "restaurant.yaml").isEmpty)
      }
    }
    #expect(refused > 100)
  }
}
