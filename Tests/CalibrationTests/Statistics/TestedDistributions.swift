import Statistics

extension Normal {
  var tested: GoodnessOfFit.Continuous {
    .init(
      lower: cdf, upper: upperTail,
      thousandths: (quantile(1e-3), quantile(upperTail: 1e-3)))
  }
}

extension LogNormal {
  var tested: GoodnessOfFit.Continuous {
    .init(
      lower: cdf, upper: upperTail,
      thousandths: (quantile(1e-3), quantile(upperTail: 1e-3)))
  }
}

extension Exponential {
  var tested: GoodnessOfFit.Continuous {
    .init(
      lower: cdf, upper: upperTail,
      thousandths: (quantile(1e-3), quantile(upperTail: 1e-3)))
  }
}

extension Gamma {
  var tested: GoodnessOfFit.Continuous {
    .init(
      lower: cdf, upper: upperTail,
      thousandths: (quantile(1e-3), quantile(upperTail: 1e-3)))
  }
}

extension Beta {
  var tested: GoodnessOfFit.Continuous {
    .init(
      lower: cdf, upper: upperTail,
      thousandths: (quantile(1e-3), quantile(upperTail: 1e-3)))
  }
}
