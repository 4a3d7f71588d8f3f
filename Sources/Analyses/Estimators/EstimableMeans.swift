import Experiments

/// Adjusted means of the arms that have units enough, and why the others have none.
///
/// An arm with a single unit, with fewer units than coefficients or with one cluster says nothing, but is
/// no reason to be silent about the others.
struct EstimableMeans {
  /// nil where no arm can be compared with the control.
  let means: AdjustedMeans?
  /// By arm of the table where it is among the means, or why it is not.
  let places: [Result<Int, NotEstimable>]
  /// Of the arms among the means; nil without clusters.
  let clusters: ArmsClusters?

  /// - Throws: `NotEstimable` where it is for a reason that is not one arm's own.
  init(
    _ table: UnitTable, _ adjustment: Adjustment, threads: Int
  ) async throws(NotEstimable) {
    let arms = table.arm.count
    do {
      means = try await AdjustedMeans.estimate(table, adjustment, threads: threads)
      places = (0..<arms).map { .success($0) }
      clusters = table.groups[.cluster].map { ArmsClusters($0, table.arm) }
    } catch {
      guard arms > 2 else { throw error }
      let alone = (1..<arms).map { Self.problem(of: $0, table, adjustment) }
      let kept = [0] + (1..<arms).filter { alone[$0 - 1] == nil }
      guard kept.count < arms else { throw error }
      let others = table.keeping(arms: kept)
      means =
        kept.count > 1
        ? try await AdjustedMeans.estimate(others, adjustment, threads: threads) : nil
      clusters = others.groups[.cluster].map { ArmsClusters($0, others.arm) }
      places = (0..<arms).map { arm in
        if arm > 0, let problem = alone[arm - 1] { return .failure(problem) }
        return .success(kept.firstIndex(of: arm) ?? 0)
      }
    }
  }

  /// Why an arm cannot be compared with the control even without the other arms.
  private static func problem(
    of arm: Int, _ table: UnitTable, _ adjustment: Adjustment
  ) -> NotEstimable? {
    do {
      _ = try AdjustedMeans(table.keeping(arms: [0, arm]), adjustment)
      return nil
    } catch {
      return error
    }
  }
}
