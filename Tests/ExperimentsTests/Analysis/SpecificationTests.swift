@testable import Analyses
import Testing

@testable import Experiments

struct SpecificationTests {
  @Test(
    arguments: [
      ("revenue", "revenue", .mean("revenue")),
      (" revenue : mean ", "revenue", .mean("revenue")),
      ("converted:proportion", "converted", .proportion("converted")),
      ("revenue/sessions", "revenue/sessions", .ratio("revenue", per: "sessions")),
      ("revenue / sessions:ratio", "revenue / sessions", .ratio("revenue", per: "sessions")),
      ("a/b:mean", "a/b", .mean("a/b")),
      ("p90(latency)", "p90(latency)", .quantile("latency", 0.9)),
      ("P99.9( load time ):quantile", "P99.9( load time )", .quantile("load time", 0.999)),
      ("median(latency)", "median(latency)", .quantile("latency", 0.5)),
      ("returned:retention", "returned", .retention("returned", day: nil)),
      ("d7(last_seen)", "d7(last_seen)", .retention("last_seen", day: 7)),
      ("f(x)", "f(x)", .mean("f(x)")),
    ] as [(String, String, MetricSpecification.Kind)])
  func whatIsWrittenIsUnderstood(
    text: String, name: String, kind: MetricSpecification.Kind
  ) throws {
    let metric = try MetricSpecification(text)
    #expect(metric.name == name)
    #expect(metric.kind == kind)
  }

  @Test(arguments: [
    ("revenue:maen", "Did you mean “mean”?"), ("", "names no column"), (":mean", "names no column"),
    ("revenue:ratio", "no ratio"), ("a/b/c:ratio", "no ratio"), ("latency:quantile", "no quantile"),
    ("p100(latency):quantile", "no quantile"),
  ])
  func whatIsNotIsRefused(text: String, says: String) {
    do {
      _ = try MetricSpecification(text)
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.description.contains(says))
    }
  }

  @Test func marginsHaveADirection() throws {
    #expect(try Margin("revenue=0.2") == Margin(metric: "revenue", size: 0.2))
    #expect(try Margin("revenue=-0.2") == Margin(metric: "revenue", size: 0.2))
    #expect(try Margin("revenue=2%") == Margin(metric: "revenue", size: 0.02, isShare: true))
    #expect(
      try Margin("latency=+20") == Margin(metric: "latency", size: 20, isRise: true))
    for text in ["revenue", "=1", "revenue=", "revenue=0", "revenue=--1", "revenue=nan"] {
      #expect(throws: PlanProblem.self) { try Margin(text) }
    }
  }

  @Test func aPlanThatContradictsItselfIsRefused() throws {
    var plan = AnalysisPlan(
      arm: "arm", metrics: [try MetricSpecification("revenue"), try MetricSpecification("revenue")])
    plan.covariates = ["revenue"]
    plan.margins = [Margin(metric: "visits", size: 1)]
    plan.winsorize = 0.2
    plan.confidence = 95
    plan.cluster = "village"
    plan.standardError = .hc3
    #expect(plan.problems.count == 6)
    plan = AnalysisPlan(arm: "arm", metrics: [try MetricSpecification("revenue")])
    #expect(plan.problems.isEmpty)
  }
}
