import Testing

/// Where each figure of the reference files about means and checks is met, or why it is not: a new figure
/// makes this fail until somebody says.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden")) struct GoldenLedgerTests {
  /// Beginnings of paths, the longest that fits decides; `*` stands for one step.
  private static let ledger: [String: String] = [
    "users42.tea_tasting.value": "MeansGoldenTests, usersAgreeWithTeaTasting",
    "users42.tea_tasting.value.sessions_cuped": "CUPEDGoldenTests",
    "users42.tea_tasting.value.orders_cuped": "CUPEDGoldenTests",
    "users42.tea_tasting.value.revenue_cuped": "CUPEDGoldenTests",
    "users42.tea_tasting.value.ops_cuped": "CUPEDGoldenTests",
    "users42.tea_tasting.value.rpo_cuped": "CUPEDGoldenTests",
    "users42.tea_tasting.value.srm": "ChecksGoldenTests, splitAgrees",
    "users42.tea_tasting.value.srm_binom": "ChecksGoldenTests, splitAgrees",
    "users42.tea_tasting.value.mwu": "left out: ranks are no moments, and no estimate needs them",
    "users42.gbstats": "MeansGoldenTests and CUPEDGoldenTests, fixed-sample records",
    "users42.power_tea_tasting": "the suites of Power",
    "users3arm.pairs": "MeansGoldenTests, threeArmsAgreeWithTeaTasting",
    "users3arm.fdr_bh": "the suites of corrected p-values",
    "users3arm.fdr_by": "the suites of corrected p-values",
    "users3arm.fwer_holm": "the suites of corrected p-values",
    "users3arm.fwer_hochberg": "the suites of corrected p-values",
    "users3arm.dunnett_orders": "the suites of Dunnett's test",
    "users3arm.dunnett_revenue": "the suites of Dunnett's test",
    "gbstats_fixtures.mean_pair": "MeansGoldenTests, publishedPairsAgree, fixed-sample records",
    "gbstats_fixtures.prop_pair": "MeansGoldenTests, publishedPairsAgree, fixed-sample records",
    "gbstats_fixtures.bayes_49_51": "the suites of posteriors",
    "gbstats_fixtures.bayes_informative": "the suites of posteriors",
    "gbstats_fixtures.risk_formula": "a formula in words",
    "gbstats_fixtures.risk_check": "the suites of posteriors",
    "gbstats_fixtures.multiplicity_beta_binomial": "the suites of posteriors",
    "lab3arm.n": "MeansGoldenTests, laboratoryAgreesWithBothPeers",
    "lab3arm.covariates": "a rule in words",
    "lab3arm.tea_tasting": "MeansGoldenTests, laboratoryAgreesWithBothPeers",
    "lab3arm.gbstats.*.ops": "MeansGoldenTests, laboratoryAgrees…, fixed-sample records",
    "lab3arm.gbstats.*.post_strat_revenue": "StrataGoldenTests",
    "lab3arm.gbstats.*.post_strat_ops_relative": "StrataGoldenTests",
    "lab3arm.quantile": "the suites of quantiles",
    "lab3arm.by_day_converted_BvA": "ChecksGoldenTests, dailyLooksAgree; the bounds, looks' suites",
    "lab3arm.novelty_sessions_BvA": "ChecksGoldenTests, noveltyAgrees",
    "lab3arm.hotelling_BvsA_4metrics": "ChecksGoldenTests, hotellingAgrees",
    "lab3arm.srm": "ChecksGoldenTests, splitAgrees",
    "lab3arm.multi_metric_beta_ancova": "CovarianceAnalysisGoldenTests; regressions on rows",
    "lab3arm.resid_cov_ancova": "CovarianceAnalysisGoldenTests; regressions on rows",
    "lab3arm.rank_deficient": "CovarianceAnalysisGoldenTests; regressions on rows",
  ]

  /// Regressions of four metrics, met where there are rows.
  private static let regressions = ["revenue", "orders", "converted", "latency"].flatMap { metric in
    ["none", "ancova", "lin"].map { "lab3arm.\(metric).\($0)" }
  }

  /// Records of gbstats for one metric, by how they begin; what comes before the first underscore.
  private static let gbstatsRecords = [
    "ttest": "here", "onesided": "here", "sequential": "the suites of looks",
    "seq": "the suites of looks", "bayes": "the suites of posteriors",
  ]

  @Test func everyFigureHasItsPlace() throws {
    for file in ["users42", "users3arm", "gbstats_fixtures", "lab3arm"] {
      for path in try paths(try Golden.json(file)) {
        #expect(place(of: path) != nil, "nobody says what becomes of \(path)")
      }
    }
  }

  @Test func everyEntryHasAFigure() throws {
    var known: Set<String> = []
    for file in ["users42", "users3arm", "gbstats_fixtures", "lab3arm"] {
      for path in try paths(try Golden.json(file)) {
        known.formUnion(prefixes(of: path))
      }
    }
    for entry in Self.ledger.keys { #expect(known.contains(entry), "no figure \(entry)") }
    for entry in Self.regressions { #expect(known.contains(entry), "no figure \(entry)") }
  }

  private func paths(_ leaf: GoldenLeaf) throws -> [String] {
    guard leaf.value is [String: Any] else { return [leaf.path] }
    let figures = try leaf.keys.filter { $0 != "versions" && $0 != "call" }
    return try figures.flatMap { try paths(try leaf[$0]) }
  }

  private func place(of path: String) -> String? {
    if Self.regressions.contains(where: { path.hasPrefix($0 + ".") }) {
      return "the suites of regressions on rows"
    }
    let fitting = prefixes(of: path).filter { Self.ledger[$0] != nil }
    guard let entry = fitting.max(by: { $0.count < $1.count }), let place = Self.ledger[entry]
    else { return nil }
    guard place.hasSuffix("fixed-sample records"), !path.contains(".published.") else {
      return place
    }
    // Of these metrics only known kinds of records have a place.
    let before = path.hasPrefix("lab3arm") ? ".ops." : ".value."
    guard let start = path.firstRange(of: before)?.upperBound else { return nil }
    return Self.gbstatsRecords[String(path[start...].prefix { $0 != "_" })]
  }

  /// All beginnings of a path, and the same with an arm of the laboratory left open.
  private func prefixes(of path: String) -> [String] {
    let open = ["B", "C"].reduce(path) { text, arm in
      text.hasPrefix("lab3arm.gbstats.\(arm).")
        ? "lab3arm.gbstats.*." + text.dropFirst("lab3arm.gbstats.\(arm).".count) : text
    }
    return [path, open].flatMap { text in
      text.indices.filter { text[$0] == "." }.map { String(text[..<$0]) } + [text]
    }
  }
}
