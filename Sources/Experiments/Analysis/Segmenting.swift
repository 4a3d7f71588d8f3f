internal import Statistics

/// Effects within segments, from the cells of the one pass.
struct Segmenting {
  let plan: AnalysisPlan
  let names: [String]

  func run(
    _ moments: [MetricMoments?], _ table: UnitTable
  ) -> (effects: [SegmentEffect], tests: [SegmentTest]) {
    guard let segments = table.groups[.segment] else { return ([], []) }
    var effects: [SegmentEffect] = []
    var tests: [SegmentTest] = []
    for (metric, moments) in zip(plan.metrics, moments) {
      guard let moments, let cells = try? moments.by(.segment) else { continue }
      var own: [SegmentEffect] = []
      for arm in table.arm.names.indices.dropFirst() {
        let found = segments.names.indices.map { segment in
          effect(
            metric.name, moments.outcome, segments.names[segment], names[arm],
            control: cells[segment][0], arm: cells[segment][arm])
        }
        own += found
        tests.append(test(metric.name, names[arm], found))
      }
      effects += adjusted(own)
    }
    return (effects, tests)
  }

  private func effect(
    _ metric: String, _ outcome: Outcome, _ segment: String, _ name: String,
    control: CoMoments, arm: CoMoments
  ) -> SegmentEffect {
    let units = control.count + arm.count
    do throws(NotEstimable) {
      guard control.count > 0, arm.count > 0 else {
        throw NotEstimable("one of the two arms has no unit in it")
      }
      let effect = try Effect.difference(
        try outcome.moments(in: arm), from: try outcome.moments(in: control))
      return SegmentEffect(
        segment: segment, metric: metric, arm: name, units: units, effect: effect,
        interval: effect.interval(confidence: plan.confidence), pValue: effect.pValue(),
        adjustedPValue: nil, reason: nil)
    } catch {
      return SegmentEffect(
        segment: segment, metric: metric, arm: name, units: units, effect: nil, interval: nil,
        pValue: nil, adjustedPValue: nil, reason: error.reason)
    }
  }

  private func test(_ metric: String, _ arm: String, _ found: [SegmentEffect]) -> SegmentTest {
    do throws(NotEstimable) {
      let effects = found.compactMap(\.effect)
      return SegmentTest(
        metric: metric, arm: arm, pValue: try CochranQ(effects).pValue, reason: nil)
    } catch {
      return SegmentTest(metric: metric, arm: arm, pValue: nil, reason: error.reason)
    }
  }

  /// Many segments are many chances of a false discovery.
  private func adjusted(_ effects: [SegmentEffect]) -> [SegmentEffect] {
    var adjusted = Correction.benjaminiHochberg.adjusted(effects.compactMap(\.pValue))[...]
    return effects.map { effect in
      guard effect.pValue != nil else { return effect }
      var effect = effect
      effect.adjustedPValue = adjusted.popFirst()
      return effect
    }
  }
}
