package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.EmailAddress;
import vn.khanhhoa.thecovid.access.Invitations;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * A visitor registers an organisation and is sent a link by e-mail. Where the identifier belongs to an organisation
 * already, nothing is opened: the claim is laid before the agency. An organisation that nobody ever signed in for, though,
 * does not hold its identifier for ever: once the link has run out unused, whoever comes next begins anew. Nothing that a
 * visitor is told, then or at the next attempt, depends on whether an address has an account; its owner is told by mail.
 */
@UseCase
public class SelfRegistration {
    /** As long as an invitation lives. */
    private static final Duration UNCLAIMED = Duration.ofDays(3);

    private static final int ATTEMPTS_PER_ADDRESS = 10;
    private static final Duration ADDRESS_WINDOW = Duration.ofHours(1);
    private static final int ATTEMPTS_PER_EMAIL = 3;
    private static final Duration EMAIL_WINDOW = Duration.ofDays(1);

    /**
     * What the visitor fills in.
     *
     * @param identifier of the kind that the type asks for; ignored where it asks for none
     */
    public record Application(String typeCode, String name, String identifier, String contactName, String email) {
        public Application {
            name = OneLine.ofBody(name, Organisation.LONGEST_NAME);
            contactName = OneLine.ofPerson(contactName);
            email = EmailAddress.of(email);
            if (name.isEmpty()) {
                throw new RuleViolation("registry.name-missing");
            }
            if (contactName.isEmpty()) {
                throw new RuleViolation("access.name-missing");
            }
        }
    }

    @Inject
    private Registrations registrations;

    @Inject
    private Claims claims;

    @Inject
    private CatalogueCache cache;

    @Inject
    private Invitations invitations;

    @Inject
    private RateLimits limits;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /**
     * @param networkAddress of the visitor, for the rate limit only
     * @return false where there were too many attempts
     */
    @Requires(Permission.ANYONE)
    public boolean register(Application application, String networkAddress) {
        if (!limits.allow("register", networkAddress, ATTEMPTS_PER_ADDRESS, ADDRESS_WINDOW)
                || !limits.allow("register-email", application.email(), ATTEMPTS_PER_EMAIL, EMAIL_WINDOW)) {
            return false;
        }
        Identifier identifier = identifier(application);
        if (identifier.kind() != IdentifierKind.NONE) {
            Optional<Organisation> holder = registrations.organisation(identifier);
            if (holder.isPresent() && isUnclaimed(holder.get())) {
                holder.get().releaseIdentifier();
                registrations.flush();
            } else if (holder.isPresent()) {
                claims.file(holder.get(), application);
                return true;
            }
        }
        open(application, identifier);
        return true;
    }

    private Identifier identifier(Application application) {
        return cache.current()
                .on(LocalDate.now(clock))
                .organisationType(application.typeCode())
                .map(type -> Identifier.of(type.identifierKind(), application.identifier()))
                .orElseThrow(() -> new RuleViolation("registry.type-unknown"));
    }

    private boolean isUnclaimed(Organisation organisation) {
        return organisation.createdAt().plus(UNCLAIMED).isBefore(clock.instant())
                && !registrations.hasBeenSignedInFor(organisation.id());
    }

    private void open(Application application, Identifier identifier) {
        Organisation organisation =
                new Organisation(application.typeCode(), application.name(), identifier, clock.instant());
        registrations.add(organisation);
        try {
            registrations.flush();
        } catch (PersistenceException sameMoment) {
            // The unique key stands behind the look-up: of two at once, one is first.
            RuleViolation refusal = new RuleViolation("registry.try-again");
            refusal.initCause(sameMoment);
            throw refusal;
        }
        registrations.add(Registration.first(organisation));
        invitations.inviteFirstOfficer(application.email(), application.contactName(), organisation.id());
        trail.fire(new RegistrationEvent(
                Actor.VISITOR.accountId(), "organisation.registered", "organisation", organisation.publicId()));
    }
}
