package vn.khanhhoa.thecovid.registry;

import java.time.Instant;

/** Until when a review is to be done, and when to warn that it is not. */
public record Deadline(Instant warnAt, Instant dueAt) {}
