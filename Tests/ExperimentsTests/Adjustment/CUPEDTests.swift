import Statistics
import Testing

@testable import Experiments

@Suite struct CUPEDTests {
  /// Two outcomes, two covariates of 24 units in turn in three arms.
  private static let outcomes: [[Double]] = [
    [45, 37], [25, 55], [35, 22], [37, 5], [45, -15], [25, 17], [35, 15], [15, 4], [14, 5],
    [31, 59], [25, 37], [40, 4], [25, 26], [39, 54], [36, 48], [46, 35], [14, 20], [44, 22],
    [42, 30], [34, -6], [64, 16], [43, 1], [39, 52], [16, 2],
  ]
  private static let covariates: [[Double]] = [
    [13, 16], [0, 16], [9, 10], [12, 5], [19, 1], [5, 7], [11, 8], [2, 0], [0, 0], [2, 19],
    [3, 13], [15, 4], [5, 8], [5, 19], [3, 17], [15, 16], [2, 7], [12, 9], [13, 13], [13, 1],
    [19, 11], [18, 5], [7, 17], [3, 1],
  ]

  private func arms(_ more: (_ row: [Double]) -> [Double] = { _ in [] }) -> [CoMoments] {
    (0..<3).map { arm in
      var rows = stride(from: arm, to: 24, by: 3).map { row -> [Double] in
        let known = Self.outcomes[row] + Self.covariates[row]
        return known + more(known)
      }
      var sum = CoMoments(variables: rows[0].count)
      while let row = rows.popLast() { sum.add(row) }
      return sum
    }
  }

  /// numpy 2.4.6: least squares on dummies of the arms and both covariates, then moments of what is left.
  @Test func weightsAreThoseOfLeastSquaresWithinArms() throws {
    let cuped = try CUPED(
      arms(), outcomes: [.mean(of: 0), .mean(of: 1)], covariates: [.mean(of: 2), .mean(of: 3)])
    let weights = [
      [1.8542937839891112, -1.043968059428911], [1.0159034963687459, 2.9584595789212997],
    ]
    let means = [
      [31.29752561863888, 22.859768808994268], [33.63722808532465, 22.942839684549543],
      [36.81524629603647, 22.322391506456185],
    ]
    let variances = [
      [6.061843899827017, 2.6833880653423816], [6.414854304962207, 8.530055241901573],
      [11.802464427692538, 7.905884662761954],
    ]
    let explained = [0.9462085334934729, 0.9861809991569286]
    for outcome in 0..<2 {
      for covariate in 0..<2 {
        #expect(
          agrees(
            cuped.coefficients[covariate, outcome], weights[covariate][outcome], relative: 1e-12))
      }
      for arm in 0..<3 {
        let adjusted = cuped.arms[arm].moments(of: outcome)
        #expect(agrees(adjusted.mean, means[arm][outcome], relative: 1e-12))
        #expect(
          agrees(try #require(adjusted.variance), variances[arm][outcome], relative: 1e-11))
      }
      #expect(agrees(cuped.explained[outcome], explained[outcome], relative: 1e-12))
    }
    #expect(cuped.dropped.isEmpty)
  }

  /// A sum of the others, a constant, and one variable twice.
  @Test func covariatesThatSayNothingNewAreDropped() throws {
    let plain = try CUPED(
      arms(), outcomes: [.mean(of: 0)], covariates: [.mean(of: 2), .mean(of: 3)])
    let cuped = try CUPED(
      arms { [$0[2] + 2 * $0[3], 5] }, outcomes: [.mean(of: 0)],
      covariates: [.mean(of: 5), .mean(of: 2), .mean(of: 2), .mean(of: 3), .mean(of: 4)])
    #expect(cuped.dropped == [0, 2, 4])
    for arm in 0..<3 {
      #expect(agrees(cuped.arms[arm].means[0], plain.arms[arm].means[0], relative: 1e-12))
    }
    #expect(throws: NotEstimable("no covariate varies")) {
      try CUPED(arms { _ in [5] }, outcomes: [.mean(of: 0)], covariates: [.mean(of: 4)])
    }
  }

  /// An effect added to one arm changes weights from the total, not those from within arms.
  @Test func effectIsNoPartOfTheWeightsWithinArms() throws {
    let before = arms()
    var after = before
    after[1] = CoMoments(
      count: before[1].count, means: [before[1].means[0] + 100] + before[1].means.dropFirst(),
      products: before[1].sumsOfProducts)
    func weight(_ arms: [CoMoments], _ pooling: CUPED.Pooling) throws -> Double {
      try CUPED(
        arms, outcomes: [.mean(of: 0)], covariates: [.mean(of: 2)], pooling: pooling
      ).coefficients[0, 0]
    }
    #expect(try weight(before, .withinArms) == weight(after, .withinArms))
    #expect(try weight(before, .armsAlike) == weight(after, .armsAlike))
    #expect(try weight(before, .pairwise) != weight(after, .pairwise))
  }

  /// Adjusting each day's or segment's cells by the common weights adds up to adjusting the arm.
  @Test func cellsAddUpToTheirArm() throws {
    let all = arms()
    let cuped = try CUPED(
      all, outcomes: [.mean(of: 0)], covariates: [.mean(of: 2), .mean(of: 3)])
    let sum = try cuped.adjusted(all[0]) + cuped.adjusted(all[1])
    let joint = try cuped.adjusted(all[0] + all[1])
    #expect(agrees(sum.means[0], joint.means[0], relative: 1e-13))
    #expect(agrees(sum.sumOfProducts(0, 0), joint.sumOfProducts(0, 0), relative: 1e-11))
  }

  /// Both variants of the lift have the same estimate, and errors that agree where covariates balance.
  @Test func liftIsOverTheControlAsItWas() throws {
    let all = arms()
    let cuped = try CUPED(all, outcomes: [.mean(of: 0)], covariates: [.mean(of: 2)])
    let difference = cuped.arms[2].means[0] - cuped.arms[0].means[0]
    for mean in CUPED.TreatmentMean.allCases {
      let lift = try cuped.liftOverUnadjusted(2, treatmentMean: mean)
      #expect(agrees(lift.estimate, difference / all[0].means[0], relative: 1e-12))
      #expect(lift.standardError > 0)
    }
  }

  @Test func armOfOneUnitIsSaid() {
    var one = CoMoments(variables: 2)
    one.add([1, 2])
    let alone = one
    #expect(throws: NotEstimable("an arm has fewer than two units")) {
      try CUPED([alone, alone], outcomes: [.mean(of: 0)], covariates: [.mean(of: 1)])
    }
  }
}
