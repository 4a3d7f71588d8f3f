import Experiments
public import Market
import Statistics

/// What rehearsals say of one arm against the control.
public struct ComparisonFindings: Sendable {
  /// Position among the arms.
  public let arm: Int
  /// The metrics after the experiment's days, then after the horizon.
  public let metrics: [MetricFindings]
  /// The metric decided by, after each observed day.
  public let powerByDay: [PowerAfter]
  /// The first of those days with the asked power; `nil` where the horizon does not see it.
  public let daysToPower: Int?
  public let rules: [RuleFindings]

  init(_ reader: RehearsalReader, arm: Int) {
    self.arm = arm
    let design = reader.design
    let days =
      design.days == design.scenario.horizon
      ? [design.days]
      : [
        design.days, design.scenario.horizon,
      ]
    metrics = days.flatMap { day in
      RehearsalDesign.metrics.map { MetricFindings(reader, arm: arm, $0, after: day) }
    }
    let power = design.observedDays.map { day in
      let place = reader.place(design.metric, after: day)
      return PowerAfter(
        days: day, people: Moments(reader.enrolled(by: day)).mean,
        power: MetricFindings.power(reader, arm: arm, place))
    }
    powerByDay = power
    daysToPower = power.first { $0.power.value >= RehearsalDesign.power }?.days
    rules = LookingRule.allCases.map { RuleFindings(reader, arm: arm, $0) }
  }

  /// The metric the experiment is decided by, on the day it is.
  public func decided(_ design: RehearsalDesign) -> MetricFindings? {
    metrics.first { $0.metric == design.metric && $0.days == design.days }
  }
}

/// What one look after so many days would find.
public struct PowerAfter: Sendable {
  public let days: Int
  /// In the experiment by then, all arms together, on average over markets.
  public let people: Double
  public let power: Simulated
}

/// What an experiment's estimates of one metric are worth.
public struct MetricFindings: Sendable {
  public let metric: PersonMetric
  public let days: Int
  /// Everybody in the arm minus everybody in the control, a person.
  public let truth: Simulated
  public let estimate: Simulated
  /// What interference does to the estimate: its expectation over assignments minus the truth.
  ///
  /// Found against the same people in markets all of their arm, whose difference is right on average, so
  /// that sampling cancels.
  public let interference: Simulated
  /// Standard deviation of the estimates around the truth of their market and the bias: sampling.
  public let sampling: Double?
  /// The mean of the standard errors the experiments themselves state.
  public let statedError: Double?
  /// The share of rehearsals with a significant effect in the direction of the truth.
  public let power: Simulated
  /// The share with a significant effect in the other direction.
  public let reversed: Simulated
  /// The share of markets in which the metric's true effect has another sign than that on profit.
  public let disagreement: Simulated

  init(_ reader: RehearsalReader, arm: Int, _ metric: PersonMetric, after days: Int) {
    self.metric = metric
    self.days = days
    let place = reader.place(metric, after: days)
    let truths = reader.truths(arm, over: 0, place)
    let profits = reader.truths(arm, over: 0, reader.profit)
    truth = reader.mean(truths.map { [$0] })
    let estimates = reader.markets.map { market in
      market.experiments.map { difference($0.means[arm][place], $0.means[0][place]) }
    }
    estimate = reader.mean(estimates)
    let errors = zip(estimates, truths).map { estimates, truth in estimates.map { $0 - truth } }
    interference = reader.mean(
      reader.markets.map { market in
        market.experiments.map { reader.interference($0, in: market, arm: arm, place) }
      })
    sampling = Moments(errors.joined()).standardDeviation
    let stated = reader.markets.flatMap { market in
      market.experiments.compactMap { $0.effects[arm - 1][place]?.standardError }
    }
    statedError = stated.isEmpty ? nil : Moments(stated).mean
    power = Self.power(reader, arm: arm, place)
    reversed = Self.power(reader, arm: arm, place, reversed: true)
    disagreement = reader.share(zip(truths, profits).map { [$0 * $1 < 0] })
  }

  /// Significant at the level of one comparison, with the sign that the truth has on average in such markets, or
  /// with the other.
  static func power(
    _ reader: RehearsalReader, arm: Int, _ place: Int, reversed: Bool = false
  ) -> Simulated {
    let signs = reader.overDraws(reader.truths(arm, over: 0, place))
    let alpha = reader.design.alphaPerComparison
    return reader.share(
      zip(reader.markets, signs).map { market, sign in
        market.experiments.map { experiment in
          guard let effect = experiment.effects[arm - 1][place] else { return false }
          return effect.estimate * (reversed ? -sign : sign) > 0 && effect.pValue() < alpha
        }
      })
  }
}

/// What a rule for looking does to one comparison.
public struct RuleFindings: Sendable {
  public let rule: LookingRule
  /// The share of tests of the control against itself in which an effect is called.
  public let falseAlarms: Simulated
  /// The share in which the true effect is called, with its sign.
  public let power: Simulated
  /// The mean of the days until it is called, or of all days where it never is.
  public let days: Simulated

  init(_ reader: RehearsalReader, arm: Int, _ rule: LookingRule) {
    self.rule = rule
    let design = reader.design
    let enrolled = Moments(reader.enrolled(by: design.days)).mean
    let people = enrolled * (design.shares[0] + design.shares[arm])
    let test = LookingTest(rule, design, shares: reader.informationAtLooks, people: people)
    let looks = design.looks.map { reader.place(design.metric, after: $0) }
    let signs = reader.overDraws(reader.truths(arm, over: 0, reader.decided))
    falseAlarms = reader.share(
      reader.markets.map { market in
        market.experiments.map { experiment in
          test.firstCall(looks.map { experiment.nullEffects[arm - 1][$0] }) != nil
        }
      })
    let calls = zip(reader.markets, signs).map { market, sign in
      market.experiments.map { experiment -> (days: Int, isRight: Bool) in
        let effects = looks.map { experiment.effects[arm - 1][$0] }
        guard let look = test.firstCall(effects), let effect = effects[look] else {
          return (design.days, false)
        }
        return (design.looks[look], effect.estimate * sign > 0)
      }
    }
    power = reader.share(calls.map { $0.map(\.isRight) })
    days = reader.mean(calls.map { $0.map { Double($0.days) } })
  }
}
