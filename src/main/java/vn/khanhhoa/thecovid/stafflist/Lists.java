package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Lists and the files that were uploaded to them. */
@Dependent
class Lists {
    @Inject
    private EntityManager entities;

    void add(StaffList list) {
        entities.persist(list);
    }

    void remove(StaffList list) {
        entities.remove(list);
        entities.flush();
    }

    /** What was added is in its table from now on, for SQL by hand. */
    void flush() {
        entities.flush();
    }

    /** The actor's own list: another organisation's does not exist for them. */
    StaffList own(Actor actor, PublicId id) {
        return own(actor, id, LockModeType.NONE);
    }

    /**
     * The same, held as {@link #locked} does. To be called first in a transaction: an entity that was loaded before the wait
     * for the lock would go on saying what it said then.
     */
    StaffList ownLocked(Actor actor, PublicId id) {
        return own(actor, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private StaffList own(Actor actor, PublicId id, LockModeType lock) {
        StaffList list = entities.createQuery("select l from StaffList l where l.publicId = :id", StaffList.class)
                .setParameter("id", id.value())
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
        actor.requireOrganisation(list.organisationId());
        return list;
    }

    /** Held until the transaction ends: what changes the rows of one list happens one after the other. */
    StaffList locked(long id) {
        return entities.find(StaffList.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    StaffList list(long id) {
        return entities.find(StaffList.class, id);
    }

    Upload upload(long id) {
        return entities.find(Upload.class, id);
    }

    /** Of this list: another list's does not exist in it. */
    Upload upload(StaffList list, PublicId id) {
        return entities.createQuery("select u from Upload u where u.publicId = :id", Upload.class)
                .setParameter("id", id.value())
                .getResultStream()
                .filter(upload -> upload.listId() == list.id())
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Files of the list that wait for the sender, the newest first. */
    List<Upload> waitingUploads(long listId) {
        return entities.createQuery(
                        "select u from Upload u where u.listId = :list and u.state in"
                                + " (vn.khanhhoa.thecovid.stafflist.UploadState.CHOICE,"
                                + " vn.khanhhoa.thecovid.stafflist.UploadState.STAGED) order by u.id desc",
                        Upload.class)
                .setParameter("list", listId)
                .getResultList();
    }

    List<Entry> entriesForDecision(List<Long> ids) {
        return entities.createQuery("select e from Entry e where e.id in :ids order by e.id", Entry.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<Entry> entriesSeen(List<Long> ids) {
        return entities.createQuery("select e from Entry e where e.id in :ids", Entry.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** What SQL by hand has changed is read anew when it is asked for again in the same transaction. */
    void forget(List<Entry> entries) {
        entries.forEach(entities::detach);
    }

    Optional<Entry> entry(PublicId id) {
        return entities.createQuery("select e from Entry e where e.publicId = :id", Entry.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }
}
