import Testing

@testable import Market

struct LawChoiceTests {
  /// Laws as fitted with these log-likelihoods; those that are not named could not be fitted.
  func choice(_ asked: PurchaseLaw?, _ likelihoods: [PurchaseLaw: Double]) -> LawChoice? {
    let fits = PurchaseLaw.allCases.map { law -> (PurchaseLaw, ModelFit<any PurchaseModel>) in
      guard let likelihood = likelihoods[law] else { return (law, .notFitted(.noMaximum)) }
      return (
        law,
        .fitted(
          FittedModel(
            model: BGNBD(r: 1, alpha: 1, a: 1, b: 1), estimates: [],
            uncertainty: ParameterUncertainty(deviations: [], correlations: []),
            logLikelihood: likelihood, customers: 2, iterations: 1, isConverged: true,
            boundaries: []))
      )
    }
    return LawChoice(
      asked: asked, fits: Dictionary(uniqueKeysWithValues: fits), holdout: nil)
  }

  @Test func theLikeliestIsChosenUnlessOneIsAskedFor() {
    let all: [PurchaseLaw: Double] = [.bgnbd: -20, .mbgnbd: -18, .paretoNBD: -17]
    #expect(choice(nil, all)?.law == .paretoNBD)
    #expect(choice(nil, all)?.rival == .init(law: .mbgnbd, lead: 1))
    #expect(choice(.bgnbd, all)?.law == .bgnbd)
    #expect(choice(.bgnbd, all)?.rival == .init(law: .paretoNBD, lead: -3))
    #expect(choice(.bgnbd, all)?.reason == .asked)
    let even: [PurchaseLaw: Double] = [.bgnbd: -20, .mbgnbd: -20, .paretoNBD: -20]
    #expect(choice(nil, even)?.law == .bgnbd)
    #expect(choice(nil, even)?.rival == .init(law: .mbgnbd, lead: 0))
    #expect(choice(nil, even)?.nearer == nil)
  }

  @Test func whatWasNotFittedIsNotChosen() {
    #expect(choice(nil, [.paretoNBD: -17])?.law == .paretoNBD)
    #expect(choice(nil, [.paretoNBD: -17])?.reason == .onlyOne(.noMaximum))
    #expect(choice(nil, [.paretoNBD: -17])?.rival == nil)
    #expect(choice(.bgnbd, [.paretoNBD: -17]) == nil)
    #expect(choice(.paretoNBD, [.paretoNBD: -17])?.reason == .asked)
    #expect(choice(nil, [:]) == nil)
  }
}
