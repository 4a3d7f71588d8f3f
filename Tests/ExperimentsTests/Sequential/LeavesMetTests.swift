import Testing

/// Which reference figures of these folders are met, and which are left out and why: a new one fails here.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden")) struct LeavesMetTests {
  @Test func dunnett() throws {
    let met = [
      "crit", "crit_sqrt_rule", "scipy_doc_example", "hillstrom_spend", "hillstrom_visit",
      "users3arm_orders",
    ]
    #expect(try Golden.json("dunnett").keys == (met + ["note", "versions"]).sorted())
    let left = [
      "p_scipy_seed0": "quasi-random: 0.00579 to 0.00595 where 0.0058254 is exact",
      "p_scipy_docs": "the same, from another seed",
      "note": "no figure", "control": "an input", "a": "an input", "b": "an input",
    ]
    let example = try Golden.json("dunnett")["scipy_doc_example"].keys
    #expect(example == (["stat", "p_exact", "crit", "ci"] + left.keys).sorted())
  }

  @Test func sequential() throws {
    let met = [
      "group_sequential", "jennison_turnbull_checks", "futility_nonbinding",
      "spotify_confidence_landem", "asymptotic_cs", "msprt_johari", "avlm",
    ]
    #expect(try Golden.json("sequential").keys == (met + ["versions"]).sorted())
    // Left out: `g_exact_confseq` of asymptotic_cs as an optimum, which it is not; the peer's own
    // bounds of spotify_confidence_landem beyond 1e-4, for its grid is coarse; `max_abs_dev`,
    // which is the figures' distance from what is published.
  }

  /// Each group of gbstats' results has the sequential and Bayesian leaves that are read, and no others.
  @Test func growthBook() throws {
    let read = ["absolute", "relative"].flatMap { kind in
      [
        "sequential_N5000_\(kind)", "sequential_N20000_\(kind)",
        "seq_onesided_greater_N5000_\(kind)", "bayes_flat_\(kind)",
        "bayes_N0_0.3_relprior_\(kind)",
      ]
    }
    for place in GrowthBookTests.places {
      let group = try place.path.dropFirst().reduce(Golden.json(place.path[0])) { try $0[$1] }
      // The others are tests for one look, of other folders.
      let looks = try group.keys.filter { $0.hasPrefix("seq") || $0.hasPrefix("bayes") }
      #expect(looks == read.sorted())
    }
    let groups = try Golden.json("users42")["gbstats"].keys
    #expect(
      groups
        == GrowthBookTests.places.filter { $0.path[0] == "users42" }.map { $0.path[2] }.sorted())
    let fixtures = [
      "mean_pair", "prop_pair", "bayes_49_51", "bayes_informative", "risk_check",
      "multiplicity_beta_binomial",
    ]
    let words = ["risk_formula", "versions"]
    #expect(try Golden.json("gbstats_fixtures").keys == (fixtures + words).sorted())
  }

  @Test func corrections() throws {
    let met = [
      "fdr_bh", "fdr_by", "fwer_hochberg", "fwer_holm", "dunnett_orders", "dunnett_revenue",
    ]
    let elsewhere = ["pairs", "versions"]
    #expect(try Golden.json("users3arm").keys == (met + elsewhere).sorted())
    // users42 holds no corrections: it has two arms and no list of p-values.
    #expect(
      try Golden.json("users42").keys == [
        "gbstats", "power_tea_tasting", "tea_tasting", "versions",
      ])
  }
}
