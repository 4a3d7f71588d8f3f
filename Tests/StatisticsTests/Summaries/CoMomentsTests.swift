import Statistics
import Testing

@Suite struct CoMomentsTests {
  private let rows = zip(
    [3.1, -2.0, 7.7, 0.4, 5.5, 5.5, -1.25, 9.0], [1.5, 0.5, 4.0, 1.0, 2.5, 3.5, 0.25, 4.5]
  ).map { [$0, $1] }

  private func joint(_ rows: some Sequence<[Double]>) -> CoMoments {
    var joint = CoMoments(variables: 2)
    for row in rows { joint.add(row) }
    return joint
  }

  /// numpy 2.4.6: cov(x, y).
  @Test func agreesWithNumpy() throws {
    let joint = joint(rows)
    #expect(relativeError(try #require(joint.covariance(0, 0)), 16.924598214285716) < 1e-14)
    #expect(relativeError(try #require(joint.covariance(0, 1)), 6.574776785714286) < 1e-14)
    #expect(relativeError(try #require(joint.covariance(1, 1)), 2.704241071428571) < 1e-14)
    #expect(joint.covariance(0, 1) == joint.covariance(1, 0))
    #expect(joint.count == 8 && relativeError(joint.means[0], 3.49375) < 1e-15)
    #expect(joint.means[1] == 2.21875)
  }

  @Test func mergingIsAsIfAllHadBeenAdded() {
    let whole = joint(rows)
    for cut in 0...rows.count {
      let merged = joint(rows[..<cut]) + joint(rows[cut...])
      #expect(merged.count == whole.count)
      for i in 0..<2 {
        #expect(relativeError(merged.means[i], whole.means[i]) < 1e-14)
        for j in 0..<2 {
          #expect(relativeError(merged.sumOfProducts(i, j), whole.sumOfProducts(i, j)) < 1e-14)
        }
      }
    }
  }

  @Test func oneVariableAloneIsItsMoments() {
    let joint = joint(rows)
    for i in 0..<2 {
      let alone = Moments(rows.map { $0[i] })
      #expect(joint.moments(of: i).count == alone.count)
      #expect(relativeError(joint.means[i], alone.mean) < 1e-14)
      #expect(
        relativeError(joint.sumOfProducts(i, i), alone.sumOfSquaredDeviations) < 1e-14)
    }
  }

  @Test func tooFewValuesHaveNoCovariance() {
    #expect(CoMoments(variables: 3).covariance(0, 2) == nil)
    #expect(joint(rows.prefix(1)).covariance(0, 1) == nil)
  }

  @Test func blockIsAsIfItsRowsHadBeenAdded() {
    let whole = joint(rows)
    var values = [.nan] + rows.flatMap(\.self) + [.nan]
    let block = CoMoments(centring: &values, in: 1..<(values.count - 1), variables: 2)
    #expect(block.count == whole.count)
    for i in 0..<2 {
      #expect(relativeError(block.means[i], whole.means[i]) < 1e-14)
      for j in 0..<2 {
        #expect(relativeError(block.sumOfProducts(i, j), whole.sumOfProducts(i, j)) < 1e-14)
      }
    }
    #expect(CoMoments(centring: &values, in: 3..<3, variables: 2).count == 0)
  }

  /// 10⁸ + k for k = 0, 1, 2 over and over: raw sums of squares have no correct digit left.
  @Test func largeMeanCostsABlockNoDigits() throws {
    var sum = CoMoments(variables: 1)
    for start in 0..<100 {
      var values = (0..<300).map { 1e8 + Double(($0 + start) % 3) }
      sum += CoMoments(centring: &values, in: 0..<300, variables: 1)
    }
    #expect(sum.means[0] == 1e8 + 1)
    #expect(relativeError(sum.sumOfProducts(0, 0), 20_000) < 1e-12)
  }

  @Test func combinationsAreMomentsOfWeightedSums() {
    let weights = Matrix([[2, -1], [0.5, 3], [0, 0]])
    let combined = joint(rows).combinations(weights)
    let direct = rows.map { row in weights * row }
    var sums = CoMoments(variables: 3)
    for row in direct { sums.add(row) }
    #expect(combined.count == sums.count)
    for i in 0..<2 {
      #expect(relativeError(combined.means[i], sums.means[i]) < 1e-14)
      for j in 0..<2 {
        #expect(relativeError(combined.sumOfProducts(i, j), sums.sumOfProducts(i, j)) < 1e-13)
      }
    }
    #expect(combined.moments(of: 2).sumOfSquaredDeviations == 0)
    #expect(
      joint(rows).moments(weights: [0.5, 3]).sumOfSquaredDeviations == combined.sumOfProducts(1, 1))
  }

  @Test func figuresAtHandMakeTheSameMoments() {
    let whole = joint(rows)
    let again = CoMoments(
      count: whole.count, means: whole.means, products: whole.sumsOfProducts)
    #expect(again == whole)
  }
}
