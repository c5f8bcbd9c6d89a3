package vn.khanhhoa.thecovid.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Calls of the API that change something: one transaction each, and under an {@code Idempotency-Key} once in a day however
 * often they are sent. Key, effect and answer are committed together, so whatever ends the server in between, either all of
 * them are there or none, and the caller may send the call again without knowing which. What was refused had no effect and
 * is looked at anew.
 */
@ApplicationScoped
public class ApiCalls {
    /** Attribute of the request under which stands who calls. */
    public static final String CALLER = "portal.api-caller";

    static final Duration KEPT = Duration.ofHours(24);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int LOCKED_BY_ANOTHER = 1205;

    private record Kept(byte[] request, byte[] answer) {}

    @Inject
    private HttpServletRequest request;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    /** @param body of the call: the same key with another one is refused */
    @Transactional
    public Response once(byte[] body, Supplier<ApiAnswer> call) {
        String given = request.getHeader("Idempotency-Key");
        if (given == null) {
            return call.get().response();
        }
        if (!KEY.matcher(given).matches()) {
            throw new ApiRefusal(400, "platform.call-key");
        }
        byte[] key = cipher.match("api-call", request.getAttribute(CALLER) + "\n" + given);
        byte[] digest = digest(body);
        if (!begin(key, digest)) {
            return again(key, digest);
        }
        ApiAnswer answer = call.get();
        sql.update(
                "UPDATE platform_api_call SET status = ?, answer = ? WHERE call_key = ?",
                answer.status(),
                cipher.seal(answer.written()),
                key);
        return answer.response();
    }

    /** False where the call was answered before. The row is held until the transaction ends, and nobody waits for it. */
    private boolean begin(byte[] key, byte[] digest) {
        try {
            return sql.update(
                            "SET STATEMENT innodb_lock_wait_timeout = 0 FOR INSERT IGNORE INTO platform_api_call"
                                    + " (call_key, request, status, answer, made_at) VALUES (?, ?, 0, '', ?)",
                            key,
                            digest,
                            clock.instant())
                    == 1;
        } catch (IllegalStateException failure) {
            if (failure.getCause() instanceof SQLException cause && cause.getErrorCode() == LOCKED_BY_ANOTHER) {
                throw new RuleViolation("platform.call-in-flight");
            }
            throw failure;
        }
    }

    private Response again(byte[] key, byte[] digest) {
        Kept kept = sql.first(
                        "SELECT request, answer FROM platform_api_call WHERE call_key = ?",
                        row -> new Kept(row.getBytes(1), row.getBytes(2)),
                        (Object) key)
                .orElseThrow(() -> new RuleViolation("platform.call-in-flight"));
        if (!MessageDigest.isEqual(kept.request(), digest)) {
            throw new RuleViolation("platform.call-key-reused");
        }
        return ApiAnswer.read(cipher.open(kept.answer()))
                .with("Idempotency-Replayed", "true")
                .response();
    }

    private byte[] digest(byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (@Nullable String part : new @Nullable String[] {
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                request.getContentType(),
                request.getHeader("If-Match")
            }) {
                digest.update(Objects.requireNonNullElse(part, "").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Transactional
    public void forget() {
        sql.update(
                "DELETE FROM platform_api_call WHERE made_at < ?",
                clock.instant().minus(KEPT));
    }
}
