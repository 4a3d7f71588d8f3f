import Market
import Takeaways

extension Objective {
  /// What a plan does more or less of, such as `earns 12,300 CNY more`.
  func phrase(_ amount: String, isMore: Bool) -> String {
    switch self {
    case .profit: "earns \(amount) \(isMore ? "more" : "less")"
    case .revenue: "brings \(amount) \(isMore ? "more" : "less") revenue"
    case .orders: "brings \(amount) \(isMore ? "more" : "fewer") orders"
    case .acquired: "wins \(amount) \(isMore ? "more" : "fewer") customers"
    case .retained: "keeps \(amount) \(isMore ? "more" : "fewer") customers"
    case .aware: "reaches \(amount) \(isMore ? "more" : "fewer") people"
    }
  }

  /// What a plan comes to by itself, such as `earns 12,300 CNY`.
  func phrase(_ amount: String) -> String {
    switch self {
    case .profit: "earns \(amount)"
    case .revenue: "brings \(amount) revenue"
    case .orders: "brings \(amount) orders"
    case .acquired: "wins \(amount) customers"
    case .retained: "keeps \(amount) customers"
    case .aware: "reaches \(amount) people"
    }
  }

  var less: String {
    switch self {
    case .profit, .revenue: "less"
    case .orders, .acquired, .retained, .aware: "fewer"
    }
  }

  /// What the best plan does.
  var most: String {
    switch self {
    case .profit: "earns more"
    case .revenue: "brings more revenue"
    case .orders: "brings more orders"
    case .acquired: "wins more customers"
    case .retained: "keeps more customers"
    case .aware: "reaches more people"
    }
  }

  /// What a plan does that is worse.
  var least: String {
    switch self {
    case .profit: "earns less"
    case .revenue: "brings less revenue"
    case .orders: "brings fewer orders"
    case .acquired: "wins fewer customers"
    case .retained: "keeps fewer customers"
    case .aware: "reaches fewer people"
    }
  }

  /// What an equal plan equals.
  var verb: String {
    switch self {
    case .profit: "earns"
    case .revenue, .orders: "brings"
    case .acquired: "wins"
    case .retained: "keeps"
    case .aware: "reaches"
    }
  }
}
