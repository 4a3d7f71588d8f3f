import Market
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

struct HowSureTests {
  @Test(arguments: [
    (0.0, "almost none"), (0.02, "almost none"), (0.19, "a fifth"), (0.3, "a third"),
    (0.52, "half"), (0.81, "four fifths"), (0.93, "nine tenths"), (1, "almost all"),
  ])
  func partsInWords(share: Double, words: String) {
    #expect(Readable.part(share) == words)
  }

  @Test(arguments: [
    (1.0, "100 of 100"), (0.997, "more than 99 of 100"), (0.5, "50 of 100"),
    (0.001, "fewer than 1 of 100"), (0.014, "1 of 100"), (0, "0 of 100"),
  ])
  func aShareShortOfAllIsNotAll(share: Double, words: String) {
    #expect(Readable.outOfHundred(share) == words)
    let short = words.replacing("more than ", with: ">").replacing("fewer than ", with: "<")
    #expect(Readable.shortOutOfHundred(share) == short)
    // Tables say it in per cent, and the same.
    #expect(Readable.chance(share) == short.replacing(" of 100", with: "%"))
  }

  /// Of n replications the least chance that can be told is 1/(n + 1): it is a bound, and so is all but it.
  @Test(
    arguments: [
      (10, 1, "fewer than 10 of 100"), (10, 10, "more than 90 of 100"), (10, 2, "18 of 100"),
      (64, 1, "fewer than 2 of 100"), (64, 65, "more than 98 of 100"),
      (64, 0, "fewer than 2 of 100"), (2, 2, "more than 66 of 100"),
      (200, 200, "more than 99 of 100"), (200, 3, "1 of 100"),
    ] as [(Int, Double, String)])
  func whatNoReplicationShowsIsABound(replications: Int, gaps: Double, words: String) {
    let least = 1 / Double(replications + 1)
    let short = words.replacing("more than ", with: ">").replacing("fewer than ", with: "<")
    // As the one and as the other way of computing it leaves its last bits.
    for share in [gaps * least, 1 - (Double(replications) + 1 - gaps) / Double(replications + 1)] {
      #expect(Readable.outOfHundred(share, least: least) == words)
      #expect(Readable.shortOutOfHundred(share, least: least) == short)
      #expect(Readable.chance(share, least: least) == short.replacing(" of 100", with: "%"))
    }
  }

  @Test func fewReplicationsAreNamed() async throws {
    var scenario = SmallTown.scenario()
    scenario.stopping = StoppingRule(minimum: 2, maximum: 2)
    let answer = Answer(try await SmallTown.result(scenario))
    #expect(
      answer.sentences.joined().contains(
        "nly two replications were played, which alone makes the range wide: play 30 or more."))
    let enough = Answer(try await SmallTown.played.value)
    #expect(!enough.sentences.joined().contains("replications were played"))
  }

  /// Without ranges nothing but luck makes markets differ, and a planner is told how to say what they guess.
  @Test func withoutRangesTheAnswerRestsOnTheFigures() async throws {
    let answer = Answer(try await SmallTown.played.value)
    #expect(
      answer.sentences[1].contains(
        "the range is luck alone, since the scenario's figures are taken as exact"))
  }
}
