import Experiments
import Market
import Statistics

/// One simulated market: the truth in it, and one or more experiments made in it.
struct RehearsedMarket: Sendable {
  let replication: Int
  /// Which draw of the assumptions it is a market of.
  let draw: Int
  /// By arm and observation: the mean with everybody in that arm, a head of the control's.
  let truths: [[Double]]
  /// The same before what the market as a whole spends, which no experiment sees.
  let means: [[Double]]
  /// By arm: what offers cost as they run, and no person's contribution has, within the experiment's days with everybody
  /// in that arm, minor units in all.
  let running: [Double]
  /// By day: people who are in the experiment from then on, with everybody in the control.
  let enrolments: [Int]
  let experiments: [RehearsedExperiment]
  /// Why the figures are none; `nil` where they are sound.
  let limit: SimulationLimit?

  /// Plays every arm for everybody, and the experiments.
  ///
  /// Where nobody reaches anybody else a person in an arm does what they do in a market all of it, so that
  /// any number of experiments are one matrix product over those outcomes; else each is played.
  /// `isPlayed` says otherwise. The experiment lasts so many `days`, or for the whole horizon.
  init(
    _ market: ArmMarket, _ shares: [Double], days: Int? = nil, replication: Int, draw: Int = 0,
    salts: [UInt64], isPlayed: Bool? = nil
  ) {
    let isPlayed = isPlayed ?? market.isCoupled
    self.replication = replication
    self.draw = draw
    let allotments = salts.map { Allotment(shares: shares, salt: $0) }
    let arms = market.design.arms.indices
    let worlds = arms.map {
      market.play(replication: replication, .everybody($0), labelled: allotments)
    }
    let observations = market.observations.indices
    var limit = worlds.compactMap(\.limit).first
    truths = worlds.map { world in
      observations.map { world.level(observation: $0, perHeadOf: worlds[0]) }
    }
    means = worlds.map { world in observations.map { world.moments(observation: $0).mean } }
    running = worlds.map { $0.runningCosts(within: days ?? market.scenario.horizon) }
    enrolments = worlds[0].enrolments
    experiments = allotments.enumerated().map { place, allotment in
      let mixed =
        isPlayed
        ? market.play(replication: replication, .split(allotment), labelled: [allotment]) : nil
      limit = limit ?? mixed?.limit
      func moments(_ arm: Int, _ observation: Int) -> Moments {
        mixed?.moments(allotment: 0, arm: arm, observation: observation)
          ?? worlds[arm].moments(allotment: place, arm: arm, observation: observation)
      }
      return RehearsedExperiment(
        salt: allotment.salt,
        means: arms.map { arm in observations.map { moments(arm, $0).mean } },
        apartMeans: arms.map { arm in
          observations.map {
            worlds[arm].moments(allotment: place, arm: arm, observation: $0).mean
          }
        },
        effects: arms.dropFirst().map { arm in
          observations.map { try? .difference(moments(arm, $0), from: moments(0, $0)) }
        },
        nullEffects: arms.dropFirst().map { arm in
          observations.map {
            try? .difference(
              worlds[0].moments(allotment: place, arm: arm, observation: $0),
              from: worlds[0].moments(allotment: place, arm: 0, observation: $0))
          }
        })
    }
    self.limit = limit
  }
}

/// One experiment: what its analyst sees.
struct RehearsedExperiment: Sendable {
  let salt: UInt64
  /// By arm and observation.
  let means: [[Double]]
  /// The same people's means in markets all of their arm: sampling alone, without interference.
  let apartMeans: [[Double]]
  /// By arm, the control left out, and observation; `nil` where nothing could be computed yet.
  let effects: [[Effect?]]
  /// The same with everybody living in the control arm: the test of the control against itself.
  let nullEffects: [[Effect?]]
}
