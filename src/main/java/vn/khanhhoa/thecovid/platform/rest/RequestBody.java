package vn.khanhhoa.thecovid.platform.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a request, but no more of them than the call may have. */
public final class RequestBody {
    /** How much more than allowed is read and thrown away, so that whoever sent it comes to read the answer. */
    private static final long DISCARDED = 64L << 20;

    private RequestBody() {}

    /** @param limit in bytes; what is longer is answered with 413 */
    public static byte[] read(InputStream body, int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            long left = DISCARDED;
            for (long skipped = body.skip(left); skipped > 0 && left > 0; skipped = body.skip(left)) {
                left -= skipped;
            }
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return bytes;
    }
}
