import Experiments

/// The reference tables that several suites read, each read once.
enum GoldenTables {
  static let users42 = users("users42")
  static let users3arm = users("users3arm")
  static let lab3arm = try? GoldenColumns("lab3arm").table(
    ["revenue", "orders", "converted", "latency", "sessions", "pre_sessions", "pre_revenue"],
    arm: "arm", groups: [.stratum: "stratum", .day: "day", .cluster: "cluster"])

  private static func users(_ name: String) -> UnitTable? {
    try? GoldenColumns(name).table(
      [
        "sessions", "orders", "revenue", "sessions_covariate", "orders_covariate",
        "revenue_covariate",
      ], arm: "variant")
  }
}
