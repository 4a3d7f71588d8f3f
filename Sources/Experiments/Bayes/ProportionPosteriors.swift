internal import RealModule
import Statistics

/// What is believed of two proportions after the data: beta distributions, exactly, no normal one.
///
/// Everything is an integral over x of products of the two distribution functions, taken by the
/// trapezoidal rule in ln(x / (1 − x)), in which the integrands are analytic and fall off
/// exponentially: relative precision 1e-11 also where the chance is next to nothing, for shapes from 0.1.
public struct ProportionPosteriors: Sendable, Equatable {
  /// Shapes a and b of a beta distribution, ∝ x^(a − 1)·(1 − x)^(b − 1).
  public struct Shapes: Sendable, Equatable {
    public let a: Double
    public let b: Double

    public init(a: Double, b: Double) {
      precondition(a > 0 && b > 0 && (a + b).isFinite, "shapes are positive and finite")
      self.a = a
      self.b = b
    }

    /// Every proportion as likely as another.
    public static let uniform = Shapes(a: 1, b: 1)

    /// After so many successes in so many trials.
    public func updated(successes: Double, trials: Double) -> Shapes {
      precondition(successes >= 0 && successes <= trials, "successes are among the trials")
      return Shapes(a: a + successes, b: b + trials - successes)
    }

    /// E[x].
    public var mean: Double { a / (a + b) }

    /// The density of the logit over that at the logit of the mean, where it is largest.
    ///
    /// Written with the distance from there, so that large shapes lose no digits.
    fileprivate var density: (Double) -> Double {
      let middle = Double.log(a / b)
      let (x, y) = (a / (a + b), b / (a + b))
      return { logit in
        let distance = logit - middle
        let logX = -Double.log(onePlus: y * .expMinusOne(-distance))
        let logY = -Double.log(onePlus: x * .expMinusOne(distance))
        return .exp(a * logX + b * logY)
      }
    }
  }

  public let control: Shapes
  public let arm: Shapes

  public init(control: Shapes, arm: Shapes) {
    self.control = control
    self.arm = arm
  }

  /// The chance that the arm's proportion is larger.
  public var chanceToWin: Double { chance(of: arm, above: control) }

  /// The chance that the control's is.
  public var chanceToLose: Double { chance(of: control, above: arm) }

  /// What each choice gives away on average if it is the worse one, as a proportion.
  public var expectedLoss: ExpectedLoss {
    ExpectedLoss(
      ofArm: excess(of: control, above: arm), ofControl: excess(of: arm, above: control))
  }

  /// ∫ f(x)·G(x) dx.
  private func chance(of high: Shapes, above low: Shapes) -> Double {
    let density = high.density
    let total = integral(around: [high]) { density($0.logit) }
    return integral(around: [high, low]) { density($0.logit) * $0.below(low) } / total
  }

  /// E[max(X − Y, 0)] = ∫ (1 − F(x))·G(x) dx.
  private func excess(of high: Shapes, above low: Shapes) -> Double {
    integral(around: [high, low]) { $0.above(high) * $0.below(low) * $0.x * $0.y }
  }

  /// The integral over the logit, outwards from between the two means, of what peaks thereabouts.
  private func integral(around shapes: [Shapes], of term: (Place) -> Double) -> Double {
    let precision = [control, arm].reduce(0) { $0 + 1 / (1 / $1.a + 1 / $1.b) }
    // Small shapes are analytic only up to πi from the real line, large ones nearly normal.
    let step = min(0.25, 1 / (2.5 * precision.squareRoot()))
    let middles = shapes.map { Double.log($0.a / $0.b) }
    let lowest = middles.min() ?? 0
    let highest = middles.max() ?? 0
    var sum = 0.0
    // From the lower middle to the higher all is summed; beyond them until nothing is added.
    var logit = lowest
    while logit <= highest {
      sum += term(Place(logit: logit))
      logit += step
    }
    for (start, direction) in [(logit, step), (lowest - step, -step)] {
      var logit = start
      while true {
        let value = term(Place(logit: logit))
        sum += value
        if !(value > 1e-17 * sum) { break }
        logit += direction
      }
    }
    return sum * step
  }

  /// A proportion x and y = 1 − x, neither rounded away.
  private struct Place {
    let logit: Double
    let x: Double
    let y: Double

    init(logit: Double) {
      self.logit = logit
      x = 1 / (1 + .exp(-logit))
      y = 1 / (1 + .exp(logit))
    }

    func below(_ shapes: Shapes) -> Double {
      x <= y
        ? .regularizedBeta(x, shapes.a, shapes.b)
        : .regularizedBetaComplement(y, shapes.b, shapes.a)
    }

    func above(_ shapes: Shapes) -> Double {
      x <= y
        ? .regularizedBetaComplement(x, shapes.a, shapes.b)
        : .regularizedBeta(y, shapes.b, shapes.a)
    }
  }
}
