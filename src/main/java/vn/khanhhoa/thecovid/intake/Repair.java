package vn.khanhhoa.thecovid.intake;

/**
 * A text that was put right without changing what it means. What was given is kept beside it, and the sender may have it
 * back: then the column counts as kept, and is not repaired again.
 *
 * @param given the text as it stood in the file
 * @param repaired the text that counts
 */
public record Repair(String columnKey, RepairKind kind, String given, String repaired) {}
