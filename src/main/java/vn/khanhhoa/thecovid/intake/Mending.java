package vn.khanhhoa.thecovid.intake;

/**
 * What a text that cannot be read most likely was, by one known way in which such texts go wrong. It counts only if the
 * rule of its column reads it.
 */
record Mending(RepairKind kind, String text) {}
