import Documents
import Foundation
import Market
import SharedData
import Testing

/// The scenarios that come with Flywheel, the starter and the fragments of `fit` can all be played.
@Suite struct LibraryScenarioTests {
  static let library = Fixture.files(in: Fixture.package.appending(path: "scenarios"), "yaml")
  static let fragments = Fixture.files(in: Fixture.folder.appending(path: "fragments"), "yaml")

  @Test(arguments: library + fragments)
  func resolvesWithoutWarnings(_ url: URL) throws {
    let name = url.deletingPathExtension().lastPathComponent
    #expect(try Fixture.resolve(url).warnings.problems.map(\.path) == MeantWarnings.of(name))
  }

  @Test func starterResolvesWithoutWarnings() throws {
    let resolved = try ScenarioFile(ScenarioFile.starter).resolve()
    #expect(resolved.warnings.problems.isEmpty)
    #expect(resolved.scenario.plans.count == 4)
    // What its author guesses is a range, and says so.
    #expect(resolved.assumptions.count == 4)
    #expect(resolved.assumptions.allSatisfy { $0.basis == .guess })
  }

  /// Whoever writes a first scenario meets few words: names that are the planner's own are not among them.
  @Test func starterUsesFewKeys() throws {
    let text = ScenarioFile.starter.split(separator: "\n").map { $0.prefix { $0 != "#" } }
      .joined(separator: "\n")
    let names: Set = [
      "neighbours", "second visit", "come and try", "pull of a coupon",
    ]
    let keys = text.matches(of: #/([a-z][a-z ]*):/#).map { String($0.1) }
    let known = Set(keys).subtracting(names)
    #expect(known.count <= 25)
    #expect(known.isSuperset(of: ["currency", "assumptions", "basis", "coupons", "plans"]))
  }

  @Test func secondVisitComparesPlansOnTheSameChannels() throws {
    let url = Fixture.package.appending(path: "Benchmarks/second-visit.yaml")
    let scenario = try Fixture.resolve(url).scenario
    #expect(scenario.market.segments.map(\.name) == ["office workers", "residents", "students"])
    // 45 %, 35 % and 20 % of 20,000.
    #expect(scenario.market.segments.map(\.size) == [9_000, 7_000, 4_000])
    for plan in scenario.plans {
      #expect(plan.channels.map(\.name) == ["flyers", "delivery platform"])
    }
    #expect(scenario.plans[0].offers.isEmpty)
    #expect(scenario.plans[0].channels.allSatisfy { $0.bought?.buying == .budget(0) })
    #expect(scenario.plans[0].channels.allSatisfy { $0.bought?.fixedCostPerDay == 0 })
    #expect(scenario.plans[2].channels.allSatisfy { $0.bought?.buying != .budget(0) })
  }

  @Test func recordShopIsTheFittedMarket() throws {
    let url = Fixture.package.appending(path: "scenarios/record-shop.yaml")
    let scenario = try Fixture.resolve(url).scenario
    let segment = try #require(scenario.market.segments.first)
    // BG/NBD and Gamma–Gamma of the CDNOW log in weeks and dollars: Fader, Hardie and Lee (2005),
    // Fader and Hardie (2013).
    // The file holds what `flywheel fit` finds, as ranges: their medians are the published figures as printed.
    func isPrinted(_ value: Double, _ published: Double, _ decimals: Int) -> Bool {
      abs(value - published) <= 0.5001 * pow(10, -Double(decimals))
    }
    #expect(isPrinted(segment.purchases.shape, 0.2426, 4))
    #expect(isPrinted(segment.purchases.rate / 7, 4.414, 3))
    guard case .afterOrders(let a, let b, let first) = segment.purchases.lapse else {
      Issue.record("BG/NBD lapses after orders")
      return
    }
    #expect(isPrinted(a, 0.7929, 4) && isPrinted(b, 2.426, 3) && first == .chance(0))
    #expect(isPrinted(segment.baskets.p, 6.25, 2) && isPrinted(segment.baskets.q, 3.74, 2))
    #expect(isPrinted(segment.baskets.gamma / 100, 15.44, 2))
    // The baseline, then three strengths at each of two prices of a contact, one twice the other.
    let strengths = scenario.plans.dropFirst().map {
      $0.offers.map { ($0.terms as? Coupon)?.value }
    }
    #expect(Array(strengths.prefix(3)) == Array(strengths.suffix(3)))
    #expect(scenario.plans[0].offers.isEmpty)
    let prices = scenario.plans.dropFirst().compactMap { $0.channels[0].bought?.price }
    let cheap = try #require(prices.first)
    #expect(prices == [cheap, cheap, cheap, 2 * cheap, 2 * cheap, 2 * cheap])
  }

  @Test func fragmentBringsTodaysCustomers() throws {
    let url = try #require(Self.fragments.first { $0.lastPathComponent == "with-base.yaml" })
    let segment = try #require(try Fixture.resolve(url).scenario.market.segments.first)
    #expect(segment.size == 0)
    #expect(segment.base.map(\.repeats) == [2, 0, 1, 7])
    #expect(abs(segment.base[0].recency - 30.428571 * 7) < 1e-9)
    #expect(abs(segment.base[0].age - 38.857143 * 7) < 1e-9)
    #expect(segment.base[0].meanBasket == 2_234.5)
    #expect(segment.base[1].meanBasket == nil)
  }

  /// The plan a fragment proposes in comments is right once its comment signs are taken away.
  @Test(arguments: fragments)
  func proposedPlanIsValid(_ url: URL) throws {
    let text = try Fixture.text(url)
    let parts = text.components(separatedBy: "coupons:\n")
    try #require(parts.count == 3)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let uncommented = lines.map { line -> String in
      let isProposal = line.hasPrefix("  # - ") || line.hasPrefix("  #   ")
      return isProposal ? "  " + line.dropFirst(4) : String(line)
    }.joined(separator: "\n")
    let base = try Fixture.text(
      Fixture.folder.appending(path: "fragments/transactions-base.csv"))
    let resolved = try ScenarioFile(uncommented).resolve(files: ["transactions-base.csv": base])
    #expect(resolved.scenario.plans.map(\.offers.count) == [0, 1])
  }
}
