import Statistics

/// The stream all pinned draws were recorded with.
func pinnedStream(_ purpose: String = "pinned") -> DrawStream {
  Draws(seed: 20_261_112, replication: 3)
    .stream(Individual(family: 17, index: 4), Purpose(purpose))
}
