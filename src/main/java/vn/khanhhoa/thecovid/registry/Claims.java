package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.shared.PublicId;

@Dependent
class Claims {
    @Inject
    private EntityManager entities;

    @Inject
    private Registrations registrations;

    @Inject
    private RegistrationRouting routing;

    @Inject
    private Clock clock;

    /** Once for each claimant: asking again adds nothing while the first is open. */
    void file(Organisation organisation, SelfRegistration.Application application) {
        boolean isOpen = !entities.createQuery(
                        "select c.publicId from Claim c where c.organisation = :organisation and c.closedAt is null"
                                + " and c.claimantEmail = :email")
                .setParameter("organisation", organisation)
                .setParameter("email", application.email())
                .getResultList()
                .isEmpty();
        if (!isOpen) {
            entities.persist(new Claim(
                    organisation,
                    agency(organisation),
                    application.contactName(),
                    application.email(),
                    clock.instant()));
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
