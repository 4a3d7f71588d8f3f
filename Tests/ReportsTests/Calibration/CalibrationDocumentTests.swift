import Foundation
import Testing

@testable import ExperimentReports
@testable import Reports
@testable import Takeaways

struct CalibrationDocumentTests {
  private func document(_ result: CalibrationResult) throws -> [String: Any] {
    let text = try result.document()
    #expect(text.hasSuffix("}\n"))
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(parsed as? [String: Any])
  }

  /// The keys the design names, and nothing but finite numbers.
  @Test func hasTheKeysPromised() throws {
    let document = try document(try SmallShop.result())
    let keys = [
      "bgnbd": ["r", "alpha", "a", "b", "logLikelihood", "aic", "standardErrors", "converged"],
      "paretonbd": ["r", "alpha", "s", "beta", "logLikelihood"],
      "gammaGamma": ["p", "q", "gamma", "logLikelihood"],
      "holdout": ["actual", "bgnbd", "paretonbd", "unconditional", "weeks", "frequencies"],
      "rows": ["read", "used", "setAside", "duplicates", "sameDay"],
    ]
    for (name, inner) in keys {
      let object = try #require(document[name] as? [String: Any])
      for key in inner { #expect(object[key] != nil, "\(name).\(key)") }
    }
  }

  /// All of them, though the report stops after a quarter.
  @Test func hasEveryWeekOfTheHoldout() throws {
    let document = try document(try SmallShop.result(SmallShop.log + "1,2026-11-15,20\n"))
    let holdout = try #require(document["holdout"] as? [String: Any])
    #expect((holdout["weeks"] as? [Any])?.count == 39)
  }

  @Test func whatIsNotFittedSaysWhy() throws {
    let document = try document(try SmallShop.result(SmallShop.newcomers, until: nil))
    let model = try #require(document["bgnbd"] as? [String: Any])
    #expect(model as? [String: String] == ["notFitted": "nobody bought again on a later day"])
  }
}
