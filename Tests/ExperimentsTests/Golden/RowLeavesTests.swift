import Testing

/// Which reference figures the estimators that need rows meet, and why the others are left out.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden"))
struct RowLeavesTests {
  /// Key of a file, and where it is met or why it is not.
  private static let accounts: [String: [String: String]] = [
    "thornton": [
      "versions": "no figure", "n": "VillageTests", "n_clusters": "VillageTests",
      "unadjusted": "VillageTests", "ancova": "VillageTests", "lin": "VillageTests",
      "pyfixest": "VillageTests; CRV1_p only to 2e-13, because pyfixest takes it from 1 − cdf",
      "pyfixest_fe": "VillageTests", "cluster_mean_delta": "VillageTests",
    ],
    "nist_strd": ["source": "no figure", "sets": "CertifiedRegressionTests"],
    "lab3arm": [
      "versions": "no figure", "n": "GoldenAdjustmentTests",
      "covariates": "no figure",
      "multi_metric_beta_ancova": "GoldenRegressionTests",
      "resid_cov_ancova": "GoldenRegressionTests", "rank_deficient": "GoldenRegressionTests",
      "quantile": "GoldenQuantileTests",
      "tea_tasting": "from moments", "gbstats": "from moments",
      "by_day_converted_BvA": "looks", "novelty_sessions_BvA": "from moments",
      "hotelling_BvsA_4metrics": "from moments", "srm": "from moments",
    ],
  ]

  @Test(arguments: ["thornton", "nist_strd", "lab3arm"])
  func everyLeafIsAccountedFor(file: String) throws {
    var account = try #require(Self.accounts[file])
    if file == "lab3arm" {
      for metric in GoldenAdjustmentTests.metrics {
        for name in ["none", "ancova", "lin"] {
          account["\(metric).\(name)"] =
            "GoldenAdjustmentTests; classical errors and r² in GoldenRegressionTests, of Lin's fit for"
            + " revenue alone, for time's sake"
        }
      }
    }
    #expect(try Golden.json(file).keys == account.keys.sorted())
  }
}
