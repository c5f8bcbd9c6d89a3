package vn.khanhhoa.thecovid.citizen;

import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.review.Others;
import vn.khanhhoa.thecovid.review.Reopening;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.stafflist.Amendments;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/** A person asks for the refusal of their own entry to be reconsidered. The entry was {@link StatusLookup.Opened} before. */
@UseCase
public class Reconsidering {
    @Inject
    private EntryReading entries;

    @Inject
    private Amendments amendments;

    @Inject
    private Reopening reopening;

    @Requires(Permission.ANYONE)
    public boolean mayAsk(long entryId) {
        return reopening.mayAsk(newest(entryId));
    }

    /** Says where it went. */
    @Requires(Permission.ANYONE)
    public Others.Went ask(long entryId, String why) {
        return reopening.reconsider(Actor.VISITOR, newest(entryId), why);
    }

    private EntryView newest(long entryId) {
        return amendments.newestOf(entries.ofPerson(entryId).orElseThrow(NotFound::new));
    }
}
