package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/**
 * Proves who is there. An unknown address, a locked account and a wrong password all take as long and read alike. Only wrong
 * attempts use up what a network address is allowed: a whole office may sign in behind one.
 */
@UseCase
public class SignIn {
    private static final String ATTEMPT = "sign-in";
    private static final int ATTEMPTS_PER_ADDRESS = 30;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String NOBODY = PasswordHash.of("nobody");

    /** What became of an attempt. */
    public sealed interface Outcome {}

    public record Admitted(Actor actor, int sessionEpoch) implements Outcome {}

    public record Refused() implements Outcome {}

    public record TooManyAttempts() implements Outcome {}

    @Inject
    private Accounts accounts;

    @Inject
    private RateLimits limits;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.ANYONE)
    public Outcome attempt(String email, String password, String networkAddress) {
        if (!limits.allow(ATTEMPT, networkAddress, ATTEMPTS_PER_ADDRESS, WINDOW)) {
            return new TooManyAttempts();
        }
        Optional<Account> found = accounts.byEmailForAttempt(email);
        String hash = found.map(Account::passwordHash).orElse(NOBODY);
        boolean right = PasswordHash.matches(password, hash);
        if (found.isEmpty() || !found.get().mayTry(clock.instant())) {
            return new Refused();
        }
        Account account = found.get();
        if (!right) {
            account.failed(clock.instant());
            trail.fire(new AccessEvent(account.id(), "access.sign-in-failed", account.publicId()));
            return new Refused();
        }
        account.succeeded();
        limits.forgive(ATTEMPT, networkAddress);
        trail.fire(new AccessEvent(account.id(), "access.signed-in", account.publicId()));
        return new Admitted(account.actor(), account.sessionEpoch());
    }

    /** The actor of a running session as the account is now, or none if the session has been ended meanwhile. */
    @Requires(Permission.ANYONE)
    public Optional<Actor> resume(long accountId, int sessionEpoch) {
        return accounts.find(accountId)
                .filter(account -> account.holdsSession(sessionEpoch))
                .map(Account::actor);
    }
}
