import Statistics
import Testing

@testable import Experiments

@Suite struct PilotTests {
  private func variable(_ values: [Double], _ name: String = "y") -> Pilot.Variable {
    Pilot.Variable(name: name, values: values)
  }

  /// By hand: y = 1, 3, 5, 7 has the mean 4 and the variance 20/3.
  @Test func meansAndMissingValues() throws {
    let pilot = try Pilot(variable([1, .nan, 3, 5, 7]))
    #expect(pilot.units == 4)
    #expect(pilot.missing == 1)
    #expect(pilot.baseline.level == 4)
    #expect(agrees(pilot.baseline.standardDeviation, (20 / 3.0).squareRoot(), relative: 1e-14))
    #expect(pilot.explained == 0)
    #expect(pilot.clustering == nil)
  }

  /// By hand: x = 0, 1, 2, 3 and y = 0, 2, 1, 3 have the correlation 0.8.
  @Test func covariatesExplain() throws {
    let metric = variable([0, 2, 1, 3])
    let x = variable([0, 1, 2, 3], "x")
    let pilot = try Pilot(metric, covariates: [x])
    #expect(agrees(pilot.explained, 0.64, relative: 1e-14))
    let twice = variable([0, 2, 4, 6], "twice x")
    let same = variable([5, 5, 5, 5], "same")
    let more = try Pilot(metric, covariates: [same, x, twice])
    #expect(agrees(more.explained, 0.64, relative: 1e-13))
    #expect(more.droppedCovariates == ["same", "twice x"])
  }

  /// Where the covariate is missing the mean stands for it, and that it was missing is a covariate too: here
  /// the two explain everything.
  @Test func missingCovariatesStillCount() throws {
    let pilot = try Pilot(
      variable([1, 2, 3, 10]), covariates: [variable([1, 2, 3, .nan], "x")])
    #expect(agrees(pilot.explained, 1, relative: 1e-12))
    #expect(pilot.units == 4)
  }

  /// By hand: clusters (1, 3), (5, 7), (9, 11): between 64/2 = 32, within 6/3 = 2, correlation 30/34.
  @Test func clustersAreAlike() throws {
    let labels = Labels(names: ["a", "b", "c"], codes: [0, 0, 1, 1, 2, 2])
    let pilot = try Pilot(variable([1, 3, 5, 7, 9, 11]), cluster: labels)
    let clustering = try #require(pilot.clustering)
    #expect(agrees(clustering.intraclassCorrelation, 30 / 34.0, relative: 1e-13))
    #expect(clustering.meanSize == 2)
    #expect(clustering.sizeVariation == 0)
    #expect(pilot.clusters == 3)
  }

  /// Sizes 1 and 3: the mean is 2, the standard deviation 1; (1 + CV²)·m = Σm²/Σm = 10/4.
  @Test func clustersOfSeveralSizes() throws {
    let labels = Labels(names: ["a", "b"], codes: [0, 1, 1, 1])
    let clustering = try #require(try Pilot(variable([1, 2, 3, 5]), cluster: labels).clustering)
    #expect(agrees(clustering.sizeVariation, 0.5, relative: 1e-14))
  }

  @Test func dataThatTellNothingAreRefused() throws {
    #expect(throws: NotEstimable("fewer than two units have a value of “y”")) {
      try Pilot(variable([1, .nan]))
    }
    #expect(
      throws: NotEstimable("“y” is the same for every unit, so that nothing can move it")
    ) { try Pilot(variable([2, 2, 2])) }
    #expect(
      throws: NotEstimable("“y” has values other than 0 and 1, so it is no proportion")
    ) { try Pilot(variable([0, 1, 2]), isRate: true) }
    #expect(throws: NotEstimable("the denominator of “y/d” is 0 on average")) {
      try Pilot(Pilot.Variable(name: "y/d", values: [1, 2], denominators: [0, 0]))
    }
    let alone = Labels(names: ["a", "b", "c"], codes: [0, 1, 2])
    #expect(throws: NotEstimable.self) { try Pilot(variable([1, 2, 4]), cluster: alone) }
    let one = Labels(names: ["a"], codes: [0, 0, 0])
    #expect(throws: NotEstimable.self) { try Pilot(variable([1, 2, 4]), cluster: one) }
  }
}
