import Testing

@testable import Experiments

@Suite struct CorrectionTests {
  /// R 4.3's p.adjust of these with "holm", "hochberg", "BH" and "BY" by hand: m = 4, ties and a 1 among them.
  @Test func smallExamples() {
    let p = [0.01, 0.04, 0.03, 0.005]
    expect(Correction.holm.adjusted(p), [0.03, 0.06, 0.06, 0.02])
    expect(Correction.hochberg.adjusted(p), [0.03, 0.04, 0.04, 0.02])
    expect(Correction.benjaminiHochberg.adjusted(p), [0.02, 0.04, 0.04, 0.02])
    let harmonic = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0
    expect(
      Correction.benjaminiYekutieli.adjusted(p), [0.02, 0.04, 0.04, 0.02].map { $0 * harmonic })
    expect(Correction.holm.adjusted([0.5, 0.5, 1]), [1, 1, 1])
    #expect(Correction.holm.adjusted([]) == [])
  }

  /// 1 − (1 − p)² of 1e-300 is 2e-300, not 0.
  @Test func tinyValuesSurvive() {
    expect(Correction.holmSidak.adjusted([1e-300, 0.3]), [2e-300, 0.3])
    expect(Correction.hochbergSidak.adjusted([1e-300, 0.3]), [2e-300, 0.3])
  }

  /// A p-value is a discovery by its level exactly where its adjusted value is one by α.
  @Test(arguments: Correction.allCases)
  func levelsAndAdjustedValuesAgree(correction: Correction) {
    let p = [0.2, 0.001, 0.012, 0.013, 0.6, 0.049, 0.001]
    let levels = correction.levels(p, alpha: 0.05)
    let adjusted = correction.adjusted(p)
    for k in p.indices { #expect((p[k] <= levels[k]) == (adjusted[k] <= 0.05)) }
  }

  /// tea-tasting 1.14.0, whose Holm and Hochberg are Šidák's kind.
  @Test(
    .enabled(if: Golden.isExpected, "needs shared/golden"),
    arguments: [
      ("fdr_bh", Correction.benjaminiHochberg), ("fdr_by", .benjaminiYekutieli),
      ("fwer_hochberg", .hochbergSidak), ("fwer_holm", .holmSidak),
    ])
  func teaTasting(name: String, correction: Correction) throws {
    let leaves = try Golden.json("users3arm")[name]["value"].list
    let p = try leaves.map { try $0["pvalue"].number }
    let adjusted = correction.adjusted(p)
    let levels = correction.levels(p, alpha: 0.05)
    for (k, leaf) in leaves.enumerated() {
      #expect(agrees(adjusted[k], try leaf["pvalue_adj"].number, relative: 1e-10), "\(leaf.path)")
      #expect(agrees(levels[k], try leaf["alpha_adj"].number, relative: 1e-10), "\(leaf.path)")
      #expect((p[k] <= levels[k]) == (try leaf["null_rejected"].number == 1), "\(leaf.path)")
    }
  }

  private func expect(_ values: [Double], _ references: [Double]) {
    #expect(values.count == references.count)
    for (value, reference) in zip(values, references) {
      #expect(agrees(value, reference, relative: 1e-14))
    }
  }
}
