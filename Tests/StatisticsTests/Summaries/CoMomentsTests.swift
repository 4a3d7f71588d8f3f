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
}
