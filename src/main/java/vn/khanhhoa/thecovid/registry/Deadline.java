package vn.khanhhoa.thecovid.registry;

import java.time.Instant;

/** Until when a review is to be done, when to warn that it is not, and when it is so late that the task force is told. */
public record Deadline(Instant warnAt, Instant dueAt, Instant longPastAt) {}
