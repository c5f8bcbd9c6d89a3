package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;

/**
 * One sending of a draft.
 *
 * @param lines that were ready when it was asked for
 * @param entries that came of them; fewer while they are on their way, and where lines did not hold any more
 */
public record SubmissionView(int lines, int entries, String madeBy, Instant madeAt) {}
