import ArgumentParser
import Experiments

/// How the experiment is to be run and analysed.
struct DesignOptions: ParsableArguments {
  /// How the error rate is spent over looks.
  enum Boundary: String, ExpressibleByArgument, CaseIterable {
    case obrienFleming = "obrien-fleming"
    case pocock
  }

  /// Units in each other arm per unit of the control.
  enum Ratio: ExpressibleByArgument {
    case fixed(Double)
    case optimal

    init?(argument: String) {
      if argument == "optimal" {
        self = .optimal
      } else if let ratio = Double(argument) {
        self = .fixed(ratio)
      } else {
        return nil
      }
    }
  }

  @Option(
    help: "The chance of a finding where there is no effect. (default: 5%)",
    transform: ShareArgument.init)
  var alpha: ShareArgument?

  @Option(
    help: """
      What is to be shown: difference, non-inferiority or equivalence; for the latter two --lift or --effect is the \
      margin, and arms are taken to be alike. (default: difference)
      """,
    completion: .list(PowerGoal.allCases.map(\.rawValue)), transform: DesignOptions.goal)
  var goal = PowerGoal.difference

  @Option(help: "2 to look for effects in both directions, 1 for one direction only.")
  var sided = 2

  @Option(help: "Arms, the control among them.")
  var arms = 2

  @Option(
    help: """
      People in each other arm per person in the control, such as 0.5, or optimal: the control √(arms − 1) \
      times as large as each. (default: 1)
      """)
  var ratio: Ratio?

  @Option(
    help: "The share of variance that adjusting for covariates takes away.",
    transform: ShareArgument.init)
  var r2: ShareArgument?

  @Option(help: "The correlation within clusters, where whole clusters are put into arms.")
  var icc: Double?

  @Option(help: "People in a cluster, on average.")
  var clusterSize: Double?

  @Option(help: "The coefficient of variation of cluster sizes. (default: 0)")
  var clusterCv: Double?

  @Option(help: "Looks at the results, equally spaced, the last at the end.")
  var looks = 1

  @Option(help: "How looks are paid for: obrien-fleming or pocock.")
  var boundary = Boundary.obrienFleming

  func validate() throws {
    if let alpha, !(alpha.value > 0 && alpha.value < 0.5) {
      throw ValidationError("--alpha lies between 0 and 50%, such as 5%.")
    }
    guard sided == 1 || sided == 2 else { throw ValidationError("--sided is 1 or 2.") }
    guard (2...100).contains(arms) else {
      throw ValidationError("--arms is a whole number from 2 to 100.")
    }
    if case .fixed(let ratio) = ratio, !(ratio >= 0.001 && ratio <= 1000) {
      throw ValidationError("--ratio lies between 0.001 and 1000, or is the word optimal.")
    }
    if let r2, !(r2.value >= 0 && r2.value < 1) {
      throw ValidationError("--r2 lies between 0 and 1, such as 0.4.")
    }
    if let icc, !(icc >= 0 && icc <= 1) {
      throw ValidationError("--icc lies between 0 and 1.")
    }
    if (icc == nil) != (clusterSize == nil) {
      throw ValidationError("--icc and --cluster-size go together.")
    }
    if let clusterSize, !(clusterSize >= 1 && clusterSize <= 1e9) {
      throw ValidationError("--cluster-size is 1 or more.")
    }
    if let clusterCv {
      guard clusterCv >= 0, clusterCv <= 100 else {
        throw ValidationError("--cluster-cv is 0 or more.")
      }
      if icc == nil { throw ValidationError("--cluster-cv needs --icc and --cluster-size.") }
    }
    guard (1...50).contains(looks) else {
      throw ValidationError("--looks is a whole number from 1 to 50.")
    }
  }

  /// The experiment; what a pilot estimated gives way to what is told.
  func analysis(
    _ baseline: Baseline, explained: Double = 0, clustering: Clustering? = nil
  ) throws(NotEstimable) -> PowerAnalysis {
    let alpha = alpha?.value ?? 0.05
    let allocation =
      switch ratio {
      case .optimal: try Allocation.optimal(arms: arms)
      case .fixed(let ratio): try Allocation(arms: arms, ratio: ratio)
      case nil: try Allocation(arms: arms)
      }
    var clusters = clustering
    if let icc, let clusterSize {
      clusters = try Clustering(
        intraclassCorrelation: icc, meanSize: clusterSize, sizeVariation: clusterCv ?? 0)
    }
    var planned: PlannedLooks?
    if looks > 1 {
      planned = try PlannedLooks(
        count: looks, alpha: alpha, isTwoSided: sided == 2,
        boundary: .spending(boundary == .pocock ? .pocock : .obrienFleming))
    }
    return try PowerAnalysis(
      baseline, allocation: allocation, alpha: alpha, isTwoSided: sided == 2,
      explained: r2?.value ?? explained, clustering: clusters, looks: planned, goal: goal)
  }

  private static func goal(_ text: String) throws -> PowerGoal {
    guard let goal = PowerGoal(rawValue: text.lowercased()) else {
      throw ValidationError(
        "--goal is difference, non-inferiority or equivalence, not \(text).")
    }
    return goal
  }
}
