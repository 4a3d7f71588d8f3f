import Documents

extension ScenarioFile {
  /// Refuses levers whose way leads to no key, where nothing else is wrong: a sweep would find it out too late.
  func checkLevers(_ source: ScenarioSource, _ reading: inout Reading) {
    guard reading.isFaultless else { return }
    var whole = self
    whole.document.root = source.root
    let bases = reading.context.bases
    for lever in reading.context.levers {
      guard let place = source.root["levers"]?[lever.name]?.inner("key") else { continue }
      do throws(LeverProblem) {
        let text = lever.settings(2)[0].text
        var changed = source
        changed.root = try whole.setting([(lever, text)]).document.root ?? source.root
        guard let problem = Self.unknownKey(on: lever, changed, bases) else { continue }
        let slip = problem.path.split(separator: ".").last.map(String.init)
        reading.refuse(
          place,
          reason: problem.reason.map {
            "It is no way to a key\(slip.map { ", because of `\($0)`" } ?? ""): \($0.loweringFirst)"
          },
          rule: problem.rule,
          suggestion: slip.flatMap { slip in
            problem.suggestion.map { lever.key.replacing(slip, with: $0) }
          })
      } catch {
        reading.refuse(
          place, reason: "It is no way to a key of “\(lever.plan)” that holds a figure.",
          rule: "Write names of blocks and keys with dots between them, from the plan on.")
      }
    }
  }

  /// What is said of a key on the way that there is not, as nothing is of the value at its end.
  private static func unknownKey(
    on lever: Lever, _ changed: ScenarioSource, _ bases: [String: BaseFile]
  ) -> DocumentProblem? {
    let errors = changed.read(bases: bases).reading.problems.filter { $0.severity == .error }
    return errors.first { problem in
      guard problem.value == nil, let key = problem.path.split(separator: ".").last else {
        return false
      }
      return ".\(lever.key).".contains(".\(key).")
    }
  }
}
