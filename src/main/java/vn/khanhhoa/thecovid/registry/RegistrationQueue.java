package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import vn.khanhhoa.thecovid.shared.PublicId;

/** An agency's registrations, filtered and paged in the database. */
@Dependent
class RegistrationQueue {
    private static final String FROM = " from Registration r join r.organisation o where r.agencyId = :agency"
            + " and r.state in :states and (:text = '' or lower(r.name) like :like or lower(o.identifier) like :like)";

    @Inject
    private EntityManager entities;

    List<RegistrationRow> rows(long agencyId, RegistrationReview.Filter filter, int first, int count) {
        String order = filter.judged() ? " order by r.judgedAt desc, r.id desc" : " order by r.submittedAt, r.id";
        return with(
                        agencyId,
                        filter,
                        entities.createQuery(
                                "select r.publicId, r.name, o.typeCode, coalesce(o.identifier, ''), r.number, r.state,"
                                        + " r.submittedAt" + FROM + order,
                                Object[].class))
                .setFirstResult(first)
                .setMaxResults(count)
                .getResultStream()
                .map(row -> new RegistrationRow(
                        new PublicId((UUID) row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Integer) row[4],
                        (RegistrationState) row[5],
                        (Instant) row[6]))
                .toList();
    }

    long count(long agencyId, RegistrationReview.Filter filter) {
        return with(agencyId, filter, entities.createQuery("select count(r)" + FROM, Long.class))
                .getSingleResult();
    }

    private static <T> TypedQuery<T> with(long agencyId, RegistrationReview.Filter filter, TypedQuery<T> query) {
        String text = filter.text().strip().toLowerCase(Locale.ROOT);
        return query.setParameter("agency", agencyId)
                .setParameter(
                        "states",
                        filter.judged()
                                ? Set.of(RegistrationState.CONFIRMED, RegistrationState.RETURNED)
                                : Set.of(RegistrationState.SUBMITTED))
                .setParameter("text", text)
                .setParameter("like", "%" + text.replace("%", "\\%").replace("_", "\\_") + "%");
    }
}
