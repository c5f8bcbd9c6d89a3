package vn.khanhhoa.thecovid.verification;

import java.time.Instant;

/** From a moment on a post is kept, or no longer. @param enterer who said so */
public record PostTurn(long id, Instant at, boolean opens, String enterer) {}
