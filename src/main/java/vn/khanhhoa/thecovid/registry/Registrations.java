package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Organisations, the versions of their registrations, and their workplaces. */
@Dependent
class Registrations {
    @Inject
    private EntityManager entities;

    void add(Object entity) {
        entities.persist(entity);
    }

    void flush() {
        entities.flush();
    }

    /** Whether any of its accounts ever got a password; only the accounts themselves can tell. */
    boolean hasBeenSignedInFor(long organisationId) {
        return !entities.createNativeQuery(
                        "SELECT 1 FROM access_account WHERE organisation_id = :id AND password_hash IS NOT NULL LIMIT 1")
                .setParameter("id", organisationId)
                .getResultList()
                .isEmpty();
    }

    Optional<Organisation> organisation(long id) {
        return Optional.ofNullable(entities.find(Organisation.class, id));
    }

    Optional<Organisation> organisation(PublicId id) {
        return entities.createQuery("select o from Organisation o where o.publicId = :id", Organisation.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    Optional<Organisation> organisation(Identifier identifier) {
        return entities.createQuery(
                        "select o from Organisation o where o.identifierKind = :kind and o.identifier = :value",
                        Organisation.class)
                .setParameter("kind", identifier.kind())
                .setParameter("value", identifier.value())
                .getResultStream()
                .findFirst();
    }

    List<Organisation> agenciesAmong(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select o from Organisation o where o.id in :ids and o.identifierKind = :kind",
                                Organisation.class)
                        .setParameter("ids", ids)
                        .setParameter("kind", IdentifierKind.AGENCY_CODE)
                        .getResultList();
    }

    /** Newest first. */
    List<Registration> versions(long organisationId) {
        return entities.createQuery(
                        "select r from Registration r where r.organisation.id = :id order by r.number desc",
                        Registration.class)
                .setParameter("id", organisationId)
                .getResultList();
    }

    Optional<Registration> newest(long organisationId) {
        return versions(organisationId).stream().findFirst();
    }

    /**
     * The same, held until the transaction ends: what the draft is made of and its submission happen one after the other.
     * To be called before anything is read that is decided on.
     */
    Optional<Registration> newestLocked(long organisationId) {
        return entities.createQuery(
                        "select r from Registration r where r.organisation.id = :id order by r.number desc",
                        Registration.class)
                .setParameter("id", organisationId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    Optional<Registration> version(long id) {
        return Optional.ofNullable(entities.find(Registration.class, id));
    }

    Optional<Registration> version(PublicId id) {
        return entities.createQuery("select r from Registration r where r.publicId = :id", Registration.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    Optional<Workplace> workplace(PublicId id) {
        return entities.createQuery("select w from Workplace w where w.publicId = :id", Workplace.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    List<Workplace> workplaces(long organisationId) {
        return entities.createQuery(
                        "select w from Workplace w where w.organisationId = :id order by w.closed, w.id",
                        Workplace.class)
                .setParameter("id", organisationId)
                .getResultList();
    }
}
