package vn.khanhhoa.thecovid.platform.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** The caller is to come again later (RFC 6585, section 4). */
public final class TooManyRequests extends ClientErrorException {
    public TooManyRequests(Duration retryAfter) {
        super(Response.status(Response.Status.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds())
                .build());
    }
}
