package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The programs that act for an organisation, kept by its administrator, or for an agency as a source of health data, kept by
 * those who may do by hand what the programs do. A secret is told once, to whoever made it.
 */
@UseCase
public class ApiClientKeeping {
    private static final int MOST = 50;

    /** A program and the secret that nobody will be told again. */
    public record Made(PublicId id, String secret) {
        @Override
        public String toString() {
            return "Made[" + id + ", …]";
        }
    }

    @Inject
    private ApiClients clients;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.KEEP_PROGRAMS)
    public List<ApiClientView> all(Actor actor) {
        Instant now = clock.instant();
        return clients.of(actor.organisationId(), actor.agencyId()).stream()
                .map(client -> client.view(now))
                .toList();
    }

    /** What the actor's programs can be allowed. */
    @Requires(Permission.KEEP_PROGRAMS)
    public List<ApiScope> scopes(Actor actor) {
        return ApiClient.grantable(actor);
    }

    @Requires(Permission.KEEP_PROGRAMS)
    public ApiClientView view(Actor actor, PublicId id) {
        return clients.own(actor, id).view(clock.instant());
    }

    @Requires(Permission.KEEP_PROGRAMS)
    public Made make(Actor actor, String name, Set<ApiScope> scopes) {
        List<ApiClientView> active =
                all(actor).stream().filter(client -> !client.isRevoked()).toList();
        if (active.size() >= MOST) {
            throw new RuleViolation("access.api-clients-many", MOST);
        }
        if (active.stream().anyMatch(client -> client.name().equalsIgnoreCase(OneLine.of(name)))) {
            throw new RuleViolation("access.api-client-name-taken");
        }
        String secret = ApiClients.randomSecret();
        ApiClient client = new ApiClient(actor, name, scopes, clients.secretHash(secret), clock.instant());
        clients.add(client);
        trail.fire(new ApiClientEvent(
                actor.accountId(),
                "access.api-client-made",
                client.publicId(),
                Map.of("scopes", ApiScope.write(scopes))));
        return new Made(client.publicId(), secret);
    }

    /** A new secret; the old one, and what was entered with it, is void at once. */
    @Requires(Permission.KEEP_PROGRAMS)
    public Made changeSecret(Actor actor, PublicId id) {
        clients.held(id);
        ApiClient client = clients.own(actor, id);
        String secret = ApiClients.randomSecret();
        client.changeSecret(clients.secretHash(secret), clock.instant());
        endTokens(client);
        trail.fire(new ApiClientEvent(actor.accountId(), "access.api-client-secret-changed", id));
        return new Made(id, secret);
    }

    @Requires(Permission.KEEP_PROGRAMS)
    public void revoke(Actor actor, PublicId id) {
        clients.held(id);
        ApiClient client = clients.own(actor, id);
        client.revoke(clock.instant());
        endTokens(client);
        trail.fire(new ApiClientEvent(actor.accountId(), "access.api-client-revoked", id));
    }

    private void endTokens(ApiClient client) {
        sql.update("DELETE FROM access_api_token WHERE client_id = ?", client.id());
    }
}
