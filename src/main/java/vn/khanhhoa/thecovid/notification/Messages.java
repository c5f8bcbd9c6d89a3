package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

@Dependent
class Messages {
    @Inject
    private EntityManager entities;

    void add(Message message) {
        entities.persist(message);
    }

    Optional<Message> byPublicId(PublicId id) {
        return entities.createQuery("select m from Message m where m.publicId = :id", Message.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    Optional<Message> locked(long id) {
        return Optional.ofNullable(entities.find(Message.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Ids of messages in a state whose next moment has come, oldest first. */
    List<Long> due(MessageState state, Instant now, int count) {
        return entities.createQuery(
                        "select m.id from Message m where m.state = :state and m.nextTry <= :now order by m.nextTry, m.id",
                        Long.class)
                .setParameter("state", state)
                .setParameter("now", now)
                .setMaxResults(count)
                .getResultList();
    }

    /** Newest first; all states where none is given. */
    List<Message> list(@Nullable MessageState state, int first, int count) {
        return entities.createQuery(
                        "select m from Message m where :state is null or m.state = :state order by m.id desc",
                        Message.class)
                .setParameter("state", state)
                .setFirstResult(first)
                .setMaxResults(count)
                .getResultList();
    }

    long count(@Nullable MessageState state) {
        return entities.createQuery(
                        "select count(m) from Message m where :state is null or m.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }
}
