internal import RealModule
internal import Statistics

/// How one model's likelihood is climbed: in which coordinates, from where, and how far.
///
/// Coordinates θ are combinations of the logarithms of the parameters, chosen so that the ridges the
/// likelihood may have run along an axis, and the end of an axis has a meaning.
struct MaximumLikelihood<Model: ParametricModel> {
  /// One axis: how far it reaches, and what it says about customers to end there.
  struct Axis {
    let range: ClosedRange<Double>
    let lower: String
    let upper: String
  }

  /// The logarithms of the parameters are this matrix times θ.
  let logarithms: Matrix
  let axes: [Axis]
  /// The search is made from each, since small logs may have several maxima; the highest counts.
  let starts: [[Double]]

  func fit(
    customers: Int, _ expansion: (Model) -> Expansion
  ) -> ModelFit<Model> {
    let maximizer = NewtonMaximizer(
      lower: axes.map(\.range.lowerBound), upper: axes.map(\.range.upperBound))
    var found: [Maximum] = []
    for start in starts {
      let maximum = maximizer.maximize(from: start) { theta in
        let values = parameters(at: theta)
        return expansion(Model(parameters: values)).inLogarithms(of: values)
          .composed(with: logarithms)
      }
      if let maximum { found.append(maximum) }
    }
    // The same maximum found twice differs in its last digits only.
    guard let best = found.max(by: { $0.expansion.value + 1e-6 < $1.expansion.value }) else {
      return .notFitted(.noMaximum)
    }
    return .fitted(summary(of: best, customers: customers))
  }

  private func parameters(at theta: [Double]) -> [Double] { (logarithms * theta).map(Double.exp) }

  private func summary(of maximum: Maximum, customers: Int) -> FittedModel<Model> {
    let values = parameters(at: maximum.point)
    let uncertainty = uncertainty(of: maximum)
    let estimates = values.indices.map { i in
      ParameterEstimate(
        name: Model.parameterNames[i], value: values[i],
        standardError: uncertainty.deviations[i].map { values[i] * $0 })
    }
    let boundaries = zip(maximum.bounds, axes).compactMap { bound, axis in
      bound.map { $0 == .lower ? axis.lower : axis.upper }
    }
    return FittedModel(
      model: Model(parameters: values), estimates: estimates, uncertainty: uncertainty,
      logLikelihood: maximum.expansion.value, customers: customers,
      iterations: maximum.iterations, isConverged: maximum.isConverged, boundaries: boundaries)
  }

  private func uncertainty(of maximum: Maximum) -> ParameterUncertainty {
    let covariance = maximum.covariance.map {
      (logarithms * $0).times(logarithms, transposingOther: true)
    }
    let parameters = 0..<logarithms.rows
    let deviations: [Double?] = parameters.map { i in
      let isLimited = maximum.bounds.indices.contains {
        maximum.bounds[$0] != nil && logarithms[i, $0] != 0
      }
      return isLimited ? nil : covariance.map { $0[i, i].squareRoot() }
    }
    let correlations = parameters.map { i in
      parameters.map { j -> Double? in
        guard let covariance, let one = deviations[i], let other = deviations[j] else { return nil }
        return i == j ? 1 : min(1, max(-1, covariance[i, j] / (one * other)))
      }
    }
    return ParameterUncertainty(deviations: deviations, correlations: correlations)
  }
}
