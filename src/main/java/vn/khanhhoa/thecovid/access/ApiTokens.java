package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Lets programs in: a token for half an hour against id and secret (OAuth 2.0 client credentials, RFC 6749, section 4.4).
 * Who shows a token is looked up with each call, so what was revoked is over with the next one. Only wrong attempts count,
 * against a network address and what it may try of one program: nobody keeps a program out from elsewhere.
 */
@UseCase
public class ApiTokens {
    private static final String BY_CLIENT = "api-secret-of";
    private static final String BY_ADDRESS = "api-secret-from";
    private static final int ATTEMPTS_PER_CLIENT_FROM_ADDRESS = 10;
    private static final int ATTEMPTS_PER_ADDRESS = 30;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    /** What became of an attempt. */
    public sealed interface Outcome {}

    public record Issued(String token, Duration life, Set<ApiScope> scopes) implements Outcome {
        @Override
        public String toString() {
            return "Issued[…]";
        }
    }

    public record Refused() implements Outcome {}

    /** Asked for more than the program was given, or for what is no scope. */
    public record ScopeRefused() implements Outcome {}

    public record TooManyAttempts(Duration retryAfter) implements Outcome {}

    private record Held(
            long clientId,
            String name,
            long organisationId,
            long agencyId,
            String scopes,
            @Nullable Instant lastUsedAt) {}

    @Inject
    private ApiClients clients;

    @Inject
    private RateLimits limits;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** @param scopes those wanted, or empty for all that the program has */
    @Requires(Permission.ANYONE)
    public Outcome issue(String clientId, String secret, String scopes, String networkAddress) {
        boolean fewFromThere = limits.allow(BY_ADDRESS, networkAddress, ATTEMPTS_PER_ADDRESS, WINDOW);
        String counted = clientId + "\n" + networkAddress;
        boolean fewForIt = limits.allow(BY_CLIENT, counted, ATTEMPTS_PER_CLIENT_FROM_ADDRESS, WINDOW);
        if (!fewFromThere || !fewForIt) {
            return new TooManyAttempts(WINDOW);
        }
        Instant now = clock.instant();
        Optional<ApiClient> found = PublicId.parse(clientId).flatMap(clients::held);
        byte[] hash = clients.secretHash(secret);
        if (found.isEmpty() || !found.get().mayEnter(hash, now)) {
            found.ifPresent(
                    client -> trail.fire(new ApiClientEvent(client.id(), "access.token-refused", client.publicId())));
            return new Refused();
        }
        ApiClient client = found.get();
        limits.forgive(BY_ADDRESS, networkAddress);
        limits.forgive(BY_CLIENT, counted);
        Optional<Set<ApiScope>> wanted = scopes.isBlank() ? Optional.of(client.scopes()) : ApiScope.parse(scopes);
        if (wanted.isEmpty() || !client.scopes().containsAll(wanted.get())) {
            return new ScopeRefused();
        }
        String token = ApiClients.randomSecret();
        sql.update(
                "INSERT INTO access_api_token (token_hash, client_id, scopes, expires_at) VALUES (?, ?, ?, ?)",
                clients.tokenHash(token),
                client.id(),
                ApiScope.write(wanted.get()),
                now.plus(LIFE));
        noteUse(client.id(), now);
        trail.fire(new ApiClientEvent(client.id(), "access.token-issued", client.publicId()));
        return new Issued(token, LIFE, wanted.get());
    }

    /** Who shows this token, if it is good now. */
    @Requires(Permission.ANYONE)
    public Optional<ApiCaller> caller(String token) {
        Instant now = clock.instant();
        Optional<Held> held = sql.first(
                "SELECT c.id, c.name, c.organisation_id, c.agency_id, t.scopes, c.last_used_at FROM"
                        + " access_api_token t JOIN access_api_client c ON c.id = t.client_id WHERE t.token_hash = ? AND t.expires_at > ?"
                        + " AND c.expires_at > ? AND c.revoked_at IS NULL",
                row -> new Held(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getLong("organisation_id"),
                        row.getLong("agency_id"),
                        row.getString("scopes"),
                        Sql.instant(row, "last_used_at")),
                clients.tokenHash(token),
                now,
                now);
        held.filter(client -> isLongAgo(client.lastUsedAt(), now)).ifPresent(client -> noteUse(client.clientId(), now));
        return held.map(client -> caller(client, ApiScope.parse(client.scopes()).orElse(Set.of())));
    }

    private static ApiCaller caller(Held client, Set<ApiScope> scopes) {
        Set<ApiScope> lacking = EnumSet.allOf(ApiScope.class);
        lacking.removeAll(scopes);
        return new ApiCaller(
                new Actor(
                        client.clientId(),
                        client.name(),
                        client.agencyId() == 0 ? Role.API_CLIENT : Role.SOURCE_PROGRAM,
                        client.organisationId(),
                        client.agencyId(),
                        client.agencyId(),
                        lacking),
                scopes);
    }

    private static boolean isLongAgo(@Nullable Instant last, Instant now) {
        return last == null || last.plus(USE_NOTED_EVERY).isBefore(now);
    }

    private void noteUse(long clientId, Instant now) {
        sql.update("UPDATE access_api_client SET last_used_at = ? WHERE id = ?", now, clientId);
    }

    /** Those that are over. */
    @Requires(Permission.RUN_JOBS)
    public void forget(Actor actor) {
        sql.update("DELETE FROM access_api_token WHERE expires_at < ?", clock.instant());
    }
}
