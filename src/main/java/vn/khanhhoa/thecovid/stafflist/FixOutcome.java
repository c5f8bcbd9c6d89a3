package vn.khanhhoa.thecovid.stafflist;

import java.util.Optional;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What became of an act on all cells of one kind.
 *
 * @param change by which it can be undone; empty where nothing changed
 * @param lines that it was done to
 * @param wrong those of them that still have an error in the column
 */
public record FixOutcome(Optional<PublicId> change, int lines, int wrong) {}
