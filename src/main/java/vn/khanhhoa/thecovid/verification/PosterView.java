package vn.khanhhoa.thecovid.verification;

import java.time.Instant;

/** The newest code of a post's posters. @param validTo the first moment at which it no longer counts */
public record PosterView(Instant madeAt, Instant validTo) {
    public boolean isOver(Instant at) {
        return !at.isBefore(validTo);
    }
}
