package vn.khanhhoa.thecovid.verification;

import java.time.Instant;

/** A card was seen at a post. */
record Sighting(long scanId, long cardId, long postId, Instant at) {}
