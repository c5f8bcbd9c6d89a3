package vn.khanhhoa.thecovid.review;

import java.time.Instant;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/** One decision of an entry's history. */
public record PastDecision(Outcome outcome, String reasonCode, String reasonText, String decider, Instant decidedAt) {}
