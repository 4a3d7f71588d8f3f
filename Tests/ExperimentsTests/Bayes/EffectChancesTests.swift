import RealModule
import Statistics
import Testing

@testable import Experiments

/// Chances and losses where the standard error was estimated from few units.
struct EffectChancesTests {
  /// With one degree of freedom Student's law is Cauchy's, with two it has a closed form too.
  @Test(arguments: [-3.0, -0.5, 0, 0.25, 2, 40])
  func closedForms(z: Double) throws {
    let cauchy = try EffectChances(Effect(estimate: z, standardError: 1, degreesOfFreedom: 1))
    #expect(agrees(cauchy.chanceToWin, 0.5 + .atan(z) / .pi, relative: 1e-10))
    #expect(cauchy.expectedLoss == nil)
    let two = try EffectChances(Effect(estimate: 2 * z, standardError: 2, degreesOfFreedom: 2))
    let root = (2 + z * z).squareRoot()
    #expect(agrees(two.chanceToWin, 0.5 + z / (2 * root), relative: 1e-9))
    // E[max(T − z, 0)] = (√(2 + z²) − z) / 2, and the loss of staying the same for −z; times the error of 2.
    let loss = try #require(two.expectedLoss)
    #expect(agrees(loss.ofArm, root - z, relative: 1e-8))
    #expect(agrees(loss.ofControl, root + z, relative: 1e-9))
  }

  /// Many degrees of freedom are the normal law, with a prior and without.
  @Test(arguments: [nil, 0.5, 3])
  func manyUnitsAreNormal(spread: Double?) throws {
    let prior = spread.map { EffectPrior(standardDeviation: $0) }
    let normal = try EffectPosterior(Effect(estimate: 1.3, standardError: 0.8), prior: prior)
    let student = try EffectChances(
      Effect(estimate: 1.3, standardError: 0.8, degreesOfFreedom: 1e8), prior: prior)
    #expect(agrees(student.chanceToWin, normal.chanceToWin, relative: 1e-6))
    let loss = try #require(student.expectedLoss)
    #expect(agrees(loss.ofArm, normal.expectedLoss.ofArm, relative: 1e-6))
    #expect(agrees(loss.ofControl, normal.expectedLoss.ofControl, relative: 1e-6))
  }

  /// A prior so wide that it says nothing leaves Student's law alone.
  @Test func aWidePriorSaysNothing() throws {
    let effect = Effect(estimate: 2, standardError: 1.5, degreesOfFreedom: 5)
    let flat = try EffectChances(effect)
    let wide = try EffectChances(effect, prior: EffectPrior(standardDeviation: 1e4))
    #expect(agrees(wide.chanceToWin, flat.chanceToWin, relative: 1e-5))
    #expect(wide.chanceToWin + wide.chanceToLose == 1)
  }
}
