import Statistics
import Testing

@testable import Experiments

@Suite struct HotellingT2Tests {
  private func sample(_ rows: [[Double]]) -> CoMoments {
    var sum = CoMoments(variables: rows[0].count)
    for row in rows { sum.add(row) }
    return sum
  }

  /// With one outcome T² is the square of Student's t.
  @Test func oneOutcomeIsStudent() throws {
    let (a, b) = (sample([[1], [4], [2], [8]]), sample([[7], [9], [5]]))
    let test = try HotellingT2(control: a, treatment: b)
    let student = try Effect.difference(
      b.moments(of: 0), from: a.moments(of: 0), variances: .equal)
    #expect(agrees(test.statistic, student.statistic * student.statistic, relative: 1e-13))
    #expect(agrees(test.f, test.statistic, relative: 1e-14))
    #expect(agrees(test.pValue, student.pValue(), relative: 1e-12))
  }

  @Test func outcomesThatDependOnEachOtherAreSaid() {
    let a = sample([[1, 2], [4, 8], [2, 4], [8, 16]])
    let b = sample([[7, 14], [9, 18], [5, 10]])
    #expect(throws: NotEstimable("one outcome is a combination of the others")) {
      try HotellingT2(control: a, treatment: b)
    }
    #expect(throws: NotEstimable("an outcome does not vary in either arm")) {
      try HotellingT2(control: sample([[1, 2], [1, 3]]), treatment: sample([[1, 2], [1, 4]]))
    }
  }
}
