package vn.khanhhoa.thecovid.verification;

import java.time.Instant;

/** A card was seen at a post. @param byPoster by whoever held it or a picture of it, and nobody of the post */
record Sighting(long scanId, long cardId, long postId, Instant at, boolean byPoster) {}
