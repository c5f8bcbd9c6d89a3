package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.shared.PublicId;

@Dependent
class Claims {
    private static final int TOLD_A_DAY = 3;
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private EntityManager entities;

    @Inject
    private Registrations registrations;

    @Inject
    private RegistrationRouting routing;

    @Inject
    private RateLimits limits;

    @Inject
    private Event<OrganisationClaimed> claimed;

    @Inject
    private Clock clock;

    /** Once for each claimant: asking again adds nothing while the first is open. The organisation hears of it. */
    void file(Organisation organisation, SelfRegistration.Application application) {
        boolean isOpen = !entities.createQuery(
                        "select c.publicId from Claim c where c.organisation = :organisation and c.closedAt is null"
                                + " and c.claimantEmail = :email")
                .setParameter("organisation", organisation)
                .setParameter("email", application.email())
                .getResultList()
                .isEmpty();
        if (!isOpen) {
            long agency = agency(organisation);
            entities.persist(
                    new Claim(organisation, agency, application.contactName(), application.email(), clock.instant()));
            if (limits.allow("claims-told", String.valueOf(organisation.id()), TOLD_A_DAY, DAY)) {
                claimed.fire(new OrganisationClaimed(organisation.id(), agency, false));
            }
        }
    }

    /** That which has the registration, or would have it if it were submitted as it stands. */
    private long agency(Organisation organisation) {
        List<Registration> versions = registrations.versions(organisation.id());
        return versions.stream()
                .map(Registration::agencyId)
                .filter(agency -> agency != 0)
                .findFirst()
                .orElseGet(() -> routing.of(versions.get(0)).agencyId());
    }

    Optional<Claim> byPublicId(PublicId id) {
        return entities.createQuery("select c from Claim c where c.publicId = :id", Claim.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    List<Claim> open(long agencyId) {
        return entities.createQuery(
                        "select c from Claim c join fetch c.organisation where c.agencyId = :agency"
                                + " and c.closedAt is null order by c.claimedAt",
                        Claim.class)
                .setParameter("agency", agencyId)
                .getResultList();
    }
}
