package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/**
 * Proves who is there. An unknown address, one that is barred and a wrong password all take as long and read alike. Only
 * wrong attempts use up what a network address is allowed: a whole office may sign in behind one. Wrong passwords bar an
 * account for the network that they came from, so that nobody can keep its owner out from elsewhere; what all networks
 * together may try is bounded far above that. A new password begins the count anew.
 */
@UseCase
public class SignIn {
    private static final String BY_NETWORK = "sign-in";
    private static final int WRONG_FROM_NETWORK = 30;
    private static final Duration NETWORK_WINDOW = Duration.ofMinutes(5);
    private static final String BY_BOTH = "sign-in-both";
    private static final int WRONG_FOR_ACCOUNT_FROM_NETWORK = 5;
    private static final Duration BOTH_WINDOW = Duration.ofMinutes(15);
    private static final String BY_ACCOUNT = "sign-in-account";
    private static final int WRONG_FOR_ACCOUNT = 100;
    private static final Duration ACCOUNT_WINDOW = Duration.ofHours(1);
    private static final String NOBODY = PasswordHash.of("nobody");

    /** What became of an attempt. */
    public sealed interface Outcome {}

    public record Admitted(Actor actor, int sessionEpoch) implements Outcome {}

    public record Refused() implements Outcome {}

    /** Too many wrong passwords for the address, whether it has an account or not; whatever is typed now is not looked at. */
    public record Barred(Instant until) implements Outcome {}

    /** Too many attempts from the network, at whatever addresses. */
    public record TooManyAttempts(Instant until) implements Outcome {}

    @Inject
    private Accounts accounts;

    @Inject
    private RateLimits limits;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.ANYONE)
    public Outcome attempt(String email, String password, String networkAddress) {
        if (!limits.allow(BY_NETWORK, networkAddress, WRONG_FROM_NETWORK, NETWORK_WINDOW)) {
            return new TooManyAttempts(limits.endOf(BY_NETWORK, networkAddress));
        }
        Optional<Account> found = accounts.byEmail(email);
        String hash = found.map(Account::passwordHash).orElse(NOBODY);
        boolean right = PasswordHash.matches(password, hash);
        String counted = EmailAddress.spelled(email) + "\n"
                + found.map(Account::sessionEpoch).orElse(0);
        String fromHere = counted + "\n" + networkAddress;
        Optional<Instant> barred = barred(counted, fromHere);
        if (found.isEmpty() || !found.get().isActive() || barred.isPresent() || !right) {
            found.filter(account -> !right)
                    .ifPresent(account ->
                            trail.fire(new AccessEvent(account.id(), "access.sign-in-failed", account.publicId())));
            return barred.<Outcome>map(Barred::new).orElseGet(Refused::new);
        }
        Account account = found.get();
        limits.forgive(BY_NETWORK, networkAddress);
        limits.clear(BY_BOTH, fromHere);
        limits.forgive(BY_ACCOUNT, counted);
        trail.fire(new AccessEvent(account.id(), "access.signed-in", account.publicId()));
        return new Admitted(account.actor(), account.sessionEpoch());
    }

    /** Counts the attempt; until when no more are let through, where there were too many. */
    private Optional<Instant> barred(String counted, String fromHere) {
        if (!limits.allow(BY_BOTH, fromHere, WRONG_FOR_ACCOUNT_FROM_NETWORK, BOTH_WINDOW)) {
            return Optional.of(limits.endOf(BY_BOTH, fromHere));
        }
        return limits.allow(BY_ACCOUNT, counted, WRONG_FOR_ACCOUNT, ACCOUNT_WINDOW)
                ? Optional.empty()
                : Optional.of(limits.endOf(BY_ACCOUNT, counted));
    }

    /** The actor of a running session as the account is now, or none if the session has been ended meanwhile. */
    @Requires(Permission.ANYONE)
    public Optional<Actor> resume(long accountId, int sessionEpoch) {
        return accounts.find(accountId)
                .filter(account -> account.holdsSession(sessionEpoch))
                .map(Account::actor);
    }
}
