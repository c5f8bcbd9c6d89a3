package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Takes single entries back as long as they are not decided; the list stays open. */
@UseCase
public class Withdrawing {
    @Inject
    private Lists lists;

    @Inject
    private Entries entries;

    @Inject
    private EntryLines lines;

    @Inject
    private DraftRows rows;

    @Inject
    private DraftChanges changes;

    @Inject
    private Event<AuditedEvent> trail;

    /**
     * The line of a withdrawn amendment says again what was approved; that of any other goes, so that the person can be
     * entered again.
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Amending.Result withdraw(Actor actor, PublicId listId, List<PublicId> entryIds) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        Map<PublicId, Long> asked = lines.entries(list.id(), entryIds);
        List<Long> taken = entries.withdrawOpen(actor, List.copyOf(asked.values()));
        DraftChanges.Change change = changes.begin(list.id(), ChangeKind.WITHDRAW, "", actor);
        changes.putBack(change, lines.ofAmendments(taken));
        changes.part(change, DraftEdit.removing(rows.byId(lines.of(taken))));
        changes.end(change);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.entries-withdrawn", "list", listId)
                .with("entries", taken.size()));
        Map<PublicId, EntryLines.Standing> standing = lines.standing(list.id(), entryIds);
        return Amending.Result.of(
                entryIds,
                entryIds.stream().filter(id -> taken.contains(asked.get(id))).toList(),
                id -> whyNot(standing.get(id)));
    }

    private static String whyNot(EntryLines.@Nullable Standing entry) {
        if (entry == null) {
            return Amending.NOT_OF_LIST;
        }
        return entry.state() == EntryState.WITHDRAWN ? "stafflist.left-out-withdrawn" : "stafflist.left-out-decided";
    }
}
