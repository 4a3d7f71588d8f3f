import Testing

@testable import Planning

/// How many times fewer replications twins needed.
struct SavingTests {
  /// Variances of 5/3 each, and of differences of 4/3: twice 5/3 over 4/3.
  @Test func variancesOfTwinsAndOfStrangers() throws {
    let (plan, baseline) = ([1.0, 2, 3, 4], [2.0, 1, 4, 3])
    let saving = Saving(plan, baseline, differences: zip(plan, baseline).map { $0 - $1 })
    #expect(abs(try #require(saving).twins - (10 / 3.0) / (4 / 3.0)) < 1e-12)
  }

  /// A rent costs the same in every replication: what binary fractions leave of equal differences is no scatter.
  @Test func aConstantDifferenceHasNone() {
    let baseline = [1_000.1, 1_023.7, 2_047.3, 511.9, 1_040.2]
    let plan = baseline.map { $0 - 45.3 }
    let differences = zip(plan, baseline).map { $0 - $1 }
    // Or there would be nothing to pass over.
    #expect(Set(differences).count > 1)
    #expect(Saving(plan, baseline, differences: differences) == nil)
  }
}
