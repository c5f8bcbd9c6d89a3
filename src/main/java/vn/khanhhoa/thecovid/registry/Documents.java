package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.khanhhoa.thecovid.shared.PublicId;

@Dependent
class Documents {
    @Inject
    private EntityManager entities;

    /** One of each kind: the new one takes the place of the old. */
    void put(Document document) {
        entities.createQuery("delete from Document d where d.registrationId = :registration and d.kind = :kind")
                .setParameter("registration", document.registrationId())
                .setParameter("kind", document.kind())
                .executeUpdate();
        entities.persist(document);
    }

    Optional<Document> byPublicId(PublicId id) {
        return entities.createQuery("select d from Document d where d.publicId = :id", Document.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** With their content. */
    List<Document> whole(long registrationId) {
        return entities.createQuery("select d from Document d where d.registrationId = :id", Document.class)
                .setParameter("id", registrationId)
                .getResultList();
    }

    List<DocumentView> of(long registrationId) {
        return entities.createQuery(
                        "select d.publicId, d.kind, d.fileName, d.mediaType, d.size, d.uploadedAt from Document d"
                                + " where d.registrationId = :id order by d.kind",
                        Object[].class)
                .setParameter("id", registrationId)
                .getResultStream()
                .map(row -> new DocumentView(
                        new PublicId((UUID) row[0]),
                        (DocumentKind) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Integer) row[4],
                        (Instant) row[5]))
                .toList();
    }
}
