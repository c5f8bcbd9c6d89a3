package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Accounts begin, and forgotten passwords end, with a link sent by e-mail that works once and for three days. */
@UseCase
public class Invitations {
    private static final Duration LIFE = Duration.ofDays(3);
    private static final int SECRET_BYTES = 32;
    private static final int REQUESTS_FOR_ONE_ADDRESS = 3;
    private static final int REQUESTS_FROM_ONE_NETWORK = 20;
    private static final Duration REQUEST_WINDOW = Duration.ofHours(1);
    private static final int COLLEAGUES_A_DAY = 20;
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private Accounts accounts;

    @Inject
    private RateLimits limits;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountInvited> invited;

    @Inject
    private Event<AccountNamedAgain> namedAgain;

    @Inject
    private Event<AuditedEvent> trail;

    /**
     * Creates the account that a registration begins with, which is the organisation's administrator. Where the address has
     * one already, nothing is created, and its owner is told.
     *
     * @return whether an account was created
     */
    @Requires(Permission.ANYONE)
    public boolean inviteFirstOfficer(String email, String displayName, long organisationId) {
        return inviteOrTell(0, email, displayName, Role.ORGANISATION_ADMINISTRATOR, organisationId);
    }

    /**
     * As {@link #inviteFirstOfficer}, into an organisation that is there already: whoever an agency lets in does not administer
     * what others do.
     */
    @Requires(Permission.JUDGE_REGISTRATIONS)
    public boolean inviteClaimant(Actor actor, String email, String displayName, long organisationId) {
        boolean administered = accounts.ofOrganisation(organisationId).stream()
                .anyMatch(account -> account.isActive() && account.actor().role() == Role.ORGANISATION_ADMINISTRATOR);
        return inviteOrTell(
                actor.accountId(),
                email,
                displayName,
                administered ? Role.ORGANISATION_OFFICER : Role.ORGANISATION_ADMINISTRATOR,
                organisationId);
    }

    private boolean inviteOrTell(long actorId, String email, String displayName, Role role, long organisationId) {
        Optional<Account> known = accounts.byEmail(email);
        if (known.isPresent()) {
            namedAgain.fire(new AccountNamedAgain(known.get().email()));
            return false;
        }
        invite(actorId, email, displayName, role, Affiliation.organisation(organisationId));
        return true;
    }

    /** @param administers whether the colleague is to invite others and to give programs access, too */
    @Requires(Permission.KEEP_OWN_MEMBERS)
    public void inviteColleague(Actor actor, String email, String displayName, boolean administers) {
        if (!limits.allow("colleagues-of", String.valueOf(actor.organisationId()), COLLEAGUES_A_DAY, DAY)) {
            throw new RuleViolation("access.too-many-invitations", COLLEAGUES_A_DAY);
        }
        requireNew(email);
        invite(
                actor.accountId(),
                email,
                displayName,
                administers ? Role.ORGANISATION_ADMINISTRATOR : Role.ORGANISATION_OFFICER,
                Affiliation.organisation(actor.organisationId()));
    }

    @Requires(Permission.ADMINISTER)
    public void inviteMember(Actor actor, String email, String displayName, Role role, Affiliation affiliation) {
        boolean fits = role.actsForAgency()
                ? affiliation.agencyId() != 0
                : role == Role.ADMINISTRATOR && affiliation.equals(Affiliation.NONE);
        if (!fits) {
            throw new RuleViolation("access.role-needs-agency");
        }
        requireNew(email);
        invite(actor.accountId(), email, displayName, role, affiliation);
    }

    /** A new link for somebody whose first one ran out or who forgot the password; older links die. */
    @Requires(Permission.ADMINISTER)
    public void inviteAgain(Actor actor, PublicId id) {
        Account account = accounts.byPublicId(id).orElseThrow(NotFound::new);
        if (account.state() == Account.State.DISABLED) {
            throw new RuleViolation("access.account-disabled");
        }
        send(account);
        trail.fire(new AccessEvent(actor.accountId(), "access.invited-again", id));
    }

    /**
     * A new link to whoever owns the address; nothing is said about whether there is such an account, nor about whether
     * too many were asked for.
     */
    @Requires(Permission.ANYONE)
    public void forgotten(String email, String networkAddress) {
        if (!limits.allow("forgotten-from", networkAddress, REQUESTS_FROM_ONE_NETWORK, REQUEST_WINDOW)
                || !limits.allow(
                        "forgotten-for", EmailAddress.spelled(email), REQUESTS_FOR_ONE_ADDRESS, REQUEST_WINDOW)) {
            return;
        }
        accounts.byEmail(email)
                .filter(account -> account.state() != Account.State.DISABLED)
                .ifPresent(this::send);
    }

    /** Whose link it is, as long as it can be used. */
    @Requires(Permission.ANYONE)
    public Optional<String> invitee(String secret) {
        return accounts.invitation(secret)
                .filter(invitation -> invitation.isOpen(clock.instant()))
                .map(invitation -> invitation.account().email());
    }

    @Requires(Permission.ANYONE)
    public void accept(String secret, String password) {
        Invitation invitation = accounts.invitation(secret)
                .filter(found -> found.isOpen(clock.instant()))
                .orElseThrow(() -> new RuleViolation("access.link-void"));
        Account account = invitation.account();
        GoodPassword.require(password, account.email(), account.displayName());
        account.choosePassword(PasswordHash.of(password));
        invitation.use(clock.instant());
        trail.fire(new AccessEvent(account.id(), "access.password-set", account.publicId()));
    }

    private void requireNew(String email) {
        if (accounts.byEmail(email).isPresent()) {
            throw new RuleViolation("access.email-taken");
        }
    }

    private void invite(long actorId, String email, String displayName, Role role, Affiliation affiliation) {
        Account account = new Account(email, displayName, role, affiliation, clock.instant());
        accounts.add(account);
        send(account);
        trail.fire(new AccessEvent(actorId, "access.invited", account.publicId()));
    }

    private void send(Account account) {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        accounts.voidInvitations(account);
        accounts.add(new Invitation(account, secret, clock.instant().plus(LIFE)));
        invited.fire(new AccountInvited(account.email(), secret));
    }
}
