/// |value − expected| / |expected|, absolute where 0 is expected.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  if value == expected { return 0 }
  let error = (value - expected).magnitude
  return expected == 0 ? error : error / expected.magnitude
}
