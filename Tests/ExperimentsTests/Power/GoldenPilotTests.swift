import Statistics
import Testing

@testable import Experiments

/// tea-tasting's plans from a pilot: its n counts both arms, its variance is adjusted over all units, and its
/// ratio is second arm over first.
@Suite(.enabled(if: Golden.isExpected, "needs shared/golden"))
struct GoldenPilotTests {
  private let columns: [String: [Double]]

  init() throws {
    columns = try Golden.table("users42_noeffect").mapValues { $0.map { Double($0) ?? .nan } }
  }

  private func variable(_ numerator: String, per denominator: String? = nil) throws
    -> Pilot.Variable
  {
    Pilot.Variable(
      name: numerator, values: try #require(columns[numerator]),
      denominators: try denominator.map { try #require(columns[$0]) })
  }

  private func analysis(_ pilot: Pilot, ratio: Double = 1) throws -> PowerAnalysis {
    try PowerAnalysis(
      pilot.baseline, allocation: Allocation(ratio: ratio), explained: pilot.explained)
  }

  private func leaf(_ name: String, _ place: Int = 0) throws -> GoldenLeaf {
    try Golden.json("users42")["power_tea_tasting"][name]["value"][place]
  }

  /// Units of both arms, rounded up as there.
  private func total(_ pilot: Pilot, ratio: Double = 1) throws -> Double {
    let control = try analysis(pilot, ratio: ratio)
      .controlUnits(effect: 0.05 * pilot.baseline.level, power: 0.8)
    return (control * (1 + ratio)).rounded(.up)
  }

  @Test func adjustedMeans() throws {
    let pilot = try Pilot(variable("orders"), covariates: [variable("orders_covariate")])
    for place in 0...1 {
      let leaf = try leaf("orders_mde_n10000_20000", place)
      let effect = try analysis(pilot)
        .detectableEffect(control: leaf["n_obs"].number / 2, power: leaf["power"].number)
      #expect(try agrees(effect, leaf["effect_size"].number, relative: 1e-10))
      #expect(
        try agrees(
          effect / pilot.baseline.level, leaf["rel_effect_size"].number, relative: 1e-10))
    }
    #expect(try total(pilot) == leaf("orders_nobs_5pct")["n_obs"].number)
    let known = try leaf("orders_power_10pct")
    let power = try analysis(pilot)
      .power(effect: 0.1 * pilot.baseline.level, control: known["n_obs"].number / 2)
    #expect(try agrees(power, known["power"].number, relative: 1e-10))
  }

  @Test func meansAsTheyAre() throws {
    let pilot = try Pilot(variable("orders"))
    #expect(try total(pilot) == leaf("orders_nocuped_nobs_5pct")["n_obs"].number)
    #expect(try total(pilot, ratio: 1.5) == leaf("orders_ratio1.5_nobs_5pct")["n_obs"].number)
  }

  @Test func ratios() throws {
    let plain = try Pilot(variable("orders", per: "sessions"))
    let known = try leaf("ops_ratio_mde_10000")
    let effect = try analysis(plain).detectableEffect(control: 5_000, power: 0.8)
    #expect(try agrees(effect, known["effect_size"].number, relative: 1e-10))
    let adjusted = try Pilot(
      variable("orders", per: "sessions"),
      covariates: [variable("orders_covariate", per: "sessions_covariate")])
    #expect(try total(adjusted) == leaf("ops_ratio_cuped_nobs_5pct")["n_obs"].number)
  }
}
