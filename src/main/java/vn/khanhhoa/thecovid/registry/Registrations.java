package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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

    /** Newest first. */
    List<Registration> versions(long organisationId) {
        return entities.createQuery(
                        "select r from Registration r where r.organisation.id = :id order by r.number desc",
                        Registration.class)
                .setParameter("id", organisationId)
                .getResultList();
    }

    List<Workplace> workplaces(long organisationId) {
        return entities.createQuery(
                        "select w from Workplace w where w.organisationId = :id order by w.closed, w.id",
                        Workplace.class)
                .setParameter("id", organisationId)
                .getResultList();
    }
}
